"""Writes tests/fixtures/statistics.json: what established packages say about the tables below.

R gives the tests of independence, of two proportions and Holm's adjustment (fisher.test, chisq.test,
prop.test, p.adjust), statsmodels the statistic z and Wilson's intervals; scipy and statsmodels check R.
Run it with R, scipy and statsmodels installed: python3 tests/statistics/reference.py
"""
import json
import os
import pathlib
import subprocess

import numpy
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint, proportions_ztest

HERE = pathlib.Path(__file__).parent

PAIRS = [
    (3, 4, 1, 4), (0, 5, 5, 5), (1, 1, 0, 1), (8, 10, 1, 9), (2, 15, 9, 16), (0, 30, 6, 370), (10, 10, 390, 391),
    (45, 120, 30, 150), (97, 100, 260, 300), (5, 10, 50, 100), (12, 17, 12, 17), (1, 7, 2, 999_993),
    (3, 20, 2_000, 999_980), (250_400, 500_000, 249_000, 500_000), (300, 1_000_000, 380, 1_000_000),
    (7, 29, 7, 31), (19, 20, 11, 20), (0, 1, 1, 1_000_000), (1, 2, 1, 3),
]
TABLES = [
    [[3, 1], [1, 3]], [[10, 20, 30], [15, 15, 15]], [[1, 2, 1, 0], [3, 3, 6, 1], [10, 10, 14, 9], [6, 7, 12, 11]],
    [[0, 5, 1], [4, 0, 2]], [[120, 80, 40, 20], [90, 110, 60, 30], [70, 60, 55, 41]], [[5, 5, 5], [5, 5, 5]],
    [[250_000, 250_000, 100_000], [200_000, 201_000, 99_000]], [[7, 0, 0], [0, 4, 0], [0, 0, 3]],
    [[1, 0, 0, 0, 2], [0, 1, 0, 2, 0], [2, 2, 1, 0, 0]], [[0, 1], [1, 0], [2, 2], [3, 0]],
    [[30, 12, 3], [25, 14, 6]], [[2, 3, 1], [40, 38, 30]], [[1, 1], [1, 1], [1, 1]], [[0, 2, 9, 1], [5, 1, 2, 0]],
    [[3, 400_000], [1, 500_000], [0, 99_996]],
]
FAMILIES = [
    [0.01, 0.04, 0.03, 0.005], [0.5], [1, 1, 1], [0.02, 0.02, 0.02, 0.02], [0, 1e-300, 0.9999, 0.05],
    [0.012, 0.6, 0.0004, 0.03, 0.03, 0.2, 0.0004, 0.99],
]
# Counts of one choice question: in the survey that is shown, then in others.
WAVES = [[[40, 35, 25], [20, 50, 30], [48, 30, 42]], [[60, 40], [45, 55], [75, 25], [58, 42]]]
SHARES = [(0, 1), (1, 1), (0, 10), (10, 10), (5, 10), (1, 3), (29, 30), (97, 100), (349, 400), (431_200, 1_000_000), (1, 1_000_000)]


def r(cases):
    """Answers of R, a list of numbers for each case."""
    command = os.environ.get("R", "R --no-save --no-echo --no-restore").split()
    done = subprocess.run([*command, "-f", HERE / "reference.R"], input="\n".join(cases) + "\n", text=True, capture_output=True)
    lines = done.stdout.strip().split("\n")
    assert len(lines) == len(cases), done.stderr
    return lines


def numbers(kind, figures):
    return " ".join([kind, *map(repr, figures)])


def flat(table):
    return [len(table), *(count for row in table for count in row)]


def ask(kind, cases):
    return [[float(it) for it in line.split()] for line in r([numbers(kind, it) for it in cases])]


def close(one, other):
    assert numpy.allclose(one, other, rtol=1e-6, atol=1e-300), (one, other)


two_by_two = [[2, a, n - a, b, m - b] for a, n, b, m in PAIRS]
pairs = []
for pair, [exact], [p] in zip(PAIRS, ask("exact", two_by_two), ask("proportions", PAIRS)):
    a, n, b, m = pair
    close(exact, stats.fisher_exact([[a, n - a], [b, m - b]])[1])
    with numpy.errstate(all="ignore"):
        z, other = proportions_ztest([a, b], [n, m])
    close(p, other)
    pairs.append({"counts": pair, "z": z, "p": p, "exact": exact})
tables = []
# R itself walks for hours through tables of many.
small = [table for table in TABLES if sum(map(sum, table)) <= 120]
exactly = {repr(table): p for table, [p] in zip(small, ask("exact", map(flat, small)))}
for table, [statistic, freedom, p] in zip(TABLES, ask("chi", map(flat, TABLES))):
    found = stats.chi2_contingency(table, correction=False)
    close([statistic, freedom, p], [found.statistic, found.dof, found.pvalue])
    tables.append({"table": table, "statistic": statistic, "freedom": int(freedom), "p": p, "exact": exactly.get(repr(table))})
families = []
for family, adjusted in zip(FAMILIES, ask("holm", FAMILIES)):
    close(adjusted, multipletests(family, method="holm")[1])
    families.append({"p": family, "adjusted": adjusted})
waves = []
for own, *others in WAVES:
    family = []
    for other in others:
        # Of two choices the second mirrors the first, which says the same as the whole.
        if len(own) > 2:
            family.append(stats.chi2_contingency([own, other], correction=False).pvalue)
        for left, right in list(zip(own, other))[: None if len(own) > 2 else 1]:
            family.append(proportions_ztest([left, right], [sum(own), sum(other)])[1])
    waves.append({"surveys": [own, *others], "p": family, "adjusted": multipletests(family, method="holm")[1].tolist()})
for wave, adjusted in zip(waves, ask("holm", [wave["p"] for wave in waves])):
    close(adjusted, wave["adjusted"])
shares = [{"count": k, "base": n, "interval": proportion_confint(k, n, method="wilson")} for k, n in SHARES]
versions = f"{r(['version'])[0].strip()}; scipy {scipy.__version__}; statsmodels {statsmodels.__version__}"
fixture = {"by": versions, "pairs": pairs, "tables": tables, "families": families, "waves": waves, "shares": shares}
target = HERE.parent / "fixtures" / "statistics.json"
target.write_text(json.dumps(fixture, indent=1, default=float) + "\n")

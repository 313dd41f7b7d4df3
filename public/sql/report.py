"""Counts files of accepted responses with DuckDB or Spark, as Aptauja's results page does.

    python report.py duckdb --survey mfa-2018 responses/*.ndjson responses/*.ndjson.gz
    python report.py spark --survey mfa-2018 --filter 'service=mfa-04&language=en' --json responses/*

Needs `pip install duckdb` or `pip install pyspark` and Java. README.md beside this file says more.
"""

import argparse
import datetime
import json
import os
import re
import sys
import urllib.parse
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine", choices=["duckdb", "spark"])
    parser.add_argument("files", nargs="+", help="NDJSON, also gzipped")
    parser.add_argument("--survey", default="", help="id of the survey; may stand in the filter instead")
    parser.add_argument("--filter", default="", help="what stands behind ? in the address of the results page")
    parser.add_argument("--surveys", default=str(FOLDER.parent / "surveys"), help="folder of index.json and the definitions")
    parser.add_argument("--json", action="store_true", help="JSON lines instead of a table")
    settings = parser.parse_args()
    check_days(settings.filter)
    count = by_duckdb if settings.engine == "duckdb" else by_spark
    (as_json if settings.json else as_table)(*count(settings))


def check_days(address):
    """The page ignores what is no day; here it would end the query without a word of why."""
    for key, value in urllib.parse.parse_qsl(address.removeprefix("?")):
        if key not in ("from", "to"):
            continue
        try:
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
                raise ValueError
            datetime.date.fromisoformat(value)
        except ValueError:
            sys.exit(f"The filter has {key}={value}, which is not a day: write it as 2018-01-20.")


def by_duckdb(settings):
    import duckdb

    connection = duckdb.connect()
    for name in ["files", "surveys", "survey", "filter"]:
        connection.execute(f"SET VARIABLE {name} = $1", [getattr(settings, name)])
    try:
        result = connection.execute((FOLDER / "duckdb.sql").read_text(encoding="utf-8"))
        return [column[0] for column in result.description], result.fetchall()
    except duckdb.Error as error:
        sys.exit(str(error))


def by_spark(settings):
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[*]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "8")
        .config("spark.driver.memory", "3g")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )
    values = {
        "files": one_pattern(settings.files),
        "surveys": settings.surveys,
        "survey": settings.survey,
        "filter": settings.filter,
    }
    for name, value in values.items():
        session.conf.set(f"spark.aptauja.{name}", value.replace("\\", "\\\\").replace("'", "\\'"))
    result = None
    for statement in statements((FOLDER / "spark.sql").read_text(encoding="utf-8")):
        result = session.sql(statement)
        # Checks are queries too: they speak by failing.
        if "raise_error" in statement:
            result.collect()
    rows = [tuple(row) for row in result.collect()]
    columns = result.columns
    session.stop()
    return columns, rows


def one_pattern(files):
    """A pattern that means these files: Spark's SQL takes one path."""
    if any(set(name) & set(",{}[]*?\\") for name in files):
        sys.exit("Spark cannot read files with , { } [ ] * ? or \\ in their names: rename them.")
    paths = [Path(name).resolve() for name in files]
    folder = Path(os.path.commonpath([path.parent for path in paths]))
    return f"{folder}/{{{','.join(path.relative_to(folder).as_posix() for path in paths)}}}"


def statements(script):
    """The script's statements: a semicolon ends one where it ends a line."""
    lines = [line for line in script.splitlines() if not line.startswith("--")]
    return [text for text in (part.strip() for part in "\n".join(lines).split(";\n")) if text.rstrip(";")]


def as_json(columns, rows):
    for row in rows:
        print(json.dumps(dict(zip(columns, row)), ensure_ascii=False))


def as_table(columns, rows):
    cells = [columns] + [["" if it is None else f"{it:.4f}" if isinstance(it, float) else str(it) for it in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells)]
    numbers = {"count", "answered", "share", "low", "high"}
    for row in cells:
        fields = (it.rjust(width) if name in numbers else it.ljust(width) for it, width, name in zip(row, widths, columns))
        print("  ".join(fields).rstrip())


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main()

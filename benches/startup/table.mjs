// Figures of several runs as one table, held against their budgets.

/** `figures`: page → runs, each figure → number. Answers the table's text and a line for every missed budget. */
export function table(figures, budgets) {
  const missed = [];
  const names = Object.keys(Object.values(figures)[0][0]);
  const rows = Object.entries(figures).map(([page, runs]) => [
    page,
    ...names.map((name) => {
      const sorted = runs.map((run) => run[name]).sort((a, b) => a - b);
      const middle = median(sorted);
      const { least = -Infinity, most = Infinity } = budgets[name] ?? {};
      if (middle < least) missed.push(`${page}: ${name} ${show(name, middle)}, at least ${least} wanted`);
      if (middle > most) missed.push(`${page}: ${name} ${show(name, middle)}, at most ${most} wanted`);
      const [low, high] = [sorted[0], sorted.at(-1)].map((value) => show(name, value));
      return show(name, middle) + (low === high ? "" : ` (${low}–${high})`);
    }),
  ]);
  const bounds = names.map((name) => {
    const { least, most } = budgets[name] ?? {};
    if (least !== undefined) return `≥ ${least}`;
    return most === undefined ? "" : `≤ ${most}`;
  });
  return { text: lines([["page", ...names], ...rows, ["budget", ...bounds]]), missed };
}

function median(sorted) {
  const half = sorted.length / 2;
  return (sorted[Math.floor(half - 0.5)] + sorted[Math.ceil(half - 0.5)]) / 2;
}

const show = (name, value) => (name === "CLS" ? value.toFixed(3) : Math.round(value).toString());

/** Markdown, its columns of even width. */
function lines([head, ...rows]) {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at].length)));
  const line = (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at])).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

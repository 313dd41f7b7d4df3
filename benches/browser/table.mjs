// The figures as Markdown.

const MIB = 1 << 20;

export function median(numbers) {
  const sorted = numbers.filter((it) => it !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The medians and worst of somebody's runs. */
export function condensed({ runs }) {
  const good = runs.filter((run) => !run.failed);
  const times = good.flatMap((run) => run.tallies ?? []);
  const filters = good[0]?.tallies?.map((_, at) => median(good.flatMap((run) => run.tallies[at]))) ?? [];
  return {
    import: median(good.map((run) => run.import)),
    tally: median(times.flat()),
    worstFilter: filters.length > 0 ? Math.max(...filters) : undefined,
    worst: times.length > 0 ? Math.max(...times.flat()) : undefined,
    cross: median(good.map((run) => run.cross)),
    kept: median(good.map((run) => run.kept)),
    peak: median(good.map((run) => run.peak)),
    // During import, and during filtering; the application tells, nobody else is asked.
    longest: good.some((run) => run.longest[0] !== undefined)
      ? [0, 1].map((at) => Math.max(...good.map((run) => run.longest[at])))
      : undefined,
  };
}

/** How many times another's import took, run by run. */
export function times(measured, name, other) {
  const [its, others] = [name, other].map((it) => measured.find((each) => each.name === it)?.runs);
  if (!its || !others) return undefined;
  return median(its.map((run, at) => run.import && others[at].import && run.import / others[at].import));
}

export function summary(results, version) {
  const sizes = results.map(({ count, bytes }) => `${whole(count)} (${whole(bytes / 1e6)} MB)`).join(", ");
  return `Responses: ${sizes}. Medians of ${results[0].runs} imports each, in turn, headless Chromium ${version}.`;
}

export function comparison({ measured }) {
  const head = ["", "import, ms", "× ours", "× parse loop", "tally, ms", "worst filter", "worst", "cross, ms", "kept, MiB", "peak, MiB", "counts"];
  const rows = measured.map((it) => {
    const found = condensed(it);
    return [
      it.title,
      whole(found.import),
      decimal(times(measured, it.name, "ours")),
      decimal(times(measured, it.name, "parse")),
      ...[found.tally, found.worstFilter, found.worst, found.cross].map(short),
      whole(found.kept / MIB),
      whole(found.peak / MIB),
      verdict(it),
    ];
  });
  return [table(head, rows), ...notes(measured)].join("\n");
}

export function curve(results) {
  const head = ["responses", "import, ms", "µs each", "tally, ms", "worst filter", "cross, ms", "kept, MiB", "bytes each", "peak, MiB", "longest task (import / filter), ms", "counts"];
  const rows = results.map(({ count, measured }) => {
    const ours = measured.find((it) => it.name === "ours");
    const found = condensed(ours);
    return [
      whole(count),
      whole(found.import),
      decimal((found.import * 1000) / count),
      ...[found.tally, found.worstFilter, found.cross].map(short),
      whole(found.kept / MIB),
      whole(found.kept / count),
      whole(found.peak / MIB),
      found.longest?.map(task).join(" / ") ?? "n/a",
      verdict(ours),
    ];
  });
  return [table(head, rows), ...results.flatMap(({ measured }) => notes(measured))].join("\n");
}

/** Right, WRONG with how many counts, or that it failed. */
function verdict({ name, runs }) {
  const wrong = new Set(runs.flatMap((run) => run.wrong));
  if (wrong.size > 0) return `WRONG: ${wrong.size}`;
  const failures = runs.filter((run) => run.failed).length;
  if (failures > 0) return `FAILED ${failures} of ${runs.length}`;
  return name === "parse" ? "lines only" : "right";
}

function notes(measured) {
  return measured.flatMap(({ title, runs }) => {
    const said = new Set(runs.flatMap((run) => [...run.wrong, ...(run.failed ? [run.failed] : [])]));
    const first = [...said].slice(0, 5).map((text) => `\n${title}: ${text}`);
    return said.size > 5 ? [...first, `\n${title}: and ${said.size - 5} more`] : first;
  });
}

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}

export function task(ms) {
  return ms === 0 ? "under 50" : whole(ms);
}

export function whole(number) {
  return Number.isFinite(number) ? Math.round(number).toLocaleString("en") : "n/a";
}

export function decimal(number) {
  return Number.isFinite(number) ? number.toFixed(2) : "n/a";
}

/** Milliseconds: with a decimal while they are few. */
export function short(ms) {
  return Number.isFinite(ms) && ms < 100 ? ms.toFixed(1) : whole(ms);
}

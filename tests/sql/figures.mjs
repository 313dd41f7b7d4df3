// Figures under flat names, from the application's report and from the rows the SQL gives; and what differs.

import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";

const PYTHON = resolve("target/sql/venv/bin/python");
/** What the last digits of a double may differ by. */
const ALLOWED = 1e-12;

/** The rows that an engine gives. */
export async function counted(engine, files, { survey, filter = "", surveys = "public/surveys" }) {
  const options = ["--survey", survey, "--filter", filter, "--surveys", surveys, "--json"];
  const { stdout } = await promisify(execFile)(PYTHON, ["public/sql/report.py", engine, ...options, ...files], { maxBuffer: 1 << 26 });
  return stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

/** Name → number, of rows. */
export function ofRows(rows) {
  const figures = {};
  for (const { kind, question, row, value, count, answered, share, low, high } of rows) {
    if (kind === "responses") figures.responses = count;
    else if (kind === "indicator") Object.assign(figures, { [`${value} share`]: share, [`${value} n`]: answered });
    else if (kind === "not applied") figures[`not applied ${question}`] = 1;
    else {
      const name = row === null ? question : `${question}.${row}`;
      figures[`${name} answered`] = answered;
      if (value !== null) tally(figures, `${name}=${value}`, count, share, [low, high]);
    }
  }
  return figures;
}

/** Name → number, of a report. */
export function ofReport({ responses, questions, indicators }) {
  const figures = { responses };
  const all = (name, answered, tallies) => {
    figures[`${name} answered`] = answered;
    for (const { value, count, share, interval } of tallies) tally(figures, `${name}=${value}`, count, share, interval ?? [null, null]);
  };
  for (const { name, answered, choices, rows } of questions) {
    if (answered !== undefined) all(name, answered, choices ?? []);
    for (const row of rows ?? []) all(`${name}.${row.value}`, row.answered, row.columns);
  }
  for (const { name, value, n } of indicators) Object.assign(figures, { [`${name} share`]: value, [`${name} n`]: n });
  return figures;
}

function tally(figures, name, count, share, [low, high]) {
  Object.assign(figures, { [`${name} count`]: count, [`${name} share`]: share, [`${name} low`]: low, [`${name} high`]: high });
}

/** What differs, in words. */
export function differences(found, right) {
  const same = (a, b) => a === b || (typeof a === "number" && typeof b === "number" && !Number.isInteger(b) && Math.abs(a - b) < ALLOWED);
  return [...new Set([...Object.keys(found), ...Object.keys(right)])]
    .filter((name) => !(name in found && name in right && same(found[name], right[name])))
    .map((name) => `${name}: ${found[name]} instead of ${right[name]}`);
}

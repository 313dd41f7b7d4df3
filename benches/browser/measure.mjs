// One run of one of them: import, memory, filters, cross, and whether the counts are right.

import { differences } from "./truth.mjs";

/** A filter is repeated, with none between, up to so often and for about so long. */
const REPEATS = 5;
const ENOUGH = 3_000;

export async function measure(it, { file, right, filters, memory }) {
  await it.open();
  const before = await memory.atRest(it.page);
  const { value: loaded, peak } = await memory.during(() => it.load(file));
  const figures = { import: loaded.ms, peak: peak - before, longest: [await it.longestTask?.()] };
  // The application saves its report when its files' checksums are there: only then is it at rest.
  figures.wrong = wrong("all", await resultOf(loaded), it.name === "parse" ? { responses: right.responses } : right.tallies[0]);
  figures.kept = (await memory.atRest(it.page)) - before;
  await it.longestTask?.();

  figures.tallies = [];
  for (const filter of filters) {
    const times = await repeat(it, filter);
    if (times !== null) figures.tallies.push(times);
  }
  figures.longest.push(await it.longestTask?.());
  const crossed = await it.cross();
  if (crossed !== null) {
    figures.cross = crossed.ms;
    figures.wrong.push(...wrong("cross", await resultOf(crossed), right.cross));
  }

  if (figures.tallies.length > 0) {
    for (const [at, filter] of filters.entries()) {
      const counted = await resultOf(await it.tally(filter));
      figures.wrong.push(...wrong(`filter ${at + 1}`, counted, right.tallies[at + 1]));
    }
  }
  return figures;
}

async function repeat(it, filter) {
  const times = [];
  const began = performance.now();
  while (times.length < REPEATS && (times.length === 0 || performance.now() - began < ENOUGH)) {
    const tally = await it.tally(filter);
    if (tally === null) return null;
    times.push(tally.ms);
    await it.tally({});
  }
  return times;
}

/** The application saves its report only when asked. */
function resultOf({ result }) {
  return typeof result === "function" ? result() : result;
}

function wrong(where, counted, right) {
  return differences(counted, right).map((text) => `${where}: ${text}`);
}

// The targets of the engine, each met or missed by what was measured.

import { condensed, decimal, short, task, times, whole } from "./table.mjs";

const MIB = 1 << 20;
/** Responses that the targets were set for. */
const SET_FOR = 1_000_000;
/** The least an id takes: a UUID's own sixteen bytes. */
const ID = 16;
/** What a doubling may cost: twice, and a twentieth of that for the machine's noise. */
const DOUBLING = 2.1;

/** `{ target, met, figures }`; `met` is null for what was not measured. */
export function targets(results) {
  // On a curve the targets are those of its point that they were set for.
  const at = results.findIndex(({ count }) => count === SET_FOR);
  const last = results.at(at);
  const before = at > 0 ? results[at - 1] : undefined;
  if (!ours(last)) return [];
  const found = condensed(ours(last));
  return [...imports(last), ...tallies(found), cross(found), ...memory(found, last, before), longest(found), doubling(results)];
}

function ours({ measured }) {
  return measured.find((it) => it.name === "ours");
}

export function verdicts(judged) {
  const word = (met) => (met === null ? "not measured" : met ? "met" : "MISSED");
  return judged.map(({ target, met, figures }) => `- ${target}: **${word(met)}**${figures && ` (${figures})`}`).join("\n");
}

function imports({ measured }) {
  const loop = times(measured, "parse", "ours");
  const duck = ([name, way]) => {
    const ratio = times(measured, name, "ours");
    return judge(`1. import 3 times as fast as DuckDB-WASM: ${way}`, ratio, ratio >= 3, `${decimal(ratio)} times`);
  };
  const ways = [
    ["duckdb-arrow", "its own package, fed by JSON.parse"],
    ["duckdb-json", "another's package of it, that can read JSON"],
  ];
  return [
    judge("1. import 2 times as fast as the JSON.parse loop", loop, loop >= 2, `${decimal(loop)} times`),
    ...ways.map(duck),
  ];
}

function tallies({ tally, worstFilter, worst }) {
  return [
    judge("2. tally: median under 8 ms", tally, tally < 8, `${short(tally)} ms`),
    judge("2. tally: worst filter under 16 ms", worstFilter, worstFilter < 16, `${short(worstFilter)} ms; the worst single one ${short(worst)} ms`),
  ];
}

function cross({ cross: ms }) {
  return judge("3. cross of a five-row matrix by 26 services under 16 ms", ms, ms < 16, `${short(ms)} ms`);
}

/** Beside another size: what the responses between the two take, so without what the page holds anyway. */
function memory({ kept, peak }, { count, textBytes }, before) {
  const less = before && { count: before.count, textBytes: before.textBytes, kept: condensed(ours(before)).kept };
  const more = (name, value) => value - (less?.[name] ?? 0);
  const held = more("kept", kept) / more("count", count);
  const texts = more("textBytes", textBytes) / more("count", count);
  const each = held - texts - ID;
  const allowed = 2 * kept + 64 * MIB;
  const which = less ? `between ${whole(less.count)} and ${whole(count)}` : "all the process took";
  return [
    judge(
      "4. at most 64 bytes kept per response beside texts and id",
      kept,
      each <= 64,
      `${decimal(each)}: ${decimal(held)}, ${which}, less ${ID} of id and ${decimal(texts)} of texts`,
    ),
    judge("4. peak below twice what is kept and 64 MiB", peak, peak < allowed, `${whole(peak / MIB)} of ${whole(allowed / MIB)} MiB`),
  ];
}

function longest({ longest: found }) {
  const [importing, filtering] = found ?? [];
  const figures = `${task(importing)} ms while importing, ${task(filtering)} ms while filtering`;
  return judge("5. longest task of the page under 50 ms", importing, Math.max(importing, filtering) < 50, figures);
}

/** The worst factor of a doubling between neighbours on the curve: the ratio's root where they are further apart. */
function doubling(results) {
  const points = results.map(({ count, measured }) => ({ count, ...condensed(ours({ measured })) }));
  const factor = (name) =>
    Math.max(
      ...points.slice(1).map((point, at) => (point[name] / points[at][name]) ** (1 / Math.log2(point.count / points[at].count))),
    );
  const [loading, tally] = ["import", "tally"].map(factor);
  return judge(
    "6. doubling the responses at most doubles import and tally",
    points.length > 1 ? true : undefined,
    Math.max(loading, tally) <= DOUBLING,
    `worst factors ${decimal(loading)} and ${decimal(tally)}; up to ${DOUBLING} passes, for noise`,
  );
}

function judge(target, measured, met, figures) {
  return measured === undefined ? { target, met: null, figures: "" } : { target, met, figures };
}

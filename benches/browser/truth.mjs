// The counts everybody's are compared with: one plain pass over the lines in Node, sharing no code with
// any contender.

import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** Tallies without a filter and by each, the cross of `split` by service, and the bytes of free text. */
export async function truth(file, { keys, texts, split }, filters) {
  const found = { tallies: [{}, ...filters.map(() => ({}))], cross: {}, responses: 0, textBytes: 0 };
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  for await (const line of lines) {
    if (line === "") continue;
    const response = JSON.parse(line);
    found.responses += 1;
    const facts = factsOf(response.answers, keys);
    count(found.tallies[0], facts);
    filters.forEach((filter, at) => {
      if (passes(response, filter)) count(found.tallies[at + 1], facts);
    });
    for (const [row, column] of Object.entries(response.answers[split] ?? {})) {
      count(found.cross, [`${row}|${column}|${response.answers.service}`]);
    }
    for (const name of texts) found.textBytes += Buffer.byteLength(response.answers[name] ?? "");
  }
  return found;
}

function factsOf(answers, keys) {
  const facts = ["responses"];
  for (const { key, question, row, kind } of keys) {
    const answer = row === undefined ? answers[question] : answers[question]?.[row];
    if (answer === undefined) continue;
    facts.push(key);
    if (kind !== "text") for (const value of [answer].flat()) facts.push(`${key}=${value}`);
  }
  return facts;
}

function count(tally, facts) {
  for (const fact of facts) tally[fact] = (tally[fact] ?? 0) + 1;
}

function passes({ language, submitted_at, answers }, { from, to, ...wanted }) {
  const day = submitted_at.slice(0, 10);
  if ((from && day < from) || (to && day > to)) return false;
  return Object.entries(wanted).every(([key, values]) => {
    const [question, row] = key.split(".");
    const answer = key === "language" ? language : row ? answers[question]?.[row] : answers[question];
    return [answer].flat().some((value) => values.includes(value));
  });
}

/** What differs, in words; an absent count is zero. */
export function differences(counted, right) {
  const names = new Set([...Object.keys(counted), ...Object.keys(right)]);
  return [...names]
    .filter((name) => (counted[name] ?? 0) !== (right[name] ?? 0))
    .map((name) => `${name}: ${counted[name] ?? 0} instead of ${right[name] ?? 0}`);
}

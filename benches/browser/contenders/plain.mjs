// Plain JavaScript: the parsed objects are kept, and every question is counted in a loop over them.

import { eachLine } from "./lines.mjs";

let keys, split;
const responses = [];

export default {
  open(survey) {
    ({ keys, split } = survey);
  },

  async load(file) {
    await eachLine(file, (line) => responses.push(JSON.parse(line)));
    return this.tally({});
  },

  tally(filter) {
    const passes = predicate(filter);
    const counts = keys.map(() => ({}));
    const answered = keys.map(() => 0);
    let passed = 0;
    for (const response of responses) {
      if (!passes(response)) continue;
      passed += 1;
      for (let at = 0; at < keys.length; at += 1) {
        const { question, row, kind } = keys[at];
        let answer = response.answers[question];
        if (row !== undefined && answer !== undefined) answer = answer[row];
        if (answer === undefined) continue;
        answered[at] += 1;
        if (kind === "single") add(counts[at], answer);
        else if (kind === "multiple") for (const value of answer) add(counts[at], value);
      }
    }
    return named(passed, answered, counts);
  },

  cross() {
    const rows = keys.filter((it) => it.question === split).map((it) => it.row);
    const counts = {};
    for (const { answers } of responses) {
      const given = answers[split];
      if (given === undefined) continue;
      const service = (counts[answers.service] ??= {});
      for (const row of rows) if (given[row] !== undefined) add((service[row] ??= {}), given[row]);
    }
    const cross = {};
    for (const [service, given] of Object.entries(counts)) {
      for (const [row, columns] of Object.entries(given)) {
        for (const [column, count] of Object.entries(columns)) cross[`${row}|${column}|${service}`] = count;
      }
    }
    return cross;
  },
};

function add(counts, value) {
  counts[value] = (counts[value] ?? 0) + 1;
}

function predicate({ from, to, ...wanted }) {
  const tests = Object.entries(wanted).map(([key, values]) => {
    const any = new Set(values);
    const [question, row] = key.split(".");
    if (key === "language") return ({ language }) => any.has(language);
    if (row !== undefined) return ({ answers }) => any.has(answers[question]?.[row]);
    return ({ answers }) => [answers[question]].flat().some((value) => any.has(value));
  });
  // RFC 3339 in UTC sorts as text; the last day is included to its last second.
  if (from !== undefined) tests.push(({ submitted_at }) => submitted_at >= from);
  if (to !== undefined) tests.push(({ submitted_at }) => submitted_at <= `${to}T99`);
  return (response) => tests.every((test) => test(response));
}

function named(responses, answered, counts) {
  const tally = { responses };
  keys.forEach(({ key }, at) => {
    tally[key] = answered[at];
    for (const [value, count] of Object.entries(counts[at])) tally[`${key}=${value}`] = count;
  });
  return tally;
}

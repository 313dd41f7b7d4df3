// Arquero: a table with a column for every single choice, and one of truth values for every option of a
// multiple choice. Single choices are grouped and counted, options summed in one rollup.

import { op, table } from "arquero";
import { eachLine } from "./lines.mjs";

let keys, texts, split, responses;

export default {
  open(survey) {
    ({ keys, texts, split } = survey);
  },

  async load(file) {
    const columns = {};
    const column = (name) => (columns[name] ??= []);
    const all = ["id", "language", "day", ...texts].map(column);
    const readers = keys.flatMap((key) => readersOf(key, column));
    await eachLine(file, (line) => {
      const { id, language, submitted_at, answers } = JSON.parse(line);
      [id, language, submitted_at.slice(0, 10), ...texts.map((name) => answers[name])].forEach((it, at) => all[at].push(it));
      for (const read of readers) read(answers);
    });
    responses = table(columns);
    return this.tally({});
  },

  tally({ from, to, ...wanted }) {
    let some = responses;
    for (const [key, values] of Object.entries(wanted)) {
      some = some.params({ values }).filter(`(d, $) => op.includes($.values, d[${JSON.stringify(key)}])`);
    }
    if (from !== undefined) some = some.params({ from, to }).filter((d, $) => d.day >= $.from && d.day <= $.to);
    const tally = { responses: some.numRows() };
    for (const { key } of keys.filter((it) => it.kind === "single")) count(tally, key, some);
    return Object.assign(tally, some.rollup(sums()).object());
  },

  cross() {
    const cross = {};
    for (const { key, row } of keys.filter((it) => it.question === split)) {
      const counted = responses.groupby(key, "service").count().objects();
      for (const it of counted) if (it[key] !== undefined) cross[`${row}|${it[key]}|${it.service}`] = it.count;
    }
    return cross;
  },
};

/** Functions that append a response's answer to the columns of a key. */
function readersOf({ key, question, row, kind, values }, column) {
  if (kind === "text") return [];
  if (kind === "single") {
    const into = column(key);
    return [(answers) => into.push(row === undefined ? answers[question] : answers[question]?.[row])];
  }
  const answered = column(key);
  const options = values.map((value) => [value, column(`${key}=${value}`)]);
  return [
    (answers) => {
      const given = answers[question];
      answered.push(given === undefined ? 0 : 1);
      for (const [value, into] of options) into.push(given?.includes(value) ? 1 : 0);
    },
  ];
}

function count(tally, key, some) {
  let answered = 0;
  for (const it of some.groupby(key).count().objects()) {
    if (it[key] === undefined) continue;
    tally[`${key}=${it[key]}`] = it.count;
    answered += it.count;
  }
  tally[key] = answered;
}

/** What one rollup finds: sums of options, and how many texts there are. */
function sums() {
  const entries = keys.flatMap(({ key, kind, values }) => {
    if (kind === "text") return [[key, op.valid(key)]];
    if (kind === "single") return [];
    return [key, ...values.map((value) => `${key}=${value}`)].map((name) => [name, op.sum(name)]);
  });
  return Object.fromEntries(entries);
}

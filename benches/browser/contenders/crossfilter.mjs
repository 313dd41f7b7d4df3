// crossfilter2: a dimension for everything that can be filtered by, and one group over all records that
// adds and removes a record's answers to the counts as filters let it in and out. A group observes every
// filter, which the counts of a survey have to.

import crossfilter from "crossfilter2";
import { eachLine } from "./lines.mjs";

let keys, split, all, dimensions;

export default {
  open(survey) {
    ({ keys, split } = survey);
  },

  async load(file) {
    const responses = [];
    await eachLine(file, (line) => responses.push(JSON.parse(line)));
    const index = crossfilter(responses);
    dimensions = {
      service: index.dimension((it) => it.answers.service ?? ""),
      language: index.dimension((it) => it.language),
      "quality.knowledge": index.dimension((it) => it.answers.quality?.knowledge ?? ""),
      day: index.dimension((it) => it.submitted_at.slice(0, 10)),
    };
    all = index.groupAll().reduce(
      (counts, response) => change(counts, response, 1),
      (counts, response) => change(counts, response, -1),
      () => ({ responses: 0 }),
    );
    return { ...all.value() };
  },

  tally({ from, to, ...wanted }) {
    for (const [name, dimension] of Object.entries(dimensions)) {
      const values = wanted[name];
      if (name === "day" && from !== undefined) dimension.filterFunction((day) => day >= from && day <= to);
      else if (values?.length === 1) dimension.filterExact(values[0]);
      else if (values !== undefined) dimension.filterFunction((value) => values.includes(value));
      else dimension.filterAll();
    }
    return { ...all.value() };
  },

  cross() {
    const rows = keys.filter((it) => it.question === split).map((it) => it.row);
    const add = (by) => (counts, { answers }) => {
      for (const row of rows) {
        const column = answers[split]?.[row];
        if (column !== undefined) counts[`${row}|${column}`] = (counts[`${row}|${column}`] ?? 0) + by;
      }
      return counts;
    };
    const group = dimensions.service.group().reduce(add(1), add(-1), () => ({}));
    const cross = {};
    for (const { key: service, value } of group.all()) {
      for (const [name, count] of Object.entries(value)) cross[`${name}|${service}`] = count;
    }
    group.dispose();
    return cross;
  },
};

function change(counts, { answers }, by) {
  counts.responses += by;
  for (const { key, names, question, row, kind } of named()) {
    let answer = answers[question];
    if (row !== undefined && answer !== undefined) answer = answer[row];
    if (answer === undefined) continue;
    counts[key] = (counts[key] ?? 0) + by;
    if (kind === "single") counts[names[answer]] = (counts[names[answer]] ?? 0) + by;
    else if (kind === "multiple") for (const value of answer) counts[names[value]] = (counts[names[value]] ?? 0) + by;
  }
  return counts;
}

/** The keys with the names of their counts, so that counting joins no strings. */
function named() {
  named.keys ??= keys.map((key) => ({
    ...key,
    names: Object.fromEntries(key.values.map((value) => [value, `${key.key}=${value}`])),
  }));
  return named.keys;
}

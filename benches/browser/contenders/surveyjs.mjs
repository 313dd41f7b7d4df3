// SurveyJS Dashboard's data layer: one DataProvider, and the visualizers it gives every question, asked
// for their figures without being drawn.
//
// Its filter takes one value of a key. A filter of several values is counted once for each and added up,
// which is right as long as only a single choice has several.

import { Model } from "survey-core";
import { DataProvider, Matrix, SelectBase, Text } from "survey-analytics/survey.analytics.core";
import { eachLine } from "./lines.mjs";

const DAY = 86_400_000;
const provider = new DataProvider([]);
let visualizers, services, split;

export default {
  open(survey) {
    ({ services, split } = survey);
    const model = new Model(survey.questionnaire);
    model.getQuestionByName("service").choices = services;
    visualizers = model.getAllQuestions().map((question) => visualizer(question));
  },

  async load(file) {
    const rows = [];
    await eachLine(file, (line) => {
      const { answers, language, submitted_at } = JSON.parse(line);
      answers.language = language;
      answers.submitted_at = submitted_at;
      rows.push(answers);
    });
    provider.data = rows;
    return tally();
  },

  async tally(filter) {
    const sum = {};
    for (const single of singles(filter)) {
      set(single);
      for (const [name, count] of Object.entries(await tally())) sum[name] = (sum[name] ?? 0) + count;
    }
    set({});
    return sum;
  },

  async cross() {
    const matrix = visualizers.find((it) => it.name === split);
    const cross = {};
    for (const service of services) {
      set({ service });
      const series = await matrix.getCalculatedValues();
      matrix.getSeriesValues().forEach((row, at) => {
        matrix.getValues().forEach((column, place) => (cross[`${row}|${column}|${service}`] = series[at][place]));
      });
    }
    set({});
    return cross;
  },
};

function visualizer(question) {
  const kinds = { matrix: Matrix, comment: Text };
  const kind = kinds[question.getType()] ?? SelectBase;
  return new kind(question, [], { dataProvider: provider, showMissingAnswers: true });
}

async function tally() {
  const responses = provider.filteredData.length;
  const counts = { responses };
  for (const it of visualizers) {
    const found = await it.getCalculatedValues();
    if (it instanceof Text) {
      counts[it.name] = found.data.length;
    } else if (it instanceof Matrix) {
      it.getSeriesValues().forEach((row, at) => note(`${it.name}.${row}`, it.getValues(), found[at]));
    } else {
      note(it.name, it.getValues(), found[0]);
    }
  }
  return counts;

  function note(key, values, series) {
    const missing = values.indexOf(undefined);
    values.forEach((value, at) => {
      if (at !== missing) counts[`${key}=${value}`] = series[at];
    });
    counts[key] = missing >= 0 ? responses - series[missing] : series.reduce((sum, count) => sum + count, 0);
  }
}

/** The filters of one value each that add up to this one. */
function singles({ from, to, ...wanted }) {
  const days = from && { submitted_at: { start: Date.parse(from), end: Date.parse(to) + DAY } };
  return Object.entries(wanted).reduce(
    (sets, [key, values]) => sets.flatMap((set) => values.map((value) => ({ ...set, ...one(key, value) }))),
    [{ ...days }],
  );
}

function one(key, value) {
  const [question, row] = key.split(".");
  return { [question]: row === undefined ? value : { [row]: value } };
}

function set(filter) {
  provider.resetFilter();
  for (const [name, value] of Object.entries(filter)) provider.setFilter(name, value);
}

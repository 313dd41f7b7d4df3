// The report's figures counted once more, plainly, from the responses themselves.

import { catalogue, questionnaire } from "./texts.mjs";

const Z = 1.959963984540054;
const elements = questionnaire.pages.flatMap((page) => page.elements);

/** Wilson's interval: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n). */
function wilson(count, n) {
  if (n === 0) return null;
  const p = count / n;
  const spread = Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  return [-spread, spread].map((side) => (p + Z ** 2 / (2 * n) + side) / (1 + Z ** 2 / n));
}

function tallied(value, count, n) {
  return { value, count, share: n === 0 ? null : count / n, interval: wilson(count, n) };
}

function question(element, responses) {
  const { name, type: kind } = element;
  const answers = responses.map((response) => response.answers[name]).filter((answer) => answer !== undefined);
  if (kind === "comment") return { name, kind, answered: answers.length };
  if (kind === "matrix") {
    const rows = element.rows.map(({ value: row }) => {
      const given = answers.map((answer) => answer[row]).filter((answer) => answer !== undefined);
      const columns = element.columns.map(({ value }) =>
        tallied(value, given.filter((answer) => answer === value).length, given.length),
      );
      return { value: row, answered: given.length, columns };
    });
    return { name, kind, rows };
  }
  const values = element.choices?.map((choice) => choice.value) ?? catalogue.services.map((service) => service.id);
  if (element.showOtherItem) values.push("other");
  const count = (value) => answers.filter((answer) => [answer].flat().includes(value)).length;
  const choices = values.map((value) => tallied(value, count(value), answers.length));
  return { name, kind, answered: answers.length, choices };
}

/** What `questions` of a report on these responses has to be. */
export function questionsOf(responses) {
  return elements.map((element) => question(element, responses));
}

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** What `indicators` of a report on these responses has to be. */
export function indicatorsOf(responses) {
  const questions = questionsOf(responses);
  const find = (name) => questions.find((it) => it.name === name);
  const n = (name) => responses.filter((response) => response.answers[name] !== undefined).length;
  const matrix = (name, values) => {
    const rows = find(name).rows.filter((row) => row.answered > 0);
    const shares = rows.map((row) => row.columns.filter((it) => values.includes(it.value)).reduce((sum, it) => sum + it.share, 0));
    return shares.length > 0 ? mean(shares) : null;
  };
  const choice = (name, value) => find(name).choices.find((it) => it.value === value).share;
  return [
    { name: "information_sufficient", value: matrix("information", ["sufficient"]), n: n("information") },
    { name: "quality_good", value: matrix("quality", ["very_good", "good"]), n: n("quality") },
    { name: "no_delays", value: choice("delays", "no"), n: n("delays") },
    { name: "no_complaints", value: choice("complaints", "no"), n: n("complaints") },
    { name: "strength_promptness", value: choice("strengths", "promptness"), n: n("strengths") },
    { name: "reduce_burden", value: choice("suggestions", "reduce_burden"), n: n("suggestions") },
  ];
}

/** The value with every number that is no count replaced by one that `toEqual` can compare. */
export function rounded(value) {
  const round = (_, it) => (typeof it === "number" && !Number.isInteger(it) ? Number(it.toFixed(10)) : it);
  const parsed = JSON.parse(JSON.stringify(value, round));
  // -0, and ends of intervals that floating point leaves a hair beside 0 and 1.
  return JSON.parse(JSON.stringify(parsed, (_, it) => (Object.is(it, -0) || Math.abs(it) === 0 ? 0 : it)));
}

// Responses of several surveys with the same questions.

import { ndjson } from "./records.mjs";
import { index, sample, sampleText } from "./texts.mjs";

/** The sample's answers as those of another survey: the first so many say that there were delays. */
const answersOf = (survey, digit, day, delayed) =>
  sample.map((response, at) => ({
    ...response,
    id: digit.repeat(8) + response.id.slice(8),
    survey,
    submitted_at: `${day}T10:00:00Z`,
    answers: { ...response.answers, delays: at < delayed ? "yes" : response.answers.delays },
  }));

export const later = answersOf("mfa-2026", "f", "2026-02-02", 100);
/** Of surveys that only tests install. */
export const middle = answersOf("mfa-2022", "e", "2022-02-02", 250);
export const early = answersOf("mfa-2020", "d", "2020-02-02", 30);

export const files = { "mfa-2018.ndjson": sampleText, "mfa-2026.ndjson": ndjson(later) };
export const three = { ...files, "mfa-2022.ndjson": ndjson(middle) };
export const four = { ...three, "mfa-2020.ndjson": ndjson(early) };

/** Installs the surveys of 2022 and 2020 too, and for surveys by id a questionnaire of their own. */
export async function install(page, questionnaires = {}) {
  const [newest, oldest] = index.surveys;
  const between = [2022, 2020].map((year) => ({ ...oldest, id: `mfa-${year}`, opens: `${year}-01-01`, closes: `${year}-12-31`, sample: undefined }));
  const surveys = [newest, ...between, oldest].map((it) => (it.id in questionnaires ? { ...it, questionnaire: `${it.id}.json` } : it));
  await page.route("**/surveys/index.json", (route) => route.fulfill({ json: { ...index, surveys } }));
  for (const [id, json] of Object.entries(questionnaires)) await page.route(`**/surveys/${id}.json`, (route) => route.fulfill({ json }));
}

/** How many of these answered a question, and how many of them so. */
export function counted(records, question, value) {
  const answered = records.filter((it) => it.answers[question] !== undefined);
  return [answered.filter((it) => it.answers[question] === value).length, answered.length];
}

/** A share as tables have it: `41,3` without its sign. */
export const share = (count, of) => (Math.round((count * 1000) / of) / 10).toFixed(1).replace(".", ",");

/** The questionnaire with a question that cannot be compared and one to be compared with care. */
export function changed(questionnaire) {
  const other = structuredClone(questionnaire);
  const questions = other.pages.flatMap((it) => it.elements);
  questions.find((it) => it.name === "strengths").choices.push("unsure");
  questions.find((it) => it.name === "complaints").title = { default: "Vai sūdzējāties?", en: "Did you complain?" };
  return other;
}

/** The questionnaire with one more question at its end. */
export function withAgain(questionnaire) {
  const other = structuredClone(questionnaire);
  other.pages.at(-1).elements.push({ type: "radiogroup", name: "again", title: { default: "Vai nāktu vēlreiz?", en: "Again?" }, choices: ["yes", "no"] });
  return other;
}

/** The same answers, and to that question yes. */
export const again = (records) => records.map((it) => ({ ...it, answers: { ...it.answers, again: "yes" } }));

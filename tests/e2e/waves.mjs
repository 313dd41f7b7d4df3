// Responses of two surveys with the same questions.

import { ndjson } from "./records.mjs";
import { sample, sampleText } from "./texts.mjs";

/** The sample's answers as those of 2026: the first 100 say that there were delays. */
export const later = sample.map((response, at) => ({
  ...response,
  id: `ffffffff${response.id.slice(8)}`,
  survey: "mfa-2026",
  submitted_at: "2026-02-02T10:00:00Z",
  answers: { ...response.answers, delays: at < 100 ? "yes" : response.answers.delays },
}));

export const files = { "mfa-2018.ndjson": sampleText, "mfa-2026.ndjson": ndjson(later) };

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

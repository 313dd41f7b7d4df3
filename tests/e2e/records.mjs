// Files of responses as they come back: good ones, and one spoilt record of every kind.

import { sample } from "./texts.mjs";

export const ndjson = (records) => records.map((record) => JSON.stringify(record)).join("\n") + "\n";

export const array = (records) => JSON.stringify(records, null, 2);

export const exported = (records, survey = "mfa-2018") =>
  JSON.stringify({ format: "aptauja.responses", version: 1, survey, exported_at: "2018-02-01T08:00:00Z", responses: records });

/** A valid response with an id of its own. */
export function response(number, change = {}) {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
  return { ...sample[number % sample.length], id, ...change };
}

/** Valid responses of these numbers, the last not included. */
export const range = (from, to) => Array.from({ length: to - from }, (_, at) => response(from + at));

const answers = (change) => ({ answers: { service: "mfa-04", ...change } });

/** Spoilt records as text, each with the path and the code of the reason that must be given. */
export const spoilt = [
  ["{\"id\": oops}", "$", "not_json"],
  ["[1, 2]", "$", "not_an_object"],
  [{ id: undefined }, "$.id", "missing"],
  [{ survey: undefined }, "$.survey", "missing"],
  [{ submitted_at: undefined }, "$.submitted_at", "missing"],
  [{ language: undefined }, "$.language", "missing"],
  [{ answers: undefined }, "$.answers", "missing"],
  [{ id: "12" }, "$.id", "not_a_uuid"],
  [{ id: 12 }, "$.id", "wrong_type"],
  [{ submitted_at: "2018-01-20T10:00:00+02:00" }, "$.submitted_at", "not_an_instant"],
  [{ submitted_at: "2018-02-30T10:00:00Z" }, "$.submitted_at", "not_an_instant"],
  [{ language: "latviešu valoda" }, "$.language", "not_a_language"],
  [{ survey: "mfa-1999" }, "$.survey", "unknown_survey"],
  [{ answers: [] }, "$.answers", "wrong_type"],
  [answers({ colour: "red" }), "$.answers.colour", "unknown_question"],
  [answers({ service: "mfa-27" }), "$.answers.service", "unknown_value"],
  [answers({ service: ["mfa-04"] }), "$.answers.service", "wrong_type"],
  [answers({ delays: "maybe" }), "$.answers.delays", "unknown_value"],
  [answers({ channels: "email" }), "$.answers.channels", "wrong_type"],
  [answers({ channels: ["email", "fax"] }), "$.answers.channels[1]", "unknown_value"],
  [answers({ channels: ["email", "email"] }), "$.answers.channels[1]", "repeated_value"],
  [answers({ quality: { patience: "good" } }), "$.answers.quality.patience", "unknown_row"],
  [answers({ quality: { knowledge: "fine" } }), "$.answers.quality.knowledge", "unknown_value"],
  [answers({ comment: "a".repeat(4001) }), "$.answers.comment", "too_long"],
].map(([change, path, code], at) => ({
  text: typeof change === "string" ? change : JSON.stringify(response(9000 + at, change)),
  path,
  code,
}));

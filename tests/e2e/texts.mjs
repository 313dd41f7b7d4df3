// The application's texts and the shipped definitions, as the tests read them.

import { readFileSync } from "node:fs";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const parse = (path) => JSON.parse(read(path));

export const texts = { lv: parse("src/ui/text/lv.json"), en: parse("src/ui/text/en.json") };
export const lv = texts.lv;
export const en = texts.en;

export const questionnaire = parse("public/surveys/mfa-questionnaire.json");
export const catalogue = parse("public/surveys/mfa-catalogue.json");
export const baseline = parse("public/surveys/mfa-2018-baseline.json");
export const index = parse("public/surveys/index.json");
export const sampleText = read("public/surveys/mfa-2018-sample.ndjson");
export const sample = sampleText.trim().split("\n").map((line) => JSON.parse(line));

/** A text with its places filled: `fill("{n} no {total}", { n: 1, total: 5 })`. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** A text of a definition in a language; `year` is the variable of the surveys we ship. */
export function localised(text, language, year = "2025") {
  const words = typeof text === "string" ? text : text[language] ?? text.default;
  return words.replaceAll("{year}", year);
}

// What is counted: the questions and matrix rows of the shipped questionnaire, by flat names.
//
// A tally is a plain object of counts: "responses", "service" (how many answered it),
// "service=mfa-04", "quality.knowledge=good". A cross is one too: "knowledge|good|mfa-04".

import { readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../public/surveys");
const read = (name) => JSON.parse(readFileSync(join(FOLDER, name), "utf8"));
const values = (items) => items.map((item) => item.value ?? item);

const catalogue = read("mfa-catalogue.json");
export const questionnaire = read("mfa-questionnaire.json");
export const services = catalogue.services.map((service) => service.id);

/** `{ key, question, row, kind, values }` of every question and matrix row; kind is single, multiple or text. */
export const keys = questionnaire.pages.flatMap((page) => page.elements).flatMap(keysOf);

function keysOf(element) {
  const { name: question, type } = element;
  if (type === "comment") return [{ key: question, question, kind: "text", values: [] }];
  if (type === "matrix") {
    const columns = values(element.columns);
    return values(element.rows).map((row) => ({ key: `${question}.${row}`, question, row, kind: "single", values: columns }));
  }
  const choices = element.choices ? values(element.choices) : [...services];
  if (element.showOtherItem) choices.push("other");
  return [{ key: question, question, kind: type === "checkbox" ? "multiple" : "single", values: choices }];
}

/** Everything a contender is told in advance; texts are kept beside what is counted. */
export const survey = {
  questionnaire,
  services,
  keys,
  texts: [...keys.filter((it) => it.kind === "text").map((it) => it.key), "strengths-Comment", "suggestions-Comment"],
  languages: ["lv", "en"],
  split: "quality",
};

/** Several values of one key: any of them; several keys: all of them; days are included. */
export const filters = [
  { service: ["mfa-04", "mfa-05"] },
  { language: ["en"] },
  { "quality.knowledge": ["very_good", "good"], from: "2018-01-20", to: "2018-01-25" },
];

/** The filter as the application's address has it. */
export function query(filter) {
  return Object.entries(filter)
    .map(([key, value]) => `${key}=${[value].flat().join(",")}`)
    .join("&");
}

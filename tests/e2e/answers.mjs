// A whole set of answers, and the walk through the questionnaire that gives them.

import { catalogue, localised, questionnaire } from "./texts.mjs";

const elements = questionnaire.pages.flatMap((page) => page.elements);

/** Answers to every question, one of them bringing up a question of its own. */
export const whole = {
  service: "mfa-11",
  channels: ["email", "latvija_lv"],
  information: {
    name_description: "sufficient",
    provider_contacts: "sufficient",
    documents_forms: "incomplete",
    steps_conditions: "insufficient",
    legal_appeal: "sufficient",
  },
  quality: {
    knowledge: "very_good",
    attitude: "good",
    information_order: "satisfactory",
    equal_treatment: "poor",
    objective_decision: "very_poor",
  },
  delays: "yes",
  delays_details: "Gaidīju „divas” nedēļas\nun vēl 3 dienas <b>& vairāk</b>",
  complaints: "no",
  strengths: ["promptness", "other"],
  "strengths-Comment": "Laipni darbinieki",
  suggestions: ["reduce_burden"],
  comment: "Paldies!",
};

/** The names of the steps that answers lead through, in order. */
export function stepsOf(answers) {
  const isAsked = ({ name }) => !name.endsWith("_details") || answers[name.replace("_details", "")] === "yes";
  return elements
    .filter(isAsked)
    .flatMap(({ name, type, rows }) => (type === "matrix" ? rows.map((row) => `${name}.${row.value}`) : [name]));
}

/** What a step asks and what these answers say to it. */
export function step(name, answers, language = "lv") {
  const [question, row] = name.split(".");
  const element = elements.find((it) => it.name === question);
  const choices = element.columns ?? element.choices ?? catalogue.services.map(({ id, title }) => ({ value: id, text: title }));
  const value = row ? answers[question]?.[row] : answers[question];
  const labels = choices.map((choice) => localised(choice.text ?? choice.title, language));
  if (element.showOtherItem) labels.push(localised(element.otherText, language));
  const values = [...choices.map((choice) => choice.value), "other"];
  const chosen = [value ?? []].flat().map((it) => values.indexOf(it));
  return {
    type: element.type,
    title: localised(row ? element.rows.find((it) => it.value === row).text : element.title, language),
    value,
    /** Positions and labels of what is chosen. */
    chosen,
    labels: chosen.map((at) => labels[at]),
    other: answers[`${question}-Comment`],
  };
}

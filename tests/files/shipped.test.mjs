// The files under public/surveys: valid, complete in both languages, and
// saying what the contract and the published report say.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Model, surveyLocalization } from "survey-core";
import { response } from "./examples.mjs";
import { validator } from "./schemas.mjs";

const folder = new URL("../../public/surveys/", import.meta.url);
const text = (file) => readFileSync(new URL(file, folder), "utf8");
const read = (file) => JSON.parse(text(file));

const index = read("index.json");
const questionnaire = read("mfa-questionnaire.json");
const catalogue = read("mfa-catalogue.json");
const baseline = read("mfa-2018-baseline.json");
const shipped = { "index.json": index, "mfa-questionnaire.json": questionnaire, "mfa-catalogue.json": catalogue, "mfa-2018-baseline.json": baseline };

const questions = questionnaire.pages.flatMap((page) => page.elements);
const question = (name) => questions.find((q) => q.name === name);
const values = (items) => items.map((item) => item.value);
const mean = (numbers) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

/** Every object of texts by language, with where it stands. */
function localised(value, path = "$") {
  if (Array.isArray(value)) return value.flatMap((item, i) => localised(item, `${path}[${i}]`));
  if (value === null || typeof value !== "object") return [];
  if ("default" in value || "en" in value) return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) => localised(item, `${path}.${key}`));
}
const texts = Object.entries(shipped).flatMap(([file, value]) => localised(value, file));

// ---- all files

test("every shipped file is one that the index names, and the other way round", () => {
  const named = index.surveys.flatMap((s) => [s.questionnaire, s.catalogue, s.baseline, s.sample]);
  const expected = [...new Set(["index.json", ...named.filter(Boolean)])].sort();
  assert.deepEqual(readdirSync(folder).sort(), expected);
});

for (const [kind, file] of [["index", "index.json"], ...["questionnaire", "catalogue", "baseline"].flatMap((kind) =>
  [...new Set(index.surveys.map((s) => s[kind]).filter(Boolean))].map((file) => [kind, file]))]) {
  test(`${file} is valid`, () => {
    assert.deepEqual(validator(kind)(read(file)), []);
  });
  test(`${file} names its schema by a path that exists, if it names one`, () => {
    const path = read(file).$schema;
    if (path) assert.equal(path, `../schema/${kind}.schema.json`);
    if (path) assert.ok(existsSync(new URL(path, folder)));
  });
}

test("every text is there in Latvian and in English, and in nothing else", () => {
  assert.ok(texts.length > 100);
  for (const [path, value] of texts) assert.deepEqual(Object.keys(value), ["default", "en"], path);
});

test("every title, description, label, name, source and text is localised", () => {
  const plain = [];
  const walk = (value, path) => {
    if (value === null || typeof value !== "object") return;
    for (const [key, item] of Object.entries(value)) {
      const ours = ["title", "audited_title", "description", "text", "otherText", "source"].includes(key);
      if (ours && typeof item !== "object") plain.push(`${path}.${key}`);
      walk(item, `${path}.${key}`);
    }
  };
  for (const [file, value] of Object.entries(shipped)) walk(value, file);
  assert.deepEqual(plain, []);
});

test("no text holds markup, stray spaces, a broken wrap or letters in pieces", () => {
  for (const [path, value] of texts)
    for (const [language, string] of Object.entries(value)) {
      const where = `${path} ${language}: ${string}`;
      assert.equal(string, string.trim(), where);
      assert.equal(string, string.normalize("NFC"), where);
      assert.doesNotMatch(string, /<|>|&\w+;|\s\s|[\n\t\u00ad]|\p{L}- \p{L}|ārvalstīsa|\.\.$/u, where);
    }
});

test("a Latvian per cent sign stands behind a no-break space, an English one behind its number", () => {
  for (const [path, value] of texts) {
    assert.doesNotMatch(value.default, /[^\u00a0]%/, path);
    assert.doesNotMatch(value.en, /\D%/, path);
  }
});

test("the same Latvian words have the same English ones within a file", () => {
  for (const [file, value] of Object.entries(shipped)) {
    const seen = new Map();
    for (const [path, { default: lv, en }] of localised(value, file)) {
      assert.equal(en, seen.get(lv) ?? en, `${path}: ${lv}`);
      seen.set(lv, en);
    }
  }
});

// ---- index

test("the open survey stands first and both ask the same questions", () => {
  const [now, then] = index.surveys;
  assert.deepEqual([now.id, now.opens, now.closes, now.variables], ["mfa-2026", "2026-01-01", undefined, { year: "2025" }]);
  assert.deepEqual([then.id, then.opens, then.closes, then.variables], ["mfa-2018", "2018-01-15", "2018-01-31", { year: "2017" }]);
  assert.equal(now.questionnaire, then.questionnaire);
  assert.equal(now.catalogue, then.catalogue);
  assert.equal(now.baseline, then.baseline);
  assert.equal(now.sample, undefined);
  assert.equal(then.sample, "mfa-2018-sample.ndjson");
});

test("every variable in a text is given a value by every survey", () => {
  const used = new Set(localised(questionnaire).flatMap(([, v]) => Object.values(v)).flatMap((s) => s.match(/\{(\w+)\}/g) ?? []));
  assert.deepEqual([...used], ["{year}"]);
  for (const survey of index.surveys) assert.ok(survey.variables.year);
});

// ---- questionnaire

test("the questions, their kinds and values are those of the contract, in its order", () => {
  const shape = questions.map((q) => [q.name, q.type]);
  assert.deepEqual(shape, [
    ["service", "dropdown"], ["channels", "checkbox"], ["information", "matrix"], ["quality", "matrix"],
    ["delays", "radiogroup"], ["delays_details", "comment"], ["complaints", "radiogroup"], ["complaints_details", "comment"],
    ["strengths", "checkbox"], ["suggestions", "checkbox"], ["comment", "comment"],
  ]);
  assert.equal(question("service").choices, undefined);
  assert.deepEqual(values(question("channels").choices), ["in_person", "email", "phone", "latvija_lv"]);
  assert.deepEqual(values(question("information").rows), ["name_description", "provider_contacts", "documents_forms", "steps_conditions", "legal_appeal"]);
  assert.deepEqual(values(question("information").columns), ["sufficient", "incomplete", "insufficient"]);
  assert.deepEqual(values(question("quality").rows), ["knowledge", "attitude", "information_order", "equal_treatment", "objective_decision"]);
  assert.deepEqual(values(question("quality").columns), ["very_good", "good", "satisfactory", "poor", "very_poor"]);
  for (const name of ["delays", "complaints"]) assert.deepEqual(values(question(name).choices), ["yes", "no"]);
  assert.deepEqual(values(question("strengths").choices), ["promptness", "accuracy", "expertise", "easy_contact"]);
  assert.deepEqual(values(question("suggestions").choices), ["clarify_information", "efficiency", "reduce_burden", "quality"]);
});

test("only the two contract questions offer an other answer", () => {
  assert.deepEqual(questions.filter((q) => q.showOtherItem).map((q) => q.name), ["strengths", "suggestions"]);
});

test("only the service must be answered", () => {
  assert.deepEqual(questions.filter((q) => q.isRequired).map((q) => q.name), ["service"]);
});

test("the details are asked on yes, and every free text is limited and leaves the warning of personal data to the page", () => {
  assert.equal(question("delays_details").visibleIf, "{delays} = 'yes'");
  assert.equal(question("complaints_details").visibleIf, "{complaints} = 'yes'");
  const comments = questions.filter((q) => q.type === "comment");
  assert.deepEqual(comments.map((q) => q.maxLength), [2000, 2000, 4000]);
  // The page itself warns of personal data at every free text (tests/e2e/personal-data.spec.mjs).
  for (const q of comments) assert.equal(q.description, undefined);
  for (const q of questions) assert.equal("visibleIf" in q, q.name.endsWith("_details"));
});

test("SurveyJS itself reads the questionnaire and records what the contract shows", () => {
  // SurveyJS takes "default" for English unless it is told otherwise.
  surveyLocalization.defaultLocale = "lv";
  const model = new Model(questionnaire);
  assert.ok(!model.jsonErrors?.length, JSON.stringify(model.jsonErrors));
  assert.equal(questionnaire.locale, "lv");
  model.setVariable("year", "2017");
  assert.equal(model.getQuestionByName("delays").processedTitle, "Vai 2017. gadā ir bijuši pakalpojumu izpildes kavējumu gadījumi?");
  model.locale = "en";
  assert.equal(model.getQuestionByName("delays").processedTitle, "Were there any delays in the services in 2017?");
  assert.equal(model.getQuestionByName("delays_details").isVisible, false);
  model.setValue("delays", "yes");
  assert.equal(model.getQuestionByName("delays_details").isVisible, true);
  const again = new Model(questionnaire);
  again.data = structuredClone(response.answers);
  assert.deepEqual(again.data, response.answers);
});

// ---- catalogue

test("26 services of 7 providers, numbered, sixteen of them consular", () => {
  assert.deepEqual(catalogue.services.map((s) => s.id), Array.from({ length: 26 }, (_, i) => `mfa-${String(i + 1).padStart(2, "0")}`));
  const count = catalogue.providers.map((p) => [p.id, catalogue.services.filter((s) => s.provider === p.id).length]);
  assert.deepEqual(count, [
    ["consular", 16], ["strategic_goods", 3], ["foreign_trade", 2], ["personnel", 1], ["communication", 2], ["eu_directorate", 1], ["archive", 1],
  ]);
});

test("no two services share a title in either language", () => {
  for (const language of ["default", "en"])
    assert.equal(new Set(catalogue.services.map((s) => s.title[language])).size, 26);
});

test("the audit covered 5 services, 19 %, of 3 providers, and both wordings are kept", () => {
  const audited = catalogue.services.filter((s) => s.audited);
  assert.deepEqual(audited.map((s) => s.id), ["mfa-13", "mfa-17", "mfa-18", "mfa-20", "mfa-21"]);
  assert.ok(audited.every((s) => s.audited_title));
  assert.equal(catalogue.services.filter((s) => s.audited_title).length, 5);
  assert.equal(Math.round((100 * audited.length) / catalogue.services.length), 19);
  assert.deepEqual([...new Set(audited.map((s) => s.provider))], ["consular", "strategic_goods", "foreign_trade"]);
  assert.deepEqual(baseline.scope, {
    services: catalogue.services.length,
    audited: audited.length,
    providers: catalogue.providers.length,
    audited_providers: 3,
    share_percent: 19,
    mark: "stated",
  });
});

// ---- baseline

const figures = (name) => baseline.figures.filter((f) => f.question === name);
const percent = (name, row, value) => figures(name).find((f) => f.row === row && f.values.includes(value))?.percent;
const rows = (name, columns) =>
  Object.fromEntries(values(question(name).rows).map((row) => [row, columns.map((column) => percent(name, row, column))]));

test("every figure belongs to an answer that the questionnaire offers, and to one figure only", () => {
  const seen = new Set();
  for (const figure of baseline.figures) {
    const q = question(figure.question);
    assert.ok(q, figure.question);
    assert.equal("row" in figure, q.type === "matrix");
    if (figure.row) assert.ok(values(q.rows).includes(figure.row), figure.row);
    for (const value of figure.values) {
      assert.ok(values(q.columns ?? q.choices).includes(value), value);
      const key = [figure.question, figure.row, value].join();
      assert.ok(!seen.has(key), key);
      seen.add(key);
    }
  }
});

test("the figures are the published ones", () => {
  assert.deepEqual(rows("information", ["sufficient", "incomplete", "insufficient"]), {
    name_description: [87, 11, 1],
    provider_contacts: [87, 12, 1],
    documents_forms: [86, 12, 2],
    steps_conditions: [80, 17, 3],
    legal_appeal: [74, 20, 6],
  });
  assert.deepEqual(rows("quality", ["very_good", "good", "satisfactory", "poor", "very_poor"]), {
    knowledge: [71, 26, 3, 3, 3],
    attitude: [61, 30, 9, 9, 9],
    information_order: [73, 24, 3, 3, 3],
    equal_treatment: [73, 25, 2, 2, 2],
    objective_decision: [68, 24, 8, 8, 8],
  });
  const single = baseline.figures.filter((f) => !f.row).map((f) => [f.question, f.values.join(), f.percent, f.mark]);
  assert.deepEqual(single, [
    ["delays", "yes", 3, "stated"], ["delays", "no", 97, "stated"], ["complaints", "no", 100, "stated"],
    ["strengths", "promptness", 74, "stated"], ["strengths", "accuracy", 55, "inferred"], ["strengths", "expertise", 50, "inferred"],
    ["strengths", "easy_contact", 61, "inferred"], ["suggestions", "reduce_burden", 31, "stated"],
  ]);
});

test("every figure of a matrix is marked as inferred, the lower grades are given together", () => {
  assert.ok(baseline.figures.filter((f) => f.row).every((f) => f.mark === "inferred"));
  const together = figures("quality").filter((f) => f.values.length > 1);
  assert.deepEqual(together.map((f) => f.values.join()), Array(5).fill("satisfactory,poor,very_poor"));
});

test("the figures of one row add up, but for rounding", () => {
  for (const name of ["information", "quality"])
    for (const row of values(question(name).rows)) {
      const sum = figures(name).filter((f) => f.row === row).reduce((total, f) => total + f.percent, 0);
      assert.ok(sum >= 99 && sum <= 100, `${name}.${row}: ${sum}`);
    }
});

test("the means of the rounded figures stand beside the stated headlines", () => {
  const sufficient = Object.values(rows("information", ["sufficient"])).flat();
  assert.equal(mean(sufficient), 82.8);
  const good = Object.values(rows("quality", ["very_good", "good"])).map(([a, b]) => a + b);
  assert.equal(mean(good), 95);
  assert.deepEqual(baseline.indicators.map((i) => [i.name, i.percent, i.mark]), [
    ["information_sufficient", 82, "stated"], ["quality_good", 95, "stated"], ["no_delays", 97, "stated"],
    ["no_complaints", 100, "stated"], ["strength_promptness", 74, "stated"], ["reduce_burden", 31, "stated"],
  ]);
});

test("the statements belong to questions and the period is the survey's", () => {
  for (const statement of baseline.statements) assert.ok(question(statement.question));
  const survey = index.surveys.find((s) => s.id === baseline.survey);
  assert.deepEqual(baseline.collected, { from: survey.opens, to: survey.closes });
  assert.equal(baseline.subject_year, survey.variables.year);
  assert.equal(baseline.respondents, null);
});

// ---- sample

test("every sample response is valid, of its survey, in its period and within the definition", () => {
  const faults = validator("response");
  const offered = {
    service: catalogue.services.map((s) => s.id),
    ...Object.fromEntries(questions.filter((q) => q.choices).map((q) => [q.name, [...values(q.choices), ...(q.showOtherItem ? ["other"] : [])]])),
  };
  for (const survey of index.surveys.filter((s) => s.sample)) {
    const records = text(survey.sample).trim().split("\n").map((line) => JSON.parse(line));
    assert.ok(records.length > 0);
    assert.equal(new Set(records.map((r) => r.id)).size, records.length);
    for (const record of records) {
      assert.deepEqual(faults(record), [], record.id);
      assert.equal(record.survey, survey.id);
      const day = record.submitted_at.slice(0, 10);
      assert.ok(day >= survey.opens && day <= survey.closes, `${record.id} ${day}`);
      for (const [name, answer] of Object.entries(record.answers)) {
        if (name.endsWith("-Comment")) {
          assert.ok(record.answers[name.slice(0, -"-Comment".length)].includes("other"), `${record.id} ${name}`);
          continue;
        }
        const q = question(name);
        assert.ok(q, `${record.id} ${name}`);
        if (q.type === "comment") assert.ok(answer.length <= q.maxLength);
        else if (q.type === "matrix")
          for (const [row, column] of Object.entries(answer)) {
            assert.ok(values(q.rows).includes(row), `${record.id} ${name}.${row}`);
            assert.ok(values(q.columns).includes(column), `${record.id} ${name}.${row} ${column}`);
          }
        else for (const value of [answer].flat()) assert.ok(offered[name].includes(value), `${record.id} ${name} ${value}`);
      }
    }
  }
});

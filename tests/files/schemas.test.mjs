// Every schema compiles, accepts what it should and can refuse.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as examples from "./examples.mjs";
import { names, schema, validator } from "./schemas.mjs";

const shipped = (file) =>
  JSON.parse(readFileSync(new URL(`../../public/surveys/${file}`, import.meta.url), "utf8"));

const valid = {
  ...examples,
  index: shipped("index.json"),
  questionnaire: shipped("mfa-questionnaire.json"),
  catalogue: shipped("mfa-catalogue.json"),
  baseline: shipped("mfa-2018-baseline.json"),
};

const first = (questionnaire, type) =>
  questionnaire.pages.flatMap((page) => page.elements).find((element) => element.type === type);

// Each spoils a copy of the valid value in one way that the schema must notice.
const spoilt = {
  index: {
    "an id with a space": (v) => (v.surveys[0].id = "mfa 2026"),
    "a misspelt member": (v) => (v.surveys[0].opnes = "2026-01-01"),
    "a day that does not exist": (v) => (v.surveys[0].opens = "2026-02-30"),
    "a file on another server": (v) => (v.surveys[0].catalogue = "https://example.org/c.json"),
    "an absolute path": (v) => (v.surveys[0].questionnaire = "/q.json"),
    "a variable that is a number": (v) => (v.surveys[0].variables.year = 2025),
    "no e-mail address": (v) => (v.surveys[0].institution.email = "ministrija"),
    "no surveys": (v) => (v.surveys = []),
  },
  questionnaire: {
    "no pages": (v) => delete v.pages,
    "a kind of question outside the subset": (v) => (v.pages[0].elements[0].type = "signaturepad"),
    "a question without a name": (v) => delete v.pages[0].elements[0].name,
    "a checkbox without choices": (v) => delete first(v, "checkbox").choices,
    "a matrix without rows": (v) => delete first(v, "matrix").rows,
    "a column that is a list": (v) => (first(v, "matrix").columns[0] = ["good"]),
    "a choice without a value": (v) => delete first(v, "radiogroup").choices[0].value,
    "a length in words": (v) => (first(v, "comment").maxLength = "long"),
    "a condition that is not text": (v) => (first(v, "comment").visibleIf = true),
    "a title that is a number": (v) => (v.title = 5),
    "a required that is text": (v) => (v.pages[0].elements[0].isRequired = "yes"),
    "a bad question inside two panels": (v) =>
      v.pages[0].elements.push({ type: "panel", elements: [{ type: "panel", elements: [{ type: "matrix", name: "m" }] }] }),
  },
  catalogue: {
    "a service without a provider": (v) => delete v.services[0].provider,
    "a title without its default": (v) => delete v.services[0].title.default,
    "an empty title": (v) => (v.services[0].title.en = ""),
    "an audited title of a service not said to be audited": (v) => delete v.services[12].audited,
    "a misspelt member": (v) => (v.services[0].audted = true),
    "no services": (v) => (v.services = []),
  },
  baseline: {
    "an unknown mark": (v) => (v.figures[0].mark = "guessed"),
    "a figure without a mark": (v) => delete v.figures[0].mark,
    "a share as a fraction of text": (v) => (v.figures[0].percent = "87 %"),
    "more than 100 per cent": (v) => (v.figures[0].percent = 870),
    "a figure of nothing": (v) => (v.figures[0].values = []),
    "an unknown indicator": (v) => (v.indicators[0].name = "happiness"),
    "respondents left out instead of null": (v) => delete v.respondents,
  },
  codes: {
    "a theme without a title": (v) => (v.themes[0].title = " "),
    "a text in the clear": (v) => (v.texts[0].text = "Labi"),
    "a key that is too short": (v) => (v.texts[0].sha256 = "abc"),
    "a mark that is not true": (v) => (v.texts[1].remove = "yes"),
    "themes by title and number": (v) => (v.texts[0].themes = [1]),
    "no code book": (v) => delete v.themes,
  },
  response: {
    "an id that is not a UUID": (v) => (v.id = "1"),
    "a local time": (v) => (v.submitted_at = "2018-01-25T23:45:32+02:00"),
    "a time without a zone": (v) => (v.submitted_at = "2018-01-25T23:45:32"),
    "a day that does not exist": (v) => (v.submitted_at = "2018-02-30T10:00:00Z"),
    "a null answer": (v) => (v.answers.delays = null),
    "a value chosen twice": (v) => (v.answers.channels = ["email", "email"]),
    "a list in a matrix row": (v) => (v.answers.quality.knowledge = ["good"]),
    "answers as a list": (v) => (v.answers = []),
    "a missing language": (v) => delete v.language,
    "a missing survey": (v) => delete v.survey,
  },
  responses: {
    "another format": (v) => (v.format = "aptauja.report"),
    "a later version": (v) => (v.version = 2),
    "a spoilt response": (v) => (v.responses[0].id = "1"),
    "responses by id": (v) => (v.responses = {}),
  },
  report: {
    "a theme without its title": (v) => delete v.themes[0].choices[0].title,
    "themes without their base": (v) => delete v.themes[0].answered,
    "a digest that is none": (v) => (v.codes_sha256 = "t-1"),
    "a share in per cent": (v) => (v.questions[1].choices[0].share = 43.12),
    "an interval of three": (v) => v.questions[1].choices[0].interval.push(1),
    "a figure both hidden and shown": (v) => (v.questions[1].choices[0].hidden = true),
    "a hidden that is false": (v) => (v.questions[3].hidden = false),
    "a choice without a count": (v) => delete v.questions[1].choices[0].count,
    "a matrix with choices": (v) => (v.questions[1].kind = "matrix"),
    "a row without its base": (v) => delete v.questions[4].rows[0].answered,
    "texts of comments": (v) => (v.questions[5].texts = ["…"]),
    "a kind that is not counted": (v) => (v.questions[5].kind = "html"),
    "a filter without lists": (v) => (v.filter.service = "mfa-04"),
    "a short hash": (v) => (v.definition_sha256 = "ab12"),
    "a source without its refusals": (v) => delete v.sources[0].rejected,
    "an unknown indicator": (v) => (v.indicators[0].name = "happiness"),
    "an indicator without its base": (v) => delete v.indicators[0].n,
    "a negative number of responses": (v) => (v.responses = -1),
    "no questions": (v) => delete v.questions,
  },
  rejected: {
    "a record number from zero": (v) => (v.records[0].record = 0),
    "a path without its root": (v) => (v.records[0].path = "answers"),
    "a sentence for a code": (v) => (v.records[0].reason = "Not known."),
    "a record without its text": (v) => delete v.records[0].text,
    "another format": (v) => (v.format = "rejected"),
  },
};

test("there is a valid example and a set of faults for every schema", () => {
  assert.deepEqual(Object.keys(valid).sort(), names);
  assert.deepEqual(Object.keys(spoilt).sort(), names);
});

for (const name of names) {
  test(`the ${name} schema is named for its file, says what it is and compiles`, () => {
    const { $schema, $id, title, description } = schema(name);
    assert.equal($schema, "https://json-schema.org/draft/2020-12/schema");
    assert.equal($id, `${name}.schema.json`);
    assert.ok(title && description);
    assert.equal(typeof validator(name), "function");
  });

  test(`the ${name} schema accepts a valid value`, () => {
    assert.deepEqual(validator(name)(valid[name]), []);
  });

  for (const [fault, spoil] of Object.entries(spoilt[name])) {
    test(`the ${name} schema refuses ${fault}`, () => {
      const copy = structuredClone(valid[name]);
      spoil(copy);
      assert.notDeepEqual(copy, valid[name], "the fault changed nothing");
      assert.notDeepEqual(validator(name)(copy), []);
    });
  }
}

test("a response may carry members of other tools and fractions of a second", () => {
  const copy = { ...examples.response, device: "tablet-3", submitted_at: "2018-01-25T23:45:32.125+00:00" };
  assert.deepEqual(validator("response")(copy), []);
});

test("a questionnaire may carry decoration, plain choices and panels in panels", () => {
  const questionnaire = {
    title: "Plain",
    showProgressBar: "top",
    pages: [
      {
        elements: [
          { type: "html", html: { en: "Hello" } },
          {
            type: "panel",
            elements: [
              { type: "panel", elements: [{ type: "radiogroup", name: "a", choices: [1, "two", true], colCount: 2 }] },
              { type: "rating", name: "r", rateMin: 1, rateMax: 10 },
              { type: "boolean", name: "b" },
              { type: "text", name: "t", maxLength: -1 },
            ],
          },
        ],
      },
    ],
  };
  assert.deepEqual(validator("questionnaire")(questionnaire), []);
});

test("a report may be hidden as a whole", () => {
  const { questions, indicators, themes, codes_sha256, responses, ...rest } = examples.report;
  assert.deepEqual(validator("report")({ ...rest, hidden: true }), []);
  assert.notDeepEqual(validator("report")(rest), []);
  assert.notDeepEqual(validator("report")({ ...rest, hidden: true, questions }), []);
  assert.notDeepEqual(validator("report")({ ...rest, hidden: true, themes }), []);
  assert.notDeepEqual(validator("report")({ ...rest, hidden: true, codes_sha256 }), []);
});

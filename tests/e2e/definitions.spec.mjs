// Definition files of others: with mistakes, and of another shape than the Ministry's.

import { validator } from "../files/schemas.mjs";
import { expect, test } from "./fixtures.mjs";
import { ndjson } from "./records.mjs";
import { en, index, lv, questionnaire } from "./texts.mjs";

const institution = { name: "Bibliotēka", email: "biblioteka@example.org" };

/** A questionnaire with every kind of question. */
const club = {
  title: { default: "Kluba aptauja", en: "Club survey" },
  pages: [
    {
      elements: [
        { type: "html", name: "sveiki", html: "<p>Esiet <b>sveicināti</b>!</p>" },
        { type: "rating", name: "stars", title: "Zvaigznes", rateMin: 1, rateMax: 5, minRateDescription: "slikti", maxRateDescription: "lieliski", isRequired: true },
        { type: "boolean", name: "member", title: "Vai esat biedrs?" },
        { type: "text", name: "town", title: "Pilsēta", maxLength: 20 },
        { type: "dropdown", name: "colour", title: "Krāsa", choices: ["sarkana", "zila", { value: 3, text: "zaļa" }] },
        { type: "checkbox", name: "events", title: "Pasākumi", choices: ["talks", "music", "films"], showNoneItem: true, maxSelectedChoices: 2 },
        { type: "matrix", name: "rooms", title: "Telpas", isAllRowRequired: true, rows: ["hall", "cellar"], columns: [{ value: 1, text: "šaura" }, { value: 2, text: "plaša" }] },
      ],
    },
    {
      visibleIf: "{member} = true",
      elements: [
        {
          type: "panel",
          visibleIf: "{stars} < 3 or {events} contains 'films'",
          elements: [{ type: "comment", name: "why", title: "Kāpēc?", maxLength: 100 }],
        },
      ],
    },
  ],
};

/** Serves other definition files than those shipped. */
async function serve(page, files) {
  for (const [name, value] of Object.entries(files)) {
    await page.route(`**/surveys/${name}`, (route) => route.fulfill({ json: value }));
  }
}

const clubFiles = { "index.json": { surveys: [{ id: "klubs", questionnaire: "klubs.json", institution }] }, "klubs.json": club };
const answers = { stars: 2, member: true, town: "Rīga", colour: 3, events: ["music", "films"], rooms: { hall: 2, cellar: 1 }, why: "Auksti" };

async function answerClub(survey) {
  await survey.begin("klubs");
  await survey.openStep("sveiki", "klubs");
  await expect(survey.page.locator(".plain-text")).toHaveText("Esiet sveicināti!");
  await survey.continue();
  await survey.atStep("stars");
  await survey.continue();
  await expect(survey.summary).toContainText(lv["error.required_choice"]);
  await survey.tile("2").click();
  await survey.continue();
  await survey.option(lv["labels.yes"]).check();
  await survey.continue();
  await survey.text.fill("Rīga");
  await survey.continue();
  await survey.option("zaļa").check();
  await survey.continue();
  await survey.option(lv["labels.none"]).check();
  for (const name of ["films", "talks", "music"]) await survey.option(name).check();
  await expect(survey.option(lv["labels.none"])).not.toBeChecked();
  await survey.continue();
  await expect(survey.summary).toContainText("ne vairāk kā 2");
  await survey.option("talks").uncheck();
  await survey.continue();
  await survey.atStep("rooms.hall");
  await survey.continue();
  await expect(survey.summary).toContainText(lv["error.row_required"]);
  await survey.option("plaša").check();
  await survey.continue();
  await survey.option("šaura").check();
  await survey.continue();
  await survey.atStep("why");
  await survey.text.fill("Auksti");
  await survey.continue();
  await survey.atReview();
}

test("a questionnaire of another shape is answered, exported and counted", async ({ page, survey, results }) => {
  await serve(page, clubFiles);
  await answerClub(survey);
  await survey.submit();
  const { name, value } = await survey.saveResponse();
  expect(validator("responses")(value)).toEqual([]);
  expect(value.responses[0].answers).toEqual(answers);

  const [own] = value.responses;
  const refused = { ...own, id: own.id.replace(/^./, "0").replace(/.$/, "0"), answers: { stars: 6 } };
  await results.open();
  await results.load({ [name]: JSON.stringify(value), "otrs.ndjson": ndjson([refused]) });
  expect(await results.refused()).toMatchObject([{ path: "$.answers.stars", reason: lv["fault.unknown_value"] }]);
  const { value: report } = await results.saveReport();
  expect(validator("report")(report)).toEqual([]);
  expect(report).toMatchObject({ survey: "klubs", accepted: 1, responses: 1, indicators: [] });
  const counts = (question) => Object.fromEntries(question.choices.map((it) => [it.value, it.count]));
  const find = (question) => report.questions.find((it) => it.name === question);
  expect(report.questions.map((it) => it.name)).toEqual(["stars", "member", "town", "colour", "events", "rooms", "why"]);
  expect(counts(find("stars"))).toEqual({ 1: 0, 2: 1, 3: 0, 4: 0, 5: 0 });
  expect(counts(find("member"))).toEqual({ true: 1, false: 0 });
  expect(counts(find("colour"))).toEqual({ sarkana: 0, zila: 0, 3: 1 });
  expect(counts(find("events"))).toEqual({ talks: 0, music: 1, films: 1, none: 0 });
  expect(find("rooms").rows.map((row) => row.columns.map((it) => it.count))).toEqual([[0, 1], [1, 0]]);
  expect(find("why")).toEqual({ name: "why", kind: "comment", answered: 1 });
});

// go_on() looks for the first question without an answer, and a text has none.
test("a text before the first question is what a survey begins with", async ({ page, survey }) => {
  await serve(page, clubFiles);
  await survey.begin("klubs");
  await expect(page.locator(".plain-text")).toHaveText("Esiet sveicināti!");
});

test("answers to a question that has left are not submitted", async ({ page, survey }) => {
  await serve(page, clubFiles);
  await answerClub(survey);
  await survey.change("Vai esat biedrs?");
  await survey.option(lv["labels.no"]).check();
  await survey.continue();
  await survey.atReview();
  await survey.submit();
  const { value } = await survey.saveResponse();
  const { why: _, ...rest } = answers;
  expect(value.responses[0].answers).toEqual({ ...rest, member: false });
});

test("a mistake in a definition is shown with file, path and kind, and retried", async ({ page, survey, witness }) => {
  const broken = structuredClone(questionnaire);
  broken.pages[3].elements[0].type = "signaturepad";
  await serve(page, { "mfa-questionnaire.json": broken });
  await survey.open();
  const problem = page.getByTestId("definition-error");
  await expect(problem).toContainText("mfa-questionnaire.json");
  await expect(problem).toContainText("$.pages[3].elements[0]");
  await expect(problem).toContainText("signaturepad");
  await expect(page).toHaveTitle(`${lv["definition.title"]} – Aptauja`);
  await survey.chooseLanguage("en");
  await expect(problem).toContainText(en["definition.mistake"]);

  await page.unroute("**/surveys/mfa-questionnaire.json");
  await page.getByRole("button", { name: en["definition.retry"] }).click();
  await expect(page.getByTestId("start")).toBeVisible();
  expect(witness.complaints).toEqual([]);
});

test("a mistyped public key is a mistake before the first question", async ({ page, survey }) => {
  const recipient = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8q";
  await serve(page, { "index.json": { surveys: [{ ...index.surveys[0], recipient }] } });
  await survey.open();
  await expect(page.getByTestId("definition-error")).toContainText("$.surveys[0].recipient");
});

test("a definition that is no JSON is shown with line and column", async ({ page, survey }) => {
  await page.route("**/surveys/mfa-questionnaire.json", (route) => route.fulfill({ body: '{\n  "pages": [,]\n}' }));
  await survey.open();
  await expect(page.getByTestId("definition-error")).toContainText("2. rinda, 13. rakstzīme");
});

test("a definition that is not there is said to be missing", async ({ page, witness, results }) => {
  witness.expect(/404/);
  await page.route("**/surveys/index.json", (route) => route.fulfill({ status: 404, body: "" }));
  for (const path of ["#/", "#/catalogue", "#/results"]) {
    await page.goto("about:blank");
    await page.goto(path);
    await expect(page.getByTestId("definition-error"), path).toContainText("index.json");
    await expect(page.getByTestId("definition-error")).toContainText("404");
  }
  await page.unroute("**/surveys/index.json");
  await page.getByRole("button", { name: lv["definition.retry"] }).click();
  await expect(results.published).toBeVisible();
});

test("a mistake in one survey leaves the others in use", async ({ page, survey }) => {
  const surveys = [...index.surveys, { id: "klubs", questionnaire: "klubs.json", institution }];
  await serve(page, { "index.json": { surveys }, "klubs.json": { pages: [{ elements: [{ type: "matrix", name: "m" }] }] } });
  await survey.begin();
  await page.goto("#/survey/klubs");
  await expect(page.getByTestId("definition-error")).toContainText("klubs.json");
});

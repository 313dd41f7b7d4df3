// Answering: from the start page to the receipt and the file that is sent.

import { validator } from "../files/schemas.mjs";
import { stepsOf, whole } from "./answers.mjs";
import { expect, test } from "./fixtures.mjs";
import { fill, index, lv } from "./texts.mjs";

const email = index.surveys[0].institution.email;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("the whole survey is answered by mouse and its file is what the contract says", async ({ page, survey }) => {
  const began = Date.now();
  await page.goto("#/");
  await page.getByTestId("start").click();
  await survey.answerAll(whole);
  const id = await survey.submit();
  expect(id).toMatch(uuid);
  await expect(page).toHaveURL(new RegExp(`#/survey/mfa-2026/receipt/${id}$`));

  const { name, value } = await survey.saveResponse();
  expect(name).toBe(`aptauja-mfa-2026-${id}.json`);
  expect(validator("responses")(value)).toEqual([]);
  const { exported_at, responses, ...rest } = value;
  expect(rest).toEqual({ format: "aptauja.responses", version: 1, survey: "mfa-2026" });
  const [{ submitted_at, ...response }, ...others] = responses;
  expect(others).toEqual([]);
  expect(response).toEqual({ id, survey: "mfa-2026", language: "lv", answers: whole });
  for (const time of [submitted_at, exported_at]) {
    // The clock's fractions may be cut off.
    expect(Date.parse(time)).toBeGreaterThanOrEqual(began - 1000);
    expect(Date.parse(time)).toBeLessThanOrEqual(Date.now());
  }
});

test("the receipt shows the answers and an e-mail to the institution", async ({ page, survey }) => {
  await survey.begin();
  await survey.answerAll(whole);
  const id = await survey.submit();
  await expect(page).toHaveTitle(`${lv["receipt.title"]} – Aptauja`);
  await expect(survey.line("Darbinieka attieksme, apkalpojot klientu")).toContainText("Labi");
  await expect(page.locator(".answers")).toContainText("Cits: Laipni darbinieki");
  await expect(page.locator(".answers")).toContainText("<b>& vairāk</b>");

  const mail = new URL(await page.getByRole("link", { name: lv["sending.mail"] }).getAttribute("href"));
  expect(mail.protocol + mail.pathname).toBe(`mailto:${email}`);
  expect(mail.searchParams.get("subject")).toContain(id);
  expect(mail.searchParams.get("body")).toContain("-----BEGIN APTAUJA RESPONSE-----");
});

test("Back after submitting neither shows the questions nor submits again", async ({ page, survey }) => {
  await survey.begin();
  await survey.answer(whole);
  await survey.continue();
  await survey.page.goto("#/survey/mfa-2026/review");
  const id = await survey.submit();
  await page.goBack();
  await expect(survey.heading).toHaveText(lv["survey.no_draft_title"]);
  await expect(page.getByTestId("submit")).toHaveCount(0);
  await page.goForward();
  await expect(survey.responseId).toHaveText(id);
  expect(await survey.storedResponses()).toEqual([id]);
  expect(await survey.storedDraft()).toBeNull();
});

test("a required question that is not answered says so in a summary that has focus", async ({ page, survey }) => {
  await survey.begin();
  await survey.continue();
  await survey.atStep("service");
  await expect(survey.summary).toBeFocused();
  await expect(survey.summary).toContainText(lv["error.summary"]);
  await expect(page).toHaveTitle(/^Kļūda: Kuru Ārlietu ministrijas pakalpojumu/);
  await expect(page.locator("#field-error")).toHaveText(lv["error.required_choice"]);
  await expect(page.locator("fieldset")).toHaveAttribute("aria-describedby", /field-error/);
  await survey.summary.getByRole("link").click();
  await expect(survey.search).toBeFocused();

  await survey.answer(whole);
  await expect(survey.summary).toHaveCount(0);
  await expect(page).toHaveTitle(/^Kuru Ārlietu ministrijas pakalpojumu/);
  await survey.continue();
  await survey.atStep("channels");
});

test("nothing is chosen beforehand and optional questions may be skipped", async ({ page, survey }) => {
  await survey.begin();
  await expect(survey.chosen()).toHaveCount(0);
  await survey.answer(whole);
  for (const name of stepsOf({}).slice(1)) {
    await survey.continue();
    await survey.atStep(name);
    await expect(survey.chosen()).toHaveCount(0);
    await expect(survey.heading).toContainText(lv["step.optional"]);
  }
  await survey.continue();
  await survey.atReview();
  await expect(page.getByText(lv["review.missing"], { exact: true })).toHaveCount(stepsOf({}).length - 1);
  await survey.submit();
  const { value } = await survey.saveResponse();
  expect(value.responses[0].answers).toEqual({ service: "mfa-11" });
});

test("an answer is taken back where radio buttons cannot", async ({ page, survey }) => {
  await survey.begin();
  await survey.openStep("quality.attitude");
  await survey.option("Slikti").check();
  await page.getByRole("button", { name: lv["step.clear"] }).click();
  await expect(survey.chosen()).toHaveCount(0);
  await expect(survey.option("Ļoti labi")).toBeFocused();
});

test("“other” needs its text", async ({ page, survey }) => {
  await survey.begin();
  await survey.openStep("strengths");
  await expect(survey.otherText).toBeHidden();
  await survey.option("Cits").check();
  await survey.continue();
  await expect(survey.summary).toContainText(fill(lv["error.other_empty"], { choice: "Cits" }));
  await expect(survey.summary).toBeFocused();
  await survey.otherText.fill("Pacietība");
  await survey.continue();
  await survey.atStep("suggestions");
  await page.goto("#/survey/mfa-2026/review");
  await expect(page.locator(".answers")).toContainText("Cits: Pacietība");
});

test("a text that is too long is kept and refused", async ({ survey }) => {
  await survey.begin();
  await survey.answer(whole);
  await survey.openStep("comment");
  await survey.text.fill("ā".repeat(4001));
  await survey.continue();
  await survey.atStep("comment");
  await expect(survey.summary).toContainText("par 1 rakstzīmi");
  await expect(survey.text).toHaveValue("ā".repeat(4001));
  await survey.text.fill("ā".repeat(4000));
  await survey.continue();
  await survey.atReview();
});

// Blanks are kept as an answer, and counted as one.

// Personal data: asked not to be written, noticed before submitting, removed on request.

import { expectAccessible } from "./accessibility.mjs";
import { step } from "./answers.mjs";
import { expect, test } from "./fixtures.mjs";
import { en, lv } from "./texts.mjs";

const notice = (page) => page.getByTestId("personal-data");

async function write(survey, text, other) {
  await survey.begin("mfa-2026", "service=mfa-11");
  await survey.openStep("strengths");
  await survey.option("Cits").check();
  await expect(survey.otherText).toHaveAccessibleDescription(new RegExp(lv["step.private"]));
  await survey.otherText.fill(other);
  await survey.openStep("comment");
  await expect(survey.text).toHaveAccessibleDescription(new RegExp(lv["step.private"]));
  await survey.text.fill(text);
  await survey.page.goto("#/survey/mfa-2026/review");
}

test("what looks like personal data is shown with its question and can be removed @phone", async ({ page, survey }) => {
  await write(survey, "Esmu 010180-12345, zvaniet 26 123 456 vai a.b@inbox.lv.", "Anna, +371 67016201");
  await expect(notice(page).locator("li")).toHaveText([
    /\+371 67016201/,
    /010180-12345/,
    /26 123 456/,
    /a\.b@inbox\.lv/,
  ]);
  await expectAccessible(page);
  await notice(page).getByRole("button").click();
  await expect(notice(page)).toHaveCount(0);
  await expect(page.getByTestId("submit")).toBeFocused();
  await expect(page.locator(".answers")).toContainText("Esmu […], zvaniet […] vai […].");
  const id = await survey.submit();
  const stored = await page.evaluate((id) => localStorage.getItem(`aptauja:response:${id}`), id);
  expect(JSON.parse(stored).answers).toMatchObject({ comment: "Esmu […], zvaniet […] vai […].", "strengths-Comment": "Anna, […]" });
  expect(Object.values(await page.evaluate(() => ({ ...localStorage }))).join()).not.toMatch(/67016201|010180/);
});

test("who wants to keep it may", async ({ page, survey }) => {
  await write(survey, "Zvaniet 26123456", "Anna");
  await expect(notice(page)).toContainText(lv["review.private_title"]);
  await survey.chooseLanguage("en");
  await expect(notice(page)).toContainText(en["review.private_title"]);
  const id = await survey.submit();
  const stored = await page.evaluate((id) => localStorage.getItem(`aptauja:response:${id}`), id);
  expect(JSON.parse(stored).answers.comment).toBe("Zvaniet 26123456");
});

test("every free text of the questionnaire asks to leave it out", async ({ page, survey }) => {
  await survey.begin("mfa-2026", "service=mfa-11");
  for (const question of ["delays", "complaints"]) {
    await survey.openStep(question);
    await survey.option("Jā").check();
    await survey.openStep(`${question}_details`);
    await expect(survey.text).toHaveAccessibleDescription(lv["step.private"]);
  }
  await survey.openStep("suggestions");
  const [other] = step("suggestions", { suggestions: ["other"] }).labels;
  await survey.option(other).check();
  await expect(survey.otherText).toHaveAccessibleDescription(new RegExp(lv["step.private"]));
});

test("texts without it are let pass", async ({ page, survey }) => {
  await write(survey, "2018. gadā gaidīju 25 dienas, no 15.01.2018.", "Ātri");
  await expect(page.getByTestId("submit")).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});

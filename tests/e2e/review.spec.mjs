// Changing one's mind: what is shown again before submitting, and what is submitted then.

import { whole } from "./answers.mjs";
import { expect, test } from "./fixtures.mjs";

test("a question appears with the answer that brings it up and leaves with it", async ({ page, survey }) => {
  await survey.begin();
  await survey.answer(whole);
  await survey.openStep("delays");
  await survey.option("Jā").check();
  await survey.continue();
  await survey.atStep("delays_details");
  await survey.text.fill("Ilgi");
  await page.goBack();
  await survey.atStep("delays");
  await survey.option("Nē").check();
  await survey.continue();
  await survey.atStep("complaints");
  await page.goto("#/survey/mfa-2026/review");
  await expect(page.locator(".answers")).not.toContainText("Ilgi");
  await survey.submit();
  const { value } = await survey.saveResponse();
  expect(value.responses[0].answers).toEqual({ service: "mfa-11", delays: "no" });
});

test("links of the review lead to the question and back to the review", async ({ survey }) => {
  await survey.begin();
  await survey.answerAll({ ...whole, delays: "no" });
  await survey.change("Darbinieka attieksme, apkalpojot klientu");
  await survey.atStep("quality.attitude");
  await survey.option("Slikti").check();
  await survey.continue();
  await survey.atReview();
  await expect(survey.line("Darbinieka attieksme, apkalpojot klientu")).toContainText("Slikti");

  // An answer that brings up another question leads to that first.
  await survey.change("Vai 2025. gadā ir bijuši pakalpojumu izpildes kavējumu gadījumi?");
  await survey.option("Jā").check();
  await survey.continue();
  await survey.atStep("delays_details");
  await survey.continue();
  await survey.atReview();
  await survey.change("Vai vēlaties vēl ko piebilst?");
  await survey.back.click();
  await survey.atReview();
});

test("what the review finds missing is asked for", async ({ page, survey }) => {
  await survey.begin();
  await survey.openStep("delays");
  await survey.option("Nē").check();
  await page.goto("#/survey/mfa-2026/review");
  await page.getByTestId("submit").click();
  await survey.atStep("service");
  await expect(survey.summary).toBeFocused();
  await survey.answer(whole);
  await survey.continue();
  await survey.atReview();
  await survey.submit();
});

test("what was written for a choice that is taken back is not submitted", async ({ page, survey }) => {
  await survey.begin();
  await survey.answer(whole);
  await survey.openStep("strengths");
  await survey.option("Cits").check();
  await survey.otherText.fill("Miers");
  await survey.option("Operativitāte").check();
  await survey.option("Cits").uncheck();
  await survey.openStep("suggestions");
  await survey.option("Citi").check();
  await survey.otherText.fill("Miers");
  await survey.option("Citi").uncheck();
  await page.goto("#/survey/mfa-2026/review");
  await survey.submit();
  const { value } = await survey.saveResponse();
  expect(value.responses[0].answers).toEqual({ service: "mfa-11", strengths: ["promptness"] });
});

test("a text of nothing but blanks is no answer", async ({ page, survey }) => {
  await survey.begin();
  await survey.answer(whole);
  await survey.openStep("comment");
  await survey.text.fill(" \n ");
  await page.goto("#/survey/mfa-2026/review");
  await survey.submit();
  const { value } = await survey.saveResponse();
  expect(value.responses[0].answers).toEqual({ service: "mfa-11" });
});

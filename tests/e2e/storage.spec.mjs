// Storage that is blocked or full: said before the first question, and nothing stands in the way.

import { validator } from "../files/schemas.mjs";
import { stepsOf, whole } from "./answers.mjs";
import { blockStorage, fillUp, makeRoom } from "./blocked.mjs";
import { expect, test } from "./fixtures.mjs";
import { fill, lv } from "./texts.mjs";

async function answersOf(file) {
  expect(validator("responses")(file.value)).toEqual([]);
  return file.value.responses[0].answers;
}

test("blocked storage is said before the first question, and the survey is completed", async ({ page, survey }) => {
  await blockStorage(page);
  await survey.open();
  await expect(survey.storageWarning).toContainText(lv["storage.blocked_title"]);
  await page.getByTestId("start").click();
  await survey.answerAll(whole);
  await expect(survey.storageWarning).toContainText(lv["storage.blocked_title"]);
  const id = await survey.submit();
  await expect(page.getByText(lv["receipt.not_kept_title"])).toBeVisible();
  await expect(page.getByText(lv["receipt.kept"])).toHaveCount(0);
  const file = await survey.saveResponse();
  expect(await answersOf(file)).toEqual(whole);
  expect(file.value.responses[0].id).toBe(id);
  await expect(page.getByText(fill(lv["sending.saved"], { file: file.name }))).toBeVisible();
});

test("blocked storage lets unfinished answers be saved and warns before they are lost", async ({ page, survey }) => {
  await blockStorage(page);
  await survey.begin();
  await survey.answer(whole);
  await expect(survey.saved).toHaveText(lv["step.not_saved"]);
  expect(await answersOf(await survey.saveNow())).toEqual({ service: "mfa-11" });
  const asked = page.waitForEvent("dialog");
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  await closing;
});

test("full storage is said before the first question, and the survey is completed", async ({ page, survey }) => {
  await page.addInitScript(fillUp);
  await survey.open();
  await expect(survey.storageWarning).toContainText(lv["storage.full_title"]);
  await page.getByTestId("start").click();
  await survey.answerAll(whole);
  await survey.submit();
  await expect(page.getByText(lv["receipt.not_kept_title"])).toBeVisible();
  expect(await answersOf(await survey.saveResponse())).toEqual(whole);
});

test("storage that fills up on the way is said at once, and nothing is lost while the page lives", async ({ page, survey }) => {
  await survey.begin();
  const [first, ...rest] = stepsOf(whole);
  await survey.atStep(first);
  await survey.answer(whole);
  await expect(survey.storageWarning).toHaveCount(0);
  await page.evaluate(fillUp);
  await survey.continue();
  for (const name of rest) {
    await survey.atStep(name);
    await survey.answer(whole);
    await expect(survey.storageWarning).toContainText(lv["storage.full_title"]);
    await survey.continue();
  }
  await survey.atReview();
  expect(await answersOf(await survey.saveNow())).toEqual(whole);
  await survey.submit();
  expect(await answersOf(await survey.saveResponse())).toEqual(whole);
});

test("saving goes on once there is room again", async ({ page, survey }) => {
  await survey.begin();
  await survey.answer(whole);
  await page.evaluate(fillUp);
  await survey.openStep("comment");
  await survey.text.fill("Daudz vārdu");
  await expect(survey.storageWarning).toBeVisible();
  await page.evaluate(makeRoom);
  await survey.text.fill("Daudz vārdu!");
  await expect(survey.storageWarning).toHaveCount(0);
  expect((await survey.storedDraft()).draft.answers.comment).toBe("Daudz vārdu!");
});

test("a response that only the page holds is not lost to a link @phone", async ({ page, survey }) => {
  await blockStorage(page);
  await survey.begin();
  await survey.answer(whole);
  await page.goto("#/survey/mfa-2026/review");
  const id = await survey.submit();
  await page.getByRole("link", { name: lv["nav.device"] }).click();
  await expect(survey.heading).toHaveText(lv["leave.title"]);
  await page.getByRole("button", { name: lv["step.back"] }).click();
  await expect(survey.responseId).toHaveText(id);
  expect(await answersOf(await survey.saveResponse())).toEqual({ service: "mfa-11" });
});

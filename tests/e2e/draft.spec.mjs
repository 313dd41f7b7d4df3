// Nothing is lost: reload, crash, closing, another language, another tab.

import { whole } from "./answers.mjs";
import { expect, test } from "./fixtures.mjs";
import { SurveyPage } from "./pages/survey-page.mjs";
import { en, lv } from "./texts.mjs";

/** Ends a page as the system does to a tab that takes too much memory. */
async function crash(page) {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // The answer to this never comes.
  session.send("Page.crash").catch(() => {});
  await crashed;
}

test("a reload keeps answers, step and language", async ({ page, survey }) => {
  await survey.begin();
  await survey.chooseLanguage("en");
  await survey.answer(whole, "en");
  await survey.openStep("quality.attitude");
  await survey.option("Poor").check();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await survey.atStep("quality.attitude");
  await expect(survey.option("Poor")).toBeChecked();
  await expect(survey.saved).toContainText("Draft saved");
});

test("a text is kept with its last letter", async ({ page, survey }) => {
  await survey.begin();
  await survey.openStep("comment");
  await survey.text.pressSequentially("Rindas\nir garas");
  await page.reload();
  await expect(survey.text).toHaveValue("Rindas\nir garas");
});

test("a browser that was closed goes on where the draft was left, in its language", async ({ browser, contextOptions, witness, page, survey }) => {
  await survey.begin("mfa-2026", "lang=en");
  await survey.answer(whole, "en");
  await survey.openStep("strengths");
  await survey.option("Accuracy").check();
  const storageState = await page.context().storageState();
  await page.context().close();

  const context = await browser.newContext({ ...contextOptions, storageState });
  witness.watch(context);
  const later = new SurveyPage(await context.newPage());
  await later.open();
  await expect(later.page.locator("html")).toHaveAttribute("lang", "en");
  await expect(later.draft).toContainText(en["start.draft_title"]);
  await later.resume();
  await later.atStep("strengths");
  await expect(later.option("Accuracy")).toBeChecked();
  expect((await later.storedDraft()).draft.answers).toEqual({ service: "mfa-11", strengths: ["accuracy"] });
  await context.close();
});

test("a tab that crashed goes on where the draft was left", async ({ page, survey, context }) => {
  await survey.begin();
  await survey.answer(whole);
  await survey.openStep("suggestions");
  await survey.option("Citi").check();
  await survey.otherText.fill("Vairāk krēslu");
  await crash(page);

  const later = new SurveyPage(await context.newPage());
  await later.open();
  await later.resume();
  await later.atStep("suggestions");
  await expect(later.otherText).toHaveValue("Vairāk krēslu");
});

test("a draft is deleted only after a second yes", async ({ page, survey }) => {
  await survey.begin();
  await survey.answer(whole);
  await survey.deleteDraft();
  await survey.declineDelete();
  await survey.atStep("service");
  expect((await survey.storedDraft()).draft.answers).toEqual({ service: "mfa-11" });
  await survey.deleteDraft();
  await survey.confirmDelete();
  await expect(page.getByTestId("start")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: lv["start.draft_deleted"] })).toHaveCount(1);
  expect(await survey.storedDraft()).toBeNull();
  await page.reload();
  await expect(page.getByTestId("start")).toBeVisible();
});

test("the start page deletes a draft too", async ({ page, survey }) => {
  await survey.begin();
  await survey.answer(whole);
  await survey.open();
  await survey.deleteDraft();
  await survey.confirmDelete();
  await expect(page.getByTestId("start")).toBeFocused();
  expect(await survey.storedDraft()).toBeNull();
});

test("another language in the midst of a question keeps what is chosen and typed", async ({ survey }) => {
  await survey.begin();
  await survey.option("Dokumentu legalizācija").check();
  await survey.search.fill("pase");
  await survey.provider.selectOption("consular");
  await survey.chooseLanguage("en");
  await expect(survey.search).toHaveValue("pase");
  await expect(survey.provider).toHaveValue("consular");
  await expect(survey.chosen()).toHaveCount(1);
  await survey.openStep("comment");
  await survey.text.fill("Ļoti labi");
  await survey.chooseLanguage("lv");
  await expect(survey.text).toHaveValue("Ļoti labi");
  await expect(survey.heading).toContainText("Vai vēlaties vēl ko piebilst?");
  await survey.openStep("strengths");
  await survey.option("Cits").check();
  await survey.otherText.fill("Miers");
  await survey.chooseLanguage("en");
  await expect(survey.option("Other")).toBeChecked();
  await expect(survey.otherText).toHaveValue("Miers");
});

test("an error stays in sight in another language", async ({ page, survey }) => {
  await survey.begin();
  await survey.continue();
  await survey.chooseLanguage("en");
  await expect(survey.summary).toContainText(en["error.required_choice"]);
  await expect(page).toHaveTitle(/^Error: Which service/);
});

test("a damaged draft is said to be so and can be saved", async ({ page, survey }) => {
  await page.addInitScript(() => localStorage.setItem("aptauja:draft:mfa-2026", '{"revision":'));
  await survey.open();
  await expect(page.getByText(lv["storage.damaged"])).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: lv["storage.damaged_save"] }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("aptauja-draft-damaged.txt");
});

// A draft without answers is not stored, so the page says that there is none.
test("a reload before the first answer stays at the question", async ({ page, survey }) => {
  await survey.begin();
  await page.reload();
  await survey.atStep("service");
});

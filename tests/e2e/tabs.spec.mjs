// Two tabs with one draft.

import { whole } from "./answers.mjs";
import { expect, test } from "./fixtures.mjs";
import { SurveyPage } from "./pages/survey-page.mjs";
import { lv } from "./texts.mjs";

const question = "delays";

/** A second tab at the same question; one that is `deaf` has not heard yet what the first one does. */
async function secondTab(context, { deaf = false } = {}) {
  const page = await context.newPage();
  if (deaf) {
    await page.addInitScript(() => {
      addEventListener("storage", (event) => event.stopImmediatePropagation());
    });
  }
  const tab = new SurveyPage(page);
  await tab.openStep(question);
  await tab.atQuestion();
  return tab;
}

async function begun(survey) {
  await survey.begin();
  await survey.answer(whole);
  await survey.openStep(question);
  await survey.atQuestion();
}

test("a tab with nothing of its own takes over the other tab's answers and says so", async ({ context, survey }) => {
  await begun(survey);
  const second = await secondTab(context);
  await survey.option("Jā").check();
  await expect(second.option("Jā")).toBeChecked();
  await expect(second.tabNotice).toHaveText(lv["tabs.taken"]);
  await second.option("Nē").check();
  await expect(second.tabNotice).toHaveCount(0);
  await expect(survey.option("Nē")).toBeChecked();
});

test("newer answers of another tab are not overwritten but can be taken", async ({ context, survey }) => {
  await begun(survey);
  const second = await secondTab(context, { deaf: true });
  await survey.option("Jā").check();
  await second.option("Nē").check();
  await expect(second.tabNotice).toContainText(lv["tabs.newer"]);
  expect((await survey.storedDraft()).draft.answers.delays).toBe("yes");
  await second.page.getByRole("button", { name: lv["tabs.take"] }).click();
  await expect(second.option("Jā")).toBeChecked();
  await expect(second.tabNotice).toHaveCount(0);
  expect((await survey.storedDraft()).draft.answers.delays).toBe("yes");
});

test("newer answers of another tab give way when told to", async ({ context, survey }) => {
  await begun(survey);
  const second = await secondTab(context, { deaf: true });
  await survey.option("Jā").check();
  await second.option("Nē").check();
  await second.page.getByRole("button", { name: lv["tabs.keep"] }).click();
  await expect(second.tabNotice).toHaveCount(0);
  // What one tab's process wrote reaches another's a moment later.
  await expect.poll(async () => (await survey.storedDraft()).draft.answers.delays).toBe("no");
  await expect(survey.option("Nē")).toBeChecked();
});

test("a tab with older answers cannot submit them", async ({ context, survey }) => {
  await begun(survey);
  const second = await secondTab(context, { deaf: true });
  await survey.option("Jā").check();
  await second.option("Nē").check();
  await second.page.goto("#/survey/mfa-2026/review");
  await second.page.getByTestId("submit").click();
  await expect(second.tabNotice.getByRole("button").first()).toBeFocused();
  expect(await survey.storedResponses()).toEqual([]);
});

test("a draft that another tab submitted is not submitted twice", async ({ context, survey }) => {
  await begun(survey);
  const second = await secondTab(context);
  await survey.page.goto("#/survey/mfa-2026/review");
  const id = await survey.submit();
  await expect(second.tabNotice).toContainText(lv["tabs.gone"]);
  await second.page.goto("#/survey/mfa-2026/review");
  await second.page.getByTestId("submit").click();
  await expect(second.responseId).toHaveCount(0);
  expect(await survey.storedResponses()).toEqual([id]);

  // Whoever wants to answer once more has to say so.
  await second.page.getByRole("button", { name: lv["tabs.keep_new"] }).click();
  await second.submit();
  const ids = await survey.storedResponses();
  expect(ids).toHaveLength(2);
  expect(ids).toContain(id);
});

test("a tab that begins anew does not overwrite a draft it has not seen", async ({ context, page, survey }) => {
  await survey.open();
  await expect(page.getByTestId("start")).toBeVisible();
  const second = new SurveyPage(await context.newPage());
  await second.begin();
  await second.answer(whole);
  await page.getByTestId("start").click();
  await survey.option("Dokumentu legalizācija").check();
  await expect(survey.tabNotice).toContainText(lv["tabs.newer"]);
  expect((await second.storedDraft()).draft.answers.service).toBe("mfa-11");
});

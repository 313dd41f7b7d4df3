// Drafts are kept for the days the survey says, which is said before the first question.

import { expect, test } from "./fixtures.mjs";
import { fill, index, lv } from "./texts.mjs";

const DAY = 86_400_000;
const { draft_days: days } = index.surveys[0];

/** Leaves a draft that was last changed so long ago, and closes the survey's page. */
async function leaveDraft(survey, age) {
  await survey.begin("mfa-2026", "service=mfa-11");
  await survey.page.evaluate(
    ([key, age]) => {
      const stored = JSON.parse(localStorage.getItem(key));
      stored.saved_at = Date.now() - age;
      localStorage.setItem(key, JSON.stringify(stored));
    },
    ["aptauja:draft:mfa-2026", age],
  );
}

test("for how long is said, and a draft of that age is deleted wherever the site is opened", async ({ page, survey }) => {
  await survey.open();
  await expect(page.locator(".facts")).toContainText(fill(lv["start.draft_days"].other, { n: days }));
  await leaveDraft(survey, days * DAY);
  await page.goto("#/privacy");
  await page.reload();
  await expect(page.locator("main h2").first()).toBeVisible();
  await expect.poll(() => survey.storedDraft()).toBeNull();
});

test("who comes back to it is told what became of it", async ({ page, survey }) => {
  await leaveDraft(survey, (days + 3) * DAY);
  await page.goto("#/survey/mfa-2026");
  await page.reload();
  await expect(page.locator(".notice-title")).toContainText("ir dzēsta");
  await expect(page.getByTestId("start")).toBeVisible();
  expect(await survey.storedDraft()).toBeNull();
});

test("a younger one, and one that a wrong clock dated years ahead, are kept", async ({ page, survey }) => {
  for (const age of [days * DAY - 60_000, -3 * 365 * DAY]) {
    await leaveDraft(survey, age);
    await page.goto("#/survey/mfa-2026");
    await page.reload();
    await expect(survey.draft).toBeVisible();
    await page.evaluate(() => localStorage.clear());
    await page.reload();
  }
});

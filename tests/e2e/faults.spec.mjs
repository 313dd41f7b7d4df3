// What goes wrong in the field, and that nothing is lost or counted twice by it. More of it stands in storage, tabs,
// draft, device, kiosk, sealed and offline; README has the table.

import { whole } from "./answers.mjs";
import { expect, test } from "./fixtures.mjs";
import { DevicePage } from "./pages/device-page.mjs";
import { SurveyPage } from "./pages/survey-page.mjs";
import { fill, lv } from "./texts.mjs";

/** Writes of a page to storage after which its tab may be killed while it submits, and one more. */
const WRITES = 4;

/** Has the page's first `count` writes happen and none after: what is left when its tab is killed then. */
async function killAfter(page, count) {
  await page.evaluate((count) => {
    for (const name of ["setItem", "removeItem"]) {
      const write = Storage.prototype[name];
      Storage.prototype[name] = function (...given) {
        if (count-- > 0) write.apply(this, given);
      };
    }
  }, count);
}

test("a tab killed at any step of submitting leaves the draft or the response, never none and never two", async ({ context, survey }) => {
  test.slow();
  await survey.fillIn(whole);
  const state = await survey.page.evaluate(() => ({ ...localStorage }));
  const { id } = JSON.parse(state["aptauja:draft:mfa-2026"]).draft;
  const left = new Set();
  for (let count = 0; count < WRITES; count += 1) {
    const page = await context.newPage();
    const tab = new SurveyPage(page);
    await page.goto("#/privacy");
    await page.evaluate((state) => {
      localStorage.clear();
      for (const [key, value] of Object.entries(state)) localStorage.setItem(key, value);
    }, state);
    await tab.open();
    await page.goto("#/survey/mfa-2026/review");
    await tab.atReview();
    await killAfter(page, count);
    await page.getByTestId("submit").click();
    await expect(page).toHaveURL(/receipt/);
    await page.close({ runBeforeUnload: false });

    const second = await context.newPage();
    const again = new SurveyPage(second);
    await again.open();
    await expect(again.heading).toBeVisible();
    left.add(`${(await again.storedResponses()).length} ${(await again.storedDraft()) === null}`);
    if ((await again.storedResponses()).length === 0) {
      await second.getByTestId("continue-draft").click();
      await second.goto("#/survey/mfa-2026/review");
      await again.submit();
    }
    await expect(again.draft).toHaveCount(0);
    expect(await again.storedResponses()).toEqual([id]);
    const kept = await second.evaluate((id) => JSON.parse(localStorage.getItem(`aptauja:response:${id}`)), id);
    expect(kept.answers).toEqual(whole);
    await second.close();
  }
  // It was killed before, between and after.
  expect([...left]).toEqual(expect.arrayContaining(["0 false", "1 true"]));
});

test("storage that the browser clears in the midst of a survey is said, and the answers are kept", async ({ page, survey }) => {
  await survey.begin();
  await survey.answer(whole);
  await survey.continue();
  await page.evaluate(() => localStorage.clear());
  await survey.answer(whole);
  await expect(survey.tabNotice).toContainText(lv["tabs.gone"]);
  await page.getByRole("button", { name: lv["tabs.keep_new"] }).click();
  await expect.poll(async () => (await survey.storedDraft())?.draft.answers).toEqual({ service: "mfa-11", channels: whole.channels });
  await page.reload();
  await survey.atStep("channels");
});

test("storage that the browser cleared between visits is not taken for anything else", async ({ page, survey, device }) => {
  await survey.fillIn(whole);
  const id = await survey.submit();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(survey.heading).toHaveText(lv["receipt.gone_title"]);
  await expect(page.locator("main")).toContainText(id);
  await device.open();
  await expect(device.empty).toBeVisible();
  await survey.open();
  await expect(page.getByTestId("start")).toBeVisible();
});

test("a clock that is years behind closes the survey and says from when it is open", async ({ page, survey }) => {
  await page.clock.setFixedTime(new Date("2019-03-01T10:00:00Z"));
  await survey.open();
  await expect(survey.closed).toHaveText(fill(lv["survey.before"], { date: "01.01.2026." }));
});

test("what a clock years ahead dated is taken, counted and found by its day", async ({ page, context, survey, results }) => {
  await page.clock.setFixedTime(new Date("2033-03-01T10:00:00Z"));
  await survey.fillIn(whole);
  const id = await survey.submit();
  const { name, text, value } = await survey.saveResponse();
  expect(value.responses[0].submitted_at).toMatch(/^2033-03-01T10:00:00/);
  // A draft it left is still there once the clock is right.
  await survey.begin();
  await survey.answer(whole);
  await page.close();
  const later = await context.newPage();
  await new SurveyPage(later).open();
  await expect(new SurveyPage(later).draft).toBeVisible();

  const auditor = new results.constructor(later);
  await auditor.open();
  await auditor.load({ [name]: text });
  await expect(auditor.responses).toContainText("1");
  await auditor.open("from=2033-03-01&to=2033-03-01");
  expect(id).toBe(value.responses[0].id);
});

test("devices whose exports overlap count every response once", async ({ browser, contextOptions, survey, device, results, witness }) => {
  await survey.fillIn(whole);
  await survey.submit();
  await device.open();
  const first = await device.export();
  await survey.fillIn(whole);
  await survey.submit();
  await device.open();
  const second = await device.export();
  expect(second.value.responses).toHaveLength(2);

  const context = await browser.newContext(contextOptions);
  witness.watch(context);
  const page = await context.newPage();
  await new SurveyPage(page).fillIn(whole);
  await new SurveyPage(page).submit();
  const other = new DevicePage(page);
  await other.open();
  const third = await other.export();
  await context.close();

  await results.open();
  await results.load({ "a.json": first.text, "b.json": second.text, "c.json": third.text, "d.json": second.text });
  const { value } = await results.saveReport();
  expect(value.accepted).toBe(3);
  expect(value.sources.map((it) => it.duplicates)).toEqual([0, 1, 0, 2]);
  expect(value.sources.every((it) => it.conflicts === 0 && it.rejected === 0)).toBe(true);
});

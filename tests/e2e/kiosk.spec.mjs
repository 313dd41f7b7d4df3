// A tablet that visitors use one after another: one survey, and nothing of one person for the next.

import { whole } from "./answers.mjs";
import { expect, test } from "./fixtures.mjs";
import { KioskPage, PIN } from "./pages/kiosk-page.mjs";
import { Keyboard } from "./pages/keyboard.mjs";
import { SurveyPage } from "./pages/survey-page.mjs";
import { catalogue, lv } from "./texts.mjs";

/** Words that nobody else writes. */
const SECRET = "Slepeni vārdi par kavējumu";

async function submitted(kiosk, survey) {
  await kiosk.begin();
  await survey.openStep("service");
  await survey.answer(whole);
  await survey.openStep("comment");
  await survey.text.fill(SECRET);
  await survey.page.goto("#/survey/mfa-2026/review");
  return survey.submit();
}

test("kiosk mode is set up by keyboard, and a mistyped PIN is told", async ({ page, kiosk }) => {
  await page.goto("#/device");
  await new Keyboard(page).tabTo(page.locator("#kiosk-pin"));
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await expect(kiosk.setup.getByText(lv["kiosk.pin_form"])).toBeVisible();
  await expect(page.locator("#kiosk-pin")).toBeFocused();
  await page.keyboard.type("34");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1243");
  await page.keyboard.press("Enter");
  await expect(kiosk.setup.getByText(lv["kiosk.pin_differs"])).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("1234");
  await page.keyboard.press("Enter");
  await kiosk.atStart();
  const setting = await page.evaluate(() => localStorage.getItem("aptauja:kiosk"));
  expect(setting).not.toContain("1234");
});

test("a kiosk shows only its survey, in its language, also after a reload and at typed addresses", async ({ page, kiosk }) => {
  await kiosk.turnOn({ service: "mfa-11", language: "en" });
  await expect(page.locator(".site-nav")).toHaveCount(0);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const { title } = catalogue.services.find((it) => it.id === "mfa-11");
  await expect(page.locator(".prefill")).toContainText(title.en);
  for (const address of ["#/", "#/results", "#/catalogue", "#/survey/mfa-2018", "#/survey/mfa-2026?lang=lv", "#/survey/mfa-2026/review", "#/survey/mfa-2026/step/comment", "#/nowhere"]) {
    await page.goto(address);
    await kiosk.atStart();
    await page.goto(address);
    await page.reload();
    await kiosk.atStart();
  }
  await page.goto("about:blank");
  await page.goto("./#/results");
  await kiosk.atStart();
  await page.getByRole("link", { name: "Privacy", exact: true }).click();
  await page.getByRole("link", { name: "To the survey" }).click();
  await kiosk.atStart();
});

test("after submitting nothing of the person is left on the page, in the history or in undo", async ({ page, kiosk, survey }) => {
  await kiosk.turnOn();
  const id = await submitted(kiosk, survey);
  await expect(survey.heading).toHaveText(lv["kiosk.thanks_title"]);
  await expect(page.locator("main")).not.toContainText(SECRET);
  await expect(page.getByTestId("save-response")).toHaveCount(0);
  await kiosk.done.click();
  await kiosk.atStart();
  expect(await survey.storedDraft()).toBeNull();
  expect(await survey.storedResponses()).toEqual([id]);

  for (const step of ["goBack", "goBack", "goForward", "goBack", "goBack"]) {
    await page[step]();
    await kiosk.atStart();
    await expect(page.locator("body")).not.toContainText(SECRET);
  }
  await page.goto(`#/survey/mfa-2026/receipt/${id}`);
  await kiosk.atStart();

  await kiosk.begin();
  await survey.openStep("comment");
  await survey.text.click();
  for (const keys of ["Control+z", "Control+y", "Control+z"]) await page.keyboard.press(keys);
  await expect(survey.text).toHaveValue("");
});

test("the page of thanks counts down, and a sign of somebody puts it off", async ({ page, kiosk, survey }) => {
  await page.clock.install();
  await kiosk.turnOn();
  await submitted(kiosk, survey);
  await page.clock.runFor(12_000);
  await expect(kiosk.countdown).toContainText(/ [78] /);
  await page.keyboard.press("Shift+a");
  await page.clock.runFor(12_000);
  await expect(kiosk.countdown).toContainText(/ [78] /);
  await page.clock.runFor(10_000);
  await kiosk.atStart();
});

test("whoever leaves is asked for twenty seconds, and then everything of theirs is deleted", async ({ page, kiosk, survey }) => {
  await page.clock.install();
  await kiosk.turnOn({ minutes: 1 });
  await kiosk.begin();
  await survey.chooseLanguage("en");
  await survey.openStep("comment");
  await survey.text.fill(SECRET);
  await expect.poll(() => kiosk.stored()).toContain(SECRET);

  await page.clock.runFor(59_000);
  await expect(kiosk.idle).toBeHidden();
  await page.clock.runFor(3_000);
  await expect(kiosk.idle).toBeVisible();
  await expect(kiosk.idle.getByRole("button").first()).toBeFocused();
  await expect(kiosk.idle).toContainText(/ 1[789] /);
  // A nudge is not an answer; a key is.
  await page.mouse.move(5, 5);
  await expect(kiosk.idle).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(kiosk.idle).toBeHidden();
  await expect(survey.text).toHaveValue(SECRET);

  await page.clock.runFor(62_000);
  await kiosk.idle.getByRole("button").first().click();
  await expect(kiosk.idle).toBeHidden();

  await page.clock.runFor(62_000);
  await expect(kiosk.idle).toBeVisible();
  await page.clock.runFor(20_000);
  await kiosk.atStart();
  await expect(page.locator("html")).toHaveAttribute("lang", "lv");
  expect(await kiosk.stored()).not.toContain(SECRET);
  await page.goBack();
  await kiosk.atStart();
});

test("the question can be answered with the end, and deleting a draft is one too", async ({ page, kiosk, survey }) => {
  await page.clock.install();
  await kiosk.turnOn({ minutes: 1 });
  await kiosk.begin();
  await page.clock.runFor(62_000);
  await kiosk.idle.getByRole("button", { name: lv["kiosk.idle_end"] }).click();
  await kiosk.atStart();
  await kiosk.begin();
  await survey.openStep("comment");
  await survey.text.fill(SECRET);
  await survey.deleteDraft();
  await survey.confirmDelete();
  await kiosk.atStart();
  expect(await kiosk.stored()).not.toContain(SECRET);
});

test("a start page that nobody touched stays as it is, and a person in another language is forgotten", async ({ page, kiosk, survey }) => {
  await page.clock.install();
  await kiosk.turnOn({ minutes: 1 });
  await page.clock.runFor(300_000);
  await expect(kiosk.idle).toBeHidden();
  await survey.chooseLanguage("en");
  await page.clock.runFor(62_000);
  await expect(kiosk.idle).toBeVisible();
  await page.clock.runFor(20_000);
  await kiosk.atStart();
  await expect(page.locator("html")).toHaveAttribute("lang", "lv");
});

test("a draft outlives a crash only for the idle time", async ({ context, page, kiosk, survey }) => {
  await kiosk.turnOn({ minutes: 1 });
  await kiosk.begin();
  await survey.openStep("comment");
  await survey.text.fill(SECRET);
  await expect.poll(() => kiosk.stored()).toContain(SECRET);
  await page.close({ runBeforeUnload: false });

  const second = await context.newPage();
  await second.goto("#/survey/mfa-2026/step/comment");
  await expect(new SurveyPage(second).text).toHaveValue(SECRET);
  await second.close({ runBeforeUnload: false });

  const third = await context.newPage();
  await third.clock.setFixedTime(Date.now() + 90_000);
  await third.goto("#/survey/mfa-2026/step/comment");
  await new KioskPage(third).atStart();
  expect(await new KioskPage(third).stored()).not.toContain(SECRET);
});

test("the device's page needs the PIN, wrong ones are slowed down, and staff can end the kiosk", async ({ page, kiosk, survey, device }) => {
  await page.clock.install();
  await kiosk.turnOn();
  const id = await submitted(kiosk, survey);
  await kiosk.done.click();
  await kiosk.atStart();
  await page.getByRole("link", { name: lv["kiosk.staff"] }).click();
  await expect(kiosk.pin).toBeVisible();
  await expect(device.kept).toHaveCount(0);
  // What can be no PIN is no attempt.
  for (const none of ["", "12", "abcd", "", "", ""]) await kiosk.type(none);
  await expect(kiosk.wait).toBeEmpty();
  for (let wrong = 1; wrong <= 5; wrong += 1) {
    await kiosk.type("0000");
    await expect(page.getByText(lv["kiosk.wrong"])).toBeVisible();
  }
  await expect(kiosk.wait).toContainText(/ (2\d|30) /);
  await page.reload();
  await expect(kiosk.wait).not.toBeEmpty();
  await expect(page.getByRole("button", { name: lv["kiosk.open"], exact: true })).toBeDisabled();
  await page.clock.runFor(31_000);
  await expect(kiosk.wait).toBeEmpty();
  await kiosk.type(PIN);
  await expect(device.count).toHaveText("1 aizpildīta anketa");
  // A look elsewhere locks it again.
  await page.goto("#/results");
  await kiosk.atStart();
  await kiosk.enter();
  await kiosk.control.getByRole("button", { name: lv["kiosk.back"] }).click();
  await kiosk.atStart();
  await kiosk.enter();
  await kiosk.end();
  expect(await survey.storedResponses()).toEqual([id]);
  await page.goto("#/results");
  await expect(page.getByRole("heading", { level: 1, name: lv["results.title"] })).toBeVisible();
});

test("answers that cannot be stored are not taken for submitted", async ({ page, kiosk, survey }) => {
  await kiosk.turnOn();
  await kiosk.begin();
  await survey.answer(whole);
  await page.goto("#/survey/mfa-2026/review");
  await survey.atReview();
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (globalThis.isFull !== false && key.startsWith("aptauja:response:")) throw new DOMException("full", "QuotaExceededError");
      return setItem.call(this, key, value);
    };
  });
  await page.getByTestId("submit").click();
  await expect(kiosk.notStored).toContainText(lv["kiosk.not_stored"]);
  expect(await survey.storedResponses()).toEqual([]);
  await page.evaluate(() => (globalThis.isFull = false));
  const id = await survey.submit();
  expect(await survey.storedResponses()).toEqual([id]);
});

test("other tabs become the kiosk too", async ({ context, kiosk }) => {
  const other = await context.newPage();
  await other.goto("#/");
  await expect(other.locator("#app .site-nav")).toBeVisible();
  await kiosk.turnOn();
  await expect(other.locator(".site-nav")).toHaveCount(0);
  await new KioskPage(other).atStart();
});

test("a clock before the release is warned of", async ({ page, device }) => {
  await page.clock.setFixedTime(new Date("2024-05-06T07:08:00Z"));
  await device.open();
  await expect(page.getByTestId("clock")).toContainText("2024. gada 6. maijs");
  await expect(page.getByTestId("clock")).toContainText(lv["clock.set"]);
});

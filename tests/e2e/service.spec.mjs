// Finding the service, links that name it, and surveys that take no answers.

import { whole } from "./answers.mjs";
import { expect, test } from "./fixtures.mjs";
import { catalogue, en, fill, lv } from "./texts.mjs";

const title = (id) => catalogue.services.find((it) => it.id === id).title;
const ofProvider = (id) => catalogue.services.filter((it) => it.provider === id).map((it) => it.title.default);

test("a service is found by typing without diacritics", async ({ survey }) => {
  await survey.begin();
  await expect(survey.options).toHaveCount(26);
  await survey.search.pressSequentially("arejas tirdzniec");
  const labels = await survey.options.allTextContents();
  expect(labels.length).toBeGreaterThan(0);
  // The words may stand in the provider's name.
  expect(labels.sort()).toEqual(ofProvider("foreign_trade").sort());
  await survey.search.fill("qqq");
  await expect(survey.options).toHaveCount(0);
  await expect(survey.page.getByText(lv["step.search_none"])).toBeVisible();
});

test("Enter takes the only service found, and what is chosen stays in sight", async ({ survey }) => {
  await survey.begin();
  const { default: only } = title("mfa-16");
  await survey.search.fill(only.toUpperCase());
  await expect(survey.options).toHaveText([only]);
  await survey.search.press("Enter");
  await expect(survey.option(only)).toBeChecked();
  await survey.search.fill("qqq");
  await expect(survey.options).toHaveText([only]);
  await survey.atStep("service");
});

test("a service is found by its provider", async ({ survey }) => {
  await survey.begin();
  for (const provider of ["archive", "personnel"]) {
    await survey.provider.selectOption(provider);
    expect((await survey.options.allTextContents()).sort()).toEqual(ofProvider(provider).sort());
  }
});

test("a link prefills the service and the language", async ({ page, survey }) => {
  await survey.open("mfa-2026", "service=mfa-11&lang=en");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByText(fill(en["start.service"], { service: title("mfa-11").en }))).toBeVisible();
  await page.getByTestId("start").click();
  await survey.atStep("channels");
  await page.goto("#/survey/mfa-2026/review");
  await survey.submit();
  const { value } = await survey.saveResponse();
  expect(value.responses[0]).toMatchObject({ language: "en", answers: { service: "mfa-11" } });
});

test("a link about another service leaves the draft alone", async ({ survey }) => {
  await survey.begin();
  await survey.answer(whole);
  await survey.open("mfa-2026", "service=mfa-12");
  const other = fill(lv["start.draft_other_service"], { service: title("mfa-11").default });
  await expect(survey.draft).toContainText(other);
  await survey.resume();
  expect((await survey.storedDraft()).draft.answers).toEqual({ service: "mfa-11" });
});

// InterviewState::begin leaves the old draft in storage, so the first save takes it for another tab's.
test("a draft about another service gives way to a new one when told to", async ({ page, survey }) => {
  await survey.begin();
  await survey.answer(whole);
  await survey.open("mfa-2026", "service=mfa-12");
  await page.getByRole("button", { name: fill(lv["start.prefill_anew"], { service: title("mfa-12").default }) }).click();
  await survey.atStep("channels");
  await expect(survey.tabNotice).toHaveCount(0);
  await survey.option("Tālrunis").check();
  expect((await survey.storedDraft()).draft.answers).toEqual({ service: "mfa-12", channels: ["phone"] });
});

test("a link with a service nobody knows says so and asks for it", async ({ page, survey }) => {
  await survey.open("mfa-2026", "service=mfa-99");
  await expect(page.getByText(lv["start.unknown_service"])).toBeVisible();
  await page.getByTestId("start").click();
  await survey.atStep("service");
  await expect(survey.chosen()).toHaveCount(0);
});

test("a closed survey takes no answers and leads to its published results", async ({ page, survey, results }) => {
  await survey.open("mfa-2018");
  await expect(survey.heading).toHaveText(lv["survey.over_title"]);
  await expect(survey.closed).toContainText("31.01.2018.");
  await expect(page.getByTestId("start")).toHaveCount(0);
  for (const path of ["step/service", "review"]) {
    await page.goto(`#/survey/mfa-2018/${path}`);
    await expect(survey.closed).toBeVisible();
    await expect(page.locator("form, [data-testid=submit]")).toHaveCount(0);
  }
  await page.getByRole("link", { name: lv["survey.see_results"] }).click();
  await expect(page).toHaveURL(/#\/results\?survey=mfa-2018$/);
  await expect(results.published).toBeVisible();
});

test("before its first day a survey takes no answers", async ({ page, survey }) => {
  await page.clock.setFixedTime("2025-12-31T23:59:00Z");
  await survey.open();
  await expect(survey.heading).toHaveText(lv["survey.before_title"]);
  await expect(survey.closed).toContainText("01.01.2026.");
  await expect(page.getByTestId("start")).toHaveCount(0);
});

test("a survey that closes while it is answered keeps the answers and takes none", async ({ page, survey }) => {
  await page.clock.setFixedTime("2018-01-31T23:59:00Z");
  await survey.begin("mfa-2018");
  await survey.answer(whole);
  await page.goto("#/survey/mfa-2018/review");
  await page.clock.setFixedTime("2018-02-01T00:00:00Z");
  await page.getByTestId("submit").click();
  await expect(page.getByText(lv["error.closed"])).toBeVisible();
  expect(await survey.storedResponses()).toEqual([]);
  expect((await survey.storedDraft("mfa-2018")).draft.answers).toEqual({ service: "mfa-11" });
});

// The sentence promises a file, but no button saves one (review_page.rs).
test("answers that come too late can be saved as a file", async ({ page, survey }) => {
  await page.clock.setFixedTime("2018-01-31T23:59:00Z");
  await survey.begin("mfa-2018");
  await survey.answer(whole);
  await page.goto("#/survey/mfa-2018/review");
  await page.clock.setFixedTime("2018-02-01T00:00:00Z");
  await page.getByTestId("submit").click();
  await expect(page.getByText(lv["error.closed"])).toBeVisible();
  const { value } = await survey.saveNow();
  expect(value.responses[0].answers).toEqual({ service: "mfa-11" });
});

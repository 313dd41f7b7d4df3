// What can be read before the wasm is there, and how the application takes its place.

import { expect, test } from "./fixtures.mjs";
import { EarlyPage } from "./pages/early-page.mjs";
import { en, index, lv, localised, questionnaire } from "./texts.mjs";

const WIDTHS = [360, 768, 1280];
const addresses = ["#/", "#/survey/mfa-2026", "#/survey/mfa-2026?service=mfa-11&lang=en", "#/results", "#/results?lang=en"];

/** What keeps its room only has no words yet. */
const isSeen = (line) => !line.startsWith("P  ");

for (const address of addresses) {
  test(`${address} is read before the wasm is there, and nothing moves when it comes`, async ({ page }) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto("about:blank");
      const early = new EarlyPage(page);
      await early.open(address);
      await expect(early.heading).toBeVisible();
      if (width > 640) await expect(page.locator("#early .institution")).toContainText(/Latvi/);
      const before = (await early.kept("#early")).filter(isSeen);
      expect(before.length).toBeGreaterThan(6);
      await early.release();
      expect(await early.kept("#app")).toEqual(expect.arrayContaining(before));
      expect(await early.shift(), `layout shift at ${width} px`).toBeLessThan(0.005);
      await page.unrouteAll();
    }
  });
}

test("the early page speaks the language chosen before", async ({ page, survey }) => {
  await page.goto("#/");
  await survey.chooseLanguage("en");
  await page.goto("about:blank");
  const early = new EarlyPage(page);
  await early.open("#/");
  await expect(early.heading).toHaveText(localised(questionnaire.title, "en"));
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(early.early).toContainText(en["nav.catalogue"]);
  await expect(early.early).not.toContainText(lv["nav.catalogue"]);
});

test("the early page reads the definitions, not a copy of them", async ({ page }) => {
  const own = { title: "Aptauja {year}. gadam", description: { default: "Īsi", en: "Short" }, pages: questionnaire.pages };
  await page.route("**/surveys/mfa-questionnaire.json", (route) => route.fulfill({ json: own }));
  const early = new EarlyPage(page);
  await early.open("#/");
  await expect(early.heading).toHaveText("Aptauja 2025. gadam");
  await expect(early.lead).toHaveText("Īsi");
  await early.release();
  await expect(page.locator("h1")).toHaveText("Aptauja 2025. gadam");
});

test("a closed survey, a step and other pages have the early page's head only", async ({ page }) => {
  for (const address of ["#/survey/mfa-2018", "#/survey/mfa-1999", "#/survey/mfa-2026/review", "#/privacy", "#/device"]) {
    await page.goto("about:blank");
    const early = new EarlyPage(page);
    await early.open(address);
    await expect(early.early.getByText(lv["app.loading"])).toBeVisible();
    await expect(early.heading).toHaveCount(0);
    await expect(early.early.locator("nav")).toHaveCount(address.endsWith("review") ? 0 : 1);
    await early.release();
    await page.unrouteAll();
  }
});

test("definitions that cannot be read leave the application to say so", async ({ page, witness }) => {
  witness.expect(/500/);
  await page.route("**/surveys/index.json", (route) => route.fulfill({ status: 500 }));
  const early = new EarlyPage(page);
  await early.open("#/");
  await expect(early.early.getByText(lv["app.loading"])).toBeVisible();
  await early.release();
  await expect(page.getByTestId("definition-error")).toContainText("HTTP 500");
  // The answer that came early is not the answer for ever.
  await page.unroute("**/surveys/index.json");
  await page.getByRole("button", { name: lv["definition.retry"] }).click();
  await expect(page.getByTestId("start")).toBeVisible();
});

test("every definition is asked for once", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => request.url().includes("/surveys/") && asked.push(request.url().split("/").pop()));
  await page.goto("#/");
  await expect(page.getByTestId("start")).toBeVisible();
  const [{ questionnaire: questions, catalogue }] = index.surveys;
  expect(asked.sort()).toEqual(["index.json", questions, catalogue].sort());
});

test("a link of the early page leads to the other binary's page", async ({ page, results }) => {
  const early = new EarlyPage(page);
  await early.open("#/");
  await early.early.getByRole("link", { name: lv["nav.results"] }).click();
  await expect(early.heading).toHaveText(lv["results.title"]);
  await early.release();
  await expect(results.published).toBeVisible();
});

test("whoever stands on a link of the early page stands on it afterwards", async ({ page }) => {
  const early = new EarlyPage(page);
  await early.open("#/privacy");
  await early.early.getByRole("link", { name: lv["nav.results"] }).focus();
  await early.release();
  await expect(early.app.getByRole("link", { name: lv["nav.results"] })).toBeFocused();
});

test("where the wasm does not come, the page says so", async ({ page, witness }) => {
  witness.expect(/ERR_FAILED|Failed to fetch/);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("#/");
  await expect(page.locator("#failure")).toBeVisible();
  await expect(page.locator("#early")).toBeHidden();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says that it needs them", async ({ page }) => {
    await page.goto("#/");
    await expect(page.locator("noscript p").first()).toBeVisible();
    await expect(page.locator("noscript")).toContainText("jāatļauj JavaScript", { useInnerText: true });
    await expect(page.locator("#loading")).toBeHidden();
  });
});

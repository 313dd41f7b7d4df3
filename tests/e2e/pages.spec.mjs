// The pages around the survey, in both languages.

import { whole } from "./answers.mjs";
import { expect, test } from "./fixtures.mjs";
import { catalogue as shipped, en, fill, lv, texts } from "./texts.mjs";

const ofCommunication = shipped.services.filter((it) => it.provider === "communication");

test("the catalogue is searched without diacritics and by provider", async ({ catalogue }) => {
  await catalogue.open();
  await expect(catalogue.services).toHaveCount(26);
  await catalogue.search.fill("legalizacija istuma");
  await expect(catalogue.services).toHaveCount(1);
  await expect(catalogue.services).toContainText("Dokumentu īstuma apliecināšana");
  await expect(catalogue.count).toHaveText("1 pakalpojums");
  // The provider's name finds its services.
  await catalogue.search.fill("KOMUNIKACIJAS grupa");
  await expect(catalogue.services).toHaveCount(ofCommunication.length);
  await catalogue.search.press("Escape");
  await expect(catalogue.services).toHaveCount(26);
});

test("five of 26 services were audited, 19 %", async ({ page, catalogue }) => {
  await catalogue.open();
  await expect(page.locator(".lead")).toContainText("5 no 26");
  await expect(page.locator(".lead")).toContainText("19\u00a0%");
  await catalogue.onlyAudited.check();
  await expect(catalogue.services).toHaveCount(5);
  await expect(catalogue.count).toHaveText("5 pakalpojumi");
  await expect(page.locator(".badge:visible")).toHaveText(Array(5).fill(lv["catalogue.audited"]));
});

test("a service of the catalogue leads to answering about it", async ({ page, catalogue, survey }) => {
  await catalogue.open();
  await catalogue.service("mfa-14").getByRole("link").click();
  await expect(page).toHaveURL(/#\/survey\/mfa-2026\?service=mfa-14$/);
  await page.getByTestId("start").click();
  await survey.atStep("channels");
  expect((await survey.storedDraft()).draft.answers).toEqual({ service: "mfa-14" });
});

test("the start page says who asks, why, how long and what becomes of the answers", async ({ page, survey }) => {
  await page.goto("#/");
  const facts = page.locator(".facts");
  for (const key of ["start.who", "start.minutes_term", "start.until_term", "start.answers_term"]) {
    await expect(facts).toContainText(lv[key]);
  }
  await expect(facts).toContainText("Latvijas Republikas Ārlietu ministrija");
  await expect(facts).toContainText("5 minūtes");
  const others = page.locator(".other-surveys");
  await expect(others).toContainText(fill(lv["start.state_over"], { date: "31.01.2018." }));
  await others.getByRole("link").click();
  await expect(survey.closed).toBeVisible();
});

test("an address that leads nowhere leads back", async ({ page }) => {
  await page.goto("#/nowhere");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(lv["not_found.title"]);
  await page.getByRole("link", { name: lv["not_found.home"] }).click();
  await expect(page.getByTestId("start")).toBeVisible();
});

test("a survey and a response nobody knows are said to be so", async ({ page, survey }) => {
  await survey.open("mfa-1999");
  await expect(survey.heading).toHaveText(lv["survey.unknown_title"]);
  await expect(page.locator("main")).toContainText("mfa-1999");
  await page.goto("#/survey/mfa-2026/receipt/00000000-0000-4000-8000-000000000000");
  await expect(survey.heading).toHaveText(lv["receipt.gone_title"]);
});

test("results of a survey nobody knows say so", async ({ page, results }) => {
  await results.open("survey=mfa-1999");
  await page.getByTestId("load-sample").click();
  await expect(results.ledger).toBeVisible();
  await expect(page.locator("main")).toContainText("mfa-1999");
  await expect(results.progress).toHaveCount(0);
});

/** Every page with its title in both languages. */
const pages = {
  "#/": { lv: "Klientu apmierinātības aptauja par Ārlietu ministrijas pakalpojumiem", en: "Client satisfaction survey on the services of the Ministry of Foreign Affairs" },
  "#/survey/mfa-2018": both("survey.over_title"),
  "#/catalogue": both("catalogue.title"),
  "#/device": both("device.title"),
  "#/links": both("links.title"),
  "#/keys": both("keys.title"),
  "#/results": both("results.title"),
  "#/privacy": both("privacy.title"),
  "#/accessibility": both("accessibility.title"),
  "#/nowhere": both("not_found.title"),
};

function both(key) {
  return { lv: lv[key], en: en[key] };
}

/** Keys of texts that stand on the page in place of the text, and places that were not filled. */
async function unfinished(page) {
  const words = await page.locator("body").innerText();
  const labels = await page.locator("[aria-label]").evaluateAll((list) => list.map((it) => it.ariaLabel));
  const all = [words, await page.title(), ...labels].join("\n");
  return [...Object.keys(texts.lv).filter((key) => key.includes(".") && all.split(/\s+/).includes(key)), ...(all.match(/\{\w+\}|undefined|null|NaN/g) ?? [])];
}

for (const [address, titles] of Object.entries(pages)) {
  test(`${address} speaks both languages, and its document is named in them`, async ({ page, survey }) => {
    await page.goto(address);
    for (const language of ["lv", "en", "lv"]) {
      await survey.chooseLanguage(language);
      await expect(page).toHaveTitle(`${titles[language]} – ${texts[language]["app.name"]}`);
      await expect(survey.heading).toHaveText(titles[language]);
      await expect(page.locator(".footer-note")).toHaveText(texts[language]["footer.note"]);
      expect(await unfinished(page)).toEqual([]);
    }
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("lang", "lv");
  });
}

test("every step, the review and the receipt speak both languages", async ({ page, survey }) => {
  await survey.begin();
  const titles = new Set();
  while (!page.url().endsWith("/review")) {
    const name = survey.stepName();
    await survey.answer(whole);
    for (const language of ["en", "lv"]) {
      await survey.chooseLanguage(language);
      expect(await unfinished(page), name).toEqual([]);
      titles.add(await page.title());
    }
    await survey.continue();
    await expect(page).not.toHaveURL(new RegExp(`/step/${name}$`));
  }
  // Each step its own, in each language.
  expect(titles.size).toBe(2 * 18);
  const check = async () => {
    for (const language of ["en", "lv"]) {
      await survey.chooseLanguage(language);
      expect(await unfinished(page)).toEqual([]);
    }
  };
  await check();
  await survey.submit();
  await check();
});

test("results with files speak both languages", async ({ page, results, survey }) => {
  await results.open("colour=red&channels=email&from=2018-01-16");
  await results.loadSample();
  for (const language of ["en", "lv"]) {
    await survey.chooseLanguage(language);
    await expect(page.locator(".report-title")).toContainText(language === "en" ? "Client" : "Klientu");
    expect(await unfinished(page)).toEqual([]);
  }
});

test("the language of a link holds on every page it leads to", async ({ page, survey }) => {
  await survey.open("mfa-2026", "lang=en");
  await page.getByRole("link", { name: en["nav.catalogue"], exact: true }).click();
  await expect(survey.heading).toHaveText(en["catalogue.title"]);
});

// The worker's own words are shown (worker_host.rs, Host::report).
test("an unknown survey in the results' address is named in the page's language", async ({ page, results }) => {
  await results.open("survey=mfa-1999");
  await page.getByTestId("load-sample").click();
  await expect(results.ledger).toBeVisible();
  await expect(page.locator("main")).not.toContainText("unknown survey");
});

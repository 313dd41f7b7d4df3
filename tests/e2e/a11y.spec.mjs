// Accessibility of every page, in every state that people get to see.

import { SIZES, expectAccessible, expectNoSidewaysScroll } from "./accessibility.mjs";
import { stepsOf, whole } from "./answers.mjs";
import { blockStorage } from "./blocked.mjs";
import { newKey, seal } from "../files/age-tool.mjs";
import { expect, test } from "./fixtures.mjs";
import { ndjson, response, spoilt } from "./records.mjs";
import { lv, sampleText } from "./texts.mjs";

// Each looks at many pages in four ways.
test.describe.configure({ timeout: 120_000 });

const steps = stepsOf(whole);
const half = Math.ceil(steps.length / 2);

/** Statements after a matrix's first differ in their words only. */
const isRepetition = (name) => name.includes(".") && steps.find((it) => it.startsWith(name.split(".")[0])) !== name;

for (const [part, names] of [["first", steps.slice(0, half)], ["second", steps.slice(half)]]) {
  test(`the ${part} half of the steps is accessible, answered and with errors`, async ({ page, survey }) => {
    await survey.begin();
    await survey.answer(whole);
    await survey.openStep("delays");
    await survey.option("Jā").check();
    for (const name of names) {
      await survey.openStep(name);
      await survey.atStep(name);
      if (name === "service") {
        await page.getByRole("button", { name: lv["step.clear"] }).click();
        await survey.continue();
        await expect(survey.summary).toBeVisible();
      } else {
        await survey.answer(whole);
      }
      if (name === "strengths") {
        await survey.otherText.fill("");
        await survey.continue();
        await expect(survey.summary).toBeVisible();
      }
      await expectAccessible(page, name, isRepetition(name) ? { sizes: [SIZES[1]], schemes: ["dark"] } : {});
    }
  });
}

test("start, draft, review and receipt are accessible", async ({ page, survey }) => {
  await survey.open();
  await expect(page.getByTestId("start")).toBeVisible();
  await expectAccessible(page, "start");
  await survey.begin();
  await survey.answerAll(whole);
  await expectAccessible(page, "review");
  await survey.open();
  await survey.deleteDraft();
  await expectAccessible(page, "draft");
  await page.goto("#/survey/mfa-2026/review");
  await survey.submit();
  await expectAccessible(page, "receipt");
});

test("warnings about storage and tabs are accessible", async ({ page, survey }) => {
  await blockStorage(page);
  await survey.begin();
  await survey.answer(whole);
  await expect(survey.storageWarning).toBeVisible();
  await expectAccessible(page, "blocked storage");
  await page.goto("#/survey/mfa-2026/review");
  await survey.submit();
  await expectAccessible(page, "receipt without storage");
});

test("closed surveys, the catalogue and the pages of words are accessible", async ({ page, catalogue }) => {
  for (const address of ["#/survey/mfa-2018", "#/catalogue", "#/privacy", "#/accessibility", "#/nowhere"]) {
    await page.goto(address);
    await expectAccessible(page, address);
  }
  await catalogue.open();
  await catalogue.search.fill("qqq");
  await expectAccessible(page, "nothing found");
});

test("the device's page is accessible, empty and with responses", async ({ page, survey, device }) => {
  await device.open();
  await expectAccessible(page, "nothing kept");
  await survey.begin();
  await survey.answer(whole);
  await page.goto("#/survey/mfa-2026/review");
  await survey.submit();
  await device.open();
  await page.locator(".definitions summary").click();
  await device.delete();
  await expectAccessible(page, "one response kept");
});

test("links and posters are accessible, chosen and with faults", async ({ page, links }) => {
  await links.open();
  await expectAccessible(page, "links");
  await links.open("survey=mfa-2018&service=mfa-13&language=en");
  await links.base.fill("aptauja");
  await links.base.blur();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "links, wrong address");
});

test("the page of keys is accessible, with a pair, a check and a question", async ({ page, keys, survey }) => {
  await keys.open();
  await expectAccessible(page, "keys");
  await keys.checkTyped("sveiki");
  await keys.makePair();
  await keys.show.click();
  await page.locator("#forget-key button").click();
  await expectAccessible(page, "a pair that is nowhere else");
  await keys.checkTyped(await keys.secretKey.textContent());
  await expect(keys.checked).toBeVisible();
  await expectAccessible(page, "a key that was checked");
  await page.goto("#/device");
  await expect(survey.heading).toHaveText(lv["keys.leave_title"]);
  await expectAccessible(page, "leaving a key");
});

test("a kiosk is accessible: set up, question whether to go on, thanks, PIN, device", async ({ page, kiosk, survey }) => {
  await page.goto("#/device");
  await page.getByTestId("kiosk-start").click();
  await expect(page.getByText(lv["kiosk.pin_form"])).toBeVisible();
  await expectAccessible(page, "set up");
  await kiosk.turnOn({ minutes: 1 });
  await expectAccessible(page, "kiosk");
  await kiosk.begin();
  await survey.answer(whole);
  // The clock stands still within the twenty seconds.
  await page.clock.setFixedTime(Date.now() + 65_000);
  await expect(kiosk.idle).toBeVisible();
  await expectAccessible(page, "question");
  await kiosk.idle.getByRole("button").first().click();
  await expect(kiosk.idle).toBeHidden();
  await page.goto("#/survey/mfa-2026/review");
  await survey.submit();
  await expectAccessible(page, "thanks", { sizes: [SIZES[1]], schemes: ["dark"] });
  await kiosk.done.click();
  await kiosk.enter("0000");
  await expect(page.getByText(lv["kiosk.wrong"])).toBeVisible();
  await page.locator("details summary").click();
  await expectAccessible(page, "PIN");
  await kiosk.type("2580");
  await expect(kiosk.control).toBeVisible();
  await expectAccessible(page, "device of a kiosk");
});

test("a mistake in a definition is shown accessibly", async ({ page }) => {
  await page.route("**/surveys/mfa-questionnaire.json", (route) => route.fulfill({ json: { pages: [] } }));
  await page.goto("#/");
  await expect(page.getByTestId("definition-error")).toBeVisible();
  await expectAccessible(page, "definition");
});

test("published results are accessible with a table open", async ({ page, results }) => {
  await results.open();
  await results.openTable("quality");
  await results.openTable("strengths");
  await expect(await results.picture("quality")).toBeVisible();
  await expectAccessible(page, "published results");
});

test("results are accessible with tables, filters and faults in sight", async ({ page, results }) => {
  await results.open("colour=red&language=lv");
  await results.loadSample();
  await results.openTable("quality");
  await results.openTable("strengths");
  await results.compare("quality", "channels");
  await results.compare("delays", "language");
  await expect(page.locator(".cross-table")).toHaveCount(2);
  await results.openFilter("service");
  await results.openFilter("quality.knowledge");
  await expect(results.faults).toBeVisible();
  await expectAccessible(page, "results");
});

test("comments are accessible with themes, marks, tallies and a question about deleting", async ({ page, results, comments }) => {
  await results.showSmallGroups();
  await results.open();
  const personal = { answers: { service: "mfa-04", comment: "Zvaniet 29123456" } };
  await results.load({ "a.ndjson": ndjson([...Array(30).keys()].map((at) => response(at)).concat(response(99, personal))) });
  await comments.show();
  for (const title of ["Rindas un gaidīšana", "Valoda"]) await comments.addTheme(title);
  await comments.code(0, "Valoda").click();
  await comments.choose("comments.select", "personal");
  await expect(comments.words.locator("mark")).toBeVisible();
  await comments.items.first().focus();
  await page.keyboard.press("x");
  await page.keyboard.press("1");
  await comments.theme("Valoda").locator(".theme-delete").click();
  await expect(page.locator("[data-themes=comment]")).toBeVisible();
  await results.choose({ "kodi.json": '{"format":"aptauja.codes","version":1' });
  await expect(comments.news).toBeVisible();
  await expectAccessible(page, "comments");
});

test("everything that can be saved is accessible, also where responses are hidden", async ({ page, results }) => {
  await results.open();
  await results.loadSample();
  await page.getByTestId("export").locator("summary").click();
  await expect(await results.picture("channels")).toBeVisible();
  await results.question("channels").locator(".chart-menu summary").click();
  await page.getByTestId("export-codebook").click();
  await expect(page.getByTestId("export-outcome")).toContainText("csv");
  await expectAccessible(page, "exports");
  await results.open("quality.equal_treatment=satisfactory");
  await expect(page.getByTestId("export-hidden")).toBeVisible();
  await expectAccessible(page, "exports of a hidden selection");
});

test("the report to be printed and the slides are accessible, also while their files are awaited", async ({ page, results, report, slides }) => {
  await results.open("language=lv&_show=report");
  await expect(page.getByTestId("waiting")).toBeVisible();
  await expectAccessible(page, "a link that waits for files");
  await results.choose({ "a.ndjson": sampleText });
  await report.drawn(7);
  await expectAccessible(page, "report");
  await page.goto("#/results?_show=slides");
  for (const number of [1, 4, 9]) {
    await page.goto(`#/results?_show=slides&_slide=${number}`);
    await slides.at(number, 9);
    await expectAccessible(page, `slide ${number}`);
  }
});

test("the ledger is accessible with refused and conflicting records", async ({ page, results }) => {
  await results.open();
  await results.load({
    "a.ndjson": ndjson([response(1), { ...response(1), language: "ru" }]) + spoilt.map((it) => it.text).join("\n"),
    [`${"ļoti-garš-nosaukums-".repeat(7)}.json`]: "",
  });
  await expect(results.rejections).toBeVisible();
  await expectAccessible(page, "ledger");
});

test("pasting, keys and what is not opened are accessible", async ({ page, results }) => {
  const key = newKey();
  await results.open();
  await results.paste("Labdien!");
  await expect(results.unfit).not.toBeEmpty();
  await expectAccessible(page, "a text without responses");
  await results.paste(key.identity);
  await results.load({ "a.ndjson": ndjson([response(1)]), "b.age": seal(ndjson([response(2)]), newKey().recipient) });
  await expect(results.keys.getByRole("listitem")).toHaveCount(1);
  await expect(results.sealed).toBeVisible();
  await expectAccessible(page, "keys");
});

test("every page that opens has one heading, and it has focus @phone", async ({ page, survey }) => {
  await survey.begin();
  await survey.answer(whole);
  for (const name of steps.filter((it) => it !== "delays_details").slice(0, 4)) {
    await survey.atStep(name);
    if (name !== "service") await expect(survey.heading).toBeFocused();
    await survey.continue();
  }
  await page.goto("#/survey/mfa-2026/review");
  await expect(survey.heading).toHaveText(lv["review.title"]);
  await expect(survey.heading).toBeFocused();
  await survey.submit();
  await expect(survey.heading).toBeFocused();
  // Among the pages of the larger binary: to the first of them leads a reload.
  await page.goto("#/catalogue");
  await expect(survey.heading).toHaveText(lv["catalogue.title"]);
  for (const [key, title] of [["nav.results", "results.title"], ["nav.device", "device.title"], ["nav.privacy", "privacy.title"], ["nav.accessibility", "accessibility.title"]]) {
    await page.getByRole("link", { name: lv[key], exact: true }).click();
    await expect(survey.heading).toHaveText(lv[title]);
    await expect(survey.heading).toBeFocused();
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page.locator('[aria-current="page"]')).toHaveText(lv[key]);
  }
});

test("the page begins at its top when another one opens @phone", async ({ page, survey }) => {
  await survey.begin();
  await page.locator(".tile input").last().check();
  await page.getByTestId("continue").scrollIntoViewIfNeeded();
  await survey.continue();
  await survey.atStep("channels");
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

// The language switch is 14 px too wide (layout.css).
test("at 400 % nothing has to be scrolled sideways", async ({ page, survey, results }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const address of ["#/", "#/survey/mfa-2018", "#/catalogue", "#/device", "#/links", "#/keys", "#/results", "#/privacy", "#/accessibility"]) {
    await page.goto(address);
    await expect(survey.heading).toBeVisible();
    await expectNoSidewaysScroll(page, address);
  }
  await survey.begin();
  for (const name of ["service", "information.legal_appeal", "comment"]) {
    await survey.openStep(name);
    await survey.continue();
    await expectNoSidewaysScroll(page, name);
  }
  await results.open();
  await results.loadSample();
  await results.openTable("quality");
  await expectNoSidewaysScroll(page, "results");
});

// Where there is little room: tables on a phone, slides in a low window, words without an end.

import { expectNoSidewaysScroll } from "./accessibility.mjs";
import { expect, test } from "./fixtures.mjs";
import { ndjson } from "./records.mjs";
import { index, lv, questionnaire, sample } from "./texts.mjs";
import { files } from "./waves.mjs";

/** Many more delays in one language than in the other: the test tells them apart. */
const apart = sample.map((it, at) => ({ ...it, language: at % 2 ? "lv" : "en", answers: { ...it.answers, delays: at % 2 ? "yes" : "no", delays_details: undefined } }));

test("marks of differences do not make the page wider than a phone @phone", async ({ page, results }) => {
  await results.open("_by.delays=language");
  await results.load({ "a.ndjson": ndjson(apart) });
  await expect(results.question("delays").locator("[data-difference=higher]").first()).toBeAttached();
  await expectNoSidewaysScroll(page, "comparison");
  await results.open("survey=mfa-2026&_with=mfa-2018");
  await results.load(files);
  await expect(page.locator('[data-wave="delays"] [data-difference]').first()).toBeAttached();
  await expectNoSidewaysScroll(page, "waves");
});

test("on a phone a table of groups shows a share without being scrolled, and keeps its names when it is @phone", async ({ page, results }) => {
  await results.open("_by.quality=language");
  await results.load({ "a.ndjson": ndjson(apart) });
  const scroll = results.question("quality").locator(".cross .table-scroll");
  const row = scroll.locator("tr[data-row]").first();
  const inside = (cell) => cell.evaluate((it) => {
    const [box, frame] = [it.getBoundingClientRect(), it.closest(".table-scroll").getBoundingClientRect()];
    return box.left >= frame.left - 1 && box.right <= frame.right + 1;
  });
  await expect(row).toBeVisible();
  expect(await inside(row.locator("td").nth(1))).toBe(true);
  await scroll.evaluate((it) => it.scrollTo(it.scrollWidth, 0));
  expect(await inside(row.locator("td").last())).toBe(true);
  expect(await inside(row.locator("th"))).toBe(true);

  await results.open("survey=mfa-2026&_with=mfa-2018");
  await results.load(files);
  const wave = page.locator('[data-wave="delays"] tr[data-value="yes"]');
  await expect(wave).toBeVisible();
  expect(await inside(wave.locator("td").last())).toBe(true);
});

test("at 1280 px the table of a matrix has room for every grade", async ({ page, results }) => {
  await results.open("survey=mfa-2026");
  await results.load(files);
  await results.openTable("quality");
  const table = results.question("quality").locator(".question-table .table-scroll");
  await expect(table.locator("thead th")).toHaveCount(7);
  expect(await table.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
  await expectNoSidewaysScroll(page, "matrix");
});

test("at 400 % a slide can be read above the bar that turns it", async ({ page, results, slides }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await results.open("_show=slides&_slide=5");
  await results.choose({ "a.ndjson": ndjson(apart) });
  await expect(slides.sentence).toBeVisible();
  const seen = () => slides.all.evaluate((it) => {
    const bar = it.querySelector(".slide-bar").getBoundingClientRect();
    const top = it.getBoundingClientRect().top;
    return Math.min(innerHeight, bar.top) - top;
  });
  expect(await seen()).toBeGreaterThan(200);
  // What follows is reached by scrolling, the bar last; the next slide begins at its top.
  await slides.button(lv["slides.next"]).click();
  await expect.poll(() => slides.all.evaluate((it) => it.scrollTop)).toBe(0);
  await expectNoSidewaysScroll(page, "slide");
});

test("words without an end are broken: titles, and keys of the address", async ({ page, results }) => {
  const long = structuredClone(questionnaire);
  const endless = "W".repeat(200);
  long.title = { default: endless };
  for (const it of long.pages.flatMap((part) => part.elements)) it.title = { default: endless };
  const surveys = index.surveys.map((it) => (it.id === "mfa-2018" ? { ...it, questionnaire: "long.json" } : it));
  await page.route("**/surveys/index.json", (route) => route.fulfill({ json: { ...index, surveys } }));
  await page.route("**/surveys/long.json", (route) => route.fulfill({ json: long }));
  await results.open(`${"k".repeat(2000)}=1`);
  await results.loadSample();
  await expect(results.faults).toContainText("kkkk");
  await page.locator(".filter-more > summary").click();
  await page.getByTestId("comments").scrollIntoViewIfNeeded();
  await expect(page.locator(".text-meta").first()).toBeVisible();
  await expectNoSidewaysScroll(page, "endless");
});

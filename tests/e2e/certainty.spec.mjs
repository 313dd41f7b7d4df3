// How certain the figures are: intervals on request, tests of differences, marks of small bases, pictures of groups.

import { expectAccessible } from "./accessibility.mjs";
import { expect, test } from "./fixtures.mjs";
import { en, lv, sample, sampleText } from "./texts.mjs";

/** Wilson's interval in per cent, one decimal. */
function wilson(count, n) {
  const z2 = 1.959963984540054 ** 2;
  const p = count / n;
  const spread = Math.sqrt(z2) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return [-1, 1].map((side) => (((p + z2 / (2 * n) + side * spread) / (1 + z2 / n)) * 100).toFixed(1).replace(".", ","));
}

test("intervals are shown on request, in tables and pictures, and the address keeps them", async ({ page, results }) => {
  await results.open();
  await results.loadSample();
  await results.compare("delays", "language");
  const section = results.question("delays");
  const intervals = section.locator(".cross-table .cell-interval");
  await expect(section.locator(".cross-table")).toBeVisible();
  await expect(intervals).toHaveCount(0);
  const chart = section.locator(".question-figures .chart");
  await expect(chart).not.toHaveAttribute("aria-label", new RegExp(lv["table.interval"]));
  await results.intervals.click();
  await expect(results.intervals).toHaveAttribute("aria-pressed", "true");
  const latvian = sample.filter((it) => it.language === "lv" && it.answers.delays);
  const yes = latvian.filter((it) => it.answers.delays === "yes").length;
  const [low, high] = wilson(yes, latvian.length);
  await expect(section.locator('tbody[data-group="lv"] .cell-interval').first()).toHaveText(`${low}–${high}\u00a0%`);
  await expect(chart).toHaveAttribute("aria-label", new RegExp(lv["table.interval"]));
  await expect(page).toHaveURL(/_intervals=1/);
  await page.goBack();
  await expect(intervals).toHaveCount(0);
});

test("differences are tested, explained and not claimed where groups overlap", async ({ page, results }) => {
  await results.open();
  await results.loadSample();
  await results.compare("quality", "service");
  const section = results.question("quality");
  await expect(section.getByTestId("certainty")).toBeVisible();
  await section.getByTestId("tests").locator("summary").click();
  const tests = section.getByTestId("tests").locator("tbody tr");
  await expect(tests.first()).toContainText(lv["certainty.all_groups"]);
  const before = await tests.count();
  await section.getByTestId("tests").getByRole("button").click();
  expect(await tests.count()).toBeGreaterThan(before);
  await section.locator(".how-computed summary").click();
  await expect(section.locator(".how-computed")).toContainText("Holm");
  await results.compare("quality", "channels");
  await expect(section.getByTestId("certainty")).toHaveText(lv["certainty.overlapping"]);
  await expect(section.getByTestId("tests")).toHaveCount(0);
  await page.getByRole("button", { name: "English" }).click();
  await expect(section.getByTestId("certainty")).toHaveText(en["certainty.overlapping"]);
});

test("a clear difference is marked in every cell that it shows in", async ({ results }) => {
  const answer = (language, delays, n) => Array.from({ length: n }, (_, at) => ({ ...sample[at], id: crypto.randomUUID(), language, answers: { ...sample[at].answers, delays, delays_details: undefined } }));
  const all = [...answer("lv", "yes", 10), ...answer("lv", "no", 90), ...answer("en", "yes", 60), ...answer("en", "no", 40), ...answer("ru", "no", 12)];
  await results.open();
  await results.load({ "a.ndjson": all.map((it) => JSON.stringify(it)).join("\n") });
  await results.compare("delays", "language");
  const mark = (group, at) => results.question("delays").locator(`tbody[data-group="${group}"] td`).nth(at).locator(".difference");
  await expect(mark("en", 1)).toHaveAttribute("data-difference", "higher");
  await expect(mark("en", 2)).toHaveAttribute("data-difference", "lower");
  await expect(mark("lv", 1)).toHaveAttribute("data-difference", "lower");
  const section = results.question("delays");
  await expect(section.locator('tbody[data-group="ru"] .caution')).toContainText(lv["certainty.caution"]);
  await expect(section.locator('tbody[data-group="lv"] .caution')).toHaveCount(0);
});

test("what few answers mean is told in sight, wherever they are marked", async ({ page, results }) => {
  const words = lv["certainty.caution_note"];
  const isTold = (place) => expect(place.getByText(words)).toBeVisible();
  await results.open();
  await results.load({ "a.ndjson": sample.slice(0, 20).map((it) => JSON.stringify(it)).join("\n") });
  await isTold(page.locator("section:has(> .indicators)"));
  await isTold(results.question("service").locator(".question-words"));
  await results.open();
  await results.load({ "b.ndjson": sampleText });
  await expect(results.responses).toHaveText(/^400 /);
  await expect(page.locator("section:has(> .indicators)").getByText(words)).toHaveCount(0);
  // Of few that explained a delay it is still told.
  const marked = await page.locator(".question-words:has(.caution)").count();
  expect(marked).toBeLessThan(await page.locator(".question-words").count());
  await expect(page.locator(".question-words").getByText(words)).toHaveCount(marked);
});

test("every group with answers has its picture, with base and words", async ({ results }) => {
  await results.open();
  await results.loadSample();
  await results.compare("quality", "service");
  const section = results.question("quality");
  const pictures = section.locator(".group-pictures");
  await expect(pictures.locator("> summary")).toBeVisible();
  const groups = await section.locator('.cross-table tbody:not([data-group=""])').evaluateAll((list) => list.map((it) => it.dataset.group));
  expect(groups.length).toBeGreaterThan(3);
  const last = pictures.locator(`[data-group="${groups.at(-1)}"]`);
  await last.scrollIntoViewIfNeeded();
  await expect(last.locator(".chart :is(canvas, svg)")).toBeVisible();
  await expect(last.locator(".base")).toContainText("n = ");
  const label = await last.locator("h4").textContent();
  await expect(last.locator(".chart")).toHaveAttribute("aria-label", new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`));
  await expect(pictures.locator(".group-picture")).toHaveCount(groups.length);
});

test("comparisons with intervals, tests and pictures are accessible", async ({ page, results }) => {
  test.setTimeout(120_000);
  await results.open("_intervals=1&_by.delays=language&_by.quality=language");
  await results.loadSample();
  const section = results.question("delays");
  await section.getByTestId("tests").locator("summary").click();
  await section.locator(".how-computed summary").click();
  await section.locator(".group-picture").first().scrollIntoViewIfNeeded();
  await expect(section.locator(".group-picture :is(canvas, svg)").first()).toBeVisible();
  await expectAccessible(page, "a comparison with intervals and tests");
});

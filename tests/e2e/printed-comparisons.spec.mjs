// Comparisons, intervals and themes in the report on paper, read back by pdf.js.

import { expect, test } from "./fixtures.mjs";
import { plain, readPdf } from "./pdf.mjs";
import { ndjson } from "./records.mjs";
import { catalogue, fill, lv, localised, questionnaire, sample, sampleText } from "./texts.mjs";

const question = (name) => questionnaire.pages.flatMap((it) => it.elements).find((it) => it.name === name);
/** A service that nobody of the sample rated. */
const SMALL = "mfa-01";
const share = (count, of) => `${(Math.round((count * 1000) / of) / 10).toFixed(1).replace(".", ",")} %`;

/** Opens the report that the address names and gives its text on paper. */
async function printed(results, report, query, records = sample) {
  await results.open(`${query}&_show=report`);
  await results.choose({ "mfa-2018.ndjson": ndjson(records) });
  await report.drawn(7);
  return async () => plain((await readPdf(await report.pdf())).map((it) => it.text).join(" "));
}

test("comparisons that are open stand on paper with bases, small ones marked, hidden ones named", async ({ page, results, report }) => {
  // Five respondents rated a service that nobody else did.
  const records = sample.map((it, at) => (at < 5 ? { ...it, answers: { ...it.answers, service: SMALL } } : it));
  const text = await printed(results, report, "_by.delays=service&_by.quality=language", records);
  const section = page.getByTestId("printed-comparisons");
  const table = section.locator('[data-comparison="delays"]');
  await expect(table.locator(".cross-table")).toBeVisible();
  await expect(table.getByTestId("certainty")).toBeVisible();
  await expect(section.locator('[data-comparison="quality"] tbody[data-group="lv"] tr[data-row]')).toHaveCount(5);
  const bases = catalogue.services.map(({ id }) => [id, records.filter((it) => it.answers.service === id).length]);
  const title = (id) => plain(localised(catalogue.services.find((it) => it.id === id).title, "lv"));
  await expect(table.getByTestId("hidden-groups")).toContainText(title(SMALL));
  await expect(table.locator(`tbody[data-group="${SMALL}"]`)).toHaveCount(0);
  const whole = await text();
  const at = whole.indexOf(lv["printed.comparisons"]);
  expect(at).toBeGreaterThan(0);
  const words = whole.slice(at);
  const delays = plain(localised(question("delays").title, "lv", "2017"));
  expect(words).toContain(fill(lv["cross.title"], { question: delays, by: lv["filter.service"] }));
  // Of two hidden groups neither can be worked out from the other.
  const notShown = await table.getByTestId("hidden-groups").textContent();
  const open = bases.filter(([id]) => !plain(notShown).includes(title(id)));
  const [large] = open.toSorted((left, right) => right[1] - left[1])[0];
  const of = records.filter((it) => it.answers.service === large && it.answers.delays);
  const yes = of.filter((it) => it.answers.delays === "yes").length;
  expect(words).toContain(`${of.length} ${share(yes, of.length)} ${yes}`);
  expect(words).toContain(lv["certainty.caution"]);
  expect(words).toContain(plain(lv["certainty.caution_note"]));
  // Nothing is to be clicked on paper.
  await expect(section.locator("details, button")).toHaveCount(0);
});

test("a comparison with many choices is no wider than the sheet", async ({ page, results, report }) => {
  const text = await printed(results, report, "_by.service=language");
  const table = page.locator('[data-comparison="service"]');
  await expect(table.locator('tbody[data-group="lv"] tr').nth(3)).toBeVisible();
  const room = await table.evaluate((it) => it.querySelector(".table-scroll").scrollWidth - it.clientWidth);
  expect(room).toBeLessThanOrEqual(0);
  const latvian = sample.filter((it) => it.language === "lv" && it.answers.service);
  const whole = await text();
  expect(whole).toContain(`n = ${latvian.length}`);
});

test("where the page shows intervals, tables and pictures on paper show them, and slides too", async ({ page, results, report }) => {
  const text = await printed(results, report, "_by.delays=language&_intervals=1");
  await expect(page.getByTestId("printed-intervals")).toHaveText(lv["table.interval_note"]);
  const intervals = report.question("quality").locator(".cell-interval");
  await expect(intervals).toHaveCount(25);
  await expect(intervals.first()).toHaveText(/^\d+,\d–\d+,\d\u00a0%$/);
  await expect(report.question("channels").locator(".chart")).toHaveAttribute("aria-label", new RegExp(lv["table.interval"]));
  await expect(page.locator('[data-comparison="delays"] .cell-interval').first()).toBeVisible();
  const whole = await text();
  expect(whole).toContain(plain(await intervals.first().textContent()));
  await page.goto("#/results?_intervals=1&_show=slides&_slide=3");
  await expect(page.getByTestId("slide-intervals")).toHaveText(lv["table.interval_note"]);
  await page.goto("#/results?_show=report");
  await expect(report.sheet).toBeVisible();
  await expect(page.getByTestId("printed-intervals")).toHaveCount(0);
  await expect(report.question("quality").locator(".cell-interval")).toHaveCount(0);
});

test("of a matrix the best grades stand on paper too, within the sheet, and as they count", async ({ page, results, report }) => {
  const text = await printed(results, report, "_by.quality=language&_intervals=1");
  const table = page.locator('[data-comparison="quality"]');
  const { name, columns } = { ...question("quality"), name: "quality" };
  const best = columns.slice(0, 2);
  const heading = best.map((it) => localised(it.text, "lv")).join(" + ");
  await expect(table.locator("thead th").nth(2)).toHaveText(heading);
  const [row] = question("quality").rows;
  const graded = sample.filter((it) => it.language === "lv").map((it) => it.answers[name]?.[row.value]).filter(Boolean);
  const good = graded.filter((grade) => best.some((it) => it.value === grade)).length;
  const cell = table.locator(`tbody[data-group="lv"] tr[data-row="${row.value}"] .cross-best`);
  await expect(cell).toContainText(`${share(good, graded.length).replace(" ", "\u00a0")} ${good}`);
  const room = await table.evaluate((it) => it.querySelector(".table-scroll").scrollWidth - it.clientWidth);
  expect(room).toBeLessThanOrEqual(0);
  expect(await text()).toContain(plain(heading));
});

test("of a hidden selection no comparison stands on paper", async ({ page, results, report }) => {
  await results.open("quality.equal_treatment=satisfactory&_by.delays=language&_show=report");
  await results.choose({ "a.ndjson": sampleText });
  await expect(report.sheet.getByTestId("hidden")).toBeVisible();
  await expect(page.getByTestId("printed-comparisons")).toHaveCount(0);
});

test("themes of texts stand on paper as they are tallied", async ({ page, results, comments, report }) => {
  await results.open();
  await results.loadSample();
  await comments.giveFirst("Rindas", "comment");
  await expect.poll(() => comments.tallies("comment")).toHaveProperty("Rindas");
  const tallies = await comments.tallies("comment");
  await report.open();
  const section = page.getByTestId("printed-themes");
  await expect(section.locator('[data-themes="comment"] tbody tr')).toHaveCount(1);
  await report.drawn(7);
  const whole = plain((await readPdf(await report.pdf())).map((it) => it.text).join(" "));
  expect(whole).toContain(`Rindas ${tallies.Rindas} 100,0 %`);
});

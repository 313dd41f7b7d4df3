// The results page: the sample, the published figures, the report that is saved.

import { validator } from "../files/schemas.mjs";
import { expect, test } from "./fixtures.mjs";
import { indicatorsOf, questionsOf, rounded } from "./tally.mjs";
import { baseline, catalogue, fill, lv, sample, sampleText } from "./texts.mjs";

/** Checks a saved report against a recount of what it should be of. */
function expectReport(report, responses) {
  expect(validator("report")(report)).toEqual([]);
  expect(report.responses).toBe(responses.length);
  expect(rounded(report.questions)).toEqual(rounded(questionsOf(responses)));
  expect(rounded(report.indicators)).toEqual(rounded(indicatorsOf(responses)));
}

test("without files the published results are shown, each figure with its mark", async ({ results }) => {
  await results.open();
  await expect(results.published).toContainText("15.01.2018.");
  for (const { name, percent } of baseline.indicators) {
    await expect(results.indicator(name)).toContainText(`${percent}\u00a0%`);
  }
  const rows = await results.openTable("information");
  const figures = baseline.figures.filter((figure) => figure.question === "information");
  await expect(rows).toHaveCount(figures.length);
  for (const [at, { percent, mark }] of figures.entries()) {
    await expect(rows.nth(at)).toContainText(`${percent}\u00a0%`);
    await expect(rows.nth(at)).toContainText(lv[`mark.${mark}`]);
  }
  await expect(await results.picture("information")).toBeVisible();
});

test("a picture is drawn when it comes near", async ({ page, results }) => {
  await results.open();
  await expect(results.question("information").locator(".chart")).toBeVisible();
  await expect(page.locator("script[data-charts]")).toHaveCount(0);
  await expect(await results.picture("information")).toBeVisible();
});

test("pictures are drawn without coming near, for printing", async ({ page, results }) => {
  await results.open();
  await expect.poll(() => page.locator(".chart:not(:has(svg))").count(), { timeout: 10_000 }).toBe(0);
});

test("the sample is labelled, and its figures stand beside the published ones", async ({ results }) => {
  await results.open();
  await results.loadSample();
  await expect(results.sampleNotice).toContainText(lv["results.sample_notice"]);
  await expect(results.responses).toHaveText("400 atbilžu");
  for (const { name, value, n } of indicatorsOf(sample)) {
    const words = value.toLocaleString("lv", { style: "percent", minimumFractionDigits: 1 }).replace(/\s?%/, "\u00a0%");
    await expect(results.indicator(name)).toContainText(words);
    await expect(results.indicator(name)).toContainText(`n = ${n}`);
    const published = baseline.indicators.find((it) => it.name === name);
    if (published) await expect(results.indicator(name)).toContainText(`2018: ${published.percent}\u00a0%`);
  }
  await expect(await results.picture("channels")).toBeVisible();
  await expect(results.question("channels").locator(".finding")).toContainText("%");
});

test("a table has the counts, shares and intervals of its question", async ({ results }) => {
  await results.open();
  await results.loadSample();
  const isLast = ({ value }) => value === "other" || value === "none";
  // As the picture has them.
  const choices = questionsOf(sample)
    .find((it) => it.name === "channels")
    .choices.toSorted((left, right) => isLast(left) - isLast(right) || right.count - left.count);
  const rows = await results.openTable("channels");
  await expect(rows).toHaveCount(choices.length);
  const one = (number) => number.toLocaleString("lv", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  for (const [at, { count, share, interval }] of choices.entries()) {
    const cells = rows.nth(at).locator("td");
    await expect(cells.nth(0)).toHaveText(String(count));
    await expect(cells.nth(1)).toHaveText(`${one(share * 100)}\u00a0%`);
    await expect(cells.nth(2)).toHaveText(`${interval.map((side) => one(side * 100)).join("–")}\u00a0%`);
  }
});

test("the saved report of the sample has every count right", async ({ results }) => {
  await results.open();
  await results.loadSample();
  const { name, value } = await results.saveReport();
  expect(name).toMatch(/\.json$/);
  expectReport(value, sample);
  expect(value).toMatchObject({ format: "aptauja.report", survey: "mfa-2018", accepted: 400, filter: {} });
  expect(value.sources).toMatchObject([{ accepted: 400, duplicates: 0, conflicts: 0, rejected: 0, bytes: Buffer.byteLength(sampleText) }]);
});

test("the contract's filter in the address counts what it names", async ({ results }) => {
  await results.showSmallGroups();
  const query = "service=mfa-04,mfa-13&language=lv&from=2018-01-16&to=2018-01-25&quality.knowledge=very_good,good";
  await results.open(query);
  await results.loadSample();
  const isWanted = ({ answers, language, submitted_at: at }) =>
    ["mfa-04", "mfa-13"].includes(answers.service) &&
    language === "lv" &&
    at.slice(0, 10) >= "2018-01-16" &&
    at.slice(0, 10) <= "2018-01-25" &&
    ["very_good", "good"].includes(answers.quality?.knowledge);
  const wanted = sample.filter(isWanted);
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.length).toBeLessThan(sample.length);
  const { value } = await results.saveReport();
  expectReport(value, wanted);
  expect(value.accepted).toBe(400);
  expect(value.filter).toEqual({
    service: ["mfa-04", "mfa-13"],
    language: ["lv"],
    from: ["2018-01-16"],
    to: ["2018-01-25"],
    "quality.knowledge": ["very_good", "good"],
  });
});

test("filters chosen on the page stand in the address, and Back takes them out", async ({ page, results }) => {
  await results.showSmallGroups();
  await results.open();
  await results.loadSample();
  const byPhone = sample.filter((it) => it.answers.channels?.includes("phone"));
  const both = byPhone.filter((it) => it.answers.delays === "yes");
  await results.filter("channels", "Tālrunis");
  await expect(page).toHaveURL(/#\/results\?channels=phone$/);
  await expect(results.responses).toHaveText(new RegExp(`^${byPhone.length} `));
  await results.filter("delays", "Jā");
  await expect(results.responses).toHaveText(new RegExp(`^${both.length} `));
  expectReport((await results.saveReport()).value, both);
  await page.goBack();
  await expect(results.responses).toHaveText(new RegExp(`^${byPhone.length} `));
  await expect(results.chips).toHaveCount(1);
  await results.chips.click();
  await expect(results.responses).toHaveText(/^400 /);
  await expect(page).toHaveURL(/#\/results$/);
});

test("values ticked faster than the page counts are all filtered by", async ({ page, results }) => {
  await results.open();
  await results.loadSample();
  await results.openFilter("channels");
  await page.evaluate(() => {
    for (const value of ["email", "phone", "latvija_lv"]) document.getElementById(`filter-channels-${value}`).click();
  });
  await expect(page).toHaveURL(/channels=email,phone,latvija_lv$/);
  const wanted = sample.filter((it) => it.answers.channels?.some((channel) => channel !== "in_person"));
  await expect(results.responses).toHaveText(new RegExp(`^${wanted.length} `));
  await expect(results.chips).toHaveCount(3);
});

test("days chosen on the page are both included", async ({ page, results }) => {
  await results.open();
  await results.loadSample();
  const days = await results.openFilter("days");
  await days.getByLabel(lv["filter.from"]).fill("2018-01-17");
  await days.getByLabel(lv["filter.from"]).press("Tab");
  await days.getByLabel(lv["filter.to"]).fill("2018-01-17");
  await days.getByLabel(lv["filter.to"]).press("Tab");
  await expect(page).toHaveURL(/from=2018-01-17&to=2018-01-17$/);
  const wanted = sample.filter((it) => it.submitted_at.startsWith("2018-01-17"));
  expect(wanted.length).toBeGreaterThan(0);
  await expect(results.responses).toHaveText(new RegExp(`^${wanted.length} `));
  await expect(results.chips).toHaveCount(2);
});

test("a filter by provider counts the services of that provider", async ({ results }) => {
  await results.open("provider=strategic_goods");
  await results.loadSample();
  const ids = catalogue.services.filter((it) => it.provider === "strategic_goods").map((it) => it.id);
  const wanted = sample.filter((it) => ids.includes(it.answers.service));
  expect(wanted.length).toBeGreaterThan(0);
  expectReport((await results.saveReport()).value, wanted);
});

test("keys, values and days that mean nothing are named", async ({ results }) => {
  await results.open("colour=red&service=mfa-99&to=2018-02-30");
  await results.loadSample();
  await expect(results.faults.getByRole("listitem")).toHaveCount(3);
  for (const word of ["colour", "mfa-99", "2018-02-30"]) await expect(results.faults).toContainText(word);
  await expect(results.responses).toHaveText(/^0 /);
});

test("imports and filters leave their User Timing measures", async ({ results }) => {
  await results.open();
  await results.loadSample();
  await expect.poll(() => results.measured("import")).toBe(1);
  expect(await results.measured("tally")).toBe(0);
  await results.filter("language", "English");
  await expect.poll(() => results.measured("tally")).toBe(1);
  expect(await results.measured("import")).toBe(1);
});

test("the language changes every word of the results and none of the figures", async ({ page, results, survey }) => {
  await results.open();
  await results.loadSample();
  const before = (await results.saveReport()).value;
  await survey.chooseLanguage("en");
  await expect(results.responses).toHaveText("400 responses");
  await expect(results.indicator("no_delays")).toContainText(/\d+\.\d%/);
  await expect(page.locator(".finding").first()).not.toContainText("atbilde");
  const { generated_at: _, ...after } = (await results.saveReport()).value;
  expect({ ...after, generated_at: before.generated_at }).toEqual(before);
});

test("the pictures of matrices change to full bars and back", async ({ page, results }) => {
  await results.open();
  await results.loadSample();
  const full = page.getByRole("button", { name: lv["results.view_full"] });
  await full.click();
  await expect(full).toHaveAttribute("aria-pressed", "true");
  await expect(await results.picture("quality")).toBeVisible();
});

test("closing all files brings the published results back", async ({ page, results }) => {
  await results.open();
  await results.loadSample();
  await page.getByRole("button", { name: lv["results.clear"] }).click();
  await expect(results.published).toBeVisible();
  await expect(results.ledger).toHaveCount(0);
  await expect(page.getByTestId("load-sample")).toBeVisible();
});

test("what the address cannot have is told, and shows nothing that was not asked for", async ({ page, results }) => {
  await results.open("language=LV&from=2018-01-27&to=2018-01-20&_by.quality=zzz&_by.nosuch=language&_with=mfa-2018&_view=zzz&_intervals=0");
  await results.loadSample();
  await expect(results.faults.getByRole("listitem")).toHaveCount(3);
  await expect(results.faults).toContainText(lv["filter.days_reversed"]);
  await expect(results.faults).toContainText(fill(lv["filter.no_language"], { value: "LV" }));
  for (const part of ["_by.quality=zzz", "_by.nosuch=language", "_with=mfa-2018", "_view=zzz", "_intervals=0"]) await expect(results.faults).toContainText(part);
  await results.open("_by.quality=language&_view=full&_intervals=1");
  await results.counted();
  await expect(results.faults).toHaveCount(0);
});

test("refused records and empty files are told of at the top, with the way to the ledger", async ({ page, results }) => {
  await results.open();
  await results.load({ "a.ndjson": sampleText });
  const told = page.getByTestId("left-out");
  await expect(told).toHaveCount(0);
  await results.load({ "b.ndjson": "{}\n[1]\n", "c.ndjson": "" });
  await expect(told).toContainText(fill(lv["ledger.left_rejected"].other, { n: 2 }));
  await expect(told).toContainText(fill(lv["ledger.left_empty"].one, { n: 1 }));
  await told.getByRole("button").click();
  await expect(page.locator("#ledger")).toBeFocused();
});

test("a selection that is hidden leaves no picture of the one before", async ({ page, results }) => {
  await results.open();
  await results.load({ "a.ndjson": sampleText });
  await expect((await results.picture("delays"))).toBeVisible();
  await page.evaluate(() => (location.hash = "/results?delays=yes&language=en"));
  await expect(page.getByTestId("hidden")).toBeVisible();
  await expect(page.locator("section[data-question] .chart svg")).toHaveCount(0);
  await page.evaluate(() => (location.hash = "/results"));
  await expect((await results.picture("delays"))).toBeVisible();
});

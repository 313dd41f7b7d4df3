// Checking a report: the same files give every number again, and what differs is named.

import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures.mjs";
import { fill, localised, lv, questionnaire, sample, sampleText } from "./texts.mjs";

const FILE = "mfa-2018-sample.ndjson";

const asked = questionnaire.pages.flatMap((it) => it.elements);
const title = (name) => localised(asked.find((it) => it.name === name).title, "lv", "2017");

async function savedReport(results, query = "") {
  await results.open(query);
  await results.load({ [FILE]: sampleText });
  return (await results.saveReport()).value;
}

test("a report and its files, opened again, come out the same", async ({ page, results }) => {
  const report = await savedReport(results, "service=mfa-13&from=2018-01-16");
  await page.reload();
  await results.open();
  const check = page.getByTestId("recheck");
  await results.choose({ "report.json": JSON.stringify(report) });
  await expect(check).toContainText(lv["recheck.waiting"]);
  await expect(page).toHaveURL(/survey=mfa-2018&service=mfa-13&from=2018-01-16$/);
  await results.load({ [FILE]: sampleText });
  await expect(check).toContainText(lv["recheck.same"]);
  await expect(results.ledger.locator("tbody tr")).toHaveCount(1);
  // Another selection is not what the report is of.
  await results.chips.first().click();
  await expect(check).toContainText(lv["recheck.other_filter"]);
  await check.getByRole("button", { name: lv["recheck.back"] }).click();
  await expect(check).toContainText(lv["recheck.same"]);
  await check.getByRole("button", { name: lv["recheck.end"] }).click();
  await expect(check).toHaveCount(0);
});

test("changed numbers and other files are named, each with both values", async ({ page, results }) => {
  const report = await savedReport(results);
  const delays = report.questions.find((it) => it.name === "delays");
  delays.choices[0].count += 1;
  report.indicators[0].value -= 0.01;
  await results.choose({ "changed.json": JSON.stringify(report, null, 2) });
  const figures = page.getByTestId("recheck-figures").locator("tbody tr");
  await expect(figures).toHaveCount(2);
  await expect(figures.filter({ hasText: `${title("delays")} · Jā · ${lv["table.count"]}` })).toContainText(`${delays.choices[0].count}`);
  // Shares in per cent, with all their decimals.
  const percent = (share) => `${String(Number((share * 100).toFixed(12))).replace(".", ",")}\u00a0%`;
  const { value } = report.indicators[0];
  await expect(figures.filter({ hasText: lv["table.share"] }).locator("td")).toHaveText([percent(value), percent(value + 0.01)]);
  await expect(page.getByTestId("recheck")).toContainText(fill(lv["recheck.different"].other, { n: 2 }));
  // The same responses in another file: every number is the same, the file is not.
  report.indicators[0].value += 0.01;
  delays.choices[0].count -= 1;
  await page.reload();
  await results.choose({ "again.json": JSON.stringify(report), "other.json": JSON.stringify(sample) });
  await results.counted();
  await expect(page.getByTestId("recheck")).toContainText(lv["recheck.same_figures"]);
  await expect(page.getByTestId("recheck-rest").locator("tbody tr")).toHaveCount(2);
  await expect(page.getByTestId("recheck-figures")).toHaveCount(0);
});

test("a cut report is said to be no whole one, and what is open stays", async ({ page, results }) => {
  const report = JSON.stringify(await savedReport(results));
  await results.choose({ "cut.json": report.slice(0, report.length / 2) });
  await expect(page.getByTestId("recheck")).toContainText(lv["recheck.unreadable"]);
  await expect(results.responses).toHaveText(/^400 /);
});

test("a report with themes is the same with their file, in whatever order files come", async ({ page, results, comments: section }) => {
  await results.open();
  await results.load({ [FILE]: sampleText });
  await section.show();
  await section.addTheme("Rindas");
  await section.code(0, "Rindas").click();
  await section.code(1, "Rindas").click();
  const codes = await section.save();
  page.on("dialog", (dialog) => dialog.accept());
  const { value } = await results.saveReport();
  expect(value.codes_sha256).toBe(createHash("sha256").update(codes.text).digest("hex"));
  const files = { report: { "p.json": JSON.stringify(value) }, codes: { "t.json": codes.text }, responses: { [FILE]: sampleText } };
  const check = page.getByTestId("recheck");
  const begin = async () => {
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await results.open();
  };
  const orders = [["report", "responses", "codes"], ["codes", "responses", "report"], ["responses", "report", "codes"], ["report", "codes", "responses"]];
  for (const order of orders) {
    await begin();
    for (const kind of order) {
      await results.choose(files[kind]);
      if (kind === "responses") await results.counted();
    }
    await expect(check).toContainText(lv["recheck.same"]);
  }
  await begin();
  await results.choose({ ...files.report, ...files.codes, ...files.responses });
  await expect(check).toContainText(lv["recheck.same"]);

  // Without the file of themes, the rest is checked and the file is named.
  await begin();
  await results.choose({ ...files.report, ...files.responses });
  await expect(check).toContainText(lv["recheck.no_codes"]);
  await expect(check).toContainText(value.codes_sha256);
  await expect(page.getByTestId("recheck-figures")).toHaveCount(0);
  value.responses += 1;
  await results.choose({ "p.json": JSON.stringify(value) });
  await expect(check).toContainText(fill(lv["recheck.different"].one, { n: 1 }));
  await expect(check).toContainText(lv["recheck.without_codes"]);
  // Other themes differ in what they count and in their file.
  value.responses -= 1;
  const other = { ...codes.value, texts: codes.value.texts.slice(1) };
  await results.choose({ "p.json": JSON.stringify(value), "t.json": JSON.stringify(other) });
  await expect(page.getByTestId("recheck-rest")).toContainText(lv["recheck.codes"]);
  await expect(page.getByTestId("recheck-figures")).toContainText(`Rindas · ${lv["table.count"]}`);
});

test("a report saved without themes is checked where there are some", async ({ page, results, comments: section }) => {
  const report = await savedReport(results);
  await section.show();
  await section.addTheme("Rindas");
  await section.code(0, "Rindas").click();
  await results.choose({ "p.json": JSON.stringify(report) });
  await expect(page.getByTestId("recheck")).toContainText(lv["recheck.no_themes"]);
});

test("differences are told in words: matrix rows, bounds, indicators and changed files", async ({ page, results }) => {
  const report = await savedReport(results);
  const matrix = asked.find((it) => it.name === "quality");
  const row = report.questions.find((it) => it.name === "quality").rows[0];
  row.columns[1].interval[1] -= 1e-6;
  report.indicators.find((it) => it.name === "no_delays").n += 1;
  report.sources[0].accepted += 1;
  await results.choose({ "p.json": JSON.stringify(report) });
  const label = (list, value) => localised(list.find((it) => it.value === value).text, "lv");
  const figures = page.getByTestId("recheck-figures").locator("tbody th");
  const place = [title("quality"), label(matrix.rows, row.value), label(matrix.columns, row.columns[1].value), lv["export.high"]].join(" · ");
  await expect(figures).toHaveCount(2);
  expect(new Set(await figures.allTextContents())).toEqual(new Set([place, `${lv["indicator.no_delays"]} · ${lv["table.answered"]}`]));
  await expect(page.getByTestId("recheck-rest").locator("tbody th")).toHaveText(`${fill(lv["recheck.file_place"], { file: FILE })} · ${lv["export.accepted_count"]}`);

  // The same name with one response less.
  await page.reload();
  await results.open();
  await results.load({ [FILE]: sampleText.slice(sampleText.indexOf("\n") + 1) });
  await results.choose({ "p.json": JSON.stringify(report) });
  const file = page.getByTestId("recheck-rest").locator("tbody tr");
  await expect(file).toHaveCount(1);
  await expect(file).toContainText(fill(lv["recheck.file_place"], { file: FILE }));
  await expect(file).toContainText(lv["recheck.file_changed"]);
});

test("of two reports at once, the one that is not checked is named", async ({ page, results }) => {
  const report = JSON.stringify(await savedReport(results));
  await results.choose({ "a.json": report, "b.json": report });
  const check = page.getByTestId("recheck");
  await expect(check).toContainText(fill(lv["recheck.file"], { file: "b.json" }));
  await expect(page.getByTestId("recheck-others")).toHaveText(fill(lv["recheck.others"], { files: "a.json" }));
  await results.choose({ "a.json": report });
  await expect(check).toContainText(fill(lv["recheck.file"], { file: "a.json" }));
  await expect(page.getByTestId("recheck-others")).toHaveCount(0);
});

test("a report of a survey that is not here, or without figures, is told of before any files", async ({ page, results }) => {
  const report = await savedReport(results);
  await page.reload();
  await results.open();
  const check = page.getByTestId("recheck");
  await results.choose({ "a.json": JSON.stringify({ ...report, survey: "mfa-1999" }) });
  await expect(check).toContainText(lv["recheck.unknown_survey"]);
  await expect(page).not.toHaveURL(/mfa-1999/);
  await results.choose({ "b.json": JSON.stringify({ ...report, questions: null }) });
  await expect(check).toContainText(lv["recheck.unreadable"]);
});

test("a report is known by its format wherever that stands, and packed too", async ({ page, results }) => {
  const { format, ...rest } = await savedReport(results);
  const check = page.getByTestId("recheck");
  const late = JSON.stringify({ ...rest, format });
  expect(late.indexOf('"format"')).toBeGreaterThan(1024);
  await results.choose({ "late.json": late });
  await expect(check).toContainText(fill(lv["recheck.file"], { file: "late.json" }));
  await expect(check).toContainText(lv["recheck.same"]);
  await results.choose({ "packed.json.gz": gzipSync(late) });
  await expect(check).toContainText(fill(lv["recheck.file"], { file: "packed.json.gz" }));
  await expect(check).toContainText(lv["recheck.same"]);
  await expect(results.ledger.locator("tbody tr")).toHaveCount(1);
  // Responses, packed or not, are read as before.
  const responses = JSON.stringify({ responses: sample.slice(0, 20), survey: "mfa-2018", version: 1, exported_at: "2018-02-01T08:00:00Z", format: "aptauja.responses" });
  await results.load({ "later.json": responses, "later.json.gz": gzipSync(responses) });
  await expect(results.ledger.locator("tbody tr")).toHaveCount(3);
});

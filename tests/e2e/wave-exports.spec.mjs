// Two surveys side by side as they leave the page: workbook, CSV and the report on paper, read back.

import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "./fixtures.mjs";
import { downloadBytes } from "./pages/download.mjs";
import { plain, readPdf } from "./pdf.mjs";
import { ndjson } from "./records.mjs";
import { baseline, fill, lv, questionnaire, sample } from "./texts.mjs";
import { changed, counted, files, install, later, share } from "./waves.mjs";

const QUERY = "survey=mfa-2026&_with=mfa-2018";
const [ours, theirs] = [counted(later, "delays", "yes"), counted(sample, "delays", "yes")];

async function open(page, results, query = QUERY) {
  await results.open(query);
  await results.load(files);
  await expect(page.locator('[data-wave="delays"] .wave-table')).toBeVisible();
  await page.getByTestId("export").locator("summary").click();
}

test("the workbook has both surveys, their difference and what was published", async ({ page, results }) => {
  await open(page, results);
  const sheets = await readWorkbook((await downloadBytes(page, page.getByTestId("export-xlsx"))).bytes);
  const sheet = (name) => sheets.find((it) => it.sheet === name).data;
  const title = lv["waves.title"];
  const [headings, ...rows] = sheet(title).slice(3);
  expect(headings.slice(3, 5)).toEqual([`mfa-2026: ${lv["table.answered"].toLowerCase()}`, `mfa-2026: ${lv["table.count"].toLowerCase()}`]);
  expect(headings.slice(-2)).toEqual(["waves.difference", "certainty.adjusted"].map((it) => `mfa-2018: ${lv[it].toLowerCase()}`));
  const yes = rows.find((row) => row[2] === "Jā" && row[4] === ours[0] && row[9] === theirs[0]);
  expect(yes[3]).toBe(ours[1]);
  expect(yes[5]).toBeCloseTo(ours[0] / ours[1], 12);
  expect(yes[10]).toBeCloseTo(theirs[0] / theirs[1], 12);
  expect(yes[13]).toBeCloseTo((ours[0] / ours[1] - theirs[0] / theirs[1]) * 100, 9);
  expect(yes[14]).toBeLessThan(0.001);
  expect(sheet(lv["export.changes"])[2][0]).toBe(lv["waves.same"]);
  const published = sheet(lv["results.indicators"]).slice(2);
  expect(published.map((row) => row[4])).toEqual(baseline.indicators.map((it) => it.percent / 100));
});

test("the table of the two surveys has decimal commas and every line of the page", async ({ page, results }) => {
  await open(page, results);
  const { name, bytes } = await downloadBytes(page, page.getByTestId("export-waves"));
  expect(name).toMatch(/^aptauja-waves-mfa-2026-.*\.csv$/);
  const lines = parse(bytes.toString("utf8"), { bom: true, columns: true, delimiter: ";", record_delimiter: "\r\n" });
  expect(lines).toHaveLength(await page.locator(".wave-table tr[data-value]").count());
  const yes = lines.find((it) => it.question === "delays" && it.value === "yes");
  expect([yes.survey, yes.other_survey, yes.count, yes.other_count]).toEqual(["mfa-2026", "mfa-2018", String(ours[0]), String(theirs[0])]);
  expect(yes.share).toBe(String(ours[0] / ours[1]).replace(".", ","));
  expect(yes.difference).toMatch(/^\d+,\d+$/);
  await expect(page.getByTestId("export-outcome")).toContainText(`${lines.length} rind`);
});

test("where the other survey is hidden, its figures and ours are words", async ({ page, results }) => {
  let late = 0;
  const few = sample.map(({ answers: { delays_details, ...answers }, ...rest }) => {
    if (answers.delays === "yes") late += 1;
    return { ...rest, answers: answers.delays === "yes" && late > 5 ? { ...answers, delays: "no" } : answers };
  });
  await results.open(`${QUERY}&delays=yes`);
  await results.load({ ...files, "mfa-2018.ndjson": ndjson(few) });
  await expect(page.locator('[data-wave="channels"]')).toContainText(lv["finding.withheld"]);
  await expect(page.getByTestId("hidden")).toHaveCount(0);
  await page.getByTestId("export").locator("summary").click();
  const { bytes } = await downloadBytes(page, page.getByTestId("export-waves"));
  const lines = parse(bytes.toString("utf8"), { bom: true, columns: true, delimiter: ";" });
  expect(lines.length).toBeGreaterThan(5);
  const figures = ["answered", "count", "share", "low", "high", "other_answered", "other_count", "other_share", "other_low", "other_high", "difference", "p_adjusted"];
  for (const line of lines) for (const name of figures) expect(line[name]).toBe(lv["export.hidden"]);
});

test("on paper both surveys stand side by side, and what differs is said", async ({ page, results, report }) => {
  await install(page, { "mfa-2026": changed(questionnaire) });
  await results.open(`${QUERY}&_show=report`);
  await results.choose(files);
  const section = page.getByTestId("printed-waves");
  await expect(section.locator('[data-wave="delays"] .wave-table')).toBeVisible();
  // Nothing is left to be opened on paper.
  await expect(section.locator("details")).toHaveCount(0);
  await report.drawn(7);
  const pages = await readPdf(await report.pdf());
  const whole = plain(pages.map((it) => it.text).join(" "));
  const text = whole.slice(whole.indexOf(lv["waves.title"]), whole.indexOf(lv["printed.annex"]));
  expect(text).toContain("mfa-2018");
  expect(text).toContain(`${share(...ours)} % ${ours[0]}`);
  expect(text).toContain(`${share(...theirs)} % ${theirs[0]}`);
  expect(text).toContain(`n = ${ours[1]}`);
  expect(text).toContain(plain(lv["waves.marks"]));
  expect(text).toContain(lv["waves.not_compared"]);
  expect(text).toContain("unsure");
  expect(text).toContain(lv["waves.differs"]);
  expect(text).toContain(fill(lv["waves.worded"], { other: "" }).trim());
  // A heading is not left behind by its table.
  for (const { text: words } of pages) for (const it of ["waves.title", "printed.comparisons"]) expect(words.endsWith(lv[it])).toBe(false);
});

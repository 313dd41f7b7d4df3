// Three surveys and four of the same questions, side by side.

import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility.mjs";
import { expect, test } from "./fixtures.mjs";
import { downloadBytes } from "./pages/download.mjs";
import { plain, readPdf } from "./pdf.mjs";
import { ndjson } from "./records.mjs";
import { fill, lv, questionnaire, sample } from "./texts.mjs";
import { again, changed, counted, four, install, later, middle, share, three, withAgain } from "./waves.mjs";

const QUERY = "survey=mfa-2026&_with=mfa-2022,mfa-2018";
const delayed = [later, middle, sample].map((it) => counted(it, "delays", "yes"));
const [own, , oldest] = delayed;
const points = ([count, of], [others, among]) => (count / of - others / among) * 100;
const told = ([count, of], [others, among]) => {
  const tenths = Math.round((Math.abs(count * among - others * of) * 1000) / (of * among));
  return (count * among < others * of ? "−" : "+") + (tenths / 10).toFixed(1).replace(".", ",");
};
const wave = (page, name) => page.locator(`[data-wave="${name}"]`);
const yes = (page) => wave(page, "delays").locator('tr[data-value="yes"]');

test("every chosen survey stands beside the shown one with its difference, and a link reopens them", async ({ page, results }) => {
  test.setTimeout(120_000);
  await install(page);
  await results.open("survey=mfa-2026");
  await results.load(three);
  const choice = page.getByRole("group", { name: lv["waves.label"] });
  await expect(choice.getByRole("checkbox")).toHaveCount(2);
  for (const id of ["mfa-2022", "mfa-2018"]) {
    await choice.getByLabel(id).focus();
    await page.keyboard.press("Space");
    await expect(yes(page)).toContainText(share(...counted(id === "mfa-2022" ? middle : sample, "delays", "yes")));
  }
  await expect(choice.getByLabel("mfa-2018")).toBeFocused();
  await expect(page).toHaveURL(/_with=mfa-2022,mfa-2018$/);
  const cells = yes(page).locator("td");
  const expectAll = async () => {
    await expect(cells).toHaveCount(5);
    for (const [at, it] of [[0, 0], [1, 1], [3, 2]]) await expect(cells.nth(at)).toContainText(`${share(...delayed[it])}\u00a0% ${delayed[it][0]}`);
    for (const [at, it] of [[2, 1], [4, 2]]) await expect(cells.nth(at)).toContainText(told(own, delayed[it]));
  };
  await expectAll();
  await expect(cells.nth(2).locator("[data-difference=lower]")).toHaveCount(1);
  await expect(cells.nth(4).locator("[data-difference=higher]")).toHaveCount(1);
  const headings = wave(page, "delays").locator(".wave-table thead th");
  await expect(headings).toHaveText([lv["table.choice"], "mfa-2026", "mfa-2022", fill(lv["waves.difference_from"], { survey: "mfa-2022" }), "mfa-2018", fill(lv["waves.difference_from"], { survey: "mfa-2018" })]);
  // One test of either other survey, and Holm's correction over both.
  const tests = wave(page, "delays").getByTestId("tests");
  await tests.locator("summary").click();
  await expect(tests.locator("tbody th")).toContainText(["mfa-20", "mfa-20"]);
  await expectAccessible(page, "three surveys", { schemes: ["light"] });
  await page.reload();
  await results.load(three);
  await expectAll();
  await choice.getByLabel("mfa-2022").uncheck();
  await expect(page).toHaveURL(/_with=mfa-2018$/);
  await expect(cells).toHaveCount(3);
  await expect(cells.last()).toContainText(told(own, oldest));
});

test("all follow the filter, and what of a link is not there is told and the rest compared", async ({ page, results }) => {
  await install(page);
  await results.open("survey=mfa-2026&_with=mfa-2022,mfa-2018,mfa-2020");
  await results.load(three);
  await expect(results.faults).toContainText("_with=mfa-2020");
  await expect(results.faults).not.toContainText("mfa-2022");
  await expect(yes(page).locator("td")).toHaveCount(5);
  await results.filter("language", "Latviešu");
  const latvian = [later, middle, sample].map((it) => counted(it.filter((one) => one.language === "lv"), "delays", "yes"));
  for (const [at, it] of [[0, 0], [1, 1], [3, 2]]) await expect(yes(page).locator("td").nth(at)).toContainText(`${share(...latvian[it])}\u00a0% ${latvian[it][0]}`);
});

test("a question that one survey asks otherwise is compared with the rest, and a filter keeps only its own survey apart", async ({ page, results }) => {
  await install(page, { "mfa-2022": withAgain(changed(questionnaire)), "mfa-2026": withAgain(questionnaire) });
  await results.open(QUERY);
  await results.load({ ...three, "mfa-2026.ndjson": ndjson(again(later)), "mfa-2022.ndjson": ndjson(again(middle)) });
  const strengths = wave(page, "strengths");
  await expect(strengths.locator(".wave-changes")).toHaveText(new RegExp(`^mfa-2022: ${lv["waves.not_compared"]}`));
  await expect(strengths.locator(".wave-bases td")).toHaveText([/^n = /, lv["export.not_compared"], /^n = /, ""]);
  const first = strengths.locator("tr[data-value]").first().locator("td");
  await expect(first.nth(1)).toHaveText("–");
  await expect(first.nth(2)).toHaveText("–");
  await expect(first.nth(3)).toContainText("%");
  await expect(wave(page, "complaints").locator(".wave-changes")).toContainText(`mfa-2022: ${lv["waves.differs"]}`);
  await expect(wave(page, "again").locator(".wave-changes")).toContainText("mfa-2018: ");
  await expect(wave(page, "again").locator(".wave-table")).toBeVisible();
  await results.open(`${QUERY}&again=yes`);
  await expect(page.getByTestId("waves-apart")).toHaveCount(1);
  await expect(page.getByTestId("waves-apart")).toContainText(`mfa-2018: ${lv["waves.apart"]}`);
  await expect(wave(page, "channels").locator(".wave-table thead th")).toHaveText([lv["table.choice"], "mfa-2026", "mfa-2022", lv["waves.difference"]]);
  // What the others ask and the shown one does not.
  await results.open("survey=mfa-2018&_with=mfa-2022,mfa-2026");
  const added = fill(lv["waves.only_in"], { survey: "mfa-2022" });
  await expect(page.getByTestId("waves-added").filter({ hasText: added })).toContainText("Vai nāktu vēlreiz?");
  await expect(page.getByTestId("waves-added")).toHaveCount(2);
});

test("one hidden survey is words on the page and in the files, the rest are figures", async ({ page, results }) => {
  await install(page);
  let late = 0;
  const few = sample.map(({ answers: { delays_details, ...answers }, ...rest }) => {
    if (answers.delays === "yes") late += 1;
    return { ...rest, answers: answers.delays === "yes" && late > 5 ? { ...answers, delays: "no" } : answers };
  });
  await results.open(`${QUERY}&delays=yes`);
  await results.load({ ...three, "mfa-2018.ndjson": ndjson(few) });
  const channels = wave(page, "channels");
  await expect(channels.locator(".wave-bases td").last()).toHaveText(lv["export.hidden"]);
  await expect(channels.locator("tr[data-value]").first().locator("td").nth(1)).toContainText("%");
  for (const cell of await channels.locator("tr[data-value] td:nth-last-child(-n+2)").all()) await expect(cell).toHaveText("–");
  await page.getByTestId("export").locator("summary").click();
  const { bytes } = await downloadBytes(page, page.getByTestId("export-waves"));
  const lines = parse(bytes.toString("utf8"), { bom: true, columns: true, delimiter: ";" });
  const of = (id) => lines.filter((it) => it.other_survey === id);
  for (const line of of("mfa-2018")) expect([line.count, line.other_count, line.difference]).toEqual(Array(3).fill(lv["export.hidden"]));
  expect(of("mfa-2018").length).toBeGreaterThan(5);
  expect(of("mfa-2022").every((it) => /^\d+$/.test(it.other_count))).toBe(true);
  expect(of("mfa-2022")).toHaveLength(await page.locator(".wave-table tr[data-value]").count());
});

test("workbook and table have every survey, and as many rows as the page", async ({ page, results }) => {
  await install(page);
  await results.open(QUERY);
  await results.load(three);
  await expect(yes(page).locator("td")).toHaveCount(5);
  await page.getByTestId("export").locator("summary").click();
  const { bytes } = await downloadBytes(page, page.getByTestId("export-waves"));
  const lines = parse(bytes.toString("utf8"), { bom: true, columns: true, delimiter: ";", record_delimiter: "\r\n" });
  const values = await page.locator(".wave-table tr[data-value]").count();
  expect(lines).toHaveLength(2 * values);
  const said = lines.filter((it) => it.question === "delays" && it.value === "yes");
  expect(said.map((it) => [it.count, it.other_survey, it.other_count])).toEqual([
    [`${own[0]}`, "mfa-2022", `${delayed[1][0]}`],
    [`${own[0]}`, "mfa-2018", `${oldest[0]}`],
  ]);
  const sheets = await readWorkbook((await downloadBytes(page, page.getByTestId("export-xlsx"))).bytes);
  const [headings, ...rows] = sheets.find((it) => it.sheet === lv["waves.title"]).data.slice(3);
  expect(rows).toHaveLength(values);
  const at = (id, word) => headings.indexOf(`${id}: ${lv[word].toLowerCase()}`);
  const row = rows.find((it) => it[2] === "Jā" && it[at("mfa-2026", "table.count")] === own[0] && it[at("mfa-2022", "table.count")] === delayed[1][0]);
  expect(row[at("mfa-2018", "table.count")]).toBe(oldest[0]);
  for (const [id, it] of [["mfa-2022", delayed[1]], ["mfa-2018", oldest]]) expect(row[at(id, "waves.difference")]).toBeCloseTo(points(own, it), 9);
  const cover = Object.fromEntries(sheets.find((it) => it.sheet === lv["export.cover"]).data);
  expect(cover[lv["export.other_survey"]]).toBe("mfa-2022, mfa-2018");
});

test("four surveys fit across a page of paper", async ({ page, results, report }) => {
  await install(page);
  await results.open("survey=mfa-2026&_with=mfa-2022,mfa-2020,mfa-2018&_intervals=1&_show=report");
  await results.choose(four);
  const section = page.getByTestId("printed-waves");
  await expect(section.locator('[data-wave="delays"] .wave-table thead th')).toHaveCount(8);
  await report.drawn(7);
  const excess = () => section.locator(".table-scroll").evaluateAll((all) => Math.max(...all.map((it) => it.scrollWidth - it.clientWidth)));
  expect(await excess()).toBe(0);
  await page.emulateMedia({ media: "print" });
  // As wide as A4 between its margins.
  await page.setViewportSize({ width: Math.round((170 / 25.4) * 96), height: 900 });
  expect(await excess()).toBe(0);
  await page.emulateMedia({ media: null });
  const pages = await readPdf(await report.pdf());
  expect(pages.every((it) => it.width === 210)).toBe(true);
  const text = plain(pages.map((it) => it.text).join(" "));
  for (const [count, of] of delayed) expect(text).toContain(`${share(count, of)} % ${count}`);
  expect(text).toContain(told(own, oldest));
});

test("on a phone a table of three surveys scrolls by itself and keeps its names @phone", async ({ page, results }) => {
  await install(page);
  await results.open(QUERY);
  await results.load(three);
  const scroll = wave(page, "quality").locator(".table-scroll:has(.wave-table)");
  await expect(scroll).toBeVisible();
  await scroll.evaluate((it) => it.scrollTo(it.scrollWidth, 0));
  const inside = (cell) => cell.evaluate((it) => {
    const [box, frame] = [it.getBoundingClientRect(), it.closest(".table-scroll").getBoundingClientRect()];
    return box.left >= frame.left - 1 && box.right <= frame.right + 1;
  });
  const row = scroll.locator("tr[data-value]").first();
  expect(await inside(row.locator("td").last())).toBe(true);
  expect(await inside(row.locator("th"))).toBe(true);
  await expectNoSidewaysScroll(page, "three surveys");
  const heights = await page.locator(".wave-choice label").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
});

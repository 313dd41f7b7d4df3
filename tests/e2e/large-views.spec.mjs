// Views of more responses than one worker reads: from 32 MiB on several do. Every figure is counted once
// more, plainly.

import { readFile, stat, writeFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "./fixtures.mjs";
import { response } from "./records.mjs";
import { indicatorsOf, questionsOf, rounded } from "./tally.mjs";
import { lv } from "./texts.mjs";

const SHARED_FROM = 32 * 2 ** 20;
const COUNT = 64_000;
const SOON = { timeout: 30_000 };

/** The sample over and over; every second response has a comment that some others have too. */
const records = Array.from({ length: COUNT }, (_, at) => {
  const made = response(at);
  const { comment, ...answers } = made.answers;
  if (at % 2) answers.comment = `Piezīme Nr. ${at % 9_000}: ŠĶIROJĀM dokumentus ${at % 5} dienas`;
  return { ...made, answers };
});
/** Every text one of its own, and as many of them as there may be. */
const wordy = () =>
  Array.from({ length: 60_000 }, (_, at) => {
    const text = (name) => `${name} ${at}: ${"pacietīgi gaidījām ".repeat(2)}`;
    const answers = {
      service: "mfa-04",
      delays: "yes",
      delays_details: text("Kavējās"),
      complaints: "yes",
      complaints_details: text("Sūdzējāmies"),
      strengths: ["other"],
      "strengths-Comment": text("Labi"),
      suggestions: ["other"],
      "suggestions-Comment": text("Vajag"),
      comment: text("Piezīme"),
    };
    return response(at, { answers, language: at % 3 ? "lv" : "en" });
  });
const lines = (list) => `${list.map((record) => JSON.stringify(record)).join("\n")}\n`;

/** Loads records from a file so large that they are shared out. */
async function load(results, testInfo, list, query = "") {
  const file = testInfo.outputPath("liels.ndjson");
  await writeFile(file, lines(list));
  expect((await stat(file)).size).toBeGreaterThan(SHARED_FROM);
  await results.open(query);
  await results.chooser().setInputFiles(file);
  await expect(results.row("liels.ndjson")).toHaveCount(1, SOON);
  await results.counted();
}

/** Text → how many of the records wrote it. */
function written(list) {
  const counts = new Map();
  for (const { answers } of list) if (answers.comment !== undefined) counts.set(answers.comment, (counts.get(answers.comment) ?? 0) + 1);
  return counts;
}

const sum = (counts) => [...counts.values()].reduce((all, count) => all + count, 0);
/** As the page writes it: in threes from five digits on. */
const spaced = (number) => (number < 10_000 ? String(number) : String(number).replace(/\B(?=(\d{3})+$)/g, "\u00a0"));

async function download(page, id) {
  const coming = page.waitForEvent("download", SOON);
  await page.getByTestId(`export-${id}`).click();
  return (await coming).path();
}

test("texts are listed, searched, coded and tallied as a plain count has them", async ({ page, results, comments }, testInfo) => {
  await load(results, testInfo, records);
  await comments.section.scrollIntoViewIfNeeded();
  await expect(comments.items.first()).toBeVisible(SOON);
  await comments.choose("comments.question", "comment");
  const all = written(records);
  await expect(comments.status).toContainText(spaced(all.size));
  await expect(comments.status).toContainText(spaced(sum(all)));
  const found = new Map([...all].filter(([text]) => text.includes("77")));
  await comments.search("nr. 77 skirojam");
  await expect(comments.status).toContainText(spaced(found.size));
  await expect(comments.status).toContainText(spaced(sum(found)));
  for (const text of await comments.words.allTextContents()) expect(found.has(text), text).toBe(true);
  // Somebody who was late, so that a filter tells the two texts apart.
  const late = records.findIndex((it, at) => at > 1_000 && at % 2 && it.answers.delays === "yes");
  await comments.search(`nr. ${late}:`);
  await expect(comments.items).toHaveCount(1);

  await comments.addTheme("Rindas");
  await comments.addTheme("Dokumenti");
  const [one] = await comments.words.allTextContents();
  await comments.code(0, "Rindas").click();
  await comments.search("nr. 8999:");
  await expect(comments.words).toContainText(["Nr. 8999:"]);
  const [other] = await comments.words.allTextContents();
  await comments.code(0, "Rindas").click();
  await comments.code(0, "Dokumenti").click();
  const tally = (list) => {
    const counts = written(list);
    const [first, second] = [counts.get(one) ?? 0, counts.get(other) ?? 0];
    return { Rindas: first + second, Dokumenti: second };
  };
  await expect.poll(() => comments.tallies("comment")).toEqual(tally(records));
  const others = records.filter((it) => it.answers.delays === "no");
  expect(tally(others)).not.toEqual(tally(records));
  await page.evaluate(() => (location.hash = "#/results?delays=no"));
  await expect.poll(() => comments.tallies("comment")).toEqual(tally(others));
  const { value } = await results.saveReport();
  expect(value.themes[0].choices.map((it) => it.count)).toEqual(Object.values(tally(others)));
  expect(value.themes[0].texts).toBe(sum(written(others)));
  expect(rounded(value.questions)).toEqual(rounded(questionsOf(others)));
});

test("groups are compared and tested, and another survey stands beside", async ({ page, results }, testInfo) => {
  const mixed = records.map((record, at) =>
    at % 3 ? record : { ...record, survey: "mfa-2026", submitted_at: "2026-02-02T10:00:00Z", answers: { ...record.answers, delays: at % 2 ? "yes" : "no" } },
  );
  await load(results, testInfo, mixed, "survey=mfa-2018");
  const [later, own] = ["mfa-2026", "mfa-2018"].map((survey) => mixed.filter((it) => it.survey === survey));
  await results.compare("delays", "service");
  await expect(results.question("delays").getByTestId("certainty")).toBeVisible();
  const groups = {};
  for (const { answers } of own) {
    const counts = (groups[answers.service] ??= { "": [0, 0, 0] })[""];
    counts[0] += 1;
    counts[answers.delays === "yes" ? 1 : 2] += 1;
  }
  const { "": all, ...crossed } = await results.crossed("delays");
  expect(crossed).toEqual(groups);
  expect(all[""][0]).toBe(own.length);

  const waves = page.getByTestId("waves");
  await waves.getByLabel("mfa-2026", { exact: true }).check();
  const row = waves.locator('[data-wave="delays"] tr[data-value="yes"]');
  const yes = (list) => list.filter((it) => it.answers.delays === "yes").length;
  await expect(row).toContainText(spaced(yes(own)));
  await expect(row).toContainText(spaced(yes(later)));
});

test("copies hold the rows that are shown, and NDJSON opened again gives the same report", async ({ page, results }, testInfo) => {
  await load(results, testInfo, records, "language=lv");
  const shown = records.filter((it) => it.language === "lv");
  const before = (await results.saveReport()).value;
  expect(rounded(before.questions)).toEqual(rounded(questionsOf(shown)));
  expect(rounded(before.indicators)).toEqual(rounded(indicatorsOf(shown)));
  await page.getByTestId("export").locator("summary").click();

  const table = parse(await readFile(await download(page, "csv")), { bom: true, columns: true, delimiter: ";", record_delimiter: "\r\n" });
  expect(table.map((it) => it.id)).toEqual(shown.map((it) => it.id));
  expect(table.map((it) => it.comment)).toEqual(shown.map((it) => it.answers.comment ?? ""));
  await expect(page.getByTestId("export-outcome")).toContainText(spaced(shown.length));

  const sheets = await readWorkbook(await download(page, "xlsx"));
  const cover = Object.fromEntries(sheets.find((it) => it.sheet === lv["export.cover"]).data.map(([fact, value]) => [fact, value]));
  expect(cover[lv["export.responses_count"]]).toBe(shown.length);

  const copy = testInfo.outputPath("kopija.ndjson");
  const text = await readFile(await download(page, "ndjson"), "utf8");
  expect(text.trim().split("\n").map((line) => JSON.parse(line))).toEqual(shown);
  await writeFile(copy, text);
  await page.getByRole("button", { name: lv["results.clear"] }).click();
  await results.open();
  await results.chooser().setInputFiles(copy);
  await expect(results.row("kopija.ndjson")).toHaveCount(1, SOON);
  const after = (await results.saveReport()).value;
  expect(after.accepted).toBe(shown.length);
  expect(after.questions).toEqual(before.questions);
  expect(after.indicators).toEqual(before.indicators);
});

test("a copy half written is given up, and another one can be had", async ({ page, results }, testInfo) => {
  await load(results, testInfo, records);
  await page.getByTestId("export").locator("summary").click();
  const halfway = pressed(page, "[data-testid=export-progress]", () => document.querySelector("#export-progress")?.position > 0);
  const saved = [];
  page.on("download", (file) => saved.push(file.suggestedFilename()));
  await page.getByTestId("export-ndjson").click();
  await halfway;
  await expect(page.getByTestId("export-outcome")).toHaveText(lv["export.cancelled"]);
  await expect(page.getByTestId("export-progress")).toHaveCount(0);
  const table = await readFile(await download(page, "csv"), "utf8");
  expect(table.match(/\r\n/g)).toHaveLength(COUNT + 1);
  await expect(page.getByTestId("export-outcome")).toContainText(spaced(COUNT));
  expect(saved).toEqual([expect.stringMatching(/\.csv$/)]);
});

test("reading the texts shows how far it is and can be given up; the page stays as it was", async ({ page, results, comments }, testInfo) => {
  const list = wordy();
  await load(results, testInfo, list);
  const stopped = pressed(page, "[data-testid=texts-progress]", () => true);
  await comments.section.scrollIntoViewIfNeeded();
  await stopped;
  await expect(comments.status).toHaveText(lv["comments.stopped"]);
  await expect(page.getByTestId("texts-progress")).toHaveCount(0);
  await expect(page.getByRole("button", { name: lv["comments.gather"] })).toBeFocused();

  // Counting goes on, and nothing is read that nobody wants.
  const english = list.filter((it) => it.language === "en");
  await page.evaluate(() => (location.hash = "#/results?language=en"));
  await expect(results.responses).toContainText(spaced(english.length));
  await expect(comments.status).toHaveText(lv["comments.stopped"]);

  await page.getByRole("button", { name: lv["comments.gather"] }).click();
  await expect(comments.items.first()).toBeVisible(SOON);
  await expect(comments.status).toContainText(spaced(5 * english.length));
  await comments.search("sudzejamies 3000:");
  const found = english.map((it) => it.answers.complaints_details.trim()).filter((it) => it.includes("3000:"));
  await expect(comments.words).toHaveText(found.sort());
});

/** Presses the only button of a part of the page as soon as it is there and `isTime`. */
function pressed(page, part, isTime) {
  return page.evaluate(
    ([selector, time]) =>
      new Promise((done) => {
        const it = (0, eval)(`(${time})`);
        const look = () => {
          const button = document.querySelector(`${selector} button`);
          if (!button || !it()) return;
          watch.disconnect();
          button.click();
          done();
        };
        const watch = new MutationObserver(look);
        watch.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
      }),
    [part, String(isTime)],
  );
}

// Files that come back: good, damaged, twice, in conflict, foreign, large.

import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { validator } from "../files/schemas.mjs";
import { expect, test } from "./fixtures.mjs";
import { array, exported, ndjson, range, response, spoilt } from "./records.mjs";
import { questionsOf, rounded } from "./tally.mjs";
import { fill, lv } from "./texts.mjs";

const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** A day outside the survey's period, as of a tablet with a wrong clock. */
const late = response(50, { submitted_at: "2019-05-01T10:00:00Z" });
const other = { ...response(3), language: "ru" };

/** Files as several people would send them; with what each must add to the ledger. */
const returned = {
  "a.ndjson": ndjson(range(0, 10)),
  "b.json": exported([...range(8, 20), late]),
  "c.json": array([...range(20, 25), other]),
  "d.ndjson.gz": gzipSync(ndjson(range(24, 40))),
  "e.json.gz": gzipSync(exported(range(40, 42))),
  "f.ndjson": spoilt.map((record) => record.text).join("\n") + "\n" + ndjson([response(60)]),
};
const counted = [...range(0, 42), late, response(60)];
const ledger = {
  "a.ndjson": { accepted: 10, duplicates: 0, conflicts: 0, rejected: 0, outside: 0 },
  "b.json": { accepted: 11, duplicates: 2, conflicts: 0, rejected: 0, outside: 1 },
  "c.json": { accepted: 5, duplicates: 0, conflicts: 1, rejected: 0, outside: 0 },
  "d.ndjson.gz": { accepted: 15, duplicates: 1, conflicts: 0, rejected: 0, outside: 0 },
  "e.json.gz": { accepted: 2, duplicates: 0, conflicts: 0, rejected: 0, outside: 0 },
  "f.ndjson": { accepted: 1, duplicates: 0, conflicts: 0, rejected: spoilt.length, outside: 0 },
};

test("the ledger of several files is exact, whatever their form", async ({ results }) => {
  await results.open();
  await results.load(returned);
  for (const [name, numbers] of Object.entries(ledger)) {
    expect(await results.numbers(name), name).toEqual({ ...numbers, bytes: Buffer.byteLength(returned[name]) });
  }
  const bytes = Object.values(returned).reduce((sum, file) => sum + Buffer.byteLength(file), 0);
  expect(await results.numbers(null)).toEqual({ bytes, accepted: 44, duplicates: 3, conflicts: 1, rejected: spoilt.length, outside: 1 });
  await expect(results.conflicts.locator("tbody tr")).toHaveCount(1);
  await expect(results.conflicts).toContainText(other.id);
  await expect(results.conflicts).toContainText(fill(lv["ledger.conflict_with"], { file: "a.ndjson", n: 4 }));

  const { value } = await results.saveReport();
  expect(validator("report")(value)).toEqual([]);
  expect(value).toMatchObject({ accepted: 44, responses: 44 });
  expect(rounded(value.questions)).toEqual(rounded(questionsOf(counted)));
  for (const { name, sha256 } of value.sources) {
    expect(sha256, name).toBe(createHash("sha256").update(returned[name]).digest("hex"));
  }
});

test("every refused record is listed with its place and reason, and saved as a file", async ({ results }) => {
  await results.open();
  await results.load({ "f.ndjson": returned["f.ndjson"] });
  const expected = spoilt.map(({ path, code }, at) => ({ file: "f.ndjson", record: at + 1, path, reason: lv[`fault.${code}`] }));
  expect(await results.refused()).toEqual(expected);

  const { value } = await results.saveRejections();
  expect(validator("rejected")(value)).toEqual([]);
  const places = value.records.map(({ file, record, line, path, reason }) => ({ file, record, line, path, reason }));
  expect(places).toEqual(spoilt.map(({ path, code }, at) => ({ file: "f.ndjson", record: at + 1, line: at + 1, path, reason: code })));
  for (const [at, { text }] of spoilt.entries()) expect(text.startsWith(value.records[at].text.replace(/…$/, ""))).toBe(true);
});

test("files that are no files of responses are named for what they are", async ({ results }) => {
  const packed = gzipSync(ndjson(range(0, 100)));
  await results.open();
  await results.load({
    "attels.png": png,
    "tukss.json": "",
    "nogriezts.ndjson.gz": packed.subarray(0, packed.length / 2),
    "parskats.json": JSON.stringify({ format: "aptauja.report", version: 1, questions: [] }),
    "utf16.json": Buffer.from("\ufeff" + exported(range(0, 1)), "utf16le"),
    "labs.ndjson": ndjson(range(200, 203)),
  });
  const says = {
    "attels.png": lv["problem.not_responses"],
    "tukss.json": lv["problem.empty"],
    "nogriezts.ndjson.gz": lv["problem.damaged_gzip"],
    "parskats.json": fill(lv["problem.unknown_format"], { format: "aptauja.report", version: "1" }),
    "utf16.json": lv["problem.not_utf8"],
  };
  for (const [name, words] of Object.entries(says)) await expect(results.row(name)).toContainText(words);
  await expect(results.row("labs.ndjson").locator(".error-message")).toHaveCount(0);
  for (const name of ["attels.png", "tukss.json", "parskats.json", "utf16.json"]) {
    expect((await results.numbers(name)).accepted, name).toBe(0);
  }
  expect((await results.numbers("labs.ndjson")).accepted).toBe(3);
  // What could be unpacked counts, each record once.
  const { accepted } = await results.numbers("nogriezts.ndjson.gz");
  expect(accepted).toBeGreaterThan(0);
  expect(accepted).toBeLessThan(100);
  const { value } = await results.saveReport();
  expect(value.accepted).toBe(accepted + 3);
});

test("files without a single good response leave the ledger and say why", async ({ page, results }) => {
  await results.open();
  await results.load({ "attels.png": png });
  await expect(page.getByText(lv["results.nothing"])).toBeVisible();
  await expect(results.responses).toHaveText(/^0 /);
});

test("the order in which files are added does not change the report", async ({ results }) => {
  const reports = [];
  for (const names of [Object.keys(returned), Object.keys(returned).reverse()]) {
    await results.page.goto("about:blank");
    await results.open();
    for (const name of names) await results.load({ [name]: returned[name] });
    const { generated_at: _, ...report } = (await results.saveReport()).value;
    reports.push(report);
  }
  expect(reports[0].accepted).toBe(44);
  expect(reports[1]).toEqual(reports[0]);
});

test("files are taken by drag and drop", async ({ results }) => {
  await results.open();
  await results.drop({ "a.ndjson": returned["a.ndjson"], "e.json.gz": returned["e.json.gz"] });
  expect(await results.numbers("a.ndjson")).toMatchObject(ledger["a.ndjson"]);
  expect(await results.numbers("e.json.gz")).toMatchObject(ledger["e.json.gz"]);
});

test("a file chosen twice counts once", async ({ results }) => {
  await results.open();
  await results.load({ "a.ndjson": returned["a.ndjson"] });
  await results.choose({ "a.ndjson": returned["a.ndjson"] });
  await expect(results.row("a.ndjson")).toHaveCount(2);
  await results.counted();
  const { value } = await results.saveReport();
  expect(value.accepted).toBe(10);
  expect(value.sources.map((it) => it.duplicates)).toEqual([0, 10]);
});

test("real files take the place of the sample", async ({ results }) => {
  await results.open();
  await results.loadSample();
  await results.load({ "a.ndjson": returned["a.ndjson"] });
  await expect(results.responses).toHaveText("10 atbilžu");
  await expect(results.sampleNotice).toHaveCount(0);
  await expect(results.row("mfa-2018-sample.ndjson")).toHaveCount(0);
});

test("the survey with most responses is shown, and another when asked for", async ({ page, results }) => {
  const newer = { survey: "mfa-2026", submitted_at: "2026-03-01T10:00:00Z" };
  const file = ndjson([...range(0, 5), ...range(10, 13).map((it) => ({ ...it, ...newer }))]);
  await results.open();
  await results.load({ "abas.ndjson": file });
  // The report is of one survey; `accepted` is all that was loaded.
  expect((await results.saveReport()).value).toMatchObject({ survey: "mfa-2018", accepted: 8, responses: 5 });
  await page.locator(".survey-choice select").selectOption("mfa-2026");
  await expect(page).toHaveURL(/#\/results\?survey=mfa-2026$/);
  await expect(results.responses).toHaveText("3 atbildes");
  expect((await results.saveReport()).value).toMatchObject({ survey: "mfa-2026", accepted: 8, responses: 3 });
  await page.goBack();
  await expect(results.responses).toHaveText("5 atbildes");
});

// ResultsState::import adds to what is loaded, and so forgets what is being read.
test("of many refused records the first are shown, and all are saved", async ({ page, results }) => {
  await results.open();
  await results.load({ "slikti.ndjson": ndjson(range(0, 150).map((it) => ({ ...it, language: 1 }))) });
  await expect(results.rejections.locator("tbody tr")).toHaveCount(100);
  await expect(page.getByText(fill(lv["ledger.rejections_shown"], { n: "100" }))).toBeVisible();
  const { value } = await results.saveRejections();
  expect(validator("rejected")(value)).toEqual([]);
  expect(value.records).toHaveLength(150);
});

// The worker cuts the list to 100, nothing says so, and no file has the rest.
test("every conflict is listed", async ({ results }) => {
  await results.open();
  await results.load({ "a.ndjson": ndjson(range(0, 150)), "b.ndjson": ndjson(range(0, 150).map((it) => ({ ...it, language: "ru" }))) });
  expect(await results.numbers("b.ndjson")).toMatchObject({ accepted: 0, conflicts: 150 });
  await expect(results.conflicts.locator("tbody tr")).toHaveCount(150);
});

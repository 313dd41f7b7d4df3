// The SQL that is served beside the application, in both engines, against the report of the application itself.
//
//   make sql                      a million responses
//   make sql COUNT=1000           fewer             ENGINES=duckdb   only this one

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import { reports } from "./application.mjs";
import { counted, differences, ofReport, ofRows } from "./figures.mjs";
import { generate } from "./files.mjs";

const COUNT = Number(process.env.COUNT ?? 1_000_000);
const engines = (process.env.ENGINES ?? "duckdb,spark").split(",");
const filters = ["", "service=mfa-13,mfa-17&channels=email,phone&from=2018-01-18&to=2018-01-27&quality.knowledge=very_good,good"];

let files;
let right;

before(async () => {
  files = await generate(COUNT);
  const index = JSON.parse(await readFile("public/surveys/index.json", "utf8"));
  // The SQL does not hide small groups; the application shall not either.
  index.surveys.forEach((survey) => (survey.threshold = 1));
  right = await reports(files, filters, { "index.json": index });
});

test("the application counted the files", () => {
  assert.equal(right[0].accepted, COUNT, JSON.stringify(right[0].sources));
  assert.equal(right[0].responses, COUNT);
  assert.ok(right[0].sources.some((source) => source.duplicates > 0));
  assert.ok(right[1].responses > 0 && right[1].responses < COUNT);
});

for (const engine of engines) {
  for (const [at, filter] of filters.entries()) {
    test(`${engine} gives every figure of the report${filter && ", filtered"}`, async () => {
      const rows = await counted(engine, files, { survey: right[at].survey, filter });
      assert.deepEqual(differences(ofRows(rows), ofReport(right[at])), []);
    });
  }
}

test("one count that is wrong, missing or too many is found", () => {
  const figures = ofReport(right[0]);
  const name = "channels=email count";
  assert.deepEqual(differences(figures, figures), []);
  assert.equal(differences({ ...figures, [name]: figures[name] + 1 }, figures).length, 1);
  assert.equal(differences({ ...figures, [name]: undefined }, figures).length, 1);
  assert.equal(differences({ ...figures, more: 0 }, figures).length, 1);
});

test("a filter with what is no day, or with an unknown key, ends with a sentence", () => {
  for (const [filter, words] of [["from=garbage", "from=garbage, which is not a day"], ["to=2018-02-30", "to=2018-02-30, which is not a day"], ["colour=red", "unknown key: colour"]]) {
    const { status, stderr } = spawnSync("target/sql/venv/bin/python", ["public/sql/report.py", "duckdb", "--survey", "mfa-2018", "--filter", filter, files[0]], { encoding: "utf8" });
    assert.equal(status, 1);
    assert.ok(stderr.includes(words) && !stderr.includes("Traceback"), stderr);
  }
});

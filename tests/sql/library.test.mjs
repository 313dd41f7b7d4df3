// Another questionnaire than the Ministry's: ratings, truths, panels, conditions, "none", and names with dots
// and commas. Some answers stand in hidden questions.

import assert from "node:assert/strict";
import { readFile, writeFile, mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { before, test } from "node:test";
import { reports } from "./application.mjs";
import { counted, differences, ofReport, ofRows } from "./figures.mjs";

const SURVEYS = "tests/fixtures";
const engines = (process.env.ENGINES ?? "duckdb,spark").split(",");
const filter = "stars=2,3&provider=north&events=a%2Cb,music&opening.hours.sat.sun=1,long";

const definitions = {};
for (const name of ["index.json", "library.json", "library-catalogue.json", "poll.json"]) {
  definitions[name] = JSON.parse(await readFile(`${SURVEYS}/${name}`, "utf8"));
}

// The SQL does not hide small groups; the application shall not either.
definitions["index.json"].surveys.forEach((survey) => (survey.threshold = 1));

/** Every combination of a few answers, with each left out now and then. */
function responses() {
  const pick = (values, number) => values[number % values.length];
  return Array.from({ length: 840 }, (_, number) => {
    const answers = {
      visited: pick(["lending", "reading", "archive", undefined], number),
      stars: pick([1, 2, 3, undefined, 3], number),
      member: pick([false, true, undefined], number),
      "opening.hours": pick([{ weekday: 1, "sat.sun": "long" }, { "sat.sun": 1 }, { weekday: 2 }, undefined], number >> 1),
      events: pick([["talks", "a,b"], ["none"], ["music"], ["other"], undefined, ["a,b"]], number),
      why: pick(["far", "dear", "other", undefined], number >> 2),
      more: pick(["tālu", undefined], number >> 3),
      language: pick(["latvian", "english", undefined], number >> 2),
      town: pick(["Rīga", undefined, " "], number >> 1),
    };
    const id = `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
    return { id, survey: "library", submitted_at: `2024-02-${String((number % 28) + 1).padStart(2, "0")}T10:00:00Z`, language: pick(["lv", "en"], number), answers };
  });
}

let right;
const file = resolve("target/sql/library.ndjson");

before(async () => {
  await mkdir(resolve("target/sql"), { recursive: true });
  await writeFile(file, responses().map((it) => `${JSON.stringify(it)}\n`).join(""));
  right = await reports([file], ["", filter], definitions);
});

test("the application counted the file, and hidden answers not", () => {
  assert.equal(right[0].responses, responses().length);
  assert.ok(right[1].responses > 0);
  const given = responses().filter((it) => it.answers.why !== undefined).length;
  const { answered } = right[0].questions.find((it) => it.name === "why");
  assert.ok(answered > 0 && answered < given);
});

for (const engine of engines) {
  for (const [at, query] of ["", filter].entries()) {
    test(`${engine} gives every figure of another questionnaire${query && ", filtered"}`, async () => {
      const rows = await counted(engine, [file], { survey: "library", filter: query, surveys: SURVEYS });
      assert.deepEqual(differences(ofRows(rows), ofReport(right[at])), []);
    });
  }
}

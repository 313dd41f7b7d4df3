// Files so large that reading them takes a while.

import { writeFile } from "node:fs/promises";
import { expect, test } from "./fixtures.mjs";
import { ndjson, range } from "./records.mjs";
import { lv, sampleText } from "./texts.mjs";

const few = ndjson(range(0, 10));

test("a large import shows its progress and can be cancelled; what was shown stays", async ({ page, results }, testInfo) => {
  const file = testInfo.outputPath("liels.ndjson");
  await writeFile(file, sampleText.repeat(250));
  await results.open();
  await results.load({ "a.ndjson": few });
  // Many times the same: one is read sooner than somebody can press a button.
  await results.chooser().setInputFiles(Array(20).fill(file));
  await expect(results.progress.locator("progress")).toBeVisible();
  await expect(results.progress).toBeInViewport();
  await results.cancel();
  await expect(page.getByText(lv["results.cancelled"])).toBeVisible();
  await expect(results.progress).toHaveCount(0);
  await expect(results.responses).toHaveText("10 atbilžu");
  await expect(results.row("liels.ndjson")).toHaveCount(0);
  // The next import knows nothing of it.
  await results.load({ "e.ndjson": ndjson(range(40, 42)) });
  expect((await results.saveReport()).value.sources.map((it) => it.name)).toEqual(["a.ndjson", "e.ndjson"]);
});

test("a large import is counted to its last record while the page answers", async ({ results, survey }, testInfo) => {
  const file = testInfo.outputPath("liels.ndjson");
  await writeFile(file, sampleText.repeat(250));
  await results.open();
  await results.chooser().setInputFiles(file);
  await expect(results.progress).toBeVisible();
  await survey.chooseLanguage("en");
  await expect(results.row("liels.ndjson")).toHaveCount(1, { timeout: 20_000 });
  await results.counted();
  expect(await results.numbers("liels.ndjson")).toMatchObject({ accepted: 400, duplicates: 99_600, rejected: 0 });
});

test("files chosen while others are being read are read together with them", async ({ results }, testInfo) => {
  const file = testInfo.outputPath("liels.ndjson");
  await writeFile(file, sampleText.repeat(250));
  await results.open();
  await results.chooser().setInputFiles(file);
  await expect(results.progress).toBeVisible();
  await results.load({ "a.ndjson": few });
  expect((await results.saveReport()).value.sources.map((it) => it.name)).toEqual(["a.ndjson", "liels.ndjson"]);
});

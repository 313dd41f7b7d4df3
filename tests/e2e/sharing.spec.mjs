// Files so large that several workers share them.

import { writeFile } from "node:fs/promises";
import { expect, test } from "./fixtures.mjs";
import { ndjson, range, response, spoilt } from "./records.mjs";

/** Two files of about 40 MB together: unique records, some twice, some of one id, some spoilt. */
async function large(testInfo) {
  const names = ["a.ndjson", "b.ndjson"].map((name) => testInfo.outputPath(name));
  const bad = spoilt.map(({ text }) => text).join("\n");
  const conflicts = ndjson([3, 40_003, 69_999].map((number) => response(number, { language: "xx" })));
  await writeFile(names[0], `${ndjson(range(0, 40_000))}${bad}\n\n${ndjson(range(10, 20))}`);
  await writeFile(names[1], `${ndjson(range(39_990, 70_000))}${conflicts}${bad}`);
  return names;
}

test("one, two and four workers come to the same report and ledger", async ({ results, page }, testInfo) => {
  const files = await large(testInfo);
  const found = [];
  for (const cores of [1, 2, 4]) {
    await page.addInitScript(`Object.defineProperty(Navigator.prototype, "hardwareConcurrency", { configurable: true, get: () => ${cores} })`);
    await page.goto("about:blank");
    await results.open();
    await results.chooser().setInputFiles(files);
    await expect(results.row("b.ndjson")).toHaveCount(1, { timeout: 20_000 });
    await results.counted();
    await expect(page.locator(".sha code")).toHaveCount(2, { timeout: 20_000 });
    const whole = (await results.saveReport()).value;
    const all = await results.responses.innerText();
    await page.evaluate(() => (location.hash = "#/results?service=mfa-13&language=lv"));
    await expect(results.responses).not.toHaveText(all);
    const part = (await results.saveReport()).value;
    const refused = await page.locator("#rejections ~ .table-scroll tbody tr").allInnerTexts();
    const ledger = await page.getByTestId("ledger").innerText();
    await results.compare("quality", "language");
    await expect(page.locator(".cross-table")).toBeVisible();
    const crossed = await results.crossed("quality");
    for (const report of [whole, part]) delete report.generated_at;
    found.push({ whole, part, refused, ledger, crossed });
  }
  const [alone, two, four] = found;
  const { sources, accepted } = alone.whole;
  expect(accepted).toBe(70_000);
  expect(sources.map(({ accepted, duplicates, conflicts, rejected }) => [accepted, duplicates, conflicts, rejected])).toEqual([
    [40_000, 10, 0, spoilt.length],
    [30_000, 10, 3, spoilt.length],
  ]);
  expect(alone.part.responses).toBeLessThan(alone.whole.responses);
  expect(two).toEqual(alone);
  expect(four).toEqual(alone);
});

test("a browser that does not stream files into given memory comes to the same report", async ({ results, page }, testInfo) => {
  const [file] = await large(testInfo);
  const reports = [];
  for (const streams of [true, false]) {
    if (!streams) {
      // For the workers: they have their own globals.
      await page.route(/worker-[^/]*\.js$/, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, body: `delete self.ReadableStreamBYOBReader;${await answer.text()}` });
      });
    }
    await page.goto("about:blank");
    await results.open();
    await results.chooser().setInputFiles(file);
    await expect(results.row("a.ndjson")).toHaveCount(1, { timeout: 20_000 });
    await results.counted();
    const report = (await results.saveReport()).value;
    delete report.generated_at;
    reports.push(report);
  }
  expect(reports[0].accepted).toBe(40_000);
  expect(reports[1]).toEqual(reports[0]);
});

test("a report saved before the checksums are there is saved once they are", async ({ results, page }, testInfo) => {
  const files = await large(testInfo);
  await results.open();
  await results.chooser().setInputFiles(files);
  await expect(results.row("b.ndjson")).toHaveCount(1, { timeout: 20_000 });
  const { value } = await results.saveReport();
  for (const { sha256 } of value.sources) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(value.sources.map((it) => it.sha256)).toEqual(await page.locator(".sha code").allInnerTexts());
});

test("cancelling ends the workers at once", async ({ results, page }, testInfo) => {
  const files = await large(testInfo);
  await results.open();
  // Without files, one worker draws what was published.
  await expect.poll(() => page.workers().length).toBe(1);
  await results.chooser().setInputFiles([...files, ...files, ...files, ...files]);
  await expect(results.progress).toBeVisible();
  await expect.poll(() => page.workers().length).toBeGreaterThan(1);
  await results.cancel();
  await expect(results.progress).toHaveCount(0);
  await expect.poll(() => page.workers().length).toBe(0);
  // What was published is still there, and drawn anew when that is needed.
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => page.workers().length).toBe(1);
});

// Checking a report: the same files give every number again, and what differs is named.

import { expect, test } from "./fixtures.mjs";
import { fill, lv, sample, sampleText } from "./texts.mjs";

const FILE = "mfa-2018-sample.ndjson";

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
  await expect(figures.filter({ hasText: "questions.delays.choices.yes.count" })).toContainText(`${delays.choices[0].count}`);
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

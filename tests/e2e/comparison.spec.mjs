// A question by groups: the counts of its table, recounted from the sample.

import { expect, test } from "./fixtures.mjs";
import { questionsOf } from "./tally.mjs";
import { catalogue, en, lv, sample } from "./texts.mjs";

/** What the table of a question should hold for groups given as `{ value: responses }`: those without are named beneath. */
function expected(name, groups) {
  const counts = ({ answered, choices, columns }) => [answered, ...(choices ?? columns).map((it) => it.count)];
  return Object.fromEntries(
    Object.entries(groups).filter(([, responses]) => responses.length > 0).map(([value, responses]) => {
      const found = questionsOf(responses).find((it) => it.name === name);
      const rows = found.rows?.map((row) => [row.value, counts(row)]) ?? [["", counts(found)]];
      return [value, Object.fromEntries(rows)];
    }),
  );
}

function byService(responses) {
  return Object.fromEntries(catalogue.services.map(({ id }) => [id, responses.filter((it) => it.answers.service === id)]));
}

test("a matrix by services has the counts of every statement in every group, and follows the filter", async ({ page, results }) => {
  await results.showSmallGroups();
  await results.open();
  await results.loadSample();
  await results.compare("quality", "service");
  await expect.poll(() => results.crossed("quality")).toEqual(expected("quality", byService(sample)));
  const empty = catalogue.services.filter(({ id }) => !sample.some((it) => it.answers.service === id));
  expect(empty.length).toBeGreaterThan(0);
  for (const { title } of empty) await expect(results.question("quality").getByTestId("empty-groups")).toContainText(title.lv ?? title.default);
  await results.filter("channels", "Tālrunis");
  const byPhone = sample.filter((it) => it.answers.channels?.includes("phone"));
  await expect.poll(() => results.crossed("quality")).toEqual(expected("quality", byService(byPhone)));
  const measures = await page.evaluate(() => performance.getEntriesByName("cross", "measure").length);
  expect(measures).toBeGreaterThanOrEqual(2);
});

test("a choice by language, provider and another choice", async ({ results }) => {
  await results.open();
  await results.loadSample();
  const of = (wanted, groups) => Object.fromEntries(groups.map((value) => [value, sample.filter((it) => wanted(it, value))]));
  const languages = [...new Set(sample.map((it) => it.language))].sort();
  await results.compare("delays", "language");
  await expect.poll(() => results.crossed("delays")).toEqual(expected("delays", of((it, value) => it.language === value, languages)));
  const providers = catalogue.providers.map((it) => it.id);
  const providerOf = Object.fromEntries(catalogue.services.map((it) => [it.id, it.provider]));
  await results.compare("delays", "provider");
  const byProvider = of((it, value) => providerOf[it.answers.service] === value, providers);
  await expect.poll(() => results.crossed("delays")).toEqual(expected("delays", byProvider));
  await results.compare("strengths", "channels");
  const channels = of((it, value) => it.answers.channels?.includes(value), ["in_person", "email", "phone", "latvija_lv"]);
  await expect.poll(() => results.crossed("strengths")).toEqual(expected("strengths", channels));
  // Both stay.
  expect(await results.crossed("delays")).toEqual(expected("delays", byProvider));
  await results.compare("delays", "");
  await expect(results.question("delays").locator(".cross-table")).toHaveCount(0);
});

test("a comparison keeps its groups in the other language and with other files", async ({ page, results }) => {
  await results.open();
  await results.loadSample();
  await results.compare("complaints", "channels");
  const table = results.question("complaints").locator(".cross-table");
  await expect(table).toContainText(lv["table.answered"]);
  const before = await results.crossed("complaints");
  await page.getByRole("button", { name: "English" }).click();
  await expect(table).toContainText(en["table.answered"]);
  expect(await results.crossed("complaints")).toEqual(before);
  await expect(results.question("complaints").getByLabel(en["cross.label"])).toHaveValue("channels");
  await page.getByRole("button", { name: en["results.clear"] }).click();
  await results.loadSample();
  await expect(page.locator(".cross-table")).toHaveCount(1);
  await results.question("complaints").getByLabel(en["cross.label"]).selectOption("");
  await expect(page.locator(".cross-table")).toHaveCount(0);
});

// A question by groups: the counts of its table, recounted from the sample.

import { expect, test } from "./fixtures.mjs";
import { questionsOf } from "./tally.mjs";
import { catalogue, en, lv, questionnaire, sample } from "./texts.mjs";

/** What the table of a question should hold for groups of responses, given as `{ value: responses }`: all of them first, under no name; groups without any are named beneath. */
function expected(name, groups, all = sample) {
  const counts = ({ answered, choices, columns }) => [answered, ...(choices ?? columns).map((it) => it.count)];
  return Object.fromEntries(
    Object.entries({ "": all, ...groups }).filter(([, responses]) => responses.length > 0).map(([value, responses]) => {
      const found = questionsOf(responses).find((it) => it.name === name);
      const rows = found.rows?.map((row) => [row.value, counts(row)]) ?? [["", counts(found)]];
      return [value, Object.fromEntries(rows)];
    }),
  );
}

/** What a question is called in Latvian. */
function titleOf(name) {
  const { title } = questionnaire.pages.flatMap((it) => it.elements).find((it) => it.name === name);
  return title.lv ?? title.default;
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
  await expect.poll(() => results.crossed("quality")).toEqual(expected("quality", byService(byPhone), byPhone));
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

test("all together come first, and the two best grades stand as one share", async ({ results }) => {
  await results.open();
  await results.loadSample();
  await results.compare("quality", "language");
  const row = results.question("quality").locator('.cross-table tbody[data-group=""] tr[data-row]').first();
  const statement = await row.getAttribute("data-row");
  const grades = sample.map((it) => it.answers.quality?.[statement]).filter(Boolean);
  const best = grades.filter((grade) => ["very_good", "good"].includes(grade)).length;
  await expect(row.locator(".cross-best .cell-more").first()).toHaveText(String(best));
  await expect(row.locator("td").first()).toContainText(String(grades.length));
});

test("statements stand under their question where groups are chosen", async ({ results }) => {
  await results.open();
  await results.loadSample();
  const select = results.question("delays").getByLabel(lv["cross.label"]);
  const question = await select.locator('option[value="quality.attitude"]').evaluate((option) => option.parentElement.label);
  expect(question).toBe(titleOf("quality"));
  await expect(select.locator('optgroup option[value="language"]')).toHaveCount(0);
});

test("a sparse table of many groups is tested by random tables, and how is told", async ({ results }) => {
  await results.showSmallGroups();
  await results.open();
  await results.loadSample();
  await results.compare("quality", "service");
  const section = results.question("quality");
  await section.getByTestId("tests").locator("summary").click();
  const [before, after] = lv["certainty.method_simulated"].split("{n}");
  await expect(section.getByTestId("tests").getByText(before).first()).toContainText(after);
  await expect(section.getByTestId("tests").getByText(lv["certainty.untested"], { exact: true })).toHaveCount(0);
  await expect(section.locator(".how-computed")).toContainText(lv["certainty.how_simulated"]);
});

test("groups stand in the order that is chosen: in the table, the pictures, a link and on paper", async ({ page, results }) => {
  await results.showSmallGroups();
  await results.open();
  await results.loadSample();
  await results.compare("quality", "service");
  const section = results.question("quality");
  const groups = (table) => table.locator('tbody:not([data-group=""])').evaluateAll((all) => all.map((it) => it.dataset.group));
  const listed = Object.entries(byService(sample)).filter(([, responses]) => responses.length > 0);
  await expect.poll(() => groups(section.locator(".cross-table"))).toEqual(listed.map(([id]) => id));

  // The mean of the statements' shares of the two best grades, of equal ones the first that is listed.
  const share = (responses) => {
    const { rows } = questionsOf(responses).find((it) => it.name === "quality");
    const shares = rows.filter((it) => it.answered > 0).map(({ answered, columns }) => (columns[0].count + columns[1].count) / answered);
    return shares.length > 0 ? shares.reduce((sum, it) => sum + it, 0) / shares.length : -1;
  };
  const best = listed.map(([id, responses]) => ({ id, share: share(responses) })).sort((a, b) => b.share - a.share).map((it) => it.id);
  expect(best).not.toEqual(listed.map(([id]) => id));
  await section.getByLabel(lv["cross.order"]).selectOption("best");
  await expect.poll(() => groups(section.locator(".cross-table"))).toEqual(best);
  await expect(section.locator(".cross-table tbody").first()).toHaveAttribute("data-group", "");
  // Few enough to be open from the start.
  const pictures = () => section.locator(".group-picture").evaluateAll((all) => all.map((it) => it.dataset.group));
  await expect.poll(pictures).toEqual(best.filter((id) => byService(sample)[id].some((it) => it.answers.quality)));

  await section.getByLabel(lv["cross.order"]).selectOption("answered");
  const answering = ([, responses]) => responses.filter((it) => it.answers.quality).length;
  const most = [...listed].sort((a, b) => answering(b) - answering(a)).map(([id]) => id);
  await expect.poll(() => groups(section.locator(".cross-table"))).toEqual(most);

  const link = page.url();
  await page.goto("about:blank");
  await page.goto(link);
  await results.loadSample();
  await expect.poll(() => groups(results.question("quality").locator(".cross-table"))).toEqual(most);
  await expect(results.question("quality").getByLabel(lv["cross.order"])).toHaveValue("answered");
  await page.goto(`${link}&_show=report`);
  await expect.poll(() => groups(page.locator('[data-comparison="quality"] .cross-table'))).toEqual(most);

  // Without a comparison, there is nothing to put in order.
  await page.goBack();
  await results.compare("quality", "");
  await expect(results.question("quality").getByLabel(lv["cross.order"])).toHaveCount(0);
  expect(page.url()).not.toContain("_order");
});

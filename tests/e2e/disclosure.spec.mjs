// Small groups: what is hidden, where, and that links reopen what was shown.

import { validator } from "../files/schemas.mjs";
import { expect, test } from "./fixtures.mjs";
import { Contents } from "./pages/contents.mjs";
import { ndjson, response } from "./records.mjs";
import { fill, lv, sample } from "./texts.mjs";

test("a selection that is too small shows no figure anywhere, and saves none", async ({ page, results }) => {
  await results.open("quality.knowledge=poor");
  await results.loadSample();
  await expect(page.getByTestId("hidden")).toContainText(fill(lv["disclosure.reason"].other, { n: 10 }));
  // It is said once: no question repeats it, and no heading leads to one.
  await expect(page.locator(".question-section:visible")).toHaveCount(0);
  await expect(new Contents(page).link(lv["results.questions"])).toHaveCount(0);
  await expect(page.locator(".indicator")).toHaveCount(0);
  await expect(page.locator(".comparison-choice:visible")).toHaveCount(0);
  const { value: report } = await results.saveReport();
  expect(validator("report")(report)).toEqual([]);
  expect(report.threshold).toBe(10);
  // What the report of everybody says too.
  const poor = sample.filter((it) => it.answers.quality?.knowledge === "poor").length;
  expect([report.hidden, report.responses]).toEqual([true, poor]);
  for (const figure of [...report.questions, ...report.indicators]) expect(figure.hidden).toBe(true);
  expect(JSON.stringify([report.questions, report.indicators])).not.toMatch(/\d/);
});

test("a selection that would give a small one away is hidden too", async ({ page, results }) => {
  // The ten others of this language would be all of them less these.
  await results.open("language=lv&quality.knowledge=very_good,good");
  await results.loadSample();
  await expect(page.getByTestId("hidden")).toBeVisible();
  // How many they are would be told by a hidden group's own answers.
  await expect(results.responses).toHaveText(lv["results.size_hidden"]);
  await expect(page.locator("main")).not.toContainText("346");
  const { value: report } = await results.saveReport();
  expect(validator("report")(report)).toEqual([]);
  expect(report.hidden).toBe(true);
  expect(report).not.toHaveProperty("responses");
  await results.open("language=lv");
  await results.counted();
  await expect(page.getByTestId("hidden")).toBeHidden();
  await expect(await results.picture("channels")).toBeVisible();
});

test("how a small service's clients answered does not stand in the services of those who answered so", async ({ page, results }) => {
  const services = Array.from({ length: 40 }, (_, at) => (at < 4 ? "mfa-22" : "mfa-04"));
  const answers = (service, at) => ({ service, delays: at % 2 ? "no" : "yes" });
  const file = services.map((service, at) => response(at, { survey: "mfa-2018", answers: answers(service, at) }));
  await results.open("survey=mfa-2018&delays=yes&_by.service=delays");
  await results.load({ "a.ndjson": ndjson(file) });
  await expect(results.responses).toHaveText(/20/);
  const service = results.question("service");
  await expect(service.locator(".finding")).toHaveText(lv["finding.withheld"]);
  await expect(service.locator(".question-figures")).toBeHidden();
  await expect(service.getByTestId("hidden-groups")).toContainText("Jā");
  const { value: report } = await results.saveReport();
  expect(validator("report")(report)).toEqual([]);
  const hidden = report.questions.filter((it) => it.hidden).map((it) => it.name);
  expect(hidden).toEqual(["service"]);
  expect(report.questions.find((it) => it.name === "delays").choices[0].count).toBe(20);
});

test("small groups of a comparison are named without figures; a link reopens the comparison", async ({ page, results }) => {
  await results.open("_by.channels=quality.knowledge&_view=full");
  await results.loadSample();
  const question = results.question("channels");
  await expect(question.locator('tbody[data-group]:not([data-group=""])')).toHaveCount(2);
  await expect(question.getByTestId("hidden-groups")).toContainText("Slikti; Ļoti slikti");
  await expect(page.getByRole("button", { name: lv["results.view_full"] })).toHaveAttribute("aria-pressed", "true");
  await results.compare("channels", lv["filter.language"]);
  await expect(page).toHaveURL(/_by\.channels=language&_view=full$/);
  await expect(question.locator('tbody[data-group]:not([data-group=""])')).toHaveCount(2);
  await expect(question.getByTestId("hidden-groups")).toHaveCount(0);
  await page.goBack();
  await expect(question.getByTestId("hidden-groups")).toHaveCount(1);
});

test("a selection nobody is in is told beneath the title, with the way back", async ({ page, results }) => {
  await results.showSmallGroups();
  await results.open("from=2031-01-01");
  await results.loadSample();
  const notice = page.getByTestId("no-responses");
  await expect(notice).toContainText(lv["filter.empty"]);
  await expect(notice).toBeInViewport();
  await expect(page.locator(".question-section:visible, .indicator")).toHaveCount(0);
  await notice.getByRole("button", { name: lv["filter.clear"] }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.locator("#filters")).toBeFocused();
  await expect(await results.picture("channels")).toBeVisible();
});

test("where no group can be shown there is a sentence, no empty table", async ({ page, results }) => {
  await results.open("_by.delays=service");
  await results.load({ "few.ndjson": sample.slice(0, 25).map((it) => JSON.stringify(it)).join("\n") });
  const question = results.question("delays");
  await expect(question.getByTestId("no-groups")).toHaveText(lv["cross.no_groups"]);
  await expect(question.locator(".cross-table")).toHaveCount(0);
  await expect(question.locator(".group-pictures")).toBeHidden();
  // Many names wait behind a click.
  const names = question.getByTestId("empty-groups");
  await expect(names.locator("p")).toBeHidden();
  await names.locator("summary").click();
  await expect(names.locator("p")).toBeVisible();
});

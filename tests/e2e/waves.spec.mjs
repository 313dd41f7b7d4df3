// Two surveys of the same questions, side by side.

import { SIZES, expectAccessible } from "./accessibility.mjs";
import { expect, test } from "./fixtures.mjs";
import { ndjson } from "./records.mjs";
import { catalogue, localised, lv, questionnaire, sample } from "./texts.mjs";
import { again, files, install, later, share, withAgain } from "./waves.mjs";

test("the same question in two surveys stands side by side, and a link reopens it", async ({ page, results }) => {
  await results.open("survey=mfa-2026");
  await results.load(files);
  const waves = page.getByTestId("waves");
  await waves.getByLabel("mfa-2018", { exact: true }).check();
  await expect(page).toHaveURL(/_with=mfa-2018$/);
  const row = waves.locator('[data-wave="delays"] tr[data-value="yes"]');
  const yes = (list) => list.filter((it) => it.answers.delays === "yes").length;
  const answered = (list) => list.filter((it) => it.answers.delays).length;
  await expect(row).toContainText(`${share(yes(later), answered(later))}\u00a0% ${yes(later)}`);
  await expect(row).toContainText(`${share(yes(sample), answered(sample))}\u00a0% ${yes(sample)}`);
  const difference = (yes(later) / answered(later) - yes(sample) / answered(sample)) * 100;
  await expect(row.locator("td").last()).toContainText(`+${difference.toFixed(1).replace(".", ",")}`);
  await expect(row.locator("[data-difference=higher]")).toHaveCount(1);
  await expect(waves.locator('[data-wave="strengths"] [data-difference]')).toHaveCount(0);
  await expect(row.locator(".difference")).toContainText(lv["waves.higher"]);
  const said = waves.locator('[data-wave="delays"]').getByTestId("certainty");
  await expect(said).toHaveText(lv["waves.marks"]);
  await expect(waves).toContainText(lv["waves.rounding"]);
  await expect(waves.locator(".wave-changes")).toHaveCount(0);
  await expect(waves.locator('[data-wave="quality"] .wave-table tbody')).toHaveCount(5);
  // Both follow the filter.
  await results.filter("language", "Latviešu");
  const latvian = sample.filter((it) => it.language === "lv");
  await expect(row).toContainText(`${share(yes(latvian), answered(latvian))}\u00a0%`);
  await page.reload();
  await results.load(files);
  await expect(row).toContainText(`${share(yes(latvian), answered(latvian))}\u00a0%`);
});

test("on paper, choices that nobody made are named beneath the others", async ({ page, results }) => {
  await results.open("survey=mfa-2026&_with=mfa-2018&_show=report");
  await results.choose(files);
  const services = page.getByTestId("printed-waves").locator('[data-wave="service"]');
  const chosen = new Set([...later, ...sample].map((it) => it.answers.service));
  const [made, unmade] = [true, false].map((is) => catalogue.services.filter((it) => chosen.has(it.id) === is));
  await expect(services.locator("tr[data-value]")).toHaveCount(made.length);
  for (const { title } of unmade) await expect(services.getByTestId("unchosen")).toContainText(localised(title, "lv"));
});

test("questions that differ are said to differ, and grave ones are not compared", async ({ page, results }) => {
  const changed = structuredClone(questionnaire);
  const questions = changed.pages.flatMap((it) => it.elements);
  questions.find((it) => it.name === "delays").choices.push("unsure");
  questions.find((it) => it.name === "complaints").title = { default: "Vai sūdzējāties?", en: "Did you complain?" };
  questions.find((it) => it.name === "information").rows.pop();
  await install(page, { "mfa-2026": changed });
  const kept = later.map(({ answers: { information, ...answers }, ...rest }) => ({ ...rest, answers }));
  await results.open("survey=mfa-2018&_with=mfa-2026");
  await results.load({ ...files, "mfa-2026.ndjson": ndjson(kept) });
  const wave = (name) => page.locator(`[data-wave="${name}"]`);
  await expect(wave("delays")).toContainText(lv["waves.not_compared"]);
  await expect(wave("delays")).toContainText("unsure");
  await expect(wave("delays").locator(".wave-table")).toHaveCount(0);
  await expect(wave("complaints")).toContainText(lv["waves.differs"]);
  await expect(wave("complaints")).toContainText("Vai sūdzējāties?");
  await expect(wave("complaints").locator(".wave-table")).toHaveCount(1);
  await expect(wave("information")).toContainText(lv["waves.differs"]);
  await expect(wave("information").locator(".wave-table tbody")).toHaveCount(4);
  await expect(wave("quality").locator(".wave-changes")).toHaveCount(0);
});

test("a filter that only one survey knows compares nothing, whichever is shown, and says what it lacks", async ({ page, results }) => {
  await install(page, { "mfa-2026": withAgain(questionnaire) });
  const opened = { ...files, "mfa-2026.ndjson": ndjson(again(later)) };
  await results.open("survey=mfa-2026&_with=mfa-2018");
  await results.load(opened);
  const waves = page.getByTestId("waves");
  await expect(waves.locator(".wave-table").first()).toBeVisible();
  await page.getByTestId("export").locator("summary").click();
  await expect(page.getByTestId("export-waves")).toBeVisible();
  await expect(waves.locator('[data-wave="again"]')).toContainText(lv["waves.absent"]);
  for (const [shown, other, text] of [
    ["mfa-2026", "mfa-2018", "waves.apart_key"],
    ["mfa-2018", "mfa-2026", "waves.apart_key_own"],
  ]) {
    await results.open(`survey=${shown}&_with=${other}&again=yes`);
    const apart = page.getByTestId("waves-apart");
    await expect(apart).toContainText(lv["waves.apart"]);
    await expect(apart).toContainText(lv[text].replace("{filter}", "Vai nāktu vēlreiz?"));
    await expect(page.locator(".wave-table")).toHaveCount(0);
    await expect(page.getByTestId("export-waves")).toHaveCount(0);
  }
  // The question itself is named from the other side.
  await results.open("survey=mfa-2018&_with=mfa-2026");
  await expect(page.getByTestId("waves-added")).toContainText("Vai nāktu vēlreiz?");
});

test("days on which the other survey was not taken are said to be why nothing is compared", async ({ page, results }) => {
  await results.open("survey=mfa-2026&_with=mfa-2018&from=2026-01-01");
  await results.load(files);
  await expect(page.getByTestId("waves-apart")).toContainText(lv["waves.apart_days"]);
  await expect(page.locator(".wave-table")).toHaveCount(0);
  await page.locator(".active-filters .chip").click();
  await expect(page.locator(".wave-table").first()).toBeVisible();
});

test("every part of two surveys and of groups has a name of its own", async ({ page, results }) => {
  test.setTimeout(120_000);
  await results.open("survey=mfa-2026&_with=mfa-2018&_by.delays=language");
  await results.load(files);
  const tests = [results.question("delays"), page.locator('[data-wave="delays"]')].map((it) => it.getByTestId("tests"));
  for (const it of tests) await it.locator("summary").click();
  const names = await Promise.all(tests.map((it) => it.locator(".table-scroll").getAttribute("aria-label")));
  expect(new Set(names).size).toBe(2);
  await expectAccessible(page, "two surveys beside groups", { sizes: [SIZES[0]], schemes: ["light"] });
});

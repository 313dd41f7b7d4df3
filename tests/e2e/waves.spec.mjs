// Two surveys of the same questions, side by side.

import { expect, test } from "./fixtures.mjs";
import { index, lv, questionnaire, sample } from "./texts.mjs";
import { files, later, share } from "./waves.mjs";

test("the same question in two surveys stands side by side, and a link reopens it", async ({ page, results }) => {
  await results.open("survey=mfa-2026");
  await results.load(files);
  const waves = page.getByTestId("waves");
  await waves.getByLabel(lv["waves.label"]).selectOption("mfa-2018");
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

test("questions that differ are said to differ, and grave ones are not compared", async ({ page, results }) => {
  const changed = structuredClone(questionnaire);
  const questions = changed.pages.flatMap((it) => it.elements);
  questions.find((it) => it.name === "delays").choices.push("unsure");
  questions.find((it) => it.name === "complaints").title = { default: "Vai sūdzējāties?", en: "Did you complain?" };
  questions.find((it) => it.name === "information").rows.pop();
  const surveys = index.surveys.map((it) => (it.id === "mfa-2026" ? { ...it, questionnaire: "changed.json" } : it));
  await page.route("**/surveys/index.json", (route) => route.fulfill({ json: { ...index, surveys } }));
  await page.route("**/surveys/changed.json", (route) => route.fulfill({ json: changed }));
  const kept = later.map(({ answers: { information, ...answers }, ...rest }) => ({ ...rest, answers }));
  await results.open("survey=mfa-2018&_with=mfa-2026");
  await results.load({ ...files, "mfa-2026.ndjson": kept.map((it) => JSON.stringify(it)).join("\n") });
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

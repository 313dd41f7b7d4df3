// What whoever does not see the page is told of saving, coding and checking, and that nothing moves under a pointer.

import { expect, test } from "./fixtures.mjs";
import { CommentsSection } from "./pages/comments-section.mjs";
import { downloadBytes } from "./pages/download.mjs";
import { fill, lv, sampleText } from "./texts.mjs";

const FILE = { "mfa-2018-sample.ndjson": sampleText };
const status = (page, words) => page.locator('[role="status"]').filter({ hasText: words });

test("saving a report and a picture is told with the file's name", async ({ page, results }) => {
  await results.open();
  await results.loadSample();
  const { name } = await results.saveReport();
  await expect(status(page, fill(lv["export.saved"], { file: name }))).toHaveCount(1);
  await results.picture("delays");
  const menu = results.question("delays").locator(".chart-menu").first();
  await menu.locator("summary").click();
  const picture = await downloadBytes(page, menu.getByRole("button", { name: "SVG" }));
  await expect(status(page, fill(lv["export.saved"], { file: picture.name }))).toHaveCount(1);
  // Escape folds the menu away, and focus is at its name.
  await page.keyboard.press("Escape");
  await expect(menu).not.toHaveAttribute("open");
  await expect(menu.locator("summary")).toBeFocused();
});

test("a theme and the mark of removal are told each in their words, a new theme too, and how many texts left the list", async ({ page, results }) => {
  await results.open();
  await results.loadSample();
  const section = new CommentsSection(page);
  await section.show();
  await section.addTheme("Rindas");
  await expect(status(page, fill(lv["comments.theme_added"], { theme: "Rindas" }))).toHaveCount(1);
  await section.choose("comments.select", "uncoded");
  await section.items.first().focus();
  await page.keyboard.press("x");
  await expect(status(page, lv["comments.removal_set"])).toHaveCount(1);
  await page.keyboard.press("x");
  await expect(status(page, lv["comments.removal_unset"])).toHaveCount(1);
  await page.keyboard.press("1");
  await expect(status(page, fill(lv["comments.code_set"], { theme: "Rindas" }))).toHaveCount(1);
  await expect(section.status).toContainText(fill(lv["comments.left"].one, { n: 1 }));
  await page.keyboard.press("1");
  await expect(section.status).not.toContainText(fill(lv["comments.left"].one, { n: 1 }));
});

test("while a report's filter is taken over, nothing is said of another one", async ({ page, results }) => {
  await results.open("service=mfa-13&from=2018-01-16");
  await results.load(FILE);
  const { value } = await results.saveReport();
  await results.chips.first().click();
  await page.evaluate(() => {
    globalThis.heard = [];
    new MutationObserver(() => heard.push(document.querySelector('[data-testid="recheck"]')?.textContent ?? "")).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  await results.choose({ "report.json": JSON.stringify(value) });
  await expect(page.getByTestId("recheck")).toContainText(lv["recheck.same"]);
  const heard = await page.evaluate(() => globalThis.heard);
  expect(heard.some((words) => words.includes(lv["recheck.same"]))).toBe(true);
  expect(heard.filter((words) => words.includes(lv["recheck.other_filter"]))).toEqual([]);
});

test("what was ticked stays where it is when the notice comes that nobody is left", async ({ page, results }) => {
  await results.showSmallGroups();
  await results.open();
  await results.loadSample();
  const group = await results.openFilter("service");
  const used = new Set(sampleText.trim().split("\n").map((line) => JSON.parse(line).answers.service));
  const boxes = group.locator("input[type=checkbox]");
  const values = await boxes.evaluateAll((all) => all.map((it) => it.id.replace("filter-service-", "")));
  const box = boxes.nth(values.findIndex((value) => !used.has(value)));
  await box.scrollIntoViewIfNeeded();
  const before = (await box.boundingBox()).y;
  await box.click();
  await expect(page.getByTestId("no-responses")).toBeVisible();
  await expect.poll(async () => Math.abs((await box.boundingBox()).y - before)).toBeLessThan(2);
});

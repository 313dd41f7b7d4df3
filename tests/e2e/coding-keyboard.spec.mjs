// A whole job of coding without a pointer, from many texts to the same tallies elsewhere.

import { expect, test } from "./fixtures.mjs";
import { CommentsSection } from "./pages/comments-section.mjs";
import { Contents } from "./pages/contents.mjs";
import { download } from "./pages/download.mjs";
import { Keyboard } from "./pages/keyboard.mjs";
import { ResultsPage } from "./pages/results-page.mjs";
import { ndjson, response } from "./records.mjs";
import { lv } from "./texts.mjs";

const COUNT = 420;
const CODED = 50;
const word = (at) => `Teksts ${String(at).padStart(3, "0")}`;
const records = Array.from({ length: COUNT }, (_, at) =>
  response(at, { language: at % 3 === 0 ? "en" : "lv", answers: { service: "mfa-04", comment: at === 7 ? `${word(at)}: zvaniet 29123456` : word(at) } }),
);
const files = { "a.ndjson": ndjson(records) };

async function open(page, more = {}) {
  const results = new ResultsPage(page);
  await results.open();
  await results.load({ ...files });
  if (Object.keys(more).length > 0) await results.choose(more);
  const section = new CommentsSection(page);
  await section.show();
  return section;
}

test("hundreds of texts are coded by keyboard, and another browser comes to the same tallies", async ({ browser, page, results }) => {
  test.setTimeout(120_000);
  const keyboard = new Keyboard(page);
  const section = await open(page);
  await keyboard.press("Enter", new Contents(page).link(lv["comments.title"]));
  await page.keyboard.press("Tab");
  for (const title of ["Rindas", "Cena", "Lieks"]) {
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
    await expect(section.themes.last().locator("input")).toHaveValue(title);
  }
  await page.keyboard.press("Shift+Tab");
  await expect(section.theme("Lieks").locator(".theme-delete")).toBeFocused();
  // Escape leaves the question; nothing is deleted by the same key that asks it.
  const no = page.getByRole("button", { name: lv["comments.delete_no"] });
  await page.keyboard.press("Enter");
  await expect(no).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(section.theme("Lieks").locator(".theme-delete")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(no).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(section.themes).toHaveCount(2);

  // Only those without a theme: each is met once, though those that get one are no longer among them.
  await keyboard.tabTo(page.locator("#texts-selection"));
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#texts-selection")).toHaveValue("uncoded");
  await expect(section.status).toContainText(String(COUNT));
  await keyboard.tabTo(section.items.first());
  for (let at = 0; at < CODED; at += 1) {
    await expect(page.locator(".text:focus .text-words")).toContainText(word(at));
    await page.keyboard.press(at % 5 === 0 ? "2" : "1");
    if (at === 7) await page.keyboard.press("x");
    await page.keyboard.press("j");
  }
  await expect(page.locator(".text:focus .text-words")).toHaveText(word(CODED));
  await page.keyboard.press("k");
  await expect(page.locator(".text:focus .text-words")).toHaveText(word(CODED - 1));
  await page.keyboard.press("j");

  await keyboard.tabTo(page.locator("#texts-selection"), "Shift+Tab");
  await page.keyboard.press("ArrowUp");
  await expect(section.status).toContainText(String(COUNT));
  const found = records.filter((it) => it.answers.comment.includes("41")).length;
  await keyboard.type("TEKSTS 41", page.locator("#texts-search"));
  await expect(section.items).toHaveCount(found);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await keyboard.tabTo(page.locator("#texts-language"), "Shift+Tab");
  await page.keyboard.press("ArrowDown");
  await expect(section.status).not.toContainText(String(COUNT));
  await page.keyboard.press("Home");

  const expected = { Rindas: CODED - CODED / 5, Cena: CODED / 5 };
  await expect.poll(() => section.tallies("comment")).toEqual(expected);
  await keyboard.tabTo(page.getByTestId("save-codes"), "Shift+Tab");
  const saved = await download(page, { click: () => page.keyboard.press("Enter") });
  expect(saved.value.texts).toHaveLength(CODED);
  expect(saved.text).not.toContain("29123456");

  await page.reload();
  await open(page);
  await expect.poll(() => section.tallies("comment")).toEqual(expected);
  await section.choose("comments.select", "removed");
  await expect(section.words).toHaveText([/29123456/]);
  expect((await results.saveReport()).value.themes[0].answered).toBe(CODED);

  const other = await browser.newContext({ locale: "lv-LV" });
  const elsewhere = await open(await other.newPage(), { "kodi.json": saved.text });
  await expect(elsewhere.news).toContainText(lv["comments.loaded"]);
  await expect.poll(() => elsewhere.tallies("comment")).toEqual(expected);
  await other.close();
});

test("the last of the texts without a theme leaves an empty list that says so", async ({ page, results, comments }) => {
  await results.showSmallGroups();
  await results.open();
  await results.load({ "a.ndjson": ndjson(records.slice(0, 3)) });
  await comments.show();
  await comments.addTheme("Rindas");
  await comments.choose("comments.select", "uncoded");
  await comments.items.first().focus();
  for (const key of ["1", "j", "j", "1", "j"]) await page.keyboard.press(key);
  // The one that was passed over comes once more.
  await expect(page.locator(".text:focus .text-words")).toHaveText(word(1));
  await page.keyboard.press("1");
  await page.keyboard.press("j");
  await expect(comments.items).toHaveCount(0);
  await expect(comments.status).toHaveText(lv["comments.none"]);
  await expect(comments.status).toBeFocused();
});

// Codes that two tabs give at once, and codes that the browser cannot keep.

import { fillUp, makeRoom } from "./blocked.mjs";
import { expect, test } from "./fixtures.mjs";
import { CommentsSection } from "./pages/comments-section.mjs";
import { downloadBytes } from "./pages/download.mjs";
import { ResultsPage } from "./pages/results-page.mjs";
import { lv } from "./texts.mjs";

async function begin(page) {
  const [results, section] = [new ResultsPage(page), new CommentsSection(page)];
  await results.open();
  await results.loadSample();
  await section.show();
  return section;
}

/** A second tab; one that is `deaf` is not told what the first one stores. */
async function secondTab(context, { deaf = false } = {}) {
  const page = await context.newPage();
  if (deaf) await page.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation()));
  return begin(page);
}

const pressed = (section, item, title) => expect(section.code(item, title)).toHaveAttribute("aria-pressed", "true");
const notPressed = (section, item, title) => expect(section.code(item, title)).toHaveAttribute("aria-pressed", "false");

/** Codes as another profile of the browser would find them, by a file. */
const coded = ({ value }) => value.texts.map((it) => it.themes.length);

test("what one tab codes is in the other at once, and so are the tallies", async ({ context, page }) => {
  const first = await begin(page);
  const second = await secondTab(context);
  await first.addTheme("Rindas");
  await expect(second.themes).toHaveCount(1);
  await expect(second.met).toHaveText(lv["comments.met"]);
  await second.code(0, "Rindas").click();
  await pressed(first, 0, "Rindas");
  await expect(second.met).toBeEmpty();
  await expect(first.met).toHaveText(lv["comments.met"]);
  const question = await second.section.locator("[data-themes]").getAttribute("data-themes");
  await expect.poll(() => first.tallies(question)).toEqual(await second.tallies(question));

  // Whoever is in the list stays in it while the other tab changes what is listed.
  await second.choose("comments.select", "uncoded");
  await expect(second.items.first()).toBeVisible();
  const words = await second.words.nth(2).textContent();
  await second.items.nth(2).focus();
  await first.code(1, "Rindas").click();
  await expect(second.words.nth(1)).toHaveText(words);
  await expect(second.items.nth(1)).toBeFocused();
});

test("a tab that has not heard of the other's codes writes over none of them", async ({ context, page }) => {
  const first = await begin(page);
  await first.addTheme("Rindas");
  await first.code(0, "Rindas").click();
  await first.code(3, "Rindas").click();
  const second = await secondTab(context, { deaf: true });
  await pressed(second, 3, "Rindas");

  await first.addTheme("Cena");
  await first.code(1, "Cena").click();
  await first.code(3, "Rindas").click();
  await expect(second.themes).toHaveCount(1);
  await second.code(2, "Rindas").click();
  await expect(second.themes).toHaveCount(2);
  for (const section of [first, second]) {
    await pressed(section, 0, "Rindas");
    await pressed(section, 1, "Cena");
    await pressed(section, 2, "Rindas");
    await notPressed(section, 3, "Rindas");
  }
  expect(coded(await second.save())).toEqual([1, 1, 1]);
  expect(coded(await first.save())).toEqual([1, 1, 1]);

  await page.reload();
  const again = await begin(page);
  expect(await again.titles()).toEqual(["Rindas", "Cena"]);
  await notPressed(again, 3, "Rindas");
  await pressed(again, 2, "Rindas");
});

test("a theme that one tab deletes stays where the other gave it meanwhile", async ({ context, page }) => {
  const first = await begin(page);
  for (const title of ["Rindas", "Cena"]) await first.addTheme(title);
  const second = await secondTab(context, { deaf: true });
  for (const title of ["Rindas", "Cena"]) {
    await first.theme(title).locator(".theme-delete").click();
    await first.book.getByRole("button", { name: lv["comments.delete_yes"] }).click();
  }
  await expect(first.themes).toHaveCount(0);
  // It does not know yet that the theme is gone, gives it, and so keeps it.
  await second.page.evaluate(() => {
    const key = "aptauja:codes:mfa-2018";
    const own = localStorage.getItem;
    Storage.prototype.getItem = function (name) {
      return name === key ? null : own.call(this, name);
    };
    globalThis.see = () => (Storage.prototype.getItem = own);
  });
  await second.code(0, "Cena").click();
  await second.page.evaluate(() => globalThis.see());
  await second.code(1, "Cena").click();
  await expect.poll(() => first.titles()).toEqual(["Cena"]);
  await pressed(first, 0, "Cena");
  await pressed(first, 1, "Cena");
});

test("storage that fills up while texts are coded is said where one is, and nothing is lost", async ({ page }) => {
  const section = await begin(page);
  await section.addTheme("Rindas");
  await section.code(0, "Rindas").click();
  await page.evaluate(fillUp);
  await section.items.nth(15).focus();
  await page.keyboard.press("1");
  await expect(section.warning).toContainText(lv["comments.storage_full"]);
  await expect(section.warning).toBeInViewport({ ratio: 1 });
  await expect(section.items.nth(15)).toBeInViewport();
  await expect(section.saved).toContainText(lv["comments.page_only"]);
  await page.keyboard.press("j");
  await page.keyboard.press("1");
  await pressed(section, 16, "Rindas");
  expect(coded(await section.save())).toEqual([1, 1, 1]);

  await page.evaluate(makeRoom);
  await section.items.nth(17).focus();
  await page.keyboard.press("1");
  await expect(section.warning).toHaveCount(0);
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  const again = await begin(page);
  for (const item of [0, 15, 16, 17]) await pressed(again, item, "Rindas");
});

test("codes outlive the browser's storage being cleared", async ({ context, page }) => {
  const section = await begin(page);
  await section.addTheme("Rindas");
  await section.code(0, "Rindas").click();
  const other = await context.newPage();
  await other.goto("#/privacy");
  await other.evaluate(() => localStorage.clear());
  await expect(section.warning).toContainText(lv["comments.storage_gone"]);
  await pressed(section, 0, "Rindas");
  await section.code(1, "Rindas").click();
  await expect(section.warning).toHaveCount(0);
  const second = await secondTab(context);
  await pressed(second, 0, "Rindas");
  await pressed(second, 1, "Rindas");
});

test("codes that were damaged in storage are put aside and can be saved", async ({ page }) => {
  await page.goto("#/results");
  const damaged = '{"themes":[{"id"';
  await page.evaluate((text) => localStorage.setItem("aptauja:codes:mfa-2018", text), damaged);
  const section = await begin(page);
  await expect(section.warning).toContainText(lv["comments.storage_damaged"]);
  await section.addTheme("Rindas");
  await section.code(0, "Rindas").click();
  await expect(section.warning).toContainText(lv["comments.storage_damaged"]);
  await expect(section.saved).toContainText(lv["comments.unsaved"]);
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  const again = await begin(page);
  await pressed(again, 0, "Rindas");
  await expect(again.warning).toContainText(lv["comments.storage_damaged"]);
  const { bytes } = await downloadBytes(page, page.getByTestId("save-damaged"));
  expect(bytes.toString("utf8")).toBe(damaged);
  await expect(again.warning).toHaveCount(0);
  expect(await again.titles()).toEqual(["Rindas"]);
});

// The table of contents of the results page.

import { expect, test } from "./fixtures.mjs";
import { Contents } from "./pages/contents.mjs";
import { Keyboard } from "./pages/keyboard.mjs";
import { lv, sampleText } from "./texts.mjs";

const filter = "language=lv";

test("every part of the results is reached from beside the page, and the address stays", async ({ page, results }) => {
  await results.open(filter);
  await results.loadSample();
  const contents = new Contents(page);
  await expect(contents.toggle).toBeHidden();
  const address = page.url();
  const steps = await page.evaluate(() => history.length);
  const titles = await contents.links.allTextContents();
  expect(titles).toEqual(expect.arrayContaining([lv["results.indicators"], lv["comments.title"], lv["ledger.title"]]));
  for (const title of titles) {
    await contents.link(title).click();
    const heading = page.locator(":focus");
    await expect(heading).toHaveText(title);
    await expect(heading).toBeInViewport({ ratio: 1 });
    await expect(contents.current).toHaveText(title);
  }
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => history.length)).toBe(steps);
  // It has stayed in sight all the way, and follows whoever scrolls.
  await expect(contents.nav).toBeInViewport();
  await page.evaluate(() => document.querySelector("#question-delays").scrollIntoView());
  await expect(contents.current).toHaveText(await page.locator("#question-delays").textContent());
  await page.evaluate(() => scrollTo(0, 0));
  await expect(contents.current).toHaveCount(0);
});

test("the contents are reached and used by keyboard, and Tab goes on from the part", async ({ page, results }) => {
  const keyboard = new Keyboard(page);
  await results.open(filter);
  await results.loadSample();
  const contents = new Contents(page);
  await keyboard.press("Enter", contents.link(lv["comments.title"]));
  await expect(page.locator("#comments")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator("#theme-new")).toBeFocused();
});

test("on a phone the contents are a bar that opens, and hides nothing that takes focus @phone", async ({ page, results }) => {
  await results.open(filter);
  await results.loadSample();
  const contents = new Contents(page);
  await expect(contents.list).toBeHidden();
  await contents.toggle.tap();
  await expect(contents.toggle).toHaveAttribute("aria-expanded", "true");
  const question = await page.locator("#question-quality").textContent();
  await contents.link(question).tap();
  await expect(contents.list).toBeHidden();
  await expect(page.locator("#question-quality")).toBeFocused();
  await expect(contents.toggle).toContainText(question.slice(0, 20));
  const beneath = async () => {
    const bar = await contents.nav.boundingBox();
    const heading = await page.locator("#question-quality").boundingBox();
    return heading.y - bar.y - bar.height;
  };
  await expect.poll(beneath).toBeGreaterThanOrEqual(0);
  // Backwards too: what has focus is below the bar.
  await page.getByTestId("comments").scrollIntoViewIfNeeded();
  for (let count = 0; count < 12; count += 1) {
    await page.keyboard.press("Shift+Tab");
    const overlap = await page.evaluate(() => {
      const bar = document.querySelector(".contents").getBoundingClientRect();
      const focused = document.activeElement.getBoundingClientRect();
      return document.activeElement.closest(".contents") ? 1 : focused.bottom - bar.bottom;
    });
    expect(overlap).toBeGreaterThan(0);
  }

  await contents.toggle.tap();
  await contents.links.first().focus();
  await page.keyboard.press("Escape");
  await expect(contents.toggle).toBeFocused();
  await expect(contents.list).toBeHidden();
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways).toBe(0);
});

test("the contents are on the page only, not in print, report or slides", async ({ page, results, report }) => {
  await results.open();
  await results.choose({ "a.ndjson": sampleText });
  await results.counted();
  const contents = new Contents(page);
  await expect(contents.nav).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(contents.nav).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.goto("#/results?_show=report");
  await report.drawn(7);
  await expect(contents.nav).toHaveCount(0);
  await page.goto("#/results?_show=slides");
  await expect(page.getByTestId("contents")).toHaveCount(0);
});

test("pictures are as wide as the room beside the contents", async ({ page, results }) => {
  for (const width of [1199, 1200, 1280, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    await results.open();
    if (await page.getByTestId("load-sample").isVisible()) await results.loadSample();
    await expect(await results.picture("quality")).toBeVisible();
    const room = () =>
      results.question("quality").locator(".question-figures").evaluate((it) => it.clientWidth - it.querySelector(".chart svg, .chart canvas").getBoundingClientRect().width);
    await expect.poll(async () => Math.abs(await room()), `at ${width} px`).toBeLessThan(2);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(sideways, `at ${width} px`).toBe(0);
  }
});

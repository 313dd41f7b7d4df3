// The slides: turned by keys and buttons, nothing cut at any size, found again by their link.

import { expect, test } from "./fixtures.mjs";
import { fill, localised, lv, questionnaire, sample, sampleText } from "./texts.mjs";
import { expectAccessible } from "./accessibility.mjs";
import { ndjson } from "./records.mjs";
import { counted, later, share, files as waves } from "./waves.mjs";

const TOTAL = 9;
const asked = questionnaire.pages.flatMap((it) => it.elements).filter((it) => it.type !== "comment");
const titles = [lv["results.indicators"], ...asked.map((it) => localised(it.title, "lv", "2017"))];
const FILE = { "a.ndjson": sampleText };

test("every slide has its sentence, its picture and its base, and is heard", async ({ page, results, slides }) => {
  await results.open();
  await results.loadSample();
  await slides.open();
  await expect(slides.title).toBeFocused();
  await expect(slides.title).toHaveText(titles[0]);
  await expect(slides.all.locator("[data-indicator]")).toHaveCount(6);
  await expect(slides.said).toBeEmpty();
  for (let number = 2; number <= TOTAL; number += 1) {
    await page.keyboard.press("ArrowRight");
    await slides.at(number, TOTAL);
    await expect(slides.title).toHaveText(titles[number - 1]);
    await expect(slides.said).toHaveText(fill(lv["slides.said"], { n: number, total: TOTAL, title: titles[number - 1] }));
    await expect(slides.sentence).toContainText(/respondent/);
    await expect(slides.all.locator(".base")).toContainText("n = ");
    await expect(slides.chart).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`_show=slides&_slide=${number}$`));
  }
});

test("every slide says of which survey and whose answers it is", async ({ page, results, slides }) => {
  await results.open("language=en&_show=slides&_slide=5");
  await results.choose(FILE);
  await slides.at(5, TOTAL);
  const scope = page.getByTestId("slide-scope");
  await expect(slides.all.locator(".eyebrow")).toContainText("mfa-2018");
  const english = sample.filter((it) => it.language === "en").length;
  await expect(scope).toContainText(String(english));
  await expect(scope).toContainText(fill(lv["results.of_survey"].other, { n: sample.length }));
  await expect(scope).toContainText("English");
  await expect(slides.all).toContainText(lv["slides.published_of_all"]);
  await page.keyboard.press("ArrowRight");
  await expect(scope).toContainText("English");
  await page.goto("#/results?_show=slides&_slide=5");
  await expect(scope).not.toContainText("English");
  await expect(slides.all).not.toContainText(lv["slides.published_of_all"]);
});

test("keys turn the slides, and Escape ends them", async ({ page, results, slides }) => {
  await results.open();
  await results.loadSample();
  await slides.open();
  const turns = [["PageDown", 2], ["Space", 3], ["Shift+Space", 2], ["ArrowRight", 3], ["PageUp", 2], ["ArrowLeft", 1], ["ArrowLeft", 1], ["End", TOTAL], ["ArrowRight", TOTAL], ["Home", 1]];
  for (const [key, number] of turns) {
    await page.keyboard.press(key);
    await slides.at(number, TOTAL);
  }
  // The browser's own keys are left to it.
  await page.keyboard.press("Control+End");
  await slides.at(1, TOTAL);
  await slides.button(lv["slides.next"]).press("Space");
  await slides.at(2, TOTAL);
  await expect(slides.button(lv["slides.next"])).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(slides.all).toHaveCount(0);
  await expect(page).toHaveURL(/#\/results$/);
  await expect(slides.opener).toBeFocused();
  await page.goBack();
  await slides.at(2, TOTAL);
  await expect(slides.title).toBeFocused();
});

test("the whole screen is taken and given back @phone", async ({ page, results, slides }) => {
  await results.open();
  await results.loadSample();
  await slides.open();
  await slides.full.click();
  await expect(slides.full).toHaveText(lv["slides.windowed"]);
  expect(await page.evaluate(() => document.fullscreenElement?.dataset.testid)).toBe("slides");
  await slides.button(lv["slides.next"]).tap();
  await slides.at(2, TOTAL);
  await slides.full.click();
  await expect(slides.full).toHaveText(lv["slides.fullscreen"]);
  await slides.end.click();
  await expect(slides.all).toHaveCount(0);
});

test("nothing of a slide is cut, however large the window is", async ({ page, results, slides }) => {
  test.setTimeout(120_000);
  await results.open();
  await results.loadSample();
  await slides.open();
  for (const [width, height] of [[1920, 1080], [1280, 720], [768, 1024], [360, 740]]) {
    await page.setViewportSize({ width, height });
    for (let number = 1; number <= TOTAL; number += 1) {
      await page.goto(`#/results?_show=slides&_slide=${number}`);
      await slides.at(number, TOTAL);
      if (number > 1) await expect(slides.chart).toBeVisible();
      const name = `slide ${number}, ${width}×${height}`;
      // Pictures follow the width of the window a moment later.
      await expect.poll(() => slides.all.evaluate(cut), name).toEqual([]);
    }
  }
});

/** What cannot be seen, not even by scrolling within its own slide. */
function cut(slides) {
  const found = [];
  const wide = [slides, ...slides.querySelectorAll(".slide, .slide-words, .slide-figures, .slide-bar")];
  for (const it of wide) if (it.scrollWidth > it.clientWidth + 1) found.push(`${it.className}: ${it.scrollWidth} > ${it.clientWidth}`);
  for (const it of slides.querySelectorAll("h1, p, button, svg")) {
    const box = it.getBoundingClientRect();
    if (box.width > 1 && (box.left < -1 || box.right > innerWidth + 1)) found.push(`${it.tagName}: ${box.left}–${box.right}`);
  }
  const bar = slides.querySelector(".slide-bar").getBoundingClientRect();
  if (bar.bottom > innerHeight + 1) found.push(`bar: ${bar.bottom}`);
  for (const it of slides.querySelectorAll(".slide, .slide-words, .slide-figures")) {
    const { overflowY } = getComputedStyle(it);
    if (it.scrollHeight > it.clientHeight + 1 && overflowY !== "auto" && it.closest(".slide").scrollHeight > it.closest(".slide").clientHeight + 1 && getComputedStyle(it.closest(".slide")).overflowY !== "auto") found.push(`${it.className}: cut below`);
  }
  return found;
}

test("a copied link opens the same slide, filter and comparison with the same files", async ({ page, context, results, slides }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await results.open();
  await results.load(FILE);
  await results.filter("language", "Latviešu");
  await results.compare("quality", "channels");
  await expect(page.locator(".cross-table")).toHaveCount(1);
  const compared = await results.crossed("quality");
  await slides.open();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  // The comparison has a slide of its own.
  const more = TOTAL + 1;
  await slides.at(more - 1, more);
  const [title, sentence] = [await slides.title.textContent(), await slides.sentence.textContent()];
  await slides.button(lv["links.copy"]).click();
  await expect(slides.all.getByText(lv["links.copied"])).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(page.url());

  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByTestId("waiting")).toContainText(lv["view.waiting_slides"]);
  await expect(other.getByTestId("waiting")).toContainText(lv["view.needs_files"]);
  const [{ ResultsPage }, { Slides }] = [await import("./pages/results-page.mjs"), await import("./pages/slides.mjs")];
  const again = new Slides(other);
  await new ResultsPage(other).choose(FILE);
  await again.at(more - 1, more);
  await expect(again.title).toHaveText(title);
  await expect(again.title).toBeFocused();
  await expect(again.sentence).toHaveText(sentence);
  await other.keyboard.press("Escape");
  const page2 = new ResultsPage(other);
  await page2.counted();
  await expect(page2.chips).toHaveCount(1);
  await expect.poll(() => page2.crossed("quality")).toEqual(compared);
});

test("what is compared on the page has slides too, after the question each is of", async ({ page, results, slides }) => {
  await results.open("survey=mfa-2026&_by.delays=language&_by.quality=nonsense&_with=mfa-2018&_show=slides");
  await results.choose(waves);
  const [delays, count] = [asked.findIndex((it) => it.name === "delays"), 1 + 2 * asked.length + 1];
  const at = 2 + 2 * delays;
  await slides.at(1, count);
  await page.goto(`#/results?survey=mfa-2026&_by.delays=language&_with=mfa-2018&_show=slides&_slide=${at}`);
  await slides.at(at, count);
  const title = localised(asked[delays].title, "lv");
  await expect(slides.title).toHaveText(title);
  await page.keyboard.press("ArrowRight");
  const by = fill(lv["cross.title"], { question: title, by: lv["filter.language"] });
  await expect(slides.title).toHaveText(by);
  await expect(slides.said).toHaveText(fill(lv["slides.said"], { n: at + 1, total: count, title: by }));
  const [yes, answered] = counted(later.filter((it) => it.language === "en"), "delays", "yes");
  await expect(slides.all.locator('tbody[data-group="en"]')).toContainText(`${share(yes, answered)}\u00a0% ${yes}`);
  await expect(slides.all.getByTestId("certainty")).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(slides.title).toHaveText(`${lv["waves.title"]}: ${title}`);
  const [then, of] = counted(sample, "delays", "yes");
  await expect(slides.all.locator('tr[data-value="yes"]')).toContainText(`${share(then, of)}\u00a0% ${then}`);
  await expectAccessible(page, "slide of surveys");
  for (const [width, height] of [[1920, 1080], [1280, 720], [768, 1024], [360, 740]]) {
    await page.setViewportSize({ width, height });
    for (const key of ["PageUp", "PageDown"]) {
      await page.keyboard.press(key);
      await expect.poll(() => slides.all.evaluate(cut), `${key}, ${width}×${height}`).toEqual([]);
    }
  }
  // A selection that is kept from sight shows nothing in them.
  await page.goto(`#/results?survey=mfa-2026&_by.delays=language&_with=mfa-2018&_show=slides&_slide=${at + 1}&service=mfa-20&delays=yes`);
  await expect(slides.all.getByTestId("hidden")).toBeVisible();
  await expect(slides.all.locator("table")).toHaveCount(0);
});

test("few answers are shown with caution, in English too", async ({ page, results, slides }) => {
  await results.open("_show=slides&_slide=5");
  await results.choose({ "a.ndjson": ndjson(sample.slice(0, 21)) });
  await slides.at(5, TOTAL);
  await expect(slides.rest).toContainText(/Atbilžu ir maz \(n\s=\s\d+\)/);
  await page.goto("#/results?_show=slides&_slide=5&lang=en");
  await expect(slides.rest).toContainText(/There are few answers \(n\s=\s\d+\)/);
});

test("a selection nobody is in says so and shows nothing else, and leaving says nothing of slides", async ({ page, results, slides }) => {
  await results.showSmallGroups();
  await results.open("from=2031-01-01&_show=slides&_slide=4");
  await results.choose(FILE);
  await slides.at(4, TOTAL);
  await expect(page.getByTestId("no-responses")).toContainText(lv["filter.empty"]);
  await expect(slides.all.locator(".slide-figures, .slide-sentence")).toHaveCount(0);
  await page.keyboard.press("End");
  await slides.at(TOTAL, TOTAL);
  await page.evaluate(() => {
    globalThis.heard = [];
    new MutationObserver(() => heard.push(document.querySelector(".slides [role=status].visually-hidden")?.textContent)).observe(document.querySelector(".slides"), { childList: true, characterData: true, subtree: true });
  });
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("slides")).toHaveCount(0);
  const first = fill(lv["slides.said"], { n: 1, total: TOTAL, title: titles[0] });
  expect(await page.evaluate(() => heard)).not.toContain(first);
});

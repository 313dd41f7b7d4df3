// Every picture of the results page as a file of its own: what it is of, its base and its source.

import { expect, test } from "./fixtures.mjs";
import { downloadBytes } from "./pages/download.mjs";
import { baseline, fill, lv, sample } from "./texts.mjs";

/** Saves the picture of a menu as SVG; gives the file's name and its words without spaces. */
async function savedSvg(page, menu) {
  await menu.locator("summary").click();
  const { name, bytes } = await downloadBytes(page, menu.getByRole("button", { name: "SVG" }));
  const drawn = await page.evaluate((source) => {
    const file = new DOMParser().parseFromString(source, "image/svg+xml");
    return { error: file.querySelector("parsererror")?.textContent, words: file.documentElement.textContent, paths: file.querySelectorAll("path").length };
  }, bytes.toString("utf8"));
  expect(drawn.error).toBeUndefined();
  expect(drawn.paths).toBeGreaterThan(1);
  return { name, words: tight(drawn.words) };
}

const tight = (text) => text.replace(/\s/g, "");

test("published figures are saved with where they were published", async ({ page, results }) => {
  await results.open();
  await results.picture("strengths");
  const section = results.question("strengths");
  await expect(section.locator("svg").first()).toBeVisible();
  const { name, words } = await savedSvg(page, section.locator(".chart-menu"));
  expect(name).toMatch(/^aptauja-mfa-2018-strengths-published-.*\.svg$/);
  expect(words).toContain(tight(baseline.source.default));
  expect(words).toContain(tight(lv["results.published_no_base"]));
  expect(words).toContain("74%");

  const key = page.locator("section:has(> #indicators) .chart-menu");
  const indicators = await savedSvg(page, key);
  expect(indicators.name).toMatch(/^aptauja-mfa-2018-indicators-published-.*\.svg$/);
  for (const { percent } of baseline.indicators) expect(indicators.words).toContain(`${percent}%`);
  expect(indicators.words).toContain(tight(baseline.source.default));
});

test("key figures are saved with their bases and what they are compared with", async ({ page, results }) => {
  await results.open();
  await results.loadSample();
  const key = page.locator("section:has(> #indicators) .chart-menu");
  const { value: report } = await results.saveReport();
  const { name, words } = await savedSvg(page, key);
  expect(name).toMatch(/^aptauja-mfa-2018-indicators-.*\.svg$/);
  for (const { value, n } of report.indicators) {
    expect(words).toContain(`${(Math.round(value * 1000) / 10).toFixed(1).replace(".", ",")}%`);
    expect(words).toContain(`n=${n}`);
  }
  expect(words).toContain(tight(lv["results.published"]));
  expect(words).toContain(tight(lv["export.everything"]));
  const png = await downloadBytes(page, key.getByRole("button", { name: "PNG" }));
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
});

test("the picture of a group is saved with the group's name and base", async ({ page, results }) => {
  await results.open("_by.delays=language");
  await results.loadSample();
  const group = results.question("delays").locator('.group-picture[data-group="lv"]');
  await group.scrollIntoViewIfNeeded();
  await expect(group.locator(".chart svg")).toBeVisible();
  const { name, words } = await savedSvg(page, group.locator(".chart-menu"));
  expect(name).toMatch(/^aptauja-mfa-2018-delays-language-lv-.*\.svg$/);
  const answered = sample.filter((it) => it.language === "lv" && it.answers.delays).length;
  expect(words).toContain(tight(fill(lv["results.base"], { n: answered })));
  expect(words).toContain(tight(`${lv["filter.language"]}: ${await group.locator("h4").textContent()}`));
  // A hidden group has neither picture nor menu.
  await results.open("quality.equal_treatment=satisfactory&_by.delays=language");
  await expect(page.getByTestId("hidden")).toBeVisible();
  await expect(page.locator(".chart-menu:visible")).toHaveCount(0);
});

test("the picture of themes is saved", async ({ page, results, comments }) => {
  await results.open();
  await results.loadSample();
  await comments.giveFirst("Rindas", "comment");
  const themes = comments.section.locator("[data-themes=comment]");
  await themes.scrollIntoViewIfNeeded();
  await expect(themes.locator(".chart svg")).toBeVisible();
  const { name, words } = await savedSvg(page, themes.locator(".chart-menu"));
  expect(name).toMatch(/^aptauja-mfa-2018-comment-themes-.*\.svg$/);
  expect(words).toContain("Rindas");
  expect(words).toContain(tight(lv["comments.tallies"]));
});

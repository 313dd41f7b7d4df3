// The results page without a pointer.

import { expect, test } from "./fixtures.mjs";
import { Keyboard } from "./pages/keyboard.mjs";
import { download } from "./pages/download.mjs";
import { lv, sample } from "./texts.mjs";

const late = sample.filter((it) => it.answers.delays === "yes").length;

test("loading, filtering, reading and saving work by keyboard alone", async ({ page, results }) => {
  const keyboard = new Keyboard(page);
  await results.open();
  await keyboard.press("Enter", page.getByTestId("load-sample"));
  await results.counted();

  await keyboard.press("Enter", page.locator(".filter-more > summary"));
  const delays = results.filterGroup("delays");
  await keyboard.press("Enter", delays.locator("summary"));
  await keyboard.press("Space", delays.getByLabel("Jā", { exact: true }));
  await expect(page).toHaveURL(/delays=yes$/);
  await expect(results.responses).toHaveText(new RegExp(`^${late} `));
  await expect(delays.getByLabel("Jā", { exact: true })).toBeFocused();

  const table = results.question("quality").locator(".table-details summary");
  await keyboard.press("Enter", table);
  // What can be scrolled can be reached.
  await keyboard.tabTo(results.question("quality").locator(".table-scroll"));

  // It stands above.
  await keyboard.tabTo(page.getByTestId("export-report"), "Shift+Tab");
  const { value } = await download(page, { click: () => page.keyboard.press("Enter") });
  expect(value.responses).toBe(late);

  await keyboard.press("Enter", results.chips.first());
  await expect(results.responses).toHaveText(/^400 /);
});

test("the chooser of files is reached by keyboard and named", async ({ page, results }) => {
  const keyboard = new Keyboard(page);
  // The browser needs a moment to leave its own dialog out.
  const opened = page.waitForEvent("filechooser");
  await results.open();
  await keyboard.press("Enter", results.chooser());
  const chooser = await opened;
  expect(chooser.isMultiple()).toBe(true);
  await expect(page.getByLabel(lv["results.choose"])).toBeFocused();
});

// The heading that is to take focus has no tabindex (filter_panel.rs).
test("focus goes to the filters' heading when a filter is taken away", async ({ page, results }) => {
  const keyboard = new Keyboard(page);
  await results.open("delays=yes");
  await results.loadSample();
  await keyboard.press("Enter", results.chips.first());
  await expect(results.chips).toHaveCount(0);
  await expect(page.locator("#filters")).toBeFocused();
});

test("focus goes to the page's heading when all files are closed", async ({ page, results, survey }) => {
  const keyboard = new Keyboard(page);
  await results.open();
  await results.loadSample();
  await keyboard.press("Enter", page.getByRole("button", { name: lv["results.clear"] }));
  await expect(survey.heading).toBeFocused();
});

test("focus is never lost: after the sample, after stopping, after slides and the printed report", async ({ page, results, survey, slides, report }) => {
  const keyboard = new Keyboard(page);
  await results.open();
  await keyboard.press("Enter", page.getByTestId("load-sample"));
  await results.counted();
  await expect(survey.heading).toBeFocused();
  await keyboard.press("Enter", slides.opener);
  await page.keyboard.press("Escape");
  await expect(slides.opener).toBeFocused();
  await keyboard.tabTo(report.opener, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(report.sheet).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(report.printer).toBeFocused();
  await expect(report.printer).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(report.opener).toBeFocused();
  await expect(page).not.toHaveURL(/_show/);
});

test("Escape folds an open filter and leaves focus at its name", async ({ page, results }) => {
  await results.open();
  await results.loadSample();
  const group = await results.openFilter("language");
  await group.getByRole("checkbox").first().focus();
  await page.keyboard.press("Escape");
  await expect(group).not.toHaveAttribute("open");
  await expect(group.locator("summary")).toBeFocused();
});

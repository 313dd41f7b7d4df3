// The released application's own report of files, saved on its results page.

import { readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { launchOptions } from "../../src/web/chromium.mjs";
import { serve } from "../../src/web/serve.mjs";

const LIMIT = 5 * 60_000;

/** One report for each filter; `definitions` are files of `surveys/` to answer in place of the shipped ones. */
export async function reports(files, filters, definitions = {}) {
  const site = await serve({ folder: "dist", port: 0 });
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage({ serviceWorkers: "block", locale: "lv-LV" });
    page.setDefaultTimeout(LIMIT);
    for (const [name, value] of Object.entries(definitions)) {
      await page.route(`**/surveys/${name}`, (route) => route.fulfill({ json: value }));
    }
    const found = [];
    await page.goto(`${site.address}#/results`);
    await page.locator("input[type=file]").setInputFiles(files);
    await measured(page, "import", 1);
    for (const filter of filters) {
      if (filter) {
        const before = await page.evaluate(() => performance.getEntriesByName("tally", "measure").length);
        await page.evaluate((hash) => (location.hash = hash), `#/results?${filter}`);
        await measured(page, "tally", before + 1);
      }
      const saving = page.waitForEvent("download");
      await page.getByTestId("export-report").click();
      found.push(JSON.parse(await readFile(await (await saving).path(), "utf8")));
    }
    return found;
  } finally {
    await browser.close();
    await site.close();
  }
}

function measured(page, name, number) {
  return page.waitForFunction(([it, at]) => performance.getEntriesByName(it, "measure").length >= at, [name, number]);
}

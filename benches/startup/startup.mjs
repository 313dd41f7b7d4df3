// Measures how soon the first pages are there, as Lighthouse sees a phone on slow 4G, and fails where a budget is
// missed. Its figures are simulated from what the browser did here: on a busy machine they come out worse.
//
//   make startup [RUNS=5]

import { mkdir, writeFile } from "node:fs/promises";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";
import { launchOptions } from "../../src/web/chromium.mjs";
import { serve } from "../../src/web/serve.mjs";
import { table } from "./table.mjs";

const RUNS = Number(process.env.RUNS ?? 5);
const REPORTS = "target/startup";
const CATEGORIES = ["performance", "accessibility", "best-practices"];

/** Address and the element that only this page has, to be sure that it was the one measured. */
const PAGES = {
  start: { address: "#/", mark: ".other-surveys" },
  survey: { address: "#/survey/mfa-2026", mark: "[data-testid=start]" },
  results: { address: "#/results", mark: "[data-testid=load-sample]" },
};

/** What the median of the runs must keep. */
const BUDGETS = {
  "LCP ms": { most: 2000 },
  CLS: { most: 0.01 },
  performance: { least: 95 },
  accessibility: { least: 100 },
  "best-practices": { least: 100 },
};

const server = await serve({ port: 0 });
try {
  await mkdir(REPORTS, { recursive: true });
  const figures = {};
  for (const name of Object.keys(PAGES)) {
    figures[name] = [];
    for (let run = 0; run < RUNS; run += 1) figures[name].push(await measure(name));
  }
  const { text, missed } = table(figures, BUDGETS);
  console.log(`Lighthouse, mobile, simulated slow 4G; median of ${RUNS} runs (least–most)\n\n${text}`);
  console.log(`\nThe last report of each page: ${REPORTS}/<page>.html`);
  for (const line of missed) console.error(line);
  if (missed.length > 0) process.exitCode = 1;
} finally {
  await server.close();
}

async function measure(name) {
  const { address, mark } = PAGES[name];
  const browser = await puppeteer.launch(launchOptions());
  try {
    const page = await browser.newPage();
    const flags = { onlyCategories: CATEGORIES, output: "html", logLevel: "error" };
    const { lhr, report } = await lighthouse(server.address + address, flags, undefined, page);
    if (lhr.runtimeError) throw new Error(`${name}: ${lhr.runtimeError.message}`);
    await writeFile(`${REPORTS}/${name}.html`, report);
    if (new URL(lhr.finalDisplayedUrl).hash !== address || !(await page.$(`#app ${mark}`))) {
      throw new Error(`${name}: Lighthouse measured another page, ${lhr.finalDisplayedUrl}`);
    }
    const value = (audit) => lhr.audits[audit].numericValue;
    const score = (category) => Math.round(lhr.categories[category].score * 100);
    return {
      "FCP ms": value("first-contentful-paint"),
      "LCP ms": value("largest-contentful-paint"),
      "TBT ms": value("total-blocking-time"),
      CLS: value("cumulative-layout-shift"),
      ...Object.fromEntries(CATEGORIES.map((category) => [category, score(category)])),
    };
  } finally {
    await browser.close();
  }
}

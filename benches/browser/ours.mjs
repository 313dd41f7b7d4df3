// The application as released, driven from outside through the contract only: addresses, the one file
// input, User Timing, the saved report.

import { readFile } from "node:fs/promises";
import { query, survey } from "./survey.mjs";

const ROUTE = "#/results";
const SETTLING = 300;

export class Ours {
  name = "ours";
  title = "**Aptauja**";

  constructor(context, address) {
    Object.assign(this, { context, address });
  }

  async open() {
    this.page = await this.context.newPage();
    await this.page.addInitScript(watch);
    await this.page.goto(this.address + ROUTE);
    await this.page.locator("input[type=file]").waitFor({ state: "attached" });
    await this.longestTask();
  }

  async load(file) {
    const ms = this.#measured("import", 1);
    await this.page.locator("input[type=file]").setInputFiles(file);
    return { ms: await ms, result: () => this.#report() };
  }

  async tally(filter) {
    const before = await this.#count("tally");
    const ms = this.#measured("tally", before + 1);
    const text = query(filter);
    await this.page.evaluate((hash) => (location.hash = hash), ROUTE + (text && `?${text}`));
    return { ms: await ms, result: () => this.#report() };
  }

  /** The matrix by services, chosen on the page; the counts are those of its table. */
  async cross() {
    const section = this.page.locator(`[data-question=${survey.split}]`);
    const ms = this.#measured("cross", (await this.#count("cross")) + 1);
    await section.locator("select").selectOption("service");
    return { ms: await ms, result: () => section.locator(".cross-table").evaluate(crossed) };
  }

  /** The longest task of the page since it was asked last, ms; 0: none of 50 ms or more, which is when the browser tells. */
  async longestTask() {
    // Charts are drawn after the measure.
    await this.page.waitForTimeout(SETTLING);
    return this.page.evaluate(() => globalThis.bench.longest());
  }

  #count(name) {
    return this.page.evaluate((it) => performance.getEntriesByName(it, "measure").length, name);
  }

  #measured(name, number) {
    return this.page.evaluate(([it, at]) => globalThis.bench.measured(it, at), [name, number]);
  }

  async #report() {
    const saving = this.page.waitForEvent("download");
    await this.page.getByTestId("export-report").click();
    return named(JSON.parse(await readFile(await (await saving).path(), "utf8")));
  }
}

/** Runs in the page before everything: waits for measures, notes long tasks. */
function watch() {
  let tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: "longtask" });
  globalThis.bench = {
    longest() {
      tasks.push(...observer.takeRecords());
      const longest = Math.max(0, ...tasks.map((task) => task.duration));
      tasks = [];
      return longest;
    },
    measured(name, number) {
      return new Promise((done) => {
        const look = () => {
          const found = performance.getEntriesByName(name, "measure");
          if (found.length >= number) done(found[number - 1].duration);
          return found.length >= number;
        };
        if (look()) return;
        const waiting = new PerformanceObserver(() => look() && waiting.disconnect());
        waiting.observe({ type: "measure" });
      });
    },
  };
}

/** Runs in the page: the counts of a table of groups by flat names, without those of all groups together and of the best grades together. */
function crossed(table) {
  const columns = [...table.querySelectorAll("thead [data-value]")].map((it) => it.dataset.value);
  const counts = {};
  for (const row of table.querySelectorAll('tbody:not([data-group=""]) tr:has(td)')) {
    const found = [...row.querySelectorAll("td:not(.cross-best) .cell-more")].map((it) => Number(it.textContent.replace(/\D/g, "")));
    found.forEach((count, at) => (counts[`${row.dataset.row}|${columns[at]}|${row.parentElement.dataset.group}`] = count));
  }
  return counts;
}

/** The report's counts by flat names. */
function named({ responses, questions }) {
  const tally = { responses };
  for (const { name, answered, choices, rows } of questions) {
    if (answered !== undefined) tally[name] = answered;
    for (const { value, count } of choices ?? []) tally[`${name}=${value}`] = count;
    for (const row of rows ?? []) {
      tally[`${name}.${row.value}`] = row.answered;
      for (const { value, count } of row.columns) tally[`${name}.${row.value}=${value}`] = count;
    }
  }
  return tally;
}

// How long the results page takes for what an auditor asks of many responses, one view after another: from
// the request until it is shown, when progress was to be seen, and the longest task of the page meanwhile.
//
// The responses are those of the generator, every fourth in the next survey, every text made one of its
// own: with the few texts the generator knows there would be nothing to gather.

import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { short, table, task, whole } from "./table.mjs";

const WORDS = JSON.parse(await readFile(join(import.meta.dirname, "../../src/ui/text/lv.json"), "utf8"));
/** What is slower shows progress. */
const BLINK = 100;
/** From here on the browser calls a task long, ms. */
const LONG = 50;
const PATIENCE = 120_000;
/** Until pictures are drawn and the page is at rest, ms. */
const REST = 1_500;

/** Writes the responses to be viewed beside those of `file`, and gives their file's name. */
export async function vary(file) {
  const varied = file.replace(".ndjson", "-varied.ndjson");
  const out = (await open(varied, "w")).createWriteStream({ highWaterMark: 1 << 20 });
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    number += 1;
    let text = line.replace(/"(comment|delays_details|complaints_details|\w+-Comment)":"([^"]*)"/g, (_, name, words) => `"${name}":"${words} Nr. ${number % 7 ? number : 20000000 + number}"`);
    if (number % 4 === 0) text = text.replace('"survey":"mfa-2018"', '"survey":"mfa-2026"').replace('"submitted_at":"2018', '"submitted_at":"2026');
    if (!out.write(`${text}\n`)) await new Promise((done) => out.once("drain", done));
  }
  await new Promise((done) => out.end(done));
  return varied;
}

/** Every view once: `[{ view, ms, shown, longest, fault }]`, times in milliseconds. */
export async function views(context, address, file) {
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${address}#/results?survey=mfa-2018`);
  const input = page.locator("input[type=file]");
  await input.waitFor({ state: "attached" });
  await input.setInputFiles(file);
  await page.getByTestId("responses").waitFor({ timeout: PATIENCE });
  await page.waitForTimeout(3_000);
  const found = [];
  const view = async (name, act, until, argument = {}) => {
    await page.waitForTimeout(REST);
    const measured = await page.evaluate(
      ([a, u, given, patience]) => globalThis.views.measure(a, u, given, patience),
      [String(act), String(until), { ...argument, WORDS }, PATIENCE],
    );
    found.push({ view: name, ...measured, fault: faultOf(measured) });
    console.error(`  ${name}: ${Math.round(measured.ms)} ms`);
  };
  const hash = (it) => (location.hash = `#/results?survey=mfa-2018${it.query}`);
  const counted = (it, before) => performance.getEntriesByName("tally", "measure").length > before.tallies;
  for (const [name, query] of [
    ["filter by an answer", "&delays=yes"],
    ["filter by three services and days", "&service=mfa-04,mfa-05,mfa-06&from=2018-01-16&to=2018-01-25"],
    ["filter by services, two statements, language, channel", "&service=mfa-04&quality.knowledge=very_good,good&quality.attitude=very_good&language=lv&channels=email,phone"],
    ["the same and days", "&service=mfa-04&quality.knowledge=very_good,good&quality.attitude=very_good&language=lv&channels=email,phone&from=2018-01-16"],
    ["no filter", ""],
  ]) {
    await view(name, hash, counted, { query });
  }
  const compare = (it) => {
    const select = document.querySelector(`section[data-question=${it.question}] .comparison-choice select`);
    select.value = it.by;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  // Tests come after the counts, which are what is waited for.
  const compared = (it, before, mark) => {
    const section = document.querySelector(`section[data-question=${it.question}]`);
    if (section.querySelector(".cross-table")) mark("counts");
    return section.querySelector("[data-testid=certainty]");
  };
  for (const [question, by] of [["quality", "service"], ["information", "language"], ["service", "provider"], ["strengths", "service"]]) {
    await view(`${question} by ${by}, with tests`, compare, compared, { question, by });
  }
  await view("four comparisons once more, another filter", hash, counted, { query: "&language=lv" });
  await view("and back", hash, counted, { query: "" });

  const wave = () => document.querySelector("[data-testid=waves] input[type=checkbox]").click();
  await view("another survey beside", wave, () => document.querySelector("[data-testid=waves] .wave-table"));

  const status = () => document.querySelector("[data-testid=texts-status]")?.textContent;
  const comments = () => document.querySelector("[data-testid=comments]").scrollIntoView();
  await view("texts, first", comments, () => document.querySelector(".text"));
  const press = (it) => {
    const wanted = it.WORDS[it.button];
    [...document.querySelectorAll("[data-testid=comments] button, [data-testid=export] button")].find((button) => button.textContent.trim() === wanted).click();
  };
  const other = (it, before) => document.querySelector(".text-words")?.textContent !== before.text;
  await view("texts, next page", press, other, { button: "comments.after" });
  const search = (it) => {
    const field = document.querySelector("#texts-search");
    field.value = it.words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const said = (it, before) => document.querySelector("[data-testid=texts-status]")?.textContent !== before.status;
  await view("texts, search", search, said, { words: "nr. 99" });
  await view("texts, search for two words", search, said, { words: "pacietiba nr. 9" });
  await view("texts, search ended", search, said, { words: "" });
  const choose = (it) => {
    const select = document.querySelector(it.id);
    select.value = it.value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  await view("texts, what looks like personal data", choose, said, { id: "#texts-selection", value: "personal" });
  await view("texts, all", choose, said, { id: "#texts-selection", value: "all" });
  await view("texts of one language", choose, said, { id: "#texts-language", value: "en" });
  await view("texts of all languages", choose, said, { id: "#texts-language", value: "" });
  await view("texts, another filter", hash, said, { query: "&language=lv" });
  await view("texts, no filter", hash, said, { query: "" });
  await page.getByTestId("code-book").getByLabel(WORDS["comments.new"]).fill("Rindas");
  await page.getByTestId("code-book").getByRole("button", { name: WORDS["comments.add"] }).click();
  await page.locator(".text").first().getByRole("button", { name: "Rindas", exact: true }).waitFor();
  await view("themes tallied", () => [...document.querySelector(".text").querySelectorAll("button")].find((it) => it.textContent.includes("Rindas")).click(), () => document.querySelector("[data-themes] tbody tr"));
  await view("themes tallied, another filter", hash, said, { query: "&language=lv" });
  await view("themes tallied, no filter", hash, said, { query: "" });

  const save = (it) => document.querySelector(`[data-testid=export-${it.id}]`).click();
  const saved = (it, before) => {
    const outcome = document.querySelector("[data-testid=export-outcome]").textContent;
    return outcome !== "" && outcome !== before.outcome;
  };
  await page.getByTestId("export").locator("summary").click();
  for (const [name, id] of [["responses as CSV", "csv"], ["responses as NDJSON", "ndjson"], ["workbook", "xlsx"], ["tables", "tables"]]) {
    const file = page.waitForEvent("download", { timeout: PATIENCE });
    await view(name, save, saved, { id });
    await (await file).delete();
  }
  return found;
}

/** The views as a table; what is wrong with one stands in its last column. */
export function viewsTable(found) {
  const head = ["view", "ms", "progress after, ms", "longest task, ms", ""];
  const row = ({ view, ms, shown, longest, fault }) => [view, short(ms), shown === null ? "–" : whole(shown), task(longest), fault];
  return table(head, found.map(row));
}

function faultOf({ ms, shown, longest }) {
  const faults = [ms > BLINK && shown === null && "no progress", longest >= LONG && "long task"];
  return faults.filter(Boolean).join(", ");
}

/** Runs in the page before everything. */
function watch() {
  let tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: "longtask" });
  globalThis.views = {
    async measure(act, until, given, patience) {
      const [does, isDone] = [act, until].map((it) => (0, eval)(`(${it})`));
      const before = {
        tallies: performance.getEntriesByName("tally", "measure").length,
        text: document.querySelector(".text-words")?.textContent,
        status: document.querySelector("[data-testid=texts-status]")?.textContent,
      };
      const outcome = document.querySelector("[data-testid=export-outcome]");
      if (outcome) before.outcome = outcome.textContent;
      tasks = [];
      observer.takeRecords();
      const start = performance.now();
      const marks = {};
      const mark = (name) => (marks[name] ??= performance.now() - start);
      let shown = null;
      does(given);
      const end = await new Promise((done, fail) => {
        const look = () => {
          const now = performance.now();
          if (shown === null && document.querySelector("progress")) shown = now - start;
          if (isDone(given, before, mark)) done(now);
          else if (now - start > patience) fail(new Error("it never came"));
          else setTimeout(look, 1);
        };
        const channel = new MutationObserver(() => shown === null && document.querySelector("progress") && (shown = performance.now() - start));
        channel.observe(document.body, { childList: true, subtree: true });
        look();
      });
      await new Promise((done) => setTimeout(done, 100));
      tasks.push(...observer.takeRecords());
      return { ms: end - start, ...marks, shown, longest: Math.max(0, ...tasks.map((it) => it.duration)) };
    },
  };
}

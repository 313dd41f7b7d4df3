// The application beside other ways to count the same responses in a browser: one table.
//
//   make bench                        1,000,000 responses (600 MB), three runs
//   make bench COUNT=1000             small: whether everybody still counts right, in seconds
//   make bench CONTENDERS=parse,plain only these beside the application; CONTENDERS= for none
//   make bench VIEWS=1                the application alone: every view of the results page, one after another
//   make bench CURVE=1                the application alone, from 1,000 to 4,000,000 (CURVE=1000,10000: these)
//   RUNS=5      imports each (3)      STRICT=1   exit code 1 for a missed target
//   OURS=0      without the application  DIST=…    another build of it than dist/
//
// One Chromium, one file, a new page (a new process) for everybody and every run, in an order that turns
// with every run. A wrong count is told in the table and makes the exit code 1. The table is Markdown on
// stdout; every figure behind it is in target/bench/result.json.
//
// Import: from the file handed over until all questions' counts are there; the application's is its own
// measure of that, which includes checking every record and finding duplicates; nobody else does either.
// Everybody but the yardstick keeps what was answered, texts and ids. Tally and cross: as long as the page
// waits for them; the application's includes its report's shares and intervals.

import { spawn } from "node:child_process";
import { mkdir, open, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import { launchOptions } from "../../src/web/chromium.mjs";
import { serve } from "../../src/web/serve.mjs";
import { Contender, contenders, layOut } from "./contenders.mjs";
import { measure } from "./measure.mjs";
import { Memory } from "./memory.mjs";
import { Ours } from "./ours.mjs";
import { filters, survey } from "./survey.mjs";
import { comparison, curve, summary } from "./table.mjs";
import { targets, verdicts } from "./targets.mjs";
import { truth } from "./truth.mjs";
import { vary, views, viewsTable } from "./views.mjs";

const FOLDER = resolve("target/bench");
const SITE = join(FOLDER, "site");
const CURVE = [1_000, 10_000, 100_000, 1_000_000, 2_000_000, 4_000_000];
const LIMIT = 15 * 60_000;

const { COUNT = "1000000", RUNS = "3", STRICT, OURS = "1", DIST = "dist", VIEWS } = process.env;
const runs = positive("RUNS", RUNS);
const sizes = process.env.CURVE ? curveSizes(process.env.CURVE) : [positive("COUNT", COUNT)];
const chosen = process.env.CURVE || VIEWS ? [] : choose(process.env.CONTENDERS);

await mkdir(FOLDER, { recursive: true });
await layOut(SITE, chosen);
const app = await serve({ folder: DIST, port: 0 });
const site = await serve({ folder: SITE, port: 0 });
const options = launchOptions();
const browser = await chromium.launch({ ...options, args: [...options.args, "--js-flags=--expose-gc"] });
try {
  if (VIEWS) await measureViews();
  else await measureCounting();
} finally {
  await browser.close();
  await Promise.all([app.close(), site.close()]);
}

/** How long every view takes; one that is slow and shows no progress makes the exit code 1 where that is asked for. */
async function measureViews() {
  const file = await vary(await generate(sizes[0]));
  const context = await browser.newContext({ serviceWorkers: "block", locale: "lv-LV", timezoneId: "Europe/Riga" });
  context.setDefaultTimeout(LIMIT);
  const found = await views(context, app.address, file);
  console.log(`\n${viewsTable(found)}`);
  if (STRICT && found.some((it) => it.fault)) process.exitCode = 1;
}

async function measureCounting() {
  const memory = await Memory.of(browser);
  const results = [];
  for (const count of sizes) results.push(await measureAll(count, memory));
  await writeFile(join(FOLDER, "result.json"), `${JSON.stringify({ chromium: browser.version(), results }, null, 1)}\n`);

  console.log(`\n${summary(results, browser.version())}\n`);
  console.log(process.env.CURVE ? curve(results) : comparison(results[0]));
  const judged = targets(results);
  console.log(`\n${verdicts(judged)}`);
  if (results.some((it) => it.measured.some((each) => each.runs.some((run) => run.wrong.length > 0 || run.failed)))) process.exitCode = 1;
  if (STRICT && judged.some((it) => it.met === false)) process.exitCode = 1;
}

/** Everybody over one file: `{ count, bytes, textBytes, measured: [{ name, title, runs }] }`. */
async function measureAll(count, memory) {
  const file = await generate(count);
  console.error(`${count.toLocaleString("en")} responses: counting them in Node`);
  const right = await truth(file, survey, filters);
  const makers = chosen.map((it) => ({ ...it, make: (context) => new Contender(context, site.address, it) }));
  if (OURS !== "0") makers.unshift({ name: "ours", title: "**Aptauja**", make: (context) => new Ours(context, app.address) });
  const measured = makers.map(({ name, title }) => ({ name, title, runs: [] }));
  for (let run = 0; run < runs; run += 1) {
    for (let turn = 0; turn < makers.length; turn += 1) {
      const at = (turn + run) % makers.length;
      const context = await browser.newContext({ serviceWorkers: "block", locale: "lv-LV", timezoneId: "Europe/Riga" });
      context.setDefaultTimeout(LIMIT);
      const figures = await measure(makers[at].make(context), { file, right, filters, memory }).catch(failed);
      await context.close();
      measured[at].runs.push(figures);
      console.error(`  run ${run + 1}, ${makers[at].name}: ${figures.failed ?? `${Math.round(figures.import)} ms`}`);
    }
  }
  return { count, bytes: (await stat(file)).size, textBytes: right.textBytes, runs, measured };
}

function failed(error) {
  return { failed: String(error?.message ?? error).split("\n")[0], wrong: [] };
}

/** The same lines on every machine; written anew each time, which costs less than to find out whether it must be. */
async function generate(count) {
  const file = join(FOLDER, `responses-${count}.ndjson`);
  const out = await open(file, "w");
  const rest = ["--bin", "generate", "--", "responses", "--count", String(count)];
  const child = spawn("cargo", ["run", "--release", "--quiet", "--no-default-features", ...rest], {
    stdio: ["ignore", out.fd, "inherit"],
  });
  const code = await new Promise((done, fail) => child.on("error", fail).on("close", done));
  await out.close();
  if (code !== 0) throw new Error("no responses: the generator failed");
  return file;
}

function choose(names) {
  if (names === undefined) return contenders;
  return names.split(",").filter(Boolean).map((name) => {
    const found = contenders.find((it) => it.name === name);
    if (!found) throw new Error(`no contender ${name}: there are ${contenders.map((it) => it.name).join(", ")}`);
    return found;
  });
}

function curveSizes(text) {
  return text === "1" ? CURVE : text.split(",").map((size) => positive("CURVE", size));
}

function positive(name, text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name}=${text} is no positive whole number`);
  return number;
}

// Weighs what a respondent downloads until the first question is on the screen, and fails above the
// budget. Counts the bodies as they cross the network, gzipped, of every response.

import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const BUDGET = 250_000;
const FOLDER = "dist";
const SURVEY = "#/survey/mfa-2026";
// Fetched later, by those who look at results or seal what they send.
const LATER = /^(auditor|worker|workbook|charts|age)-/;

const packed = promisify(gzip);

const rows = await untilFirstQuestion();
const total = rows.reduce((sum, row) => sum + row.sent, 0);
print("Until the first question", rows);
console.log(`${"total".padEnd(44)}${"".padStart(12)}${count(total)}   budget ${BUDGET.toLocaleString("en")}\n`);
print("Later, where results are shown", await later());
if (total > BUDGET) {
  console.error(`Too much: ${total - BUDGET} bytes above the budget of ${BUDGET}.`);
  process.exitCode = 1;
}

async function untilFirstQuestion() {
  const server = await serve({ folder: FOLDER, port: 0 });
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage({ locale: "lv-LV" });
    const finished = [];
    page.on("requestfinished", (request) => finished.push(request));
    page.on("requestfailed", (request) => {
      throw new Error(`not loaded: ${request.url()} (${request.failure()?.errorText})`);
    });
    await page.goto(server.address + SURVEY);
    await page.getByTestId("start").click();
    await page.getByTestId("question").first().waitFor();
    await page.waitForLoadState("networkidle");
    return await Promise.all(finished.map(weigh));
  } finally {
    await browser.close();
    await server.close();
  }
}

async function weigh(request) {
  const { responseBodySize } = await request.sizes();
  const body = await (await request.response()).body();
  // A worker's script comes without its size.
  const sent = responseBodySize || (await packed(body)).length;
  return { name: new URL(request.url()).pathname.slice(1) || "index.html", raw: body.length, sent };
}

async function later() {
  const names = (await readdir(FOLDER)).filter((name) => LATER.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(FOLDER, name));
      return { name: basename(name), raw: bytes.length, sent: (await packed(bytes)).length };
    }),
  );
}

function print(title, rows) {
  console.log(`${title.padEnd(44)}${"raw".padStart(12)}${"gzip".padStart(12)}`);
  for (const { name, raw, sent } of rows) console.log(`${name.padEnd(44)}${count(raw)}${count(sent)}`);
}

function count(bytes) {
  return bytes.toLocaleString("en").padStart(12);
}

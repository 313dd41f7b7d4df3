// Takes the README's pictures of the release build.

import { mkdir } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const FOLDER = "tests/pictures";

const server = await serve({ port: 0 });
const browser = await chromium.launch(launchOptions());
try {
  await mkdir(FOLDER, { recursive: true });

  const desk = await open({ width: 1280, height: 860 });
  await desk.goto(`${server.address}#/`);
  await desk.getByTestId("start").waitFor();
  await take(desk, "start");

  const phone = await open({ width: 360, height: 740 });
  await phone.goto(`${server.address}#/survey/mfa-2026?service=mfa-13`);
  await phone.getByTestId("start").click();
  await phone.getByTestId("question").waitFor();
  await phone.getByText("E-pasts").click();
  await take(phone, "question");

  await desk.goto(`${server.address}#/results`);
  await desk.getByTestId("load-sample").click();
  await desk.locator("#indicators").waitFor();
  await desk.evaluate(() => document.querySelector("#indicators").scrollIntoView());
  await desk.locator(".chart svg").nth(3).waitFor();
  await take(desk, "results");
} finally {
  await browser.close();
  await server.close();
}

async function open(viewport) {
  const context = await browser.newContext({ viewport, locale: "lv-LV", timezoneId: "Europe/Riga" });
  return context.newPage();
}

async function take(page, name) {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  console.log(`${FOLDER}/${name}.png`);
}

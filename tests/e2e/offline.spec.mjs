// Without a network after one visit, and from one release to the next.

import { cp, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { serve } from "../../src/web/serve.mjs";
import { whole } from "./answers.mjs";
import { expect, test } from "./fixtures.mjs";
import { DevicePage } from "./pages/device-page.mjs";
import { ResultsPage } from "./pages/results-page.mjs";
import { SurveyPage } from "./pages/survey-page.mjs";
import { catalogue, lv, questionnaire, sample } from "./texts.mjs";

test.use({ serviceWorkers: "allow" });

/** Waits until everything is kept. */
async function kept(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)).toBe("activated");
}

test("after one visit everything works without a network, from a cold start", async ({ context, survey, witness }) => {
  // The browser itself says so of requests that the service worker answers from what it kept.
  witness.expect(/ERR_INTERNET_DISCONNECTED/);
  await survey.page.goto("#/");
  await kept(survey.page);
  await survey.page.close();
  await context.setOffline(true);
  const page = await context.newPage();

  const again = new SurveyPage(page);
  await page.goto("#/");
  await expect(page.getByTestId("start")).toBeVisible();
  await again.begin("mfa-2026");
  await again.answer({ service: "mfa-11" });
  await again.openStep("channels");
  await again.answer(whole);
  await page.goto("#/survey/mfa-2026/review");
  const id = await again.submit();

  const device = new DevicePage(page);
  await device.open();
  await expect(device.kept).toBeVisible();
  expect((await device.export()).value.responses.map((it) => it.id)).toEqual([id]);

  const results = new ResultsPage(page);
  await results.open();
  await results.loadSample();
  await expect(results.responses).toHaveText(new RegExp(`^${sample.length} `));
  await expect(await results.picture("quality")).toBeVisible();
});

test("what an institution changes in place is seen at the next visit, and kept for without a network", async ({ browser }, testInfo) => {
  const { folder, page, close } = await published(browser, testInfo);
  const survey = new SurveyPage(page);
  await survey.open();
  await kept(page);
  const changed = structuredClone(questionnaire);
  changed.title = { default: "Mainīts nosaukums", en: "A changed title" };
  await writeFile(join(folder, "surveys/mfa-questionnaire.json"), JSON.stringify(changed));
  await page.reload();
  await expect(survey.heading).toHaveText("Mainīts nosaukums");
  await page.context().setOffline(true);
  await page.reload();
  await expect(survey.heading).toHaveText("Mainīts nosaukums");
  await close();
});

test("a new release waits for whoever is in a survey, takes over when asked, and finds draft and responses", async ({ browser }, testInfo) => {
  const { folder, page, close } = await published(browser, testInfo);
  const [survey, device, notice] = [new SurveyPage(page), new DevicePage(page), page.getByText(lv["update.ready"])];
  await survey.begin();
  await survey.answer({ service: "mfa-11" });
  await survey.openStep("channels");
  await survey.answer({ channels: ["email"] });
  await page.goto("#/survey/mfa-2026/review");
  const id = await survey.submit();
  await survey.begin();
  await survey.answer({ service: "mfa-12" });
  await kept(page);

  await nextRelease(folder);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe("installed");
  // In the midst of a survey nothing is said, and a reload changes nothing.
  await expect(notice).toHaveCount(0);
  await page.reload();
  await survey.atQuestion();
  await expect(page.locator("meta[name=release]")).toHaveCount(0);

  await page.goto("#/");
  await expect(notice).toBeVisible({ timeout: 10_000 });
  await page.getByRole("button", { name: lv["update.reload"] }).click();
  await expect(page.locator("meta[name=release]")).toHaveCount(1);
  await expect(notice).toHaveCount(0);
  await survey.open();
  await survey.resume();
  await page.goto("#/survey/mfa-2026/review");
  const { title } = catalogue.services.find((it) => it.id === "mfa-12");
  await expect(page.locator("main")).toContainText(title.lv ?? title.default);
  await device.open();
  expect((await device.export()).value.responses.map((it) => it.id)).toEqual([id]);
  // Of the release before nothing is kept.
  const names = await page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return caches_.flat().map((request) => new URL(request.url).pathname.split("/").at(-1));
  });
  expect(names).toContain("boot-0000000000.js");
  expect(names.filter((name) => name.startsWith("boot-"))).toHaveLength(1);
  await close();
});

test("a network that goes in the midst of an update leaves the old release whole", async ({ browser, witness }, testInfo) => {
  witness.expect(/404/);
  const { folder, page, close } = await published(browser, testInfo);
  const survey = new SurveyPage(page);
  await survey.begin();
  await survey.answer({ service: "mfa-11" });
  await kept(page);
  await nextRelease(folder);
  // What came last does not come any more.
  const gone = join(folder, "boot-0000000000.js");
  await rename(gone, `${gone}.away`);
  const update = () => page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => undefined));
  await update();
  await expect
    .poll(() => page.evaluate(async () => {
      const { installing, waiting } = await navigator.serviceWorker.ready;
      return [installing, waiting].map((it) => it?.state);
    }))
    .toEqual([undefined, undefined]);
  await page.context().setOffline(true);
  await page.reload();
  await survey.atQuestion();
  await survey.open();
  await expect(survey.draft).toBeVisible();
  await expect(page.locator("meta[name=release]")).toHaveCount(0);

  await rename(`${gone}.away`, gone);
  await page.context().setOffline(false);
  await update();
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe("installed");
  await close();
});

test("a kiosk that is kept for the first time does not start anew under somebody's hands", async ({ page, kiosk, survey }) => {
  await kiosk.turnOn();
  // As if this were the first visit: none came while staff were at it.
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  });
  await page.reload();
  await kiosk.atStart();
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  await page.evaluate(() => (globalThis.sameLife = true));
  await expect.poll(() => page.evaluate(async () => Boolean(await navigator.serviceWorker.getRegistration()))).toBe(true);
  await kiosk.begin();
  await survey.answer(whole);
  await kept(page);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  expect(await page.evaluate(() => globalThis.sameLife)).toBe(true);
  await survey.atQuestion();
});

/** A copy of the built folder on a server of its own, and a page of it. */
async function published(browser, testInfo) {
  const folder = testInfo.outputPath("site");
  await cp("dist", folder, { recursive: true });
  const server = await serve({ folder, port: 0 });
  const context = await browser.newContext({ baseURL: server.address, locale: "lv-LV", timezoneId: "Europe/Riga", serviceWorkers: "allow", acceptDownloads: true });
  const close = async () => {
    await context.close();
    await server.close();
  };
  return { folder, page: await context.newPage(), close };
}

/** The same, as if it had been built anew: another page, another name of a script. */
async function nextRelease(folder) {
  const [page, worker] = await Promise.all(["index.html", "sw.js"].map((name) => readFile(join(folder, name), "utf8")));
  const [boot] = /boot-[0-9a-f]{10}\.js/.exec(page);
  await rename(join(folder, boot), join(folder, "boot-0000000000.js"));
  const next = page.replace(boot, "boot-0000000000.js").replace("<head>", '<head><meta name="release" content="next">');
  await writeFile(join(folder, "index.html"), next);
  const revision = /url:"index\.html",revision:"([0-9a-f]+)"/.exec(worker)[1];
  await writeFile(join(folder, "sw.js"), worker.replace(boot, "boot-0000000000.js").replace(revision, "next"));
}

// Links, QR codes and posters that staff hand out.

import { codesIn, pagesOf, print, withoutPrinter } from "./codes.mjs";
import { expect, test } from "./fixtures.mjs";
import { Keyboard } from "./pages/keyboard.mjs";
import { catalogue, en, fill, lv, texts } from "./texts.mjs";

const PUBLIC = "https://www.mfa.example/aptauja/";
const A4 = [210, 297];
const ofCommunication = catalogue.services.filter((it) => it.provider === "communication");
const service = (id) => catalogue.services.find((it) => it.id === id);

test("a link opens the survey in its language with the service filled in", async ({ page, links, survey }) => {
  await links.open();
  await links.choose({ service: "mfa-14", language: "en" });
  const address = await links.link.textContent();
  expect(address).toBe(`${await page.evaluate(() => location.href.split("#")[0])}#/survey/mfa-2026?service=mfa-14&lang=en`);
  await page.goto("about:blank");
  await page.goto(address);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByTestId("start").click();
  await survey.atStep("channels");
  expect((await survey.storedDraft()).draft.answers).toEqual({ service: "mfa-14" });
});

test("the saved PNG, the drawing and the saved SVG hold the link", async ({ page, links }) => {
  await links.open("survey=mfa-2026&service=mfa-11&language=en");
  await links.base.fill(PUBLIC);
  const address = `${PUBLIC}#/survey/mfa-2026?service=mfa-11&lang=en`;
  await expect(links.link).toHaveText(address);
  expect(await codesIn(await links.code.screenshot())).toEqual([address]);

  const png = await links.save("save-png");
  expect(png.name).toBe("aptauja-mfa-2026-mfa-11-en.png");
  const [width, height] = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
  expect(width).toBeGreaterThanOrEqual(1200);
  expect(height).toBe(width);
  expect(await codesIn(png.bytes)).toEqual([address]);
  await expect(page.getByText(fill(lv["sending.saved"], { file: png.name }))).toBeVisible();

  const svg = await links.save("save-svg");
  expect(svg.name).toBe("aptauja-mfa-2026-mfa-11-en.svg");
  expect(svg.bytes.toString()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  await page.goto(`data:image/svg+xml;base64,${svg.bytes.toString("base64")}`);
  expect(await codesIn(await page.locator("svg").screenshot())).toEqual([address]);
});

test("without a service the respondent chooses", async ({ page, links }) => {
  await links.open();
  await links.base.fill(PUBLIC);
  await expect(links.link).toHaveText(`${PUBLIC}#/survey/mfa-2026?lang=lv`);
  await expect(links.poster.locator(".poster-invitation")).toHaveText(lv["poster.call"]);
  await expect(links.poster.locator(".poster-service")).toHaveCount(0);
  expect((await links.save("save-svg")).name).toBe("aptauja-mfa-2026-lv.svg");
  await links.survey.selectOption("mfa-2018");
  await expect(page.getByText(lv["links.closed"])).toBeVisible();
});

test("the poster says everything in the language it is for", async ({ links, survey }) => {
  await links.open("service=mfa-11&language=en");
  await links.base.fill(PUBLIC);
  for (const shown of ["lv", "en"]) {
    await survey.chooseLanguage(shown);
    await expect(links.poster).toHaveAttribute("lang", "en");
    for (const words of [
      "Ministry of Foreign Affairs of the Republic of Latvia",
      en["poster.call_one"],
      "Client satisfaction survey on the services of the Ministry of Foreign Affairs",
      service("mfa-11").title.en,
      "About 5 minutes",
      en["poster.scan"],
      en["poster.privacy"],
      `${PUBLIC}#/survey/mfa-2026?service=mfa-11&lang=en`,
    ]) {
      await expect(links.poster).toContainText(words);
    }
  }
});

for (const colorScheme of ["light", "dark"]) {
  test(`a poster is one A4 page, black on white, and its code is read from paper (${colorScheme})`, async ({ page, links }) => {
    await page.emulateMedia({ colorScheme });
    await withoutPrinter(page);
    await links.open("service=mfa-13&language=lv");
    await links.base.fill(PUBLIC);
    const address = await links.link.textContent();
    await page.getByTestId("print-poster").click();
    expect(pagesOf(await print(page))).toEqual([A4]);

    await page.emulateMedia({ colorScheme, media: "print" });
    await expect(page.locator(".site-header")).toBeHidden();
    await expect(page.locator(".site-footer")).toBeHidden();
    await expect(links.link).toBeHidden();
    expect(await codesIn(await links.poster.screenshot())).toEqual([address]);
    const style = (selector) => links.page.locator(selector).evaluate((it) => {
      const { color, backgroundColor } = getComputedStyle(it);
      return { color, backgroundColor };
    });
    expect(await style(".poster")).toEqual({ color: "rgb(0, 0, 0)", backgroundColor: "rgb(255, 255, 255)" });
    expect((await style(".poster-invitation")).color).toBe("rgb(143, 29, 51)");
    // The dark part of the code, without its quiet zone, in millimetres.
    const box = await page.locator(".poster .qr-code path").last().boundingBox();
    expect((box.width / 96) * 25.4).toBeGreaterThanOrEqual(60);
  });
}

test("posters of all services are a page each, and nothing is cut off in any language", async ({ page, links }) => {
  test.setTimeout(90_000);
  await withoutPrinter(page);
  for (const language of ["lv", "en"]) {
    await page.goto("about:blank");
    await links.open(`language=${language}`);
    // As long as addresses get.
    await links.base.fill("https://klientu-apmierinatiba.arlietu-ministrija.example/aptaujas/pakalpojumi/");
    await page.getByTestId("print-all").click();
    await page.waitForFunction(() => globalThis.printed > 0);
    await page.emulateMedia({ media: "print" });
    await expect(links.poster).toHaveCount(26);
    const cut = await links.poster.evaluateAll((all) =>
      all.filter((it) => it.scrollHeight > it.clientHeight || it.scrollWidth > it.clientWidth).map((it) => it.innerText),
    );
    expect(cut).toEqual([]);
    const addresses = new Set(await page.locator(".poster-address").allTextContents());
    expect(addresses.size).toBe(26);
    await page.emulateMedia({ media: null });
    expect(pagesOf(await print(page))).toEqual(Array(26).fill(A4));
    await expect(links.poster).toHaveCount(1);
  }
});

test("search and provider narrow the list, which is copied and saved as CSV", async ({ page, context, links }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await links.open();
  await links.base.fill(PUBLIC);
  await expect(links.rows).toHaveCount(26);
  await links.provider.selectOption("communication");
  await expect(links.rows).toHaveCount(ofCommunication.length);
  const { name, bytes } = await links.save("save-csv");
  expect(name).toBe("aptauja-mfa-2026-lv.csv");
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString().slice(1).trimEnd().split("\r\n");
  expect(lines[0]).toBe("Pakalpojuma kods;Pakalpojums;Pakalpojuma sniedzējs;Saite");
  const field = (text) => (/[;,"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  expect(lines.slice(1)).toEqual(
    ofCommunication.map(({ id, title }) =>
      [id, field(title.default), "Komunikācijas grupa", `${PUBLIC}#/survey/mfa-2026?service=${id}&lang=lv`].join(";"),
    ),
  );
  await page.getByRole("button", { name: lv["links.copy_all"] }).click();
  await expect(page.getByText(lv["links.copied"])).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.trimEnd().split("\n")).toHaveLength(ofCommunication.length);
  await page.getByRole("button", { name: lv["links.copy"], exact: true }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await links.link.textContent());
});

test("the public address is remembered, checked, and warned of where others cannot use it", async ({ page, links }) => {
  await links.open();
  await expect(links.localWarning).toBeVisible();
  await links.base.fill("www.mfa.example/aptauja/index.html?x#/results");
  await links.base.blur();
  await expect(links.base).toHaveValue(PUBLIC);
  await expect(links.localWarning).toHaveCount(0);
  await page.reload();
  await expect(links.base).toHaveValue(PUBLIC);
  await expect(links.link).toHaveText(new RegExp(`^${PUBLIC}`));
  await links.base.fill("aptauja");
  await links.base.blur();
  await expect(page.getByRole("alert")).toHaveText(lv["links.base_wrong"]);
  await expect(links.base).toHaveAttribute("aria-invalid", "true");
  await expect(links.link).toHaveText(new RegExp(`^${PUBLIC}`));
  await page.getByRole("button", { name: lv["links.base_own"] }).click();
  await expect(links.localWarning).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("the choice stays through a reload and another language", async ({ page, links, survey }) => {
  await links.open();
  await links.choose({ service: "mfa-14", language: "en" });
  await expect(page).toHaveURL(/#\/links\?survey=mfa-2026&service=mfa-14&language=en$/);
  await survey.chooseLanguage("en");
  await page.reload();
  await expect(links.service).toHaveValue("mfa-14");
  await expect(links.language).toHaveValue("en");
  await expect(page.locator("#link-service option:checked")).toHaveText(service("mfa-14").title.en);
});

test("a service is found and its poster asked for by keyboard alone @phone", async ({ page, links }) => {
  await withoutPrinter(page);
  const keyboard = new Keyboard(page);
  await links.open();
  await keyboard.type("legalizacija", links.search);
  await page.keyboard.press("Enter");
  await expect(links.service).toHaveValue("mfa-13");
  await expect(links.link).toHaveText(/service=mfa-13&lang=lv$/);
  await keyboard.press("Enter", page.getByTestId("print-poster"));
  expect(pagesOf(await print(page))).toEqual([A4]);
});

test("the device's page leads to links and keys @phone", async ({ page, device, survey }) => {
  for (const name of ["links", "keys"]) {
    await device.open();
    await page.getByRole("navigation", { name: lv["links.staff"] }).getByRole("link", { name: lv[`${name}.title`] }).click();
    await expect(survey.heading).toHaveText(texts.lv[`${name}.title`]);
    await expect(survey.heading).toBeFocused();
  }
});

// Key pairs for encrypted responses: made, kept, printed, checked.

import { identityToRecipient } from "age-encryption";
import { codesIn, pagesOf, print, withoutPrinter } from "./codes.mjs";
import { expect, test } from "./fixtures.mjs";
import { Keyboard } from "./pages/keyboard.mjs";
import { fill, index, lv } from "./texts.mjs";

const KEY = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;

/** What the browser keeps, of whatever kind. */
const stored = (page) =>
  page.evaluate(async () => {
    const caches = await globalThis.caches.keys();
    const databases = await indexedDB.databases();
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, caches, databases, document.cookie]);
  });

test("a pair is made, and its file is as age-keygen writes it", async ({ page, keys }) => {
  await keys.open();
  const recipient = await keys.makePair();
  expect(recipient).toMatch(/^age1[02-9ac-hj-np-z]{58}$/);
  await expect(keys.member).toHaveText(`"recipient": "${recipient}"`);
  const { name, text } = await keys.save();
  expect(name).toMatch(/^aptauja-atslega-\d{4}-\d\d-\d\d\.txt$/);
  const [created, publicKey, identity, end] = text.split("\n");
  expect(created).toMatch(/^# created: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(publicKey).toBe(`# public key: ${recipient}`);
  expect(identity).toMatch(KEY);
  expect(end).toBe("");
  expect(await identityToRecipient(identity)).toBe(recipient);
  await expect(page.getByText(lv["keys.kept"])).toBeVisible();
});

test("the secret key is hidden until asked for, and kept nowhere", async ({ page, keys, survey }) => {
  await keys.open();
  await keys.makePair();
  expect(await page.content()).not.toContain("AGE-SECRET-KEY-1Q");
  expect((await page.content()).match(/AGE-SECRET-KEY-1[0-9A-Z]{58}/)).toBeNull();
  await keys.show.click();
  await expect(keys.secretKey).toHaveText(KEY);
  const secret = await keys.secretKey.textContent();
  await keys.show.click();
  await expect(keys.secretKey).toHaveCount(0);
  expect(await page.content()).not.toContain(secret);
  // Another language is not another page.
  await survey.chooseLanguage("en");
  await keys.show.click();
  await expect(keys.secretKey).toHaveText(secret);
  await keys.save();
  expect(await stored(page)).not.toContain(secret.slice(16, 40));
  await page.goto("#/device");
  await keys.open();
  await expect(keys.make).toBeVisible();
  expect(await page.content()).not.toContain(secret);
});

test("leaving with a key that is nowhere else asks first", async ({ page, keys, survey }) => {
  await keys.open();
  const recipient = await keys.makePair();
  await page.locator(".site-footer").getByRole("link", { name: lv["nav.device"] }).click();
  await expect(survey.heading).toHaveText(lv["keys.leave_title"]);
  await expect(survey.heading).toBeFocused();
  await page.getByRole("button", { name: lv["keys.leave_back"] }).click();
  await expect(keys.publicKey).toHaveText(recipient);

  // So does closing the page.
  const asked = page.waitForEvent("dialog");
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await closing;
  await expect(keys.publicKey).toHaveText(recipient);

  await page.goto("#/device");
  await page.getByRole("button", { name: lv["keys.leave_go"] }).click();
  await expect(survey.heading).toHaveText(lv["device.title"]);
  await keys.open();
  await expect(keys.make).toBeVisible();
});

test("the sheet for the safe is one A4 page from which the key is scanned and typed back", async ({ page, keys }) => {
  await withoutPrinter(page);
  await keys.open();
  const recipient = await keys.makePair();
  await expect(keys.sheet).toHaveCount(0);
  await page.locator("#key-survey").selectOption("mfa-2026");
  await keys.print.click();
  await page.waitForFunction(() => globalThis.printed > 0);
  await expect(keys.sheet).toBeHidden();

  await page.emulateMedia({ media: "print" });
  for (const words of ["Latvijas Republikas Ārlietu ministrija", "mfa-2026", recipient, lv["vault.lost"], lv["vault.what"]]) {
    await expect(keys.sheet).toContainText(words);
  }
  await expect(page.locator("main > .panel").first()).toBeHidden();
  const cut = await keys.sheet.evaluate((it) => it.scrollHeight > it.clientHeight || it.scrollWidth > it.clientWidth);
  expect(cut).toBe(false);
  const [scanned] = await codesIn(await keys.sheet.screenshot());
  expect(await identityToRecipient(scanned)).toBe(recipient);
  const beginning = await page.locator(".vault-beginning").textContent();
  const groups = await page.locator(".vault-groups span").allTextContents();
  expect(beginning + groups.join("")).toBe(scanned);
  await page.emulateMedia({ media: null });
  expect(pagesOf(await print(page))).toEqual([[210, 297]]);

  // Only whoever printed it knows whether it came out.
  await expect(keys.sheet).toHaveCount(0);
  await expect(page.getByText(lv["keys.not_kept"])).toBeVisible();
  await page.getByRole("button", { name: lv["keys.printed_yes"] }).click();
  await expect(page.getByText(lv["keys.kept"])).toBeVisible();
  await keys.checkTyped(`${beginning.toLowerCase()} ${groups.join(" ")}`);
  await expect(keys.checked).toContainText(recipient);
  await expect(keys.checked).toContainText(lv["keys.fits_made"]);
});

test("a key is checked against the surveys of the installation", async ({ page, keys }) => {
  await keys.open();
  const recipient = await keys.makePair();
  const { text } = await keys.save();
  await keys.checkFile(text);
  await expect(keys.checked).toContainText(lv["keys.fits_none"]);
  const surveys = index.surveys.map((it) => (it.id === "mfa-2026" ? { ...it, recipient } : it));
  await page.route("**/surveys/index.json", (route) => route.fulfill({ json: { surveys } }));
  await page.reload();
  const rows = keys.surveys.locator("tbody tr");
  await expect(rows.filter({ hasText: "mfa-2026" })).toContainText(recipient);
  await expect(rows.filter({ hasText: "mfa-2018" })).toContainText(lv["keys.none"]);
  await keys.checkFile(text);
  await expect(keys.checked).toContainText(fill(lv["keys.fits"], { list: "mfa-2026" }));
  await expect(keys.checked).toContainText(recipient);
});

test("what is no key, or a mistyped one, is told apart", async ({ page, keys }) => {
  await keys.open();
  await keys.makePair();
  await keys.show.click();
  const secret = await keys.secretKey.textContent();
  await keys.save();
  const alert = page.getByRole("alert");
  await keys.checkTyped("sveiki");
  await expect(alert).toHaveText(lv["keys.fault_missing"]);
  await keys.checkTyped(await keys.publicKey.textContent());
  await expect(alert).toHaveText(lv["keys.fault_public"]);
  await keys.checkTyped(secret.slice(0, -1));
  await expect(alert).toHaveText(fill(lv["keys.fault_length"].other, { n: 57 }));
  // One letter for another, as a tired reader might.
  const wrong = secret[20] === "Q" ? "P" : "Q";
  await keys.checkTyped(secret.slice(0, 20) + wrong + secret.slice(21));
  await expect(alert).toHaveText(lv["keys.fault_mistyped"]);
  await expect(keys.checked).toHaveCount(0);
  await keys.checkTyped(secret);
  await expect(keys.checked).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test("a pair is made, saved and forgotten by keyboard alone @phone", async ({ page, keys }) => {
  const keyboard = new Keyboard(page);
  await keys.open();
  await keyboard.press("Enter", keys.make);
  await expect(keys.publicKey).toBeVisible();
  await keyboard.press("Space", keys.show);
  const secret = await keys.secretKey.textContent();
  const [file] = await Promise.all([page.waitForEvent("download"), keyboard.press("Enter", page.getByTestId("save-key"))]);
  expect(file.suggestedFilename()).toMatch(/^aptauja-atslega-/);
  await keyboard.type(secret, keys.typed);
  await keyboard.press("Enter", keys.check);
  await expect(keys.checked).toBeVisible();
  await page.locator("#forget-key button").focus();
  await page.keyboard.press("Enter");
  await keyboard.press("Enter", page.getByRole("button", { name: lv["keys.forget_yes"] }));
  await expect(keys.make).toBeVisible();
  expect(await page.content()).not.toContain(secret);
});

// The way back from the receipt: a letter, the sheet for sharing, a file; sealed where the survey has a key.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { Decrypter, armor, generateX25519Identity, identityToRecipient } from "age-encryption";
import { validator } from "../files/schemas.mjs";
import { whole } from "./answers.mjs";
import { blockStorage } from "./blocked.mjs";
import { expect, test } from "./fixtures.mjs";
import { index, lv } from "./texts.mjs";

const identity = await generateX25519Identity();
const recipient = await identityToRecipient(identity);

/** Has the survey name a key. */
async function seal(page) {
  const surveys = index.surveys.map((survey) => ({ ...survey, recipient }));
  await page.route("**/surveys/index.json", (route) => route.fulfill({ json: { surveys } }));
}

async function open(sealed) {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return Buffer.from(await decrypter.decrypt(typeof sealed === "string" ? armor.decode(sealed) : sealed));
}

/** Answers, submits and gives the response's id. */
async function submit(survey, answers) {
  await survey.fillIn(answers);
  return await survey.submit();
}

const letterOf = async (page) => new URL(await page.getByRole("link", { name: lv["sending.mail"] }).getAttribute("href"));

/** A block of text as the results page reads it. */
function read(block) {
  const lines = block.trim().split(/\r?\n/);
  expect(lines[0]).toBe("-----BEGIN APTAUJA RESPONSE-----");
  expect(lines.at(-1)).toBe("-----END APTAUJA RESPONSE-----");
  expect(Math.max(...lines.slice(1, -1).map((line) => line.length))).toBeLessThanOrEqual(64);
  return JSON.parse(gunzipSync(Buffer.from(lines.slice(1, -1).join(""), "base64")));
}

test("the letter holds the answers as text", async ({ page, survey }) => {
  const id = await submit(survey, whole);
  const letter = await letterOf(page);
  expect(letter.href.length).toBeLessThanOrEqual(2_000);
  expect(letter.searchParams.get("subject")).toContain(id);
  const body = letter.searchParams.get("body");
  expect(body.startsWith(`${lv["sending.greeting"]}\r\n\r\n-----BEGIN`)).toBe(true);
  const response = read(body.slice(body.indexOf("-----BEGIN")));
  const stored = await page.evaluate((id) => JSON.parse(localStorage.getItem(`aptauja:response:${id}`)), id);
  expect(response).toEqual(stored);
  await expect(page.getByText(lv["sending.sealed"])).toBeHidden();
});

test("what is too long for a letter's address is copied to be pasted", async ({ page, survey, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // Letters that cannot be compressed.
  const comment = createHash("shake256", { outputLength: 700 }).update("ķēde").digest("base64");
  await submit(survey, { ...whole, comment });
  const letter = await letterOf(page);
  expect(letter.searchParams.get("body").trim()).toBe(lv["sending.paste"]);
  // No mail program opens in the test.
  await page.evaluate(() => addEventListener("click", (event) => event.target.closest("a") && event.preventDefault()));
  await page.getByRole("link", { name: lv["sending.mail"] }).click();
  await expect(page.getByText(lv["sending.copied"])).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(read(copied).answers.comment).toBe(comment);

  await page.getByText(lv["sending.hand"]).click();
  await expect(page.getByTestId("block")).toHaveValue(copied.replaceAll("\r\n", "\n"));
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await page.getByRole("button", { name: lv["sending.copy"] }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("BEGIN APTAUJA");
});

test("the sheet for sharing is given the file, as text where it takes nothing else", async ({ page, survey }) => {
  await page.addInitScript(() => {
    navigator.canShare = ({ files }) => files.every((file) => file.type === "text/plain");
    navigator.share = async ({ files }) => {
      globalThis.shared = [files[0].name, await files[0].text()];
      throw new DOMException("closed", "AbortError");
    };
  });
  const id = await submit(survey, whole);
  await page.getByRole("button", { name: lv["sending.share"] }).click();
  const [name, text] = await (await page.waitForFunction(() => globalThis.shared)).jsonValue();
  expect(name).toBe(`aptauja-mfa-2026-${id}.json.txt`);
  expect(validator("responses")(JSON.parse(text))).toEqual([]);
});

test("without such a sheet there is no button for it", async ({ page, survey }) => {
  await page.addInitScript(() => delete Navigator.prototype.canShare);
  await submit(survey, whole);
  await letterOf(page);
  await expect(page.getByRole("button", { name: lv["sending.share"] })).toHaveCount(0);
});

test("with a key, file and letter leave sealed", async ({ page, survey }) => {
  await seal(page);
  const id = await submit(survey, whole);
  await expect(page.getByText(lv["sending.sealed"])).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByTestId("save-response").click()]);
  expect(file.suggestedFilename()).toBe(`aptauja-mfa-2026-${id}.json.age`);
  const saved = await readFile(await file.path());
  expect(saved.toString("latin1")).not.toContain("mfa-11");
  const { responses } = JSON.parse(await open(saved));
  expect(responses[0].answers).toEqual(whole);

  const letter = await letterOf(page);
  expect(letter.href.length).toBeLessThanOrEqual(2_000);
  const body = letter.searchParams.get("body");
  const block = body.slice(body.indexOf("-----BEGIN AGE")).replaceAll("\r\n", "\n");
  expect(JSON.parse(gunzipSync(await open(block)))).toEqual(responses[0]);
});

test("a draft that storage does not take is saved sealed too", async ({ page, survey }) => {
  await seal(page);
  await blockStorage(page);
  await survey.begin();
  await survey.answer(whole);
  const button = page.getByRole("button", { name: lv["storage.save_now"] });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(file.suggestedFilename()).toMatch(/\.json\.age$/);
  const { responses } = JSON.parse(await open(await readFile(await file.path())));
  expect(responses[0].answers).toEqual({ service: "mfa-11" });
});

test("a draft that can be neither stored nor sealed is said to be so, and not saved otherwise", async ({ page, survey, witness }) => {
  witness.expect(/age-|ERR_FAILED/);
  await seal(page);
  await blockStorage(page);
  await page.route("**/age-*.js", (route) => route.abort());
  await survey.begin();
  await survey.answer(whole);
  page.on("download", () => expect(undefined, "nothing is saved").toBeDefined());
  await page.getByRole("button", { name: lv["storage.save_now"] }).click();
  await expect(page.getByRole("alert").getByText(lv["app.not_loaded"])).toBeVisible();
});

for (const sealed of [false, true]) {
  test(`without network after submitting it is said so; a file is ${sealed ? "not" : "still"} saved ${sealed ? "unsealed" : ""}`, async ({ page, survey, witness }) => {
    witness.expect(/sending-|age-|ERR_FAILED/);
    if (sealed) await seal(page);
    await page.route(sealed ? "**/age-*.js" : "**/sending-*.js", (route) => route.abort());
    const id = await submit(survey, whole);
    await expect(page.getByText(lv["app.not_loaded"])).toBeVisible();
    const button = page.getByRole("button", { name: lv["storage.save_now"] });
    if (sealed) {
      await expect(button).toHaveCount(0);
    } else {
      const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
      expect(file.suggestedFilename()).toBe(`aptauja-mfa-2026-${id}.json`);
    }
    // Once the network is back, the page can be loaded anew and nothing is lost.
    await page.unrouteAll();
    if (sealed) await seal(page);
    await page.getByRole("button", { name: lv["definition.retry"] }).click();
    await letterOf(page);
    await expect(survey.responseId).toHaveText(id);
  });
}

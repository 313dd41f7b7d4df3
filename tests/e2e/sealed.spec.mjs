// A survey with a recipient: what a device keeps and what leaves it is encrypted.

import { armor, Decrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { whole } from "./answers.mjs";
import { expect, test } from "./fixtures.mjs";
import { KioskPage } from "./pages/kiosk-page.mjs";
import { SurveyPage } from "./pages/survey-page.mjs";
import { fill, index, lv } from "./texts.mjs";

const SECRET = "Slepeni vārdi par kavējumu";
const identity = await generateX25519Identity();
const recipient = await identityToRecipient(identity);

test.beforeEach(async ({ context }) => {
  const sealed = structuredClone(index);
  sealed.surveys[0].recipient = recipient;
  await context.route("**/surveys/index.json", (route) => route.fulfill({ json: sealed }));
});

async function opened(bytes) {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return JSON.parse(await decrypter.decrypt(bytes, "text"));
}

/** The responses in a file of armored blocks. */
function openedBlocks(text) {
  const blocks = text.match(/-----BEGIN AGE[^]*?-----END AGE ENCRYPTED FILE-----/g);
  return Promise.all(blocks.map((block) => opened(armor.decode(block))));
}

/** Answers everything up to the review, and finds nothing of it stored. */
async function answered(kiosk, survey) {
  await kiosk.begin();
  await survey.answer(whole);
  await survey.openStep("comment");
  await survey.text.fill(SECRET);
  await expectNothing(kiosk);
  await survey.page.goto("#/survey/mfa-2026/review");
  await survey.atReview();
  await expectNothing(kiosk);
}

async function expectNothing(kiosk) {
  const stored = await kiosk.stored();
  for (const words of [SECRET, "mfa-11", "answers", "aptauja:draft"]) expect(stored).not.toContain(words);
}

test("a sealed kiosk keeps ciphertext only; it leaves, is proven and deleted as such", async ({ page, kiosk, survey, device }) => {
  await page.goto("#/device");
  await expect(page.getByTestId("kiosk-sealed")).toBeVisible();
  await kiosk.turnOn();
  const ids = [];
  for (let person = 0; person < 2; person += 1) {
    await answered(kiosk, survey);
    ids.push(await survey.submit());
    await expectNothing(kiosk);
    await kiosk.done.click();
    await kiosk.atStart();
  }
  expect((await survey.storedResponses()).sort()).toEqual([...ids].sort());
  const record = await page.evaluate((id) => JSON.parse(localStorage.getItem(`aptauja:response:${id}`)), ids[0]);
  expect(Object.keys(record).sort()).toEqual(["age", "day", "survey"]);
  expect(await opened(armor.decode(record.age))).toMatchObject({ id: ids[0], answers: { service: "mfa-11", comment: SECRET } });

  await kiosk.enter();
  await expect(device.count).toHaveText("2 aizpildītas anketas");
  await expect(page.getByTestId("storage")).toContainText("2");
  const { name, bytes } = await device.exportBytes();
  expect(name).toMatch(/^aptauja-mfa-2026-.+\.age\.txt$/);
  expect((await openedBlocks(bytes.toString())).map((it) => it.id).sort()).toEqual([...ids].sort());
  await expect(page.getByTestId("storage")).not.toContainText("Nevienā failā");

  const text = bytes.toString();
  await device.readBack(name, text.slice(0, -20));
  await expect(page.getByText(fill(lv["proof.wrong"], { file: name }))).toBeVisible();
  // One block only, with other line ends: the other response stays.
  const end = "-----END AGE ENCRYPTED FILE-----";
  const first = text.slice(0, text.indexOf(end) + end.length).replaceAll("\n", "\r\n");
  await device.readBack(name, first);
  await expect(page.getByTestId("proven")).toHaveText(fill(lv["proof.found"], { file: name, n: "1", total: "2" }));
  await device.deletion.getByRole("button").click();
  await device.deletion.getByRole("button", { name: "Jā, dzēst 1 anketu" }).click();
  await expect(device.count).toHaveText("1 aizpildīta anketa");
  await device.readBack(name, text);
  await device.deletion.getByRole("button").click();
  await device.deletion.getByRole("button", { name: "Jā, dzēst 1 anketu" }).click();
  await expect(device.empty).toBeVisible();
  expect(await survey.storedResponses()).toEqual([]);
});

test("a tab that dies around submitting loses at most the draft and doubles nothing", async ({ context, page, kiosk, survey }) => {
  await kiosk.turnOn();
  await answered(kiosk, survey);
  await page.close({ runBeforeUnload: false });

  // Before: the draft was in memory only.
  const second = await context.newPage();
  const again = [new KioskPage(second), new SurveyPage(second)];
  await second.goto("#/survey/mfa-2026/review");
  await again[0].atStart();
  expect(await again[1].storedResponses()).toEqual([]);
  await expectNothing(again[0]);

  // In the midst: stored, and the page dies before it says so.
  await answered(...again);
  await second.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      setItem.call(this, key, value);
      if (key.startsWith("aptauja:response:")) location.reload();
    };
  });
  await second.getByTestId("submit").dblclick();
  await again[0].atStart();
  const [id, ...more] = await again[1].storedResponses();
  expect(id && more).toEqual([]);

  // After: on the page of thanks.
  await answered(...again);
  const next = await again[1].submit();
  await second.close({ runBeforeUnload: false });
  const third = await context.newPage();
  await third.goto(`#/survey/mfa-2026/receipt/${next}`);
  await new KioskPage(third).atStart();
  expect((await new SurveyPage(third).storedResponses()).sort()).toEqual([id, next].sort());
  await expectNothing(new KioskPage(third));
});

test("without what encrypts them a survey is not begun", async ({ page, kiosk, witness }) => {
  witness.expect(/age-|ERR_FAILED|not loaded|dynamically imported/);
  await page.route("**/age-*.js", (route) => route.abort());
  await page.goto("#/device");
  await page.locator("#kiosk-pin").fill("1234");
  await page.locator("#kiosk-pin-again").fill("1234");
  await page.getByTestId("kiosk-start").click();
  await expect(page.getByRole("heading", { name: lv["kiosk.not_ready"] })).toBeVisible();
  await expect(kiosk.start).toHaveCount(0);
  await page.unroute("**/age-*.js");
  await page.getByRole("button", { name: lv["definition.retry"] }).click();
  await kiosk.atStart();
});

test("what a device that is no kiosk keeps leaves it encrypted, and is proven without the identity", async ({ page, survey, device }) => {
  await survey.begin();
  await survey.answer(whole);
  await page.goto("#/survey/mfa-2026/review");
  const id = await survey.submit();
  await device.open();
  const { name, bytes } = await device.exportBytes("export-responses");
  expect(name).toMatch(/^aptauja-mfa-2026-.+\.json\.age$/);
  expect(await opened(bytes)).toMatchObject({ format: "aptauja.responses", responses: [{ id }] });
  const changed = Buffer.from(bytes);
  changed[changed.length - 1] ^= 1;
  await device.readBack(name, changed);
  await expect(page.getByText(fill(lv["proof.wrong"], { file: name }))).toBeVisible();
  await device.readBack(name, bytes);
  await expect(page.getByTestId("proven")).toHaveText(fill(lv["proof.found"], { file: name, n: "1", total: "1" }));
  // What was changed since is not what is in the file.
  await page.evaluate((key) => localStorage.setItem(key, localStorage.getItem(key).replace("mfa-11", "mfa-12")), `aptauja:response:${id}`);
  await page.reload();
  await device.readBack(name, bytes);
  await expect(page.getByText(fill(lv["proof.differs"], { file: name, id }))).toBeVisible();
  await expect(device.deletion).toHaveCount(0);
});

test("a device that holds both kinds saves and proves each in a file of its own", async ({ page, kiosk, survey, device }) => {
  await survey.begin();
  await survey.answer(whole);
  await page.goto("#/survey/mfa-2026/review");
  const plain = await survey.submit();
  await kiosk.turnOn();
  await kiosk.begin();
  await survey.answer(whole);
  await page.goto("#/survey/mfa-2026/review");
  const sealed = await survey.submit();
  await kiosk.done.click();
  await kiosk.atStart();
  await kiosk.enter();
  await expect(device.count).toHaveText("2 aizpildītas anketas");
  const files = [await device.exportBytes("export-responses"), await device.exportBytes("export-sealed")];
  expect((await device.log()).map((it) => it.file).sort()).toEqual(files.map((it) => it.name).sort());
  for (const [at, file] of files.entries()) {
    await device.readBack(file.name, file.bytes);
    await expect(page.getByTestId("proven")).toHaveText(fill(lv["proof.found"], { file: file.name, n: "1", total: String(2 - at) }));
    await device.deletion.getByRole("button").click();
    await device.deletion.getByRole("button", { name: "Jā, dzēst 1 anketu" }).click();
    expect(await survey.storedResponses()).toEqual(at === 0 ? [sealed] : []);
  }
  expect(plain).not.toBe(sealed);
});

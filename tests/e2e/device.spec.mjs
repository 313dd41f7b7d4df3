// A tablet that several people answer on.

import { createHash } from "node:crypto";
import { validator } from "../files/schemas.mjs";
import { whole } from "./answers.mjs";
import { blockStorage } from "./blocked.mjs";
import { expect, test } from "./fixtures.mjs";
import { DevicePage } from "./pages/device-page.mjs";
import { fill, index, lv } from "./texts.mjs";

async function answered(survey, answers) {
  await survey.begin();
  await survey.answer(answers);
  await survey.openStep("channels");
  await survey.answer(answers);
  await survey.page.goto("#/survey/mfa-2026/review");
  return survey.submit();
}

test("the responses of one device leave in one file", async ({ page, survey, device }) => {
  const first = await answered(survey, { service: "mfa-11", channels: ["email"] });
  const second = await answered(survey, { service: "mfa-12", channels: ["phone", "in_person"] });
  await device.open();
  await expect(device.count).toHaveText("2 aizpildītas anketas");
  const { name, value } = await device.export();
  expect(name).toMatch(/^aptauja-mfa-2026-.+\.json$/);
  await expect(page.getByText(fill(lv["device.exported"], { file: name }))).toBeVisible();
  expect(validator("responses")(value)).toEqual([]);
  const found = value.responses.map(({ id, answers }) => ({ id, answers })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const expected = [
    { id: first, answers: { service: "mfa-11", channels: ["email"] } },
    // In the definition's order, however they were ticked.
    { id: second, answers: { service: "mfa-12", channels: ["in_person", "phone"] } },
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(found).toEqual(expected);
});

// KeptOfSurvey reads the index once, before it is loaded.
test("a device's page that was opened directly says where the file is to be sent", async ({ page, survey, device }) => {
  await answered(survey, whole);
  await device.open();
  await expect(page.getByText(fill(lv["device.send_to"], { email: index.surveys[0].institution.email }))).toBeVisible();
});

test("what a device exported is read by the results page", async ({ survey, device, results }) => {
  await answered(survey, { service: "mfa-11", channels: ["email"] });
  await device.open();
  const { name, value } = await device.export();
  await results.open();
  await results.load({ [name]: JSON.stringify(value) });
  expect(await results.numbers(name)).toMatchObject({ accepted: 1, rejected: 0, outside: 0 });
});

test("only what a saved file was found to hold is deleted", async ({ survey, device, page }) => {
  const ids = [];
  for (const service of ["mfa-11", "mfa-12"]) ids.push(await answered(survey, { service, channels: ["email"] }));
  await device.open();
  await expect(device.deletion).toHaveCount(0);
  const { name, text } = await device.export();
  const third = await answered(survey, { service: "mfa-13", channels: ["phone"] });
  await device.open();
  await device.readBack(name, text);
  await expect(page.getByTestId("proven")).toHaveText(fill(lv["proof.found"], { file: name, n: "2", total: "3" }));
  await device.deletion.getByRole("button").click();
  await device.deletion.getByRole("button", { name: "Jā, dzēst 2 anketas" }).click();
  await expect(device.count).toHaveText("1 aizpildīta anketa");
  expect(await survey.storedResponses()).toEqual([third]);
  const [entry, ...more] = await device.log();
  expect(more).toEqual([]);
  expect(entry).toMatchObject({ file: name, sha256: createHash("sha256").update(text).digest("hex"), count: "2" });
  expect(entry.proven).toMatch(/^\d/);
  // The file is of others now.
  await device.readBack(name, text);
  await expect(page.getByText(fill(lv["proof.none"], { file: name }))).toBeVisible();
  await expect(device.deletion).toHaveCount(0);
});

test("what is in no saved file is told with its age, and warned of before a browser clears it", async ({ page, survey, device }) => {
  await answered(survey, { service: "mfa-11", channels: ["email"] });
  await device.open();
  const storage = page.getByTestId("storage");
  await expect(storage).toContainText("Nevienā failā vēl nav saglabāta 1 anketa.");
  await expect(storage).not.toContainText(lv["keeping.long"]);
  // Six days later.
  await page.clock.setFixedTime(Date.now() + 6 * 86_400_000);
  await page.reload();
  await expect(storage).toContainText("pirms 6 dienām");
  await expect(storage).toContainText(lv["keeping.long"]);
  await device.export();
  await expect(storage).not.toContainText("Nevienā failā");
  await expect(storage).not.toContainText(lv["keeping.long"]);
});

test("the browser is asked to keep the data, and what it says is shown", async ({ page, device }) => {
  await page.addInitScript(() => {
    let isPersistent = false;
    StorageManager.prototype.persisted = async () => isPersistent;
    StorageManager.prototype.persist = async () => (isPersistent = true);
    StorageManager.prototype.estimate = async () => ({ quota: 1_234_500_000, usage: 500_000 });
  });
  await device.open();
  const storage = page.getByTestId("storage");
  await expect(storage).toContainText(lv["keeping.clearable"]);
  await expect(storage).toContainText(/1\s?234 MB/);
  await page.getByRole("button", { name: lv["keeping.request"] }).click();
  await expect(storage).toContainText(lv["keeping.persistent"]);
  await expect(page.getByRole("button", { name: lv["keeping.request"] })).toHaveCount(0);
});

test("a file that is cut off, of another kind or changed deletes nothing", async ({ survey, device, page }) => {
  const id = await answered(survey, { service: "mfa-11", channels: ["email"] });
  await device.open();
  const { name, text } = await device.export();
  const wrong = [text.slice(0, -20), "", "[]", JSON.stringify({ format: "aptauja.report", version: 1 })];
  for (const content of wrong) {
    await device.readBack(name, content);
    await expect(page.getByText(fill(lv["proof.wrong"], { file: name }))).toBeVisible();
    await expect(device.deletion).toHaveCount(0);
  }
  await device.readBack(name, text.replace("mfa-11", "mfa-12"));
  await expect(page.getByText(fill(lv["proof.differs"], { file: name, id }))).toBeVisible();
  await expect(device.deletion).toHaveCount(0);
  expect((await device.log()).map((it) => it.proven)).toEqual([lv["log.unproven"]]);
  expect(await survey.storedResponses()).toEqual([id]);
});

test("a tab that dies between saving, checking and deleting loses and doubles nothing", async ({ context, survey, device, page }) => {
  const ids = [];
  for (const service of ["mfa-11", "mfa-12"]) ids.push(await answered(survey, { service, channels: ["email"] }));
  await device.open();
  const { name, text } = await device.export();
  await page.close({ runBeforeUnload: false });
  // Half of the deletion, as if the tab had died in it.
  const second = await context.newPage();
  await second.goto("#/device");
  await second.evaluate((id) => localStorage.removeItem(`aptauja:response:${id}`), ids[0]);
  await second.reload();
  const again = new DevicePage(second);
  await expect(again.count).toHaveText("1 aizpildīta anketa");
  await again.readBack(name, text);
  await expect(second.getByTestId("proven")).toHaveText(fill(lv["proof.found"], { file: name, n: "1", total: "1" }));
  await again.deletion.getByRole("button").click();
  await again.deletion.getByRole("button", { name: "Jā, dzēst 1 anketu" }).click();
  await expect(again.empty).toBeVisible();
  expect(JSON.parse(text).responses.map((it) => it.id).sort()).toEqual([...ids].sort());
});

test("responses are deleted only after a second yes", async ({ survey, device, page }) => {
  await answered(survey, whole);
  await device.open();
  await device.delete();
  await device.deletion.getByRole("button", { name: lv["step.delete_no"] }).click();
  await expect(device.count).toHaveText("1 aizpildīta anketa");
  await device.deletion.getByRole("button").click();
  await device.deletion.getByRole("button", { name: "Jā, dzēst 1 anketu" }).click();
  await expect(device.empty).toBeVisible();
  expect(await survey.storedResponses()).toEqual([]);
  await page.reload();
  await expect(device.empty).toBeVisible();
});

test("a draft is shown on the device's page and deleted there", async ({ survey, device }) => {
  await survey.begin();
  await survey.answer(whole);
  await device.open();
  await expect(device.kept).toContainText("Iesākta aptauja");
  await survey.deleteDraft();
  await survey.confirmDelete();
  await expect(device.kept).toHaveCount(0);
  expect(await survey.storedDraft()).toBeNull();
});

test("a device without storage has nothing and says why", async ({ page, device, survey }) => {
  await blockStorage(page);
  await device.open();
  await expect(survey.storageWarning).toContainText(lv["storage.blocked_title"]);
  await expect(device.empty).toBeVisible();
});

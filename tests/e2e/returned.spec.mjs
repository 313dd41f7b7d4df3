// What comes back in mails, pasted texts and encrypted files.

import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { newKey, seal } from "../files/age-tool.mjs";
import { validator } from "../files/schemas.mjs";
import { expect, test } from "./fixtures.mjs";
import { block, mail, mbox, quoted } from "./mails.mjs";
import { exported, ndjson, range, response } from "./records.mjs";
import { questionsOf, rounded } from "./tally.mjs";
import { fill, lv } from "./texts.mjs";

const sha256 = (content) => createHash("sha256").update(content).digest("hex");
const pastedName = (n) => fill(lv["returned.name"], { n });
const key = newKey();
const otherKey = newKey();

test("mails, mailboxes, texts and files come to one ledger and report", async ({ results }) => {
  const files = {
    "a.ndjson": ndjson(range(0, 3)),
    "b.eml": mail(`Labdien!\n${block(response(2))}Ar cieņu\n${block(response(3))}`, { "pielikums.json": exported(range(4, 6)) }),
    "c.mbox": mbox([mail(quoted(block(response(6)))), mail("Paldies!"), mail(block(response(7)), { "f.ndjson.gz": gzipSync(ndjson([response(8)])) })]),
    "d.txt": `Sveiki\r\n${block(response(9)).replaceAll("\n", "\r\n")}`,
    "e.eml": mail("Vai aptauja vēl ir atvērta?"),
  };
  await results.open();
  await results.load(files);
  const expected = { "a.ndjson": [3, 0], "b.eml": [3, 1], "c.mbox": [3, 0], "d.txt": [1, 0], "e.eml": [0, 0] };
  for (const [name, [accepted, duplicates]] of Object.entries(expected)) {
    expect(await results.numbers(name), name).toMatchObject({ bytes: Buffer.byteLength(files[name]), accepted, duplicates, rejected: 0 });
  }
  await expect(results.row("e.eml")).toContainText(lv["problem.no_blocks"]);
  const { value } = await results.saveReport();
  expect(validator("report")(value)).toEqual([]);
  expect(rounded(value.questions)).toEqual(rounded(questionsOf(range(0, 10))));
  for (const source of value.sources) expect(source.sha256, source.name).toBe(sha256(files[source.name]));
  expect(await results.measured("import")).toBe(1);
});

test("texts are pasted one after another, and stay when files are added", async ({ results }) => {
  await results.open();
  const texts = [`Labdien!\n${block(response(0))}`, quoted(block(response(1))) + mail(block(response(2)))];
  await results.paste(texts[0]);
  await expect(results.row(pastedName(1))).toHaveCount(1);
  await expect(results.pasteField).toHaveValue("");
  await results.paste(texts[1]);
  await expect(results.row(pastedName(2))).toHaveCount(1);
  await results.load({ "a.ndjson": ndjson(range(1, 4)) });
  expect((await results.numbers(null)).accepted).toBe(4);
  const { value } = await results.saveReport();
  const pasted = value.sources.find(({ name }) => name === pastedName(1));
  expect(pasted).toMatchObject({ bytes: Buffer.byteLength(texts[0]), sha256: sha256(texts[0]), accepted: 1 });
});

test("a text without a response is refused and can be completed", async ({ results }) => {
  await results.open();
  await results.paste("Labdien! Paldies par aptauju.");
  await expect(results.unfit).toHaveText(lv["returned.nothing"]);
  await expect(results.pasteField).toHaveValue("Labdien! Paldies par aptauju.");
  await expect(results.pasteField).toHaveAttribute("aria-invalid", "true");
  await results.paste(block(response(0)));
  await results.counted();
  await expect(results.unfit).toBeEmpty();
});

test("damaged blocks are refused one by one, with place and reason", async ({ results }) => {
  const good = block(response(0));
  const text = [good, good.slice(0, -40), good.replace(/\n(.{30})./, "\n$1*"), block({ ...response(1), language: 1 }), block(response(2))].join("\nun\n");
  await results.open();
  await results.load({ "a.txt": text });
  expect(await results.numbers("a.txt")).toMatchObject({ accepted: 2, rejected: 3 });
  expect(await results.refused()).toEqual([
    { file: "a.txt", record: 2, path: "$", reason: lv["fault.block_cut_off"] },
    { file: "a.txt", record: 3, path: "$", reason: lv["fault.block_damaged"] },
    { file: "a.txt", record: 4, path: "$.language", reason: lv["fault.wrong_type"] },
  ]);
  const { value } = await results.saveRejections();
  expect(validator("rejected")(value)).toEqual([]);
  expect(value.records.map(({ reason, line }) => [reason, line])).toEqual([["block_cut_off", null], ["block_damaged", null], ["wrong_type", null]]);
});

/** Encrypted by the real age tool in every way, and how many responses each holds. */
const encrypted = {
  "a.json.age": [seal(exported(range(0, 5)), key.recipient), 5],
  "b.age": [seal(gzipSync(ndjson(range(5, 9))), key.recipient, true), 4],
  "c.eml": [mail(`Labdien!\n${seal(JSON.stringify(response(9)), key.recipient, true)}`), 1],
  "d.eml": [mail("Pielikumā.", { "e.json.age": seal(exported([response(10)]), key.recipient) }), 1],
};
const sealedFiles = Object.fromEntries(Object.entries(encrypted).map(([name, [content]]) => [name, content]));

async function expectOpened(results) {
  for (const [name, [content, accepted]] of Object.entries(encrypted)) {
    expect(await results.numbers(name), name).toMatchObject({ accepted, rejected: 0, bytes: Buffer.byteLength(content) });
  }
  const { value } = await results.saveReport();
  for (const source of value.sources) expect(source.sha256, source.name).toBe(sha256(encrypted[source.name][0]));
  expect(rounded(value.questions)).toEqual(rounded(questionsOf(range(0, 11))));
}

test("encrypted files wait for their key, and are read again when its file is chosen", async ({ results }) => {
  await results.open();
  await results.load(sealedFiles);
  await expect(results.sealed).toContainText(fill(lv["returned.sealed"], { n: 4 }));
  await expect(results.sealed).toContainText(lv["returned.sealed_how"]);
  const reasons = (await results.refused()).map(({ record, path, reason }) => [record, path, reason]);
  expect(reasons).toEqual(Array(4).fill([1, "$", lv["fault.sealed"]]));
  await results.choose({ "key.txt": key.file });
  await expect(results.keys).toContainText(key.recipient);
  await expect(results.sealed).toHaveCount(0);
  await results.counted();
  await expectOpened(results);
});

test("a pasted key disappears at once and is in nothing that is saved", async ({ page, results }) => {
  await results.open();
  await results.paste(`${key.identity}`);
  await expect(results.pasteField).toHaveValue("");
  await expect(results.keys).toContainText(key.recipient);
  await results.load(sealedFiles);
  await expectOpened(results);
  const { text } = await results.saveReport();
  expect(text).not.toContain("AGE-SECRET-KEY");
  expect(await page.content()).not.toContain(key.identity);
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain("AGE-SECRET-KEY");
  await page.reload();
  await expect(results.keys).toBeEmpty();
});

test("what is not opened leads to the page of keys, and the files are there afterwards", async ({ page, results, survey }) => {
  await results.open();
  await results.load(sealedFiles);
  await results.sealed.getByRole("link", { name: lv["returned.keys_link"] }).click();
  await expect(survey.heading).toHaveText(lv["keys.title"]);
  await page.goBack();
  await expect(results.sealed).toContainText(fill(lv["returned.sealed"], { n: 4 }));
});

test("a key that does not fit is said to, and the right one beside it opens", async ({ results }) => {
  await results.open();
  await results.choose({ "key.txt": otherKey.file, ...sealedFiles });
  await expect(results.sealed).toContainText(lv["returned.sealed_wrong"]);
  await expect(results.row("key.txt")).toHaveCount(0);
  await results.paste(key.file);
  await expect(results.keys.getByRole("listitem")).toHaveCount(2);
  await expect(results.sealed).toHaveCount(0);
  await results.counted();
  await expectOpened(results);
});

test("a forgotten key opens nothing more, and what is counted stays", async ({ results, page }) => {
  await results.open();
  await results.paste(key.file);
  await results.load({ "a.json.age": sealedFiles["a.json.age"] });
  await results.forgetKey(key.recipient);
  await expect(results.keys).toBeEmpty();
  await expect(results.chooser()).toBeFocused();
  await expect(results.responses).toHaveText(/^5 /);
  await results.load({ "z.ndjson": ndjson(range(20, 22)) });
  await expect(results.responses).toHaveText(/^2 /);
  await expect(results.sealed).toContainText(fill(lv["returned.sealed"], { n: 1 }));
  await expect(page.getByText(lv["results.nothing"])).toHaveCount(0);
});

test("what is no key is said to be none, and can be put right", async ({ results }) => {
  await results.open();
  const mistyped = `${key.identity.slice(0, -1)}${key.identity.endsWith("Q") ? "P" : "Q"}`;
  await results.paste(mistyped);
  await expect(results.unfit).toHaveText(lv["returned.wrong_key"]);
  await expect(results.pasteField).toHaveValue(mistyped);
  await results.paste(key.identity.slice(0, 30));
  await expect(results.unfit).toHaveText(lv["returned.wrong_key"]);
  await results.paste(key.recipient);
  await expect(results.unfit).toHaveText(lv["keys.fault_public"]);
  await expect(results.keys).toBeEmpty();
  await results.paste(key.identity);
  await expect(results.keys).toContainText(key.recipient);
  await expect(results.unfit).toBeEmpty();
});

test("a key is typed as it stands on the sheet for the safe", async ({ results }) => {
  const letters = key.identity.slice("AGE-SECRET-KEY-1".length).match(/.{1,4}/g);
  await results.open();
  await results.paste(`AGE-SECRET-KEY-1\n${letters.slice(0, 8).join(" ").toLowerCase()}\n${letters.slice(8).join("\u00a0")}`);
  await expect(results.keys).toContainText(key.recipient);
  await expect(results.pasteField).toHaveValue("");
});

test("a damaged encrypted file is told from one for another key", async ({ results }) => {
  const damaged = Buffer.from(sealedFiles["a.json.age"]);
  damaged[damaged.length - 1] ^= 1;
  await results.open();
  await results.paste(key.identity);
  await results.load({ "a.age": damaged, "b.ndjson": ndjson([response(0)]) });
  expect(await results.refused()).toEqual([{ file: "a.age", record: 1, path: "$", reason: lv["fault.seal_damaged"] }]);
  await expect(results.sealed).toHaveCount(0);
});

test("a key in a file of another kind is not read as a response", async ({ results }) => {
  await results.open();
  await results.load({ "key.json": key.file });
  await expect(results.row("key.json")).toContainText(lv["problem.holds_identity"]);
  await expect(results.rejections).toHaveCount(0);
});

test("mails and encrypted files are read beside files that several workers share", async ({ page, results }, testInfo) => {
  await page.addInitScript('Object.defineProperty(Navigator.prototype, "hardwareConcurrency", { configurable: true, get: () => 2 })');
  const large = ndjson(range(0, 60_000));
  const contents = {
    "a.ndjson": large,
    "b.mbox": mbox(range(59_990, 60_010).map((it) => mail(block(it)))),
    "c.ndjson.age": seal(ndjson(range(60_005, 70_000)), key.recipient),
  };
  const paths = [];
  for (const [name, content] of Object.entries(contents)) {
    paths.push(testInfo.outputPath(name));
    await writeFile(paths.at(-1), content);
  }
  await results.open();
  await results.paste(key.identity);
  await expect(results.keys).toContainText(key.recipient);
  await results.chooser().setInputFiles(paths);
  await expect(results.row("c.ndjson.age")).toHaveCount(1, { timeout: 20_000 });
  await results.counted();
  expect(await results.numbers("b.mbox")).toMatchObject({ accepted: 10, duplicates: 10 });
  expect(await results.numbers("c.ndjson.age")).toMatchObject({ accepted: 9_990, duplicates: 5 });
  const { value } = await results.saveReport();
  expect(value.accepted).toBe(70_000);
  for (const { name, sha256: digest } of value.sources) expect(digest, name).toBe(sha256(contents[name]));
});

test("pasting and forgetting work by keyboard @phone", async ({ page, results }) => {
  await results.open();
  await page.getByTestId("paste").locator("summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(results.pasteField).toBeFocused();
  await page.keyboard.insertText(key.identity);
  await expect(results.keys).toContainText(key.recipient);
  await page.keyboard.insertText(block(response(0)));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await results.counted();
  await results.keys.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(results.keys).toBeEmpty();
});

// `#/keys`: key pairs for encrypted responses.

import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";

export class KeysPage {
  constructor(page) {
    this.page = page;
    this.make = page.getByTestId("make-key");
    this.publicKey = page.getByTestId("public-key");
    this.member = page.getByTestId("index-member");
    this.secretKey = page.getByTestId("secret-key");
    this.show = page.getByTestId("show-key");
    this.print = page.getByTestId("print-key");
    this.sheet = page.getByTestId("vault-sheet");
    this.typed = page.locator("#typed-key");
    this.check = page.getByTestId("check-key");
    this.checked = page.getByTestId("key-checked");
    this.surveys = page.getByTestId("survey-keys");
  }

  async open() {
    await this.page.goto("#/keys");
    await expect(this.make.or(this.publicKey)).toBeVisible();
  }

  /** Makes a pair; gives its public part. */
  async makePair() {
    await this.make.click();
    return this.publicKey.textContent();
  }

  async save() {
    const [file] = await Promise.all([this.page.waitForEvent("download"), this.page.getByTestId("save-key").click()]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  }

  async checkFile(text) {
    await this.page.getByTestId("key-file").setInputFiles({ name: "key.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
  }

  async checkTyped(text) {
    await this.typed.fill(text);
    await this.check.click();
  }
}

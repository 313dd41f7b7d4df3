// `#/device`: what this browser keeps.

import { expect } from "@playwright/test";
import { lv } from "../texts.mjs";
import { download, downloadBytes } from "./download.mjs";

export class DevicePage {
  constructor(page) {
    this.page = page;
    this.kept = page.getByTestId("kept");
    this.count = page.getByTestId("kept-count");
    this.empty = page.getByText(lv["device.none"]);
    this.deletion = page.locator("#delete-responses");
  }

  async open() {
    await this.page.goto("#/device");
    await expect(this.page.getByRole("heading", { level: 1, name: lv["device.title"] })).toBeVisible();
  }

  export() {
    return download(this.page, this.page.getByTestId("export-responses"));
  }

  /** Saves the responses that are kept as ciphertext, or an encrypted export: name and bytes. */
  exportBytes(kind = "export-sealed") {
    return downloadBytes(this.page, this.page.getByTestId(kind));
  }

  /** Chooses a file to be compared with what is kept: its name and text or bytes. */
  async readBack(name, text) {
    await this.page.getByTestId("read-back").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  }

  /** Saves everything, reads it back, and presses the button that deletes what was found. */
  async delete() {
    const { name, text } = await this.export();
    await this.readBack(name, text);
    await this.deletion.getByRole("button").click();
    await expect(this.page.getByText(lv["proof.delete_sure"])).toBeVisible();
  }

  /** The log's rows: file, SHA-256, count and whether it was read back. */
  async log() {
    const log = this.page.getByTestId("export-log");
    if (!(await log.evaluate((it) => it.open))) await log.locator("summary").click();
    return log.locator("tbody tr").evaluateAll((rows) =>
      rows.map((row) => {
        const [, count, proven] = [...row.querySelectorAll("td")].map((it) => it.textContent);
        return { file: row.querySelector(".file-name").textContent, sha256: row.querySelector("code").textContent, count, proven };
      }),
    );
  }
}

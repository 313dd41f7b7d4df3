// `#/device`: what this browser keeps.

import { expect } from "@playwright/test";
import { lv } from "../texts.mjs";
import { download } from "./download.mjs";

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

  async delete() {
    await this.deletion.getByRole("button").click();
    await expect(this.page.getByText(lv["device.delete_sure"])).toBeVisible();
  }
}

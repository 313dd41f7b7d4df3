// The slides, on `#/results?_show=slides`.

import { expect } from "@playwright/test";

export class Slides {
  constructor(page) {
    this.page = page;
    this.opener = page.getByTestId("open-slides");
    this.all = page.getByTestId("slides");
    this.title = page.getByRole("heading", { level: 1 });
    this.sentence = page.locator(".slide-sentence");
    this.rest = page.locator(".slide-rest");
    this.number = page.getByTestId("slide-number");
    this.said = this.all.locator(":scope > [role=status]");
    this.chart = this.all.locator(".chart svg");
    this.full = page.getByTestId("fullscreen");
    this.end = page.getByTestId("close-slides");
  }

  async open() {
    await this.opener.click();
    await expect(this.all).toBeVisible();
  }

  async at(number, total) {
    await expect(this.number).toHaveText(`${number} / ${total}`);
  }

  button(name) {
    return this.all.getByRole("button", { name, exact: true });
  }
}

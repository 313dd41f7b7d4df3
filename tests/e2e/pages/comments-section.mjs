// Comments and free answers on the results page.

import { expect } from "@playwright/test";
import { fill, lv } from "../texts.mjs";
import { download } from "./download.mjs";

export class CommentsSection {
  constructor(page) {
    this.page = page;
    this.section = page.getByTestId("comments");
    this.status = page.getByTestId("texts-status");
    this.items = this.section.locator(".text");
    this.words = this.section.locator(".text-words");
    this.book = page.getByTestId("code-book");
    this.themes = this.book.locator(".theme");
    this.news = page.getByTestId("codes-news");
    this.met = page.getByTestId("codes-met");
    this.warning = page.getByTestId("codes-warning");
    this.saved = page.getByTestId("codes-status");
    this.saveButton = page.getByTestId("save-codes");
    this.removeButton = lv["comments.remove"];
  }

  /** Brings the section into sight: texts are read only then. */
  async show() {
    await this.section.scrollIntoViewIfNeeded();
    await expect(this.items.first()).toBeVisible();
  }

  async addTheme(title) {
    await this.book.getByLabel(lv["comments.new"]).fill(title);
    await this.book.getByRole("button", { name: lv["comments.add"] }).click();
    await expect(this.themes.last().locator("input")).toHaveValue(title);
  }

  /** Makes a theme, the first of the book, and gives it to the first text of a question. */
  async giveFirst(title, question) {
    await this.show();
    await this.addTheme(title);
    await this.choose("comments.question", question);
    await this.items.first().focus();
    await this.page.keyboard.press("1");
  }

  titles() {
    return this.themes.locator("input").evaluateAll((inputs) => inputs.map((input) => input.value));
  }

  theme(title) {
    return this.book.getByRole("listitem").filter({ has: this.page.getByLabel(fill(lv["comments.rename"], { theme: title }), { exact: true }) });
  }

  code(item, title) {
    return this.items.nth(item).getByRole("button", { name: title, exact: true });
  }

  async search(words) {
    await this.section.getByLabel(lv["comments.search"]).fill(words);
  }

  async choose(label, option) {
    await this.section.getByLabel(lv[label], { exact: true }).selectOption(option);
  }

  /** The table of a question's themes: `{ title: count }`. */
  tallies(question) {
    return this.section.locator(`[data-themes="${question}"] tbody tr`).evaluateAll((rows) =>
      Object.fromEntries(rows.map((row) => [row.querySelector("th").textContent, Number(row.querySelector("td").textContent)])),
    );
  }

  save() {
    return download(this.page, this.saveButton);
  }
}

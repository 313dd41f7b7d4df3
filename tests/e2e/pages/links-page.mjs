// `#/links`: links, QR codes and posters.

import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";

export class LinksPage {
  constructor(page) {
    this.page = page;
    this.base = page.locator("#public-address");
    this.survey = page.locator("#link-survey");
    this.language = page.locator("#link-language");
    this.search = page.locator("#link-search");
    this.provider = page.locator("#link-provider");
    this.service = page.locator("#link-service");
    this.link = page.getByTestId("link");
    this.code = page.locator(".link-panel .qr-code");
    this.poster = page.locator(".poster");
    this.rows = page.locator(".link-list tbody tr");
    this.localWarning = page.getByTestId("local-address");
  }

  async open(query = "") {
    await this.page.goto(`#/links${query && `?${query}`}`);
    await expect(this.link).not.toBeEmpty();
  }

  async choose({ survey, service, language }) {
    if (survey) await this.survey.selectOption(survey);
    if (language) await this.language.selectOption(language);
    if (service) await this.service.selectOption(service);
  }

  /** Presses the button with this id; gives the saved file's name and bytes. */
  async save(button) {
    const [file] = await Promise.all([this.page.waitForEvent("download"), this.page.getByTestId(button).click()]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }
}

// `#/catalogue`: services by provider.

import { lv } from "../texts.mjs";

export class CataloguePage {
  constructor(page) {
    this.page = page;
    this.services = page.locator("[data-service]:visible");
    this.count = page.getByTestId("service-count");
    this.search = page.locator("#catalogue-search");
    this.onlyAudited = page.getByLabel(lv["catalogue.only_audited"]);
  }

  async open() {
    await this.page.goto("#/catalogue");
  }

  service(id) {
    return this.page.locator(`[data-service="${id}"]`);
  }
}

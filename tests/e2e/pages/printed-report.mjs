// The report to be printed, on `#/results?_show=report`.

import { expect } from "@playwright/test";

export class PrintedReport {
  constructor(page) {
    this.page = page;
    this.sheet = page.getByTestId("report");
    this.opener = page.getByTestId("open-report");
    this.printer = page.getByTestId("print-report");
    this.back = page.getByTestId("back-to-results");
    this.charts = this.sheet.locator(".chart svg");
    this.filters = page.getByTestId("printed-filters");
  }

  async open() {
    await this.opener.click();
    await expect(this.sheet).toBeVisible();
  }

  question(name) {
    return this.sheet.locator(`[data-question="${name}"]`);
  }

  /** Waits until every picture is drawn, and gives their widths. */
  async drawn(count) {
    await expect(this.charts).toHaveCount(count);
    return this.widths();
  }

  widths() {
    return this.charts.evaluateAll((all) => [...new Set(all.map((it) => Number(it.getAttribute("width"))))]);
  }

  pdf() {
    return this.page.pdf({ preferCSSPageSize: true });
  }
}

// What every journey starts from: page objects, and a witness that fails a test on anything the
// browser complains about, in whatever page the test opens.

import { test as base, expect } from "@playwright/test";
import { CataloguePage } from "./pages/catalogue-page.mjs";
import { CommentsSection } from "./pages/comments-section.mjs";
import { DevicePage } from "./pages/device-page.mjs";
import { KeysPage } from "./pages/keys-page.mjs";
import { LinksPage } from "./pages/links-page.mjs";
import { KioskPage } from "./pages/kiosk-page.mjs";
import { PrintedReport } from "./pages/printed-report.mjs";
import { ResultsPage } from "./pages/results-page.mjs";
import { Slides } from "./pages/slides.mjs";
import { SurveyPage } from "./pages/survey-page.mjs";

export { expect };

export const test = base.extend({
  // What a journey waits for is here at once or never.
  actionTimeout: [10_000, { option: true }],
  witness: [
    async ({ context, baseURL }, use) => {
      const witness = new Witness(new URL(baseURL).origin);
      witness.watch(context);
      await use(witness);
      expect(witness.complaints, "the browser complained").toEqual([]);
    },
    { auto: true },
  ],
  survey: async ({ page }, use) => use(new SurveyPage(page)),
  results: async ({ page }, use) => use(new ResultsPage(page)),
  comments: async ({ page }, use) => use(new CommentsSection(page)),
  report: async ({ page }, use) => use(new PrintedReport(page)),
  slides: async ({ page }, use) => use(new Slides(page)),
  device: async ({ page }, use) => use(new DevicePage(page)),
  links: async ({ page }, use) => use(new LinksPage(page)),
  keys: async ({ page }, use) => use(new KeysPage(page)),
  kiosk: async ({ page }, use) => use(new KioskPage(page)),
  catalogue: async ({ page }, use) => use(new CataloguePage(page)),
});

/** Listens for console errors, violations of the policy, uncaught errors and strange requests. */
class Witness {
  #complaints = [];
  #expected = [];
  #origin;

  constructor(origin) {
    this.#origin = origin;
  }

  watch(context) {
    context.on("console", (message) => {
      if (message.type() === "error") this.#note(`console: ${message.text()}`);
    });
    context.on("weberror", (error) => this.#note(`uncaught: ${error.error()}`));
    context.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      const isOwn = origin === this.#origin || ["blob:", "data:", "chrome:"].includes(protocol);
      if (!isOwn) this.#note(`request to another origin: ${request.url()}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400) this.#note(`HTTP ${response.status()}: ${response.url()}`);
    });
  }

  /** For tests that break something on purpose. */
  expect(pattern) {
    this.#expected.push(pattern);
  }

  get complaints() {
    return this.#complaints.filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
  }

  #note(text) {
    this.#complaints.push(text);
  }
}

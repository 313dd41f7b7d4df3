// The page before the application is there.

import { expect } from "@playwright/test";

/** What stands both on the early page and on the application's, and must not move. */
const KEPT = ".wordmark-sign, .wordmark-name, .institution, .site-nav a, main h1, main .lead, .file-panel, .file-panel p";

export class EarlyPage {
  #release;

  constructor(page) {
    this.page = page;
    this.early = page.locator("#early");
    this.app = page.locator("#app");
    this.heading = this.early.locator("h1");
    this.lead = this.early.locator(".lead");
  }

  /** Opens an address whose wasm does not come before `release`. */
  async open(address) {
    const released = new Promise((done) => (this.#release = done));
    await this.page.route("**/*.wasm", async (route) => (await released, await route.continue()));
    await this.page.addInitScript(() => {
      globalThis.shift = 0;
      const add = (list) => list.getEntries().forEach((entry) => (globalThis.shift += entry.value));
      new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
    });
    await this.page.goto(address);
  }

  /** Lets the wasm come; waits until the application has taken over. */
  async release() {
    this.#release();
    await expect(this.app.locator("h1")).toBeVisible();
    await expect(this.early).toHaveCount(0);
  }

  /** Text and place of everything that must stay, top to bottom. */
  async kept(place) {
    return this.page.locator(place).evaluate((root, selector) => {
      const line = (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        // A box's words are its paragraphs' and buttons'; of the latter only the room is there early.
        const words = element.matches("section") ? "" : element.innerText;
        return [element.tagName, words, ...[x, y, width, height].map(Math.round)].join(" ");
      };
      return [...root.querySelectorAll(selector)].map(line);
    }, KEPT);
  }

  /** How far things have moved by themselves, as browsers count it. */
  shift() {
    return this.page.evaluate(() => globalThis.shift);
  }
}

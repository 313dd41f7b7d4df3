// A tablet in kiosk mode, as staff set it and as visitors find it.

import { expect } from "@playwright/test";
import { lv } from "../texts.mjs";

export const PIN = "2580";

export class KioskPage {
  constructor(page) {
    this.page = page;
    this.setup = page.getByTestId("kiosk-setup");
    this.control = page.getByTestId("kiosk");
    this.pin = page.locator("#pin");
    this.wait = page.getByTestId("pin-wait");
    this.start = page.getByTestId("start");
    this.done = page.getByTestId("done");
    this.countdown = page.getByTestId("countdown");
    this.idle = page.getByTestId("idle");
    this.notStored = page.getByTestId("not-stored");
  }

  /** Turns kiosk mode on, as staff do. */
  async turnOn({ service, language, minutes } = {}) {
    await this.page.goto("#/device");
    await this.setup.waitFor();
    if (service) await this.page.locator("#kiosk-service").selectOption(service);
    if (language) await this.page.locator("#kiosk-language").selectOption(language);
    if (minutes) await this.page.locator("#kiosk-idle").selectOption(String(minutes));
    await this.page.locator("#kiosk-pin").fill(PIN);
    await this.page.locator("#kiosk-pin-again").fill(PIN);
    await this.page.getByTestId("kiosk-start").click();
    await this.atStart();
  }

  /** The start page as the next person finds it. */
  async atStart(survey = "mfa-2026") {
    await expect(this.page).toHaveURL(new RegExp(`#/survey/${survey}(\\?service=[^&]+)?$`));
    await expect(this.start).toBeVisible();
  }

  async begin() {
    await this.start.click();
    await expect(this.page.getByTestId("question")).toBeVisible();
  }

  /** Opens the device's page with a PIN. */
  async enter(pin = PIN) {
    await this.page.goto("#/device");
    await this.type(pin);
  }

  async type(pin) {
    await this.pin.fill(pin);
    await this.page.getByRole("button", { name: lv["kiosk.open"], exact: true }).click();
  }

  async end() {
    await this.control.getByRole("button", { name: lv["kiosk.end"] }).click();
    await this.control.getByRole("button", { name: lv["kiosk.end_yes"] }).click();
    await expect(this.setup).toBeVisible();
  }

  /** Everything in the browser's storages, as one text. */
  async stored() {
    return this.page.evaluate(async () => {
      const kept = [localStorage, sessionStorage].map((storage) => JSON.stringify({ ...storage }));
      const databases = (await indexedDB.databases()).map((it) => it.name);
      return JSON.stringify([kept, databases, await caches.keys()]);
    });
  }
}

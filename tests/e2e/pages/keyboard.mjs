// A person without a pointer.

import { expect } from "@playwright/test";

/** More than any page has to Tab through. */
const MANY = 80;

export class Keyboard {
  constructor(page) {
    this.page = page;
  }

  /** Tabs until an element has focus, forward unless told to go back, as whoever looks for it would. */
  async tabTo(locator, key = "Tab") {
    await expect(locator).toBeVisible();
    const hasFocus = () => locator.evaluate((element) => element === document.activeElement);
    for (let count = 0; count < MANY; count += 1) {
      if (await hasFocus()) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${locator} cannot be reached by Tab`);
  }

  async press(key, locator) {
    await this.tabTo(locator);
    await this.page.keyboard.press(key);
  }

  async type(text, locator) {
    await this.tabTo(locator);
    // Enter within a text area, Shift or not, is a new line.
    for (const [at, line] of text.split("\n").entries()) {
      if (at > 0) await this.page.keyboard.press("Enter");
      await this.page.keyboard.type(line);
    }
  }

  /** Tabs to a group of radio buttons and picks one of them by Space or arrows. */
  async pickRadio(radios, position) {
    await this.tabTo(radios.first());
    await this.page.keyboard.press("Space");
    for (let at = 0; at < position; at += 1) await this.page.keyboard.press("ArrowDown");
    await expect(radios.nth(position)).toBeChecked();
    await expect(radios.nth(position)).toBeFocused();
  }
}

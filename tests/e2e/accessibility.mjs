// What every page has to stand: axe in both colour schemes and widths, no sideways scrolling, one
// heading.

import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Of a desktop and of a phone. */
export const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

/** What axe finds, each as one line. There are no frames, which the mode that opens no page of its own leaves out. */
async function violations(page) {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().withTags(TAGS).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`));
}

/** No page is wider than the window. Pictures follow the window's width a moment later. */
export async function expectNoSidewaysScroll(page, name) {
  const excess = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(excess, `${name}: pixels wider than ${page.viewportSize().width}`).toBe(0);
}

/** Checks the page at hand, in light and dark, wide and narrow. */
export async function expectAccessible(page, name, { sizes = SIZES, schemes = ["light", "dark"] } = {}) {
  await expect(page.locator("h1")).toHaveCount(1);
  for (const size of sizes) {
    await page.setViewportSize(size);
    // A bar that stays in sight covers part of a target that is being scrolled past.
    await page.evaluate(() => scrollTo(0, 0));
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), `${name}, ${colorScheme}, ${size.width} px`).toEqual([]);
    }
    await expectNoSidewaysScroll(page, name);
  }
  await page.setViewportSize(SIZES[0]);
  await page.emulateMedia({ colorScheme: "light" });
}

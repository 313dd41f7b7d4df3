import { defineConfig } from "@playwright/test";
import { launchOptions } from "./src/web/chromium.mjs";

const port = Number(process.env.E2E_PORT ?? 41873);
// A folder deep inside a site: every journey proves that no path is taken for granted.
const base = "/kaut/kur/aptauja/";

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.mjs",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  // A failure is a failure however slow the machine; how fast the pages are, benches/ measures.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}${base}`,
    browserName: "chromium",
    launchOptions: launchOptions(),
    // Journeys that intercept requests would not see its own; offline.spec.mjs allows it.
    serviceWorkers: "block",
    locale: "lv-LV",
    timezoneId: "Europe/Riga",
    screenshot: "only-on-failure",
    // Recording costs time, and nobody can fetch the recordings of CI.
    trace: process.env.CI ? "off" : "retain-on-failure",
  },
  projects: [
    { name: "desktop", grepInvert: /@phone/, use: { viewport: { width: 1280, height: 800 } } },
    { name: "phone", grep: /@phone/, use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
  ],
  webServer: {
    command: `node src/web/serve.mjs --exact --port ${port} --base ${base}`,
    url: `http://127.0.0.1:${port}${base}`,
    reuseExistingServer: false,
  },
});

// Which browser the checks use, and how: the machine's own, as Playwright's download may be refused.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** Path of the browser: that in CHROME, or the first known one on PATH. */
export function executablePath() {
  if (process.env.CHROME) return process.env.CHROME;
  for (const name of NAMES) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  throw new Error("no Chromium found: run `make setup`, or name one in CHROME");
}

/** Launch options for Playwright. */
export function launchOptions() {
  return {
    executablePath: executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
  };
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// Files that the application saves.

import { readFile } from "node:fs/promises";

/** Presses a button that saves a JSON file; gives its name and its value. */
export async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), value: JSON.parse(await readFile(await file.path(), "utf8")) };
}

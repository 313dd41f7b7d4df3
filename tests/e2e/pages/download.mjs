// Files that the application saves.

import { readFile } from "node:fs/promises";

/** Presses a button that saves a JSON file; gives its name, its text and its value. */
export async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const text = await readFile(await file.path(), "utf8");
  return { name: file.suggestedFilename(), text, value: JSON.parse(text) };
}

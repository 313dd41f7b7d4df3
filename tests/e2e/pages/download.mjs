// Files that the application saves.

import { readFile } from "node:fs/promises";

/** Presses a button that saves a JSON file; gives its name, its text and its value. */
export async function download(page, button) {
  const { name, bytes } = await downloadBytes(page, button);
  const text = bytes.toString("utf8");
  return { name, text, value: JSON.parse(text) };
}

/** Presses a button that saves any file; gives its name and its bytes. */
export async function downloadBytes(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

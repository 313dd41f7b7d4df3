// What must hold of a published folder; a build that breaks one of these fails.

import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Throws an error that lists everything wrong with the folder. */
export async function inspect(folder) {
  const page = await readFile(join(folder, "index.html"), "utf8");
  const problems = [...inPage(page), ...missing(folder, page), ...(await unsealed(folder))];
  if (problems.length > 0) throw new Error(`the build is not fit to publish:\n  ${problems.join("\n  ")}`);
}

/** The page's policy would block these, silently for whoever builds it. */
function* inPage(page) {
  for (const [tag] of page.matchAll(/<script\b[^>]*>/g)) {
    if (!/\ssrc=/.test(tag)) yield `inline script in index.html: ${tag}`;
  }
  if (/<style\b/.test(page)) yield "inline style sheet in index.html";
  for (const [attribute] of page.matchAll(/\s(?:style|on[a-z]+)=/g)) yield `attribute${attribute} in index.html`;
  if (/data-trunk|\{\{__TRUNK/.test(page)) yield "leftovers of Trunk in index.html";
  if (!page.includes("Content-Security-Policy")) yield "index.html has no Content-Security-Policy";
}

/** Addresses must be relative, so that the folder works under any path, and lead somewhere. */
function* missing(folder, page) {
  const addresses = [
    ...page.matchAll(/\s(?:href|src)="([^"]*)"/g),
    ...page.matchAll(/<meta name="aptauja:[a-z]+" content="([^"]*)"/g),
  ];
  for (const [, address] of addresses) {
    if (/^(\/|[a-z]+:)/.test(address)) yield `address not relative: ${address}`;
    else if (!existsSync(join(folder, address))) yield `file not there: ${address}`;
  }
}

async function unsealed(folder) {
  const names = await readdir(folder, { recursive: true });
  return names
    // A service worker is found by its name.
    .filter((name) => name !== "sw.js" && /\.(m?js|wasm|css|map|ts)$/.test(name) && !/-[0-9a-f]{10}\.(js|wasm|css)$/.test(name))
    .map((name) => `code without a fingerprint: ${name}`);
}

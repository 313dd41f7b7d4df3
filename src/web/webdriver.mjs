// Prints the path of the capabilities for wasm-bindgen's test runner: webdriver.json, or a copy that
// names the browser in CHROME.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { executablePath } from "./chromium.mjs";

const capabilities = JSON.parse(readFileSync("webdriver.json", "utf8"));
capabilities["goog:chromeOptions"].binary = executablePath();
mkdirSync("target", { recursive: true });
const file = resolve("target/webdriver.json");
writeFileSync(file, JSON.stringify(capabilities));
console.log(file);

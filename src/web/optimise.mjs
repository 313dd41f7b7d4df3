// Runs Binaryen's wasm-opt over what wasm-bindgen made.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const manifest = createRequire(import.meta.url).resolve("binaryen/package.json");
const tool = join(dirname(manifest), "bin/wasm-opt");

// What rustc emits today: told, as `strip` in Cargo.toml may remove the section that tells it.
const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "call-indirect-overlong",
  "extended-const",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
  "simd",
].map((feature) => `--enable-${feature}`);
// KEEP_NAMES=1 leaves the functions their names, for a profiler.
const STRIP = process.env.KEEP_NAMES ? ["-g"] : ["--strip-debug", "--strip-producers", "--strip-target-features"];

// The worker takes half a minute and seldom changes.
const CACHE = "target/wasm-opt";

/**
 * Rewrites the file in place; answers its size before and after, and the short names it now has for what
 * it shares with its glue: the hashes in the long ones cannot be compressed.
 *
 * Names: `{ imports: [[module, old, new]], exports: [[old, new]] }`.
 */
export async function optimise(file, passes) {
  const options = [...FEATURES, ...passes, "--minify-imports-and-exports-and-modules", ...STRIP];
  const input = await readFile(file);
  const hash = createHash("sha256").update(await readFile(manifest)).update(options.join()).update(input);
  const made = join(CACHE, `${hash.digest("hex")}.wasm`);
  if (!existsSync(made)) {
    await mkdir(CACHE, { recursive: true });
    const run = promisify(execFile)(process.execPath, [tool, ...options, file, "-o", `${made}.part`]);
    await writeFile(`${made}.json`, (await run).stdout);
    await rename(`${made}.part`, made);
  }
  await copyFile(made, file);
  const names = JSON.parse(await readFile(`${made}.json`, "utf8"));
  return { before: input.length, after: (await stat(file)).size, names };
}

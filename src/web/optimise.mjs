// Runs Binaryen's wasm-opt over what wasm-bindgen made.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rename, stat } from "node:fs/promises";
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
const STRIP = ["--strip-debug", "--strip-producers", "--strip-target-features"];

// The worker takes half a minute and seldom changes.
const CACHE = "target/wasm-opt";

/** Rewrites the file in place; answers its size before and after. */
export async function optimise(file, level) {
  const options = [...FEATURES, ...STRIP, level];
  const input = await readFile(file);
  const hash = createHash("sha256").update(await readFile(manifest)).update(options.join()).update(input);
  const made = join(CACHE, `${hash.digest("hex")}.wasm`);
  if (!existsSync(made)) {
    await mkdir(CACHE, { recursive: true });
    await promisify(execFile)(process.execPath, [tool, ...options, file, "-o", `${made}.part`]);
    await rename(`${made}.part`, made);
  }
  await copyFile(made, file);
  return { before: input.length, after: (await stat(file)).size };
}

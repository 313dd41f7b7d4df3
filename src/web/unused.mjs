// Takes what nobody calls out of wasm-bindgen's exports, so that wasm-opt can drop it: a library may bring whole
// classes for JavaScript (streams, of leptos) that our pages never touch.

import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import binaryen from "binaryen";
import { build } from "esbuild";

/** Rewrites both in place; `glue` is the module that wasm-bindgen wrote beside the wasm. */
export async function dropUnused(wasm, glue) {
  await letClassesGo(glue);
  const used = await usedBy(glue);
  const module = binaryen.readBinary(await readFile(wasm));
  binaryen.setDebugInfo(true);
  for (let index = module.getNumExports() - 1; index >= 0; index--) {
    const { name, kind } = binaryen.getExportInfo(module.getExportByIndex(index));
    if (kind === binaryen.ExternalFunction && !used.has(name)) module.removeExport(name);
  }
  await writeFile(wasm, module.emitBinary());
  module.dispose();
}

/** What is done to a class only so that it can be freed would keep it in the bundle. */
async function letClassesGo(glue) {
  const text = (await readFile(glue, "utf8"))
    .replace(/^if \(Symbol\.dispose\) (\w+)\.prototype\[Symbol\.dispose\] = \1\.prototype\.free;$/gm, "")
    .replace(/new FinalizationRegistry\(/g, "/* @__PURE__ */ $&");
  await writeFile(glue, text);
}

/** Names of the exports that the glue mentions once what is never imported from it is gone. */
async function usedBy(glue) {
  const { outputFiles } = await build({
    stdin: { contents: `export { default } from "./${basename(glue)}";`, resolveDir: dirname(glue) },
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "warning",
  });
  return new Set(Array.from(outputFiles[0].text.matchAll(/\bwasm\.([\w$]+)/g), ([, name]) => name));
}

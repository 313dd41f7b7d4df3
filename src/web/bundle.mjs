// Makes single files of the sources around the wasm, each under its plain name.

import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build, transform } from "esbuild";

const here = import.meta.dirname;
const settings = {
  bundle: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  target: ["chrome100", "firefox102", "safari16"],
};

/**
 * Writes style.css, charts.js, boot.js, app.js and worker.js into `folder`, where Trunk has put the
 * glue of wasm-bindgen for the last two.
 */
export async function bundle(folder, { minify }) {
  const write = (entry, name, more) =>
    build({ ...settings, minify, entryPoints: [entry], outfile: join(folder, name), ...more });

  const style = resolve("style/main.css");
  if (!existsSync(style)) throw new Error("style/main.css is missing");
  await write(style, "style.css", {
    loader: { ".svg": "dataurl", ".woff2": "file" },
    assetNames: "[name]-[hash]",
  });
  await write(join(here, "echarts.js"), "charts.js", {
    format: "iife",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  await write(join(here, "boot.js"), "boot.js", { format: "esm", external: ["./app.js"] });

  // One file of the glue and the snippets it imports.
  await write(join(folder, "app.js"), "app.js", {
    format: "esm",
    allowOverwrite: true,
    logOverride: { "empty-import-meta": "silent" },
  });
  await rm(join(folder, "snippets"), { recursive: true, force: true });

  const glue = await readFile(join(folder, "worker.js"), "utf8");
  const start = await readFile(join(here, "worker.js"), "utf8");
  const worker = await transform(`${glue}\n${start}`, {
    minify,
    charset: "utf8",
    legalComments: "none",
    target: settings.target,
  });
  await writeFile(join(folder, "worker.js"), worker.code);
}

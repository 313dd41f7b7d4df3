// Makes single files of the sources around the wasm, each under its plain name.

import { readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build, transform } from "esbuild";
import { getManifest } from "workbox-build";
import { earlyMarkup } from "./early-markup.mjs";

const here = import.meta.dirname;
const settings = {
  bundle: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  target: ["chrome100", "firefox102", "safari16"],
};

/** Writes sw.js, which keeps everything that is in `folder` by then. */
export async function bundleServiceWorker(folder) {
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: folder,
    globPatterns: ["**/*"],
    // Edited in place, so not kept by what they were when built (src/web/offline/worker.js); and what no page uses.
    globIgnores: ["surveys/**", "favicon.svg", "sql/**"],
    dontCacheBustURLsMatching: /-[0-9a-f]{10}\.\w+$/,
    maximumFileSizeToCacheInBytes: 16_000_000,
  });
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
  await build({
    ...settings,
    minify: true,
    entryPoints: [join(here, "offline/worker.js")],
    outfile: join(folder, "sw.js"),
    format: "iife",
    define: { "self.__WB_MANIFEST": JSON.stringify(manifestEntries), "process.env.NODE_ENV": '"production"' },
  });
}

/**
 * Writes style.css, auditor.css, charts.js, age.js, reading.js, sending.js, boot.js, early.js, offline.js, app.js, auditor.js, worker.js and workbook.js into
 * `folder`, where Trunk has put the glue of wasm-bindgen for the last four.
 */
export async function bundle(folder, { minify }) {
  const write = (entry, name, more) =>
    build({ ...settings, minify, entryPoints: [entry], outfile: join(folder, name), ...more });

  // An institution may put its own sign into the published folder.
  const loaders = { external: ["./favicon.svg"] };
  await write(resolve("style/main.css"), "style.css", loaders);
  await write(resolve("style/auditor.css"), "auditor.css", loaders);
  await write(join(here, "echarts.js"), "charts.js", {
    format: "iife",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  await write(join(here, "age.js"), "age.js", { format: "iife" });
  await write(join(here, "sending.js"), "sending.js", { format: "esm", plugins: [earlyMarkup] });
  await write(join(here, "reading.js"), "reading.js", { format: "esm", plugins: [earlyMarkup] });
  // A script that is not deferred cannot be a module: what would be a module's own is kept in a function.
  await write(join(here, "boot.js"), "boot.js", {
    format: "esm",
    external: ["./app.js", "./auditor.js", "./early.js", "./offline.js", "./age.js", "./reading.js", "./sending.js"],
    define: { IS_RELEASE: String(minify) },
    banner: { js: "(() => {" },
    footer: { js: "})();" },
    plugins: [earlyMarkup],
  });
  await write(join(here, "early/results.js"), "early.js", { format: "esm", plugins: [earlyMarkup] });
  await write(join(here, "offline/register.js"), "offline.js", { format: "esm", plugins: [earlyMarkup] });

  // One file of the glue and the snippets it imports, without what nobody calls.
  for (const name of ["app.js", "auditor.js"]) {
    await build({
      ...settings,
      minify,
      stdin: { contents: `export { default } from "./${name}";`, resolveDir: folder },
      outfile: join(folder, name),
      format: "esm",
      allowOverwrite: true,
    });
  }
  await rm(join(folder, "snippets"), { recursive: true, force: true });

  for (const name of ["worker.js", "workbook.js"]) {
    const glue = await readFile(join(folder, name), "utf8");
    const start = await readFile(join(here, name), "utf8");
    // Both are loaded by one worker, each with names of its own.
    const script = name === "workbook.js" ? `(() => {\n${glue}\n${start}\n})();` : `${glue}\n${start}`;
    const { code } = await transform(script, { minify, charset: "utf8", legalComments: "none", target: settings.target });
    await writeFile(join(folder, name), code);
  }
}

// Who is measured beside the application, and how their files are laid out for the browser.

import { copyFile, mkdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { survey } from "./survey.mjs";

const here = import.meta.dirname;

/** `where: "page"` for what is made to run there; everything else works in a worker. */
export const contenders = [
  { name: "parse", title: "JSON.parse loop that keeps nothing" },
  { name: "plain", title: "plain JavaScript" },
  { name: "duckdb-json", title: "DuckDB-WASM 0.9.2, `read_json`", where: "page", engine: "@malloydata/duckdb-wasm" },
  { name: "duckdb-arrow", title: "DuckDB-WASM 1.4.3, `JSON.parse` to Arrow", engine: "@duckdb/duckdb-wasm" },
  { name: "arquero", title: "Arquero 8.0.3" },
  { name: "surveyjs", title: "SurveyJS Dashboard 2.5.25, data layer", where: "page" },
  { name: "crossfilter", title: "crossfilter2 1.5.4" },
];

/** Writes the pages of the chosen contenders into `folder`. */
export async function layOut(folder, chosen) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const file of ["index.html", "page.js"]) await copyFile(join(here, "host", file), join(folder, file));
  for (const { name, engine } of chosen) {
    await build({
      stdin: {
        contents: `import contender from "./contenders/${name}.mjs";
          import { host } from "./host/host.mjs";
          host(contender, ${JSON.stringify(survey)});`,
        resolveDir: here,
      },
      outfile: join(folder, `${name}.js`),
      bundle: true,
      minify: true,
      format: "iife",
      target: "chrome120",
      charset: "utf8",
      logLevel: "error",
    });
    if (engine) await copyEngine(engine, join(folder, name));
  }
}

async function copyEngine(engine, folder) {
  const dist = dirname(createRequire(import.meta.url).resolve(engine));
  await mkdir(folder, { recursive: true });
  for (const file of ["duckdb-eh.wasm", "duckdb-browser-eh.worker.js"]) await copyFile(join(dist, file), join(folder, file));
}

/** A contender's page, as `bench.mjs` drives it; the application has one of the same form in ours.mjs. */
export class Contender {
  constructor(context, address, { name, title, where }) {
    Object.assign(this, { context, name, title });
    this.address = `${address}?contender=${name}&where=${where ?? "worker"}`;
  }

  async open() {
    this.page = await this.context.newPage();
    await this.page.goto(this.address);
    await this.page.waitForFunction(() => globalThis.bench);
    await this.#call("open");
  }

  /** `{ result, ms }`: all tallies, counted from the file in the page's only input. */
  async load(file) {
    await this.page.locator("input").setInputFiles(file);
    return this.#call("load");
  }

  tally(filter) {
    return this.name === "parse" ? null : this.#call("tally", filter);
  }

  cross() {
    return this.name === "parse" ? null : this.#call("cross");
  }

  #call(name, argument) {
    return this.page.evaluate(([it, given]) => globalThis.bench(it, given), [name, argument]);
  }
}

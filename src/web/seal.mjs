// Trunk's post-build hook: turns the staged files into the folder that is published.
//
// In a release every file of code gets a fingerprint of its content in its name, so that a host may
// let browsers keep it for ever; a debug build keeps the plain names. Files that an institution
// edits (surveys/, schema/, samples) keep their names always.

import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle, bundleServiceWorker } from "./bundle.mjs";
import { inspect } from "./inspect.mjs";
import { optimise } from "./optimise.mjs";
import { dropUnused } from "./unused.mjs";

const folder = process.env.TRUNK_STAGING_DIR;
// What weighs least gzipped: functions not inlined into their only caller, those of like names together.
const SMALL = ["--one-caller-inline-max-function-size=0", "-Os", "--reorder-functions-by-name"];
// The name wasm-opt gives the only module that is imported from.
const MODULE = "a";
const isRelease = process.env.TRUNK_PROFILE === "release";
if (!folder) throw new Error("seal.mjs is run by Trunk: use `make build`");

if (isRelease) await optimiseAll();
await bundle(folder, { minify: isRelease });
if (isRelease) {
  await fingerprintAll();
  await bundleServiceWorker(folder);
  await inspect(folder);
} else {
  await allowReloading();
}

async function optimiseAll() {
  const levels = {
    "app_bg.wasm": SMALL,
    "auditor_bg.wasm": SMALL,
    "worker_bg.wasm": ["-O3"],
    "workbook_bg.wasm": SMALL,
  };
  await Promise.all(
    Object.entries(levels).map(async ([name, level]) => {
      if (level === SMALL && name !== "workbook_bg.wasm") await dropUnused(join(folder, name), join(folder, name.replace("_bg.wasm", ".js")));
      const { before, after, names } = await optimise(join(folder, name), level);
      await shorten(join(folder, name.replace("_bg.wasm", ".js")), names);
      console.log(`wasm-opt ${name}: ${before} → ${after} bytes`);
    }),
  );
}

/** Has the glue of wasm-bindgen use the short names. */
async function shorten(glue, { imports, exports }) {
  const given = Object.fromEntries(imports.map(([, old, short]) => [old, short]));
  const taken = Object.fromEntries(exports);
  const text = (await readFile(glue, "utf8"))
    .replace(/\b__wb[\w$]+(?=: function\b)/g, (name) => given[name] ?? name)
    .replace(/\bwasm\.([\w$]+)/g, (all, name) => (taken[name] ? `wasm.${taken[name]}` : all))
    .replace(/"\.\/\w+_bg\.js"(?=: import)/g, JSON.stringify(MODULE));
  await writeFile(glue, text);
}

/** Renames from the leaves to the root, as a name depends on the names inside the file. */
async function fingerprintAll() {
  const names = {};
  for (const stem of ["app", "auditor"]) {
    const wasm = `${stem}_bg.wasm`;
    names[wasm] = await fingerprint(wasm, stem, "wasm");
    names[`${stem}.js`] = await fingerprint(`${stem}.js`, stem, "js", [wasm]);
  }
  names["auditor.css"] = await fingerprint("auditor.css", "auditor", "css");
  names["early.js"] = await fingerprint("early.js", "early", "js");
  names["offline.js"] = await fingerprint("offline.js", "offline", "js");
  names["reading.js"] = await fingerprint("reading.js", "reading", "js");
  names["sending.js"] = await fingerprint("sending.js", "sending", "js");
  names["age.js"] = await fingerprint("age.js", "age", "js");
  names["boot.js"] = await fingerprint("boot.js", "boot", "js", Object.keys(names));
  names["worker_bg.wasm"] = await fingerprint("worker_bg.wasm", "worker", "wasm");
  names["workbook_bg.wasm"] = await fingerprint("workbook_bg.wasm", "workbook", "wasm");
  names["workbook.js"] = await fingerprint("workbook.js", "workbook", "js", ["workbook_bg.wasm"]);
  names["worker.js"] = await fingerprint("worker.js", "worker", "js", ["worker_bg.wasm", "workbook.js", "age.js"]);
  names["charts.js"] = await fingerprint("charts.js", "charts", "js");
  names["style.css"] = await fingerprint("style.css", "style", "css");
  const page = join(folder, "index.html");
  const inPage = ["boot.js", "worker.js", "charts.js", "style.css"];
  const text = renamed(await readFile(page, "utf8"), inPage, "index.html");
  await writeFile(page, text.replace(/<!--.*?-->/gs, "").replace(/\n\s*\n/g, "\n"));

  async function fingerprint(name, stem, extension, inside = []) {
    let content = await readFile(join(folder, name));
    if (inside.length > 0) content = renamed(content.toString("utf8"), inside, name);
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
    const final = `${stem}-${hash}.${extension}`;
    await rm(join(folder, name));
    await writeFile(join(folder, final), content);
    return final;
  }

  /** The text with every quoted mention of the plain names replaced; each must be there. */
  function renamed(text, plain, where) {
    for (const name of plain) {
      const quoted = new RegExp(`(["'\`])(\\./)?${name.replace(".", "\\.")}\\1`, "g");
      if (!quoted.test(text)) throw new Error(`${where} does not mention ${name}`);
      text = text.replace(quoted, (_, quote, dot = "") => `${quote}${dot}${names[name]}${quote}`);
    }
    return text;
  }
}

/** `trunk serve` reloads the page by an inline script of its own: allowed while developing. */
async function allowReloading() {
  const page = join(folder, "index.html");
  const text = await readFile(page, "utf8");
  await writeFile(page, text.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"));
}

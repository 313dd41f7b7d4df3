// esbuild plugin: a `.html` file of ours becomes its markup in every language, by language tag.
//
// Texts are named in braces and come out of the files in src/ui/text: one more language is one more file there.

import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";

const LANGUAGES = "src/ui/text";
const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const earlyMarkup = {
  name: "early-markup",
  setup(build) {
    build.onLoad({ filter: /\.html$/ }, async ({ path }) => {
      const markup = (await readFile(path, "utf8")).replace(/\n\s*/g, "");
      const files = (await readdir(LANGUAGES)).filter((name) => name.endsWith(".json"));
      const entries = files.map(async (name) => {
        const texts = JSON.parse(await readFile(join(LANGUAGES, name), "utf8"));
        return [basename(name, ".json"), fill(markup, texts, `${basename(path)}, ${name}`)];
      });
      return { contents: JSON.stringify(Object.fromEntries(await Promise.all(entries))), loader: "json" };
    });
  },
};

function fill(markup, texts, where) {
  return markup.replace(/\{([\w.]+)\}/g, (_, key) => {
    if (typeof texts[key] !== "string") throw new Error(`${where}: there is no text "${key}"`);
    return texts[key].replace(/[&<>"]/g, (character) => ESCAPED[character]);
  });
}

// The files both sides read: generated responses in several files, one of them gzipped, some responses twice.

import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { once } from "node:events";
import { createGzip } from "node:zlib";

const FOLDER = resolve("target/sql/files");
const NAMES = ["1 Rīga.ndjson", "2-liepaja.ndjson", "3-rezekne.ndjson.gz"];
/** Every so manieth response comes once more, in the next file. */
const DOUBLED = 1000;

/** Writes the responses; gives the files' paths. */
export async function generate(count) {
  await mkdir(FOLDER, { recursive: true });
  const paths = NAMES.map((name) => join(FOLDER, name));
  const files = paths.map(writer);
  const child = spawn(
    "cargo",
    ["run", "--release", "--quiet", "--no-default-features", "--bin", "generate", "--", "responses", "--count", String(count)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(child, "close");
  let number = 0;
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
    const at = number % files.length;
    await files[at].write(line);
    if (number % DOUBLED === 0) await files[(at + 1) % files.length].write(line);
    number += 1;
  }
  const [code] = await ended;
  if (code !== 0 || number !== count) throw new Error(`no responses: the generator wrote ${number} of ${count}`);
  await Promise.all(files.map((file) => file.end()));
  return paths;
}

function writer(path) {
  const file = createWriteStream(path);
  const packer = path.endsWith(".gz") ? createGzip({ level: 1 }) : undefined;
  const target = packer ?? file;
  packer?.pipe(file);
  return {
    async write(line) {
      if (!target.write(`${line}\n`)) await once(target, "drain");
    },
    end() {
      const closed = once(file, "close");
      target.end();
      return closed;
    },
  };
}

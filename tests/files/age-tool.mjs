// A real age tool: that of the machine, or the one `src/web/setup.sh age` has put into target/.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";

const FOLDERS = [...(process.env.PATH ?? "").split(delimiter), resolve("target/age/usr/bin"), resolve("target/age/bin")];

/** Paths of the tool and of what makes its keys. */
function find() {
  for (const name of ["age", "rage"]) {
    for (const folder of FOLDERS) {
      const [tool, keygen] = [join(folder, name), join(folder, `${name}-keygen`)];
      if (existsSync(tool) && existsSync(keygen)) return { tool, keygen };
    }
  }
  throw new Error("no age tool found: run `src/web/setup.sh age`");
}

const run = (program, args, input) => execFileSync(program, args, { input, stdio: ["pipe", "pipe", "pipe"], maxBuffer: 1 << 30 });

/** A key file as the tool writes it, the secret key in it and its recipient. */
export function newKey() {
  const file = run(find().keygen, []).toString();
  const identity = file.match(/^AGE-SECRET-KEY-1\w+$/m)[0];
  return { file, identity, recipient: file.match(/age1[0-9a-z]+/)[0] };
}

/** Bytes sealed by the tool; as text where `isArmored`. */
export function seal(bytes, recipient, isArmored = false) {
  return run(find().tool, ["-e", "-r", recipient, ...(isArmored ? ["-a"] : [])], bytes);
}

/** What the tool opens. */
export function open(sealed, keyFile) {
  const folder = mkdtempSync(join(tmpdir(), "aptauja-age-"));
  try {
    const key = join(folder, "key.txt");
    writeFileSync(key, keyFile, { mode: 0o600 });
    return run(find().tool, ["-d", "-i", key], sealed);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

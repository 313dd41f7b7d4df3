// A response made ready to leave: as a file and as a block of text for a letter, sealed where the survey has a key.

const LINE = 64;

/**
 * `text`: an export of one response, to be a file of that name; `recipient`: the survey's age key, if any.
 *
 * Resolves to the files (the second one is text only: browsers let few kinds of files be shared) and the block, which
 * is empty where this browser cannot compress.
 */
export async function pack(name, text, recipient) {
  const response = JSON.stringify(JSON.parse(text).responses[0]);
  const packed = await compressed(response);
  if (!recipient) {
    const files = [file([text], name, "application/json"), file([text], `${name}.txt`, "text/plain")];
    return { files, block: packed ? framed(packed) : "" };
  }
  await globalThis.aptaujaLate.age();
  const { seal, armored } = globalThis.aptaujaAge;
  const encoder = new TextEncoder();
  const sealed = await seal(encoder.encode(text), recipient);
  const files = [
    file([sealed], `${name}.age`, "application/octet-stream"),
    file([armored(sealed)], `${name}.age.txt`, "text/plain"),
  ];
  return { files, block: armored(await seal(packed ?? encoder.encode(response), recipient)).trim() };
}

/** Offers the file to be saved. */
export function save(file) {
  const href = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 30_000);
}

function file(parts, name, type) {
  return new File(parts, name, { type });
}

async function compressed(text) {
  if (!globalThis.CompressionStream) return undefined;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function framed(bytes) {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const lines = text.match(new RegExp(`.{1,${LINE}}`, "g"));
  return ["-----BEGIN APTAUJA RESPONSE-----", ...lines, "-----END APTAUJA RESPONSE-----"].join("\n");
}

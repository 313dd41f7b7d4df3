// Reads a file of lines in slices; while one slice is worked on, the next is being fetched.
//
// Every line is decoded by itself: most are pure ASCII, and what is kept of them takes half the room of what
// is kept of a slice, which one Latvian letter makes two-byte text throughout. The parse loop is as fast
// either way, those that keep something are faster this way.

const SLICE = 8 << 20;
const NEWLINE = 10;

/** Calls `use` with every line that is not empty. */
export async function eachLine(file, use) {
  const decoder = new TextDecoder();
  for await (const bytes of pieces(file)) {
    let start = 0;
    for (let end; (end = bytes.indexOf(NEWLINE, start)) >= 0; start = end + 1) {
      if (end > start) use(decoder.decode(bytes.subarray(start, end)));
    }
    if (start < bytes.length) use(decoder.decode(bytes.subarray(start)));
  }
}

/** The bytes in pieces that end with a line. */
async function* pieces(file) {
  const fetch = (at) => (at < file.size ? file.slice(at, at + SLICE).arrayBuffer() : null);
  let rest = new Uint8Array();
  let next = fetch(0);
  for (let at = SLICE; next !== null; at += SLICE) {
    const fetched = new Uint8Array(await next);
    next = fetch(at);
    const bytes = new Uint8Array(rest.length + fetched.length);
    bytes.set(rest);
    bytes.set(fetched, rest.length);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    rest = bytes.subarray(end);
    yield bytes.subarray(0, end);
  }
  if (rest.length > 0) yield rest;
}

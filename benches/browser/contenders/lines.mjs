// Reads a file of lines in slices; while one slice is worked on, the next is being fetched.

const SLICE = 8 << 20;

/** Calls `use` with every line that is not empty. */
export async function eachLine(file, use) {
  for await (const text of pieces(file)) {
    let start = 0;
    for (let end; (end = text.indexOf("\n", start)) >= 0; start = end + 1) {
      if (end > start) use(text.slice(start, end));
    }
  }
}

/** The text in pieces that end with a line. */
async function* pieces(file) {
  const decoder = new TextDecoder();
  const fetch = (at) => (at < file.size ? file.slice(at, at + SLICE).arrayBuffer() : null);
  let rest = "";
  let next = fetch(0);
  for (let at = SLICE; next !== null; at += SLICE) {
    const bytes = await next;
    next = fetch(at);
    const text = rest + decoder.decode(bytes, { stream: true });
    const end = text.lastIndexOf("\n") + 1;
    rest = text.slice(end);
    yield text.slice(0, end);
  }
  if (rest !== "") yield `${rest}\n`;
}

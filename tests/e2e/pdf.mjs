// A PDF read back by pdf.js: its pages' sizes and texts.

import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Pages as `{ width, height, text }`: millimetres, and one line with plain spaces. */
export async function readPdf(bytes) {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [left, bottom, right, top] = page.view;
    const { items } = await page.getTextContent();
    const text = items.map((it) => it.str + (it.hasEOL ? " " : "")).join("");
    pages.push({ width: millimetres(right - left), height: millimetres(top - bottom), text: plain(text) });
  }
  await loading.destroy();
  return pages;
}

/** A text with every run of spaces of any kind as one plain space. */
export const plain = (text) => text.replace(/\s+/g, " ").trim();

const millimetres = (points) => Math.round((points / 72) * 25.4);

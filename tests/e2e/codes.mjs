// QR codes read back by an independent reader, and pages of a PDF.

import { readFile } from "node:fs/promises";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const wasm = new URL(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({ overrides: { wasmBinary: await readFile(wasm) } });

/** The texts of all QR codes in a picture (PNG). */
export async function codesIn(picture) {
  const found = await readBarcodes(new Uint8Array(picture), { formats: ["QRCode"], tryHarder: true });
  return found.filter((it) => it.isValid).map((it) => it.text);
}

/** Width and height of each page of a PDF, in whole millimetres. */
export function pagesOf(pdf) {
  const text = pdf.toString("latin1");
  const pages = text.match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\]/g)];
  if (pages.length !== boxes.length) throw new Error(`${pages.length} pages, ${boxes.length} sizes`);
  return boxes.map(([, , , width, height]) => [width, height].map((it) => Math.round((it / 72) * 25.4)));
}

/** The print dialogue would wait for somebody; it only notes that it was asked for. */
export async function withoutPrinter(page) {
  await page.addInitScript(() => {
    globalThis.printed = 0;
    globalThis.print = () => (globalThis.printed += 1);
  });
}

/** Waits until the page has asked to be printed, and prints it. */
export async function print(page) {
  await page.waitForFunction(() => globalThis.printed > 0);
  await page.evaluate(() => (globalThis.printed = 0));
  return page.pdf({ preferCSSPageSize: true });
}

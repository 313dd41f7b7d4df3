// Responses as they come back by mail.

import { gzipSync } from "node:zlib";

const lines = (bytes, width = 64) => bytes.toString("base64").match(new RegExp(`.{1,${width}}`, "g")).join("\n");

/** A response as a block of text. */
export const block = (record) =>
  `-----BEGIN APTAUJA RESPONSE-----\n${lines(gzipSync(JSON.stringify(record)))}\n-----END APTAUJA RESPONSE-----\n`;

/** A text in quoted-printable, with soft line ends. */
const quotedPrintable = (text) =>
  [...Buffer.from(text)]
    .map((byte) => (byte === 10 ? "\r\n" : byte > 32 && byte < 127 && byte !== 61 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`))
    .join("")
    .replace(/(?:=[0-9A-F]{2}|[^=\r\n]){70}(?=[^\r\n])/g, "$&=\r\n");

/** A mail with a text and the same as HTML, and with files: `{ name: bytes }`. */
export function mail(text, files = {}) {
  const part = (head, body) => `${head}\r\n\r\n${body}\r\n`;
  const html = `<p>${text.replaceAll(">", "&gt;").replaceAll("\n", "<br>\n").replaceAll(" ", "&nbsp;")}</p>`;
  const coded = "Content-Transfer-Encoding: quoted-printable";
  const bodies =
    `--a\r\n${part(`Content-Type: text/plain; charset=utf-8\r\n${coded}`, quotedPrintable(text))}` +
    `--a\r\n${part(`Content-Type: text/html; charset=utf-8\r\n${coded}`, quotedPrintable(html))}--a--\r\n`;
  const attached = Object.entries(files).map(([name, content]) =>
    `--m\r\n${part(
      `Content-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64`,
      lines(Buffer.from(content), 76),
    )}`);
  return (
    "From: =?utf-8?Q?J=C4=81nis?= <janis@example.org>\r\nTo: aptauja@example.org\r\nSubject: Atbilde\r\n" +
    "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n" +
    `--m\r\n${part("Content-Type: multipart/alternative; boundary=a", bodies)}${attached.join("")}--m--\r\n`
  );
}

export const mbox = (mails) => mails.map((it) => `From janis@example.org Thu Jan 25 10:00:00 2018\n${it.replaceAll("\r\n", "\n")}\n`).join("");

export const quoted = (text) => text.split("\n").map((line) => `> ${line}`).join("\n");

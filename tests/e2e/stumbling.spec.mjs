// Files whose reading breaks: a stick that stumbles, a drive that is gone.

import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures.mjs";
import { ndjson, range } from "./records.mjs";
import { lv } from "./texts.mjs";

const files = { "a.ndjson": ndjson(range(0, 10)), "b.ndjson.gz": gzipSync(ndjson(range(10, 25))) };

/** Has the first `failures` readings in every worker break after a hundred bytes. */
async function breakReading(page, failures) {
  const breaking = `{
    let left = ${failures};
    const stream = Blob.prototype.stream;
    Blob.prototype.stream = function () {
      if (left <= 0) return stream.call(this);
      left -= 1;
      const some = this.slice(0, 100).arrayBuffer();
      let isBegun = false;
      return new ReadableStream({
        type: "bytes",
        async pull(controller) {
          if (isBegun) return controller.error(new DOMException("gone", "NotReadableError"));
          isBegun = true;
          controller.enqueue(new Uint8Array(await some));
        },
      });
    };
  }\n`;
  let served = 0;
  await page.route("**/worker-*.js", async (route) => {
    const response = await route.fetch();
    served += 1;
    await route.fulfill({ response, body: breaking + (await response.text()) });
  });
  return () => served;
}

test("a reading that stumbles goes on where it stopped, and nothing is lost or counted twice", async ({ page, results }) => {
  const served = await breakReading(page, 2);
  await results.open();
  await results.load(files);
  expect(served()).toBeGreaterThan(0);
  expect(await results.numbers("a.ndjson")).toMatchObject({ accepted: 10, duplicates: 0, rejected: 0 });
  expect(await results.numbers("b.ndjson.gz")).toMatchObject({ accepted: 15, duplicates: 0, rejected: 0 });
  const { value } = await results.saveReport();
  for (const { name, sha256 } of value.sources) expect(sha256, name).toBe(createHash("sha256").update(files[name]).digest("hex"));
});

test("a file that cannot be read is said to be unreadable, and counts with nothing", async ({ page, results }) => {
  await breakReading(page, 1_000);
  await results.open();
  await results.load(files);
  expect(await results.numbers(null)).toMatchObject({ accepted: 0 });
  for (const name of Object.keys(files)) await expect(results.row(name)).toContainText(lv["problem.unreadable"]);
});

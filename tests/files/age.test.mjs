// What our library seals, the age tool opens, and the other way round.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import test from "node:test";
import { newKey, open, seal } from "./age-tool.mjs";
// Our own bundle of the library, as page and worker load it.
import "../../src/web/age.js";

const ours = globalThis.aptaujaAge;
const contents = { "a text": Buffer.from('{"town":"Rīga"}\n'), nothing: Buffer.alloc(0), "several chunks": randomBytes(200_000) };

for (const [what, bytes] of Object.entries(contents)) {
  test(`the tool opens ${what} that we sealed, as bytes and as text`, async () => {
    const key = newKey();
    const sealed = await ours.seal(bytes, key.recipient);
    assert.deepEqual(open(sealed, key.file), bytes);
    assert.deepEqual(open(ours.armored(sealed), key.file), bytes);
  });

  test(`we open ${what} that the tool sealed, as bytes and as text`, async () => {
    const [key, other] = [newKey(), newKey()];
    for (const isArmored of [false, true]) {
      const sealed = seal(bytes, key.recipient, isArmored);
      const opened = await ours.open(new Uint8Array(sealed), [other.identity, key.identity]);
      assert.deepEqual(Buffer.from(opened), bytes);
    }
  });
}

test("a key made by the tool and one made by us are the same kind of key", async () => {
  const theirs = newKey();
  assert.equal(await ours.recipientOf(theirs.identity), theirs.recipient);
  const identity = await ours.generate();
  const sealed = seal(Buffer.from("a"), await ours.recipientOf(identity));
  assert.equal(open(sealed, `# a comment\n${identity}\n`).toString(), "a");
});

test("a key that does not fit is told from a damaged file", async () => {
  const [key, other] = [newKey(), newKey()];
  const sealed = new Uint8Array(seal(Buffer.from("a"), key.recipient));
  // The words by which src/browser/worker_host/returning.rs tells it.
  await assert.rejects(ours.open(sealed, [other.identity]), /no identity matched/);
  sealed[sealed.length - 1] ^= 1;
  await assert.rejects(ours.open(sealed, [key.identity]), (error) => !/no identity matched/.test(error.message));
});

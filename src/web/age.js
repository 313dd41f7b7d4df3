// The age format (https://age-encryption.org/v1), loaded by page and worker when something is sealed or opened.

import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";

const START = "-----BEGIN AGE";

// Called from src/browser/age.rs.
globalThis.aptaujaAge = {
  /** Bytes, encrypted for whoever has the identity to `recipient` (age1…). */
  async seal(bytes, recipient) {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    return await encrypter.encrypt(bytes);
  },

  /** Sealed bytes as text, with lines at beginning and end. */
  armored: (bytes) => armor.encode(bytes),

  /** What was sealed, as bytes or as text; throws where none of the identities (AGE-SECRET-KEY-1…) fits. */
  async open(bytes, identities) {
    const decrypter = new Decrypter();
    for (const identity of identities) decrypter.addIdentity(identity);
    const head = new TextDecoder().decode(bytes.subarray(0, START.length));
    return await decrypter.decrypt(head === START ? armor.decode(new TextDecoder().decode(bytes)) : bytes);
  },

  /** A new identity. */
  generate: () => generateX25519Identity(),

  /** The recipient that belongs to an identity; throws where it is not one. */
  recipientOf: (identity) => identityToRecipient(identity),
};

// The ways a response leaves this browser, shown on the receipt: a letter, the sheet for sharing, a file, paper.
//
// A bundle that comes with the receipt, as nobody needs it before the first question (src/browser/sending.rs).

import { pack, save } from "./sending/parcel.js";
import markup from "./sending/ways.html";

/** What mail programs and systems take of an address; the oldest of them no more. */
const LONGEST_LETTER = 2_000;

/** Shows every way this browser has in the element with this id; settles when they can be used. */
export async function showWays(id, language, { name, text, recipient, email, title }) {
  const { files, block } = await pack(name, text, recipient);
  const place = document.getElementById(id);
  if (!place) return;
  place.innerHTML = markup[language];
  const part = (of) => place.querySelector(`[data-part="${of}"]`);
  const words = (of, values) => {
    const { textContent } = part("words").content.querySelector(`[data-word="${of}"]`);
    return textContent.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  };
  const say = (...said) => (part("said").textContent = words(...said));
  const copy = () => {
    // Where it is not allowed, the text stands there to be copied by hand.
    navigator.clipboard?.writeText(block).then(() => say("copied"), () => {});
  };
  const press = (of, action) => part(of).addEventListener("click", action);

  const response = JSON.parse(text).responses[0].id;
  part("letter").href = letter(email, words("subject", { survey: title, id: response }), [
    `${words("greeting")}\n\n${block}\n`,
    `${words("paste")}\n\n`,
  ]);
  // Also where the block is in the letter: a mail program may cut it off.
  press("letter", copy);
  press("copy", copy);
  part("hand").querySelector("p").textContent = part("hand").querySelector("p").textContent.replace("{email}", email);
  part("block").value = block;
  for (const of of ["letter", "hand"]) part(of).hidden = !block;

  const shared = files.find((file) => navigator.canShare?.({ files: [file] }));
  part("share").hidden = !shared;
  // Nothing to be said to whoever closes the sheet.
  press("share", () => navigator.share({ files: [shared] }).catch(() => {}));
  press("save", () => {
    save(files[0]);
    say("saved", { file: files[0].name });
  });
  press("print", () => print());
  part("sealed").hidden = !recipient;
}

/** Saves a response as a file, sealed. */
export async function saveSealed({ name, text, recipient }) {
  const { files } = await pack(name, text, recipient);
  save(files[0]);
}

/** Address of a letter with the first body that is not too long. */
function letter(email, subject, bodies) {
  const address = (body) =>
    `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
  const addresses = bodies.map(address);
  return addresses.find((it) => it.length <= LONGEST_LETTER) ?? addresses.at(-1);
}

// Starts the page: first what can be read at once, then the application, which takes its place.
//
// Respondents get a binary without the pages of staff and auditors. Whoever comes to one of these from another page
// is brought here again by a reload; the larger binary has all pages and stays.

import { askForAll } from "./early/definitions.js";
import { stored } from "./early/language.js";
import { showEarly } from "./early/page.js";
import { giveWay } from "./early/swap.js";

/** How long the first words are waited for, milliseconds. */
const PATIENCE = 3_000;

/** How long the page has the network for itself, milliseconds. */
const SETTLING = 3_000;

// What comes when it is first needed, for src/browser/{age,reading,sending}.rs.
globalThis.aptaujaLate = {
  age: () => import("./age.js"),
  read: async (...page) => (await import("./reading.js")).markup(...page),
  send: async (...parcel) => (await import("./sending.js")).showWays(...parcel),
  saveSealed: async (parcel) => (await import("./sending.js")).saveSealed(parcel),
};

// A kiosk is the larger binary's on every page.
const isKiosk = () => stored("kiosk");
const needsAuditor = () => isKiosk() || /^#\/(results|catalogue|device|links|keys)\b/.test(location.hash);
const isAuditor = needsAuditor();

// Whoever follows a link to the other binary's pages while this one is on its way need not wait for it.
addEventListener("hashchange", turn);
// Another tab made this browser a kiosk.
addEventListener("storage", () => isKiosk() && !isAuditor && location.reload());

start().catch((error) => {
  console.error(error);
  for (const id of ["early", "loading", "app"]) document.getElementById(id)?.remove();
  document.getElementById("failure").hidden = false;
});

async function start() {
  askForAll(isAuditor);
  // Definitions that do not come must not hold the application back, which says so.
  const part = isAuditor && auditorsPart();
  // A kiosk has neither the navigation nor the pages that come early.
  await Promise.race([isKiosk() ? part : showEarly(part), new Promise((done) => setTimeout(done, PATIENCE))]);
  // Words are small and the wasm is not: what can be read is drawn first, then the wasm is asked for.
  await drawn();
  const [script, wasm] = isAuditor
    ? [import("./auditor.js"), fetch("auditor_bg.wasm")]
    : [import("./app.js"), fetch("app_bg.wasm")];
  const { default: run } = await script;
  giveWay(() => removeEventListener("hashchange", turn));
  await run({ module_or_path: wasm });
  // Whatever the page still needs comes first.
  if (IS_RELEASE) setTimeout(() => import("./offline.js"), SETTLING);
}

function turn() {
  if (needsAuditor() !== isAuditor) location.reload();
}

/** The words of the results page, once the style sheet they need is there too. */
async function auditorsPart() {
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "auditor.css" });
  const styled = new Promise((done) => (sheet.onload = sheet.onerror = done));
  document.head.append(sheet);
  // Without it the page begins a little later.
  const [part] = await Promise.all([import("./early.js").catch(() => ({})), styled]);
  return part;
}

/** Two frames: the first draws, the second knows it. A tab in the background draws none and does not wait. */
function drawn() {
  return new Promise((done) => {
    if (document.hidden) done();
    requestAnimationFrame(() => requestAnimationFrame(done));
    setTimeout(done, 500);
  });
}

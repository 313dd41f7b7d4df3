// What can be read before the application is there: the head of the page, and the beginning of three pages.
//
// It stands where the application will show the same; what cannot work yet keeps its room and is not seen. Nothing
// here is needed: where anything is not as expected, less is shown, and the application says what is wrong.

import { read } from "./definitions.js";
import { introOf } from "./intro.js";
import { chosenLanguage, localised } from "./language.js";
import markup from "./page.html";

const [path, query] = location.hash.slice(1).split("?");

/** Shows it as it comes; settles when no more comes. `auditor`: promise of results.js, for those who need it. */
export async function showEarly(auditor) {
  const language = chosenLanguage(query, markup);
  document.documentElement.lang = language;
  const early = document.getElementById("early");
  early.innerHTML = markup[language];
  const main = early.querySelector("main");
  const nav = early.querySelector("nav");
  nav.querySelector(`[href="${CSS.escape(`#${path || "/"}`)}"]`)?.setAttribute("aria-current", "page");
  // In the midst of a survey nothing else is offered.
  if (/^\/survey\/[^/]+\/(step|review)/.test(path)) nav.remove();
  try {
    await Promise.all([showInstitution(early, language), showBeginning(main, language, auditor)]);
  } catch {
    // The application's to say.
  }
}

async function showInstitution(early, language) {
  const [first] = (await read("index.json")).surveys;
  early.querySelector(".institution").textContent = localised(first.institution.name, language);
}

async function showBeginning(main, language, auditor) {
  if (path === "/results") {
    (await auditor).showResults?.(main, language);
  } else if (!path || path === "/" || /^\/survey\/[^/]+$/.test(path)) {
    const intro = await introOf(decodeURIComponent(path?.split("/")[2] ?? ""), language);
    if (intro) main.replaceChildren(intro);
  }
}

// Pages that are only read, loaded when somebody opens one: before the first question nobody needs their words.

import accessibility from "./reading/accessibility.html";
import privacy from "./reading/privacy.html";

const pages = { accessibility, privacy };

/** The markup of a page; `institution` and `email` are put where its words have them in braces. */
export function markup(page, language, institution, email) {
  const values = { institution, email };
  return pages[page][language].replace(/\{(\w+)\}/g, (_, name) => escaped(values[name]));
}

function escaped(text) {
  return Object.assign(document.createElement("i"), { textContent: text }).innerHTML;
}

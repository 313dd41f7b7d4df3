// The beginning of the results page; a file of its own, as respondents do not need it.

import markup from "./results.html";

/** Shows it. */
export function showResults(main, language) {
  main.className = "is-wide";
  main.innerHTML = markup[language];
}

// Which language is spoken before the application is there; it chooses in the same way.

/** The address's language, the one chosen before, or the document's: the first that is `known`. */
export function chosenLanguage(query, known) {
  const wanted = [new URLSearchParams(query).get("lang"), stored("language"), document.documentElement.lang];
  return wanted.find((it) => Object.hasOwn(known, it));
}

/** A localised string of a definition in a language. */
export const localised = (text, language) => (typeof text === "string" ? text : text[language] ?? text.default);

/** A value that the application keeps. */
export function stored(name) {
  try {
    return JSON.parse(localStorage.getItem(`aptauja:${name}`));
  } catch {
    // Storage is blocked or damaged: the application says so.
    return undefined;
  }
}

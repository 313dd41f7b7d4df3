// The definition files, asked for before the wasm is there: it takes the answers over (src/browser/definitions.rs).

/** File name → promise of the response. */
const begun = (globalThis.aptaujaDefinitions = {});

function ask(name) {
  // An institution changes these files in place: the server is asked each time whether they are new.
  begun[name] ??= fetch(`surveys/${name}`, { cache: "no-cache" });
  // The application says what is wrong.
  begun[name].catch(() => {});
  return begun[name];
}

/** A file's value. The response itself stays unread, for the application. */
export async function read(name) {
  const response = await ask(name);
  return response.clone().json();
}

/** Asks for every file the application will want; the baselines are the auditor's. */
export async function askForAll(isAuditor) {
  try {
    for (const survey of (await read("index.json")).surveys) {
      for (const name of [survey.questionnaire, survey.catalogue, isAuditor && survey.baseline]) if (name) ask(name);
    }
  } catch {
    // Said by the application.
  }
}

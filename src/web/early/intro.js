// Title and lead of a survey that takes answers, out of its definition.

import { read } from "./definitions.js";
import { localised } from "./language.js";

/** The survey with this id, or the first open one without an id; nothing where it takes no answers. */
export async function introOf(id, language) {
  const today = new Date().toISOString().slice(0, 10);
  const { surveys } = await read("index.json");
  const isMeant = (it) => (!id || it.id === id) && !(today < it.opens) && !(today > it.closes);
  const entry = surveys.find(isMeant);
  if (!entry) return undefined;
  const { title, description } = await read(entry.questionnaire);
  const words = (text) =>
    localised(text, language).replace(/\{(\w+)\}/g, (_, name) => localised(entry.variables[name], language));
  const intro = element("div", "intro");
  const column = element("div");
  column.append(element("h1", "", words(title)), element("p", "lead", description ? words(description) : ""));
  intro.append(column);
  return intro;
}

function element(name, className = "", textContent = "") {
  return Object.assign(document.createElement(name), { className, textContent });
}

// The schemas as the application serves them, compiled once.
// `validator(name)` gives a function from a value to its faults (none: valid).
import { readdirSync, readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const folder = new URL("../../public/schema/", import.meta.url);
const suffix = ".schema.json";

/** Names of all schemas: "report" for public/schema/report.schema.json. */
export const names = readdirSync(folder)
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length))
  .sort();

/** The schema itself, parsed. */
export function schema(name) {
  return JSON.parse(readFileSync(new URL(name + suffix, folder), "utf8"));
}

// Strict, so that a misspelt keyword is an error. Two checks are off because
// our conditions name members that a neighbouring keyword describes.
const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allErrors: true,
});
addFormats(ajv);
for (const name of names) ajv.addSchema(schema(name));

/**
 * A function from a parsed value to a list of faults, each "<JSON pointer> <message>";
 * an empty list means the value is valid.
 */
export function validator(name) {
  const validate = ajv.getSchema(name + suffix);
  if (!validate) throw new Error(`no schema is named ${name}: ${names.join(", ")}`);
  return (value) => {
    if (validate(value)) return [];
    return validate.errors.map((fault) => `${fault.instancePath || "/"} ${fault.message}`);
  };
}

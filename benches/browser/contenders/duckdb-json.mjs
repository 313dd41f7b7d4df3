// DuckDB-WASM reading the file itself: read_json with explicit column types into a table of enums and
// truth values, in one statement.
//
// DuckDB's own package loads its JSON reader from a server of DuckDB's when it is first used, which a
// bench without a network cannot. Malloy's package of DuckDB-WASM has the same reader built in.

import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from "@malloydata/duckdb-wasm";
import { cross, flagsOf, quoted, tally } from "./duckdb-sql.mjs";

const words = { spell: (_, value) => `'${value}'`, name: (_, value) => value };
let database, keys, texts, languages, split, run;

export default {
  async open(survey) {
    ({ keys, texts, languages, split } = survey);
    database = new AsyncDuckDB(new VoidLogger(), new Worker("duckdb-json/duckdb-browser-eh.worker.js"));
    await database.instantiate(new URL("duckdb-json/duckdb-eh.wasm", location.href).href);
    const connection = await database.connect();
    run = async (sql) => (await connection.query(sql)).toArray().map((row) => row.toJSON());
  },

  async load(file) {
    await database.registerFileHandle("responses.ndjson", file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
    await run(`CREATE TABLE responses AS SELECT ${columns()} FROM
      read_json('responses.ndjson', format = 'newline_delimited', columns = {id: 'UUID', submitted_at: 'TIMESTAMP',
        language: ${literal(enumeration(languages))}, answers: ${literal(answers())}})`);
    await database.dropFile("responses.ndjson");
    return this.tally({});
  },

  tally: (filter) => tally(run, keys, filter, words),
  cross: () => cross(run, keys, split, words),
};

function columns() {
  const counted = keys.flatMap((key) => {
    const { question, row } = key;
    if (key.kind === "text") return [];
    if (key.kind === "single") return [`${path(question, row)} AS ${quoted(key.key)}`];
    const options = key.values.map((value) => `coalesce(list_contains(${path(question)}, '${value}'), false)`);
    return [`${path(question)} IS NOT NULL`, ...options].map((flag, at) => `${flag} AS ${quoted(flagsOf(key)[at])}`);
  });
  const kept = texts.map((name) => `${path(name)} AS ${quoted(name)}`);
  return ["id", `submitted_at::DATE AS "day"`, "language", ...counted, ...kept];
}

function path(question, row) {
  return ["answers", quoted(question), ...(row === undefined ? [] : [quoted(row)])].join(".");
}

/** The type of a response's answers. */
function answers() {
  const members = new Map(texts.map((name) => [name, "VARCHAR"]));
  for (const { question, row, kind, values } of keys) {
    if (kind === "multiple") members.set(question, "VARCHAR[]");
    else if (kind === "single" && row === undefined) members.set(question, enumeration(values));
    else if (kind === "single") members.set(question, [...(members.get(question) ?? []), `${quoted(row)} ${enumeration(values)}`]);
  }
  const types = [...members].map(([name, type]) => `${quoted(name)} ${Array.isArray(type) ? `STRUCT(${type})` : type}`);
  return `STRUCT(${types})`;
}

function enumeration(values) {
  return `ENUM(${values.map((value) => `'${value}'`)})`;
}

function literal(text) {
  return `'${text.replaceAll("'", "''")}'`;
}

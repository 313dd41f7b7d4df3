// DuckDB-WASM's own package, whose JSON reader is not in it: JSON.parse turns the lines into batches of
// Arrow columns (codes, truth values, texts) while DuckDB's worker takes over the batch before.

import { AsyncDuckDB, VoidLogger } from "@duckdb/duckdb-wasm";
import { Bool, DateDay, Table, Uint8, Utf8, makeData, makeVector, vectorFromArray } from "apache-arrow";
import { cross, flagsOf, tally } from "./duckdb-sql.mjs";
import { eachLine } from "./lines.mjs";

const BATCH = 50_000;
const DAY = 86_400_000;
let keys, texts, languages, split, connection, codes;

export default {
  async open(survey) {
    ({ keys, texts, languages, split } = survey);
    codes = new Map(keys.map(({ key, values }) => [key, new Map(values.map((value, at) => [value, at + 1]))]));
    codes.set("language", new Map(languages.map((value, at) => [value, at + 1])));
    const database = new AsyncDuckDB(new VoidLogger(), new Worker("duckdb-arrow/duckdb-browser-eh.worker.js"));
    await database.instantiate(new URL("duckdb-arrow/duckdb-eh.wasm", location.href).href);
    connection = await database.connect();
  },

  async load(file) {
    let sent = Promise.resolve();
    let create = true;
    let batch = [];
    const send = () => {
      const table = tableOf(batch);
      const options = { name: "responses", create };
      sent = sent.then(() => connection.insertArrowTable(table, options));
      create = false;
      batch = [];
    };
    await eachLine(file, (line) => {
      batch.push(JSON.parse(line));
      if (batch.length === BATCH) send();
    });
    if (batch.length > 0) send();
    await sent;
    return this.tally({});
  },

  tally: (filter) => tally(run, keys, filter, { spell, name }),
  cross: () => cross(run, keys, split, { name }),
};

async function run(sql) {
  return (await connection.query(sql)).toArray().map((row) => row.toJSON());
}

function spell(key, value) {
  return codes.get(key).get(value);
}

function name(key, code) {
  return code === "0" ? null : keys.find((it) => it.key === key).values[code - 1];
}

function tableOf(batch) {
  const columns = {
    id: vectorFromArray(batch.map((it) => it.id), new Utf8()),
    day: makeVector(makeData({ type: new DateDay(), data: Int32Array.from(batch, (it) => Math.floor(Date.parse(it.submitted_at) / DAY)) })),
    language: codesOf("language", batch.map((it) => it.language)),
  };
  for (const key of keys) {
    const { question, row } = key;
    const given = batch.map(({ answers }) => (row === undefined ? answers[question] : answers[question]?.[row]));
    if (key.kind === "single") columns[key.key] = codesOf(key.key, given);
    if (key.kind === "multiple") Object.assign(columns, flagColumns(key, given));
  }
  for (const text of texts) columns[text] = vectorFromArray(batch.map((it) => it.answers[text] ?? null), new Utf8());
  return new Table(columns);
}

/** 0: not answered. */
function codesOf(key, given) {
  const code = codes.get(key);
  return makeVector(makeData({ type: new Uint8(), data: Uint8Array.from(given, (value) => code.get(value) ?? 0) }));
}

function flagColumns(key, given) {
  const flags = [(it) => it !== undefined, ...key.values.map((value) => (it) => it?.includes(value) ?? false)];
  return Object.fromEntries(flags.map((flag, at) => [flagsOf(key)[at], bits(given, flag)]));
}

function bits(given, flag) {
  const data = new Uint8Array(Math.ceil(given.length / 8));
  given.forEach((it, at) => {
    if (flag(it)) data[at >> 3] |= 1 << (at & 7);
  });
  return makeVector(makeData({ type: new Bool(), length: given.length, data }));
}

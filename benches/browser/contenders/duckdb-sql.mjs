// The queries of both ways into DuckDB: a table `responses` with a column for every single choice and one
// of truth values for every option of a multiple choice. Tuned by trying: rows that pass the filter are
// materialised once; grouping small codes or enums, then naming them, beat histogram() and grouping sets.

export const quoted = (name) => `"${name}"`;

/** Names of the truth values of a multiple choice: whether it was answered, and every option. */
export function flagsOf({ key, values }) {
  return [key, ...values.map((value) => `${key}=${value}`)];
}

/** A tally by two queries; `spell(key, value)` writes a value as the table holds it, `name` reads it. */
export async function tally(run, keys, filter, { spell, name }) {
  const passed = `WITH passed AS MATERIALIZED (SELECT * FROM responses WHERE ${condition(filter, spell)})`;
  const flags = keys.flatMap((key) => {
    if (key.kind === "multiple") return flagsOf(key).map((flag) => `count(*) FILTER (${quoted(flag)}) AS ${quoted(flag)}`);
    return key.kind === "text" ? [`count(${quoted(key.key)}) AS ${quoted(key.key)}`] : [];
  });
  const singles = keys.filter((it) => it.kind === "single");
  const groups = singles.map(
    ({ key }) => `SELECT '${key}' AS k, v::VARCHAR AS v, n FROM
      (SELECT ${quoted(key)} AS v, count(*) AS n FROM passed GROUP BY 1)`,
  );
  const [sums] = await run(`${passed} SELECT count(*) AS responses, ${flags} FROM passed`);
  const counts = Object.fromEntries(Object.entries(sums).map(([flag, count]) => [flag, Number(count)]));
  for (const { k, v, n } of await run(`${passed} ${groups.join(" UNION ALL ")}`)) {
    const value = name(k, v);
    if (value === null) continue;
    counts[`${k}=${value}`] = Number(n);
    counts[k] = (counts[k] ?? 0) + Number(n);
  }
  return counts;
}

/** The rows of a matrix by service. */
export async function cross(run, keys, split, { name }) {
  const rows = keys.filter((it) => it.question === split);
  const groups = rows.map(
    ({ key }) => `SELECT '${key}' AS k, v::VARCHAR AS v, service::VARCHAR AS s, n FROM
      (SELECT ${quoted(key)} AS v, service, count(*) AS n FROM responses GROUP BY 1, 2)`,
  );
  const counts = {};
  for (const { k, v, s, n } of await run(groups.join(" UNION ALL "))) {
    const value = name(k, v);
    if (value !== null) counts[`${k.slice(split.length + 1)}|${value}|${name("service", s)}`] = Number(n);
  }
  return counts;
}

function condition({ from, to, ...wanted }, spell) {
  const all = Object.entries(wanted).map(([key, values]) => `${quoted(key)} IN (${values.map((it) => spell(key, it))})`);
  if (from !== undefined) all.push(`"day" BETWEEN DATE '${from}' AND DATE '${to}'`);
  return all.join(" AND ") || "true";
}

-- The figures of an Aptauja report, counted by DuckDB 2 from files of accepted responses.
--
-- How to run it, and what the settings mean: README.md beside this file. In short:
--
--   duckdb -cmd "SET VARIABLE files = ['responses/*.ndjson*']; SET VARIABLE survey = 'mfa-2018'" -f duckdb.sql
--
-- Nothing of the questionnaire is written here: questions, choices and rows are read from its definition.

-- ── Settings ─────────────────────────────────────────────────────────────────────────────────────────
SET VARIABLE files = coalesce(getvariable('files'), ['responses/*.ndjson*']);
SET VARIABLE surveys = coalesce(getvariable('surveys'), '../surveys');
SET VARIABLE survey = coalesce(getvariable('survey'), '');
-- As in the address of the results page: 'service=mfa-04,mfa-05&from=2018-01-20'.
SET VARIABLE filter = regexp_replace(coalesce(getvariable('filter'), ''), '^[^?]*[?]', '');

-- ── The filter's pairs ───────────────────────────────────────────────────────────────────────────────
CREATE OR REPLACE TEMP TABLE pair AS
SELECT url_decode(replace(split_part(part, '=', 1), '+', ' ')) AS key,
       replace(part[strpos(part, '=') + 1:], '+', ' ') AS "values", number
FROM unnest(string_split(getvariable('filter'), '&')) WITH ORDINALITY AS parts(part, number)
WHERE strpos(part, '=') > 0 AND NOT starts_with(part, '_') AND split_part(part, '=', 1) <> 'lang'
  AND strpos(part, '=') < length(part);

SET VARIABLE survey = coalesce(
  (SELECT url_decode("values") FROM pair WHERE key = 'survey' ORDER BY number LIMIT 1), getvariable('survey'));
SET VARIABLE first_day = (SELECT url_decode("values")::DATE::VARCHAR FROM pair WHERE key = 'from' ORDER BY number LIMIT 1);
SET VARIABLE last_day = (SELECT url_decode("values")::DATE::VARCHAR FROM pair WHERE key = 'to' ORDER BY number LIMIT 1);

-- Commas separate values; an escaped one does too unless a plain one stands beside it.
CREATE OR REPLACE TEMP TABLE wanted AS
SELECT key, list_filter(flatten(list(
         CASE WHEN contains("values", ',')
              THEN list_transform(string_split("values", ','), lambda value: url_decode(value))
              ELSE string_split(url_decode("values"), ',') END)), lambda value: value <> '') AS "values"
FROM pair WHERE key NOT IN ('survey', 'from', 'to')
GROUP BY key;

-- ── The definition ───────────────────────────────────────────────────────────────────────────────────
CREATE OR REPLACE TEMP TABLE entry AS
SELECT item ->> '$.questionnaire' AS questionnaire, item ->> '$.catalogue' AS catalogue
FROM read_text(getvariable('surveys') || '/index.json'),
     unnest((content::JSON -> '$.surveys')::JSON[]) AS items(item)
WHERE (item ->> '$.id') = getvariable('survey');

SET VARIABLE questionnaire = getvariable('surveys') || '/' || coalesce(
  (SELECT questionnaire FROM entry), error('index.json has no survey "' || getvariable('survey') || '"'));
SET VARIABLE catalogue = getvariable('surveys') || '/' || (SELECT coalesce(catalogue, questionnaire) FROM entry);

-- Pages and panels are opened until only questions are left; what they are shown by goes with them.
CREATE OR REPLACE TEMP TABLE element AS
WITH RECURSIVE opened(place, element, conditions) AS (
  SELECT []::BIGINT[], content::JSON, []::VARCHAR[]
  FROM read_text(getvariable('questionnaire'))
  UNION ALL
  SELECT list_append(place, number), child,
         CASE WHEN trim(coalesce((child ->> '$.visibleIf'), '')) <> '' THEN list_append(conditions, (child ->> '$.visibleIf'))
              WHEN (child ->> '$.visible') = 'false' THEN list_append(conditions, 'false')
              ELSE conditions END
  FROM opened,
       unnest(coalesce((element -> '$.pages'), (element -> '$.elements'), (element -> '$.questions'))::JSON[])
         WITH ORDINALITY AS children(child, number)
)
SELECT row_number() OVER (ORDER BY place) AS position, element ->> '$.name' AS question,
       element ->> '$.type' AS kind, element, conditions
FROM opened WHERE (element ->> '$.type') NOT IN ('panel', 'html') AND len(place) > 0;

CREATE OR REPLACE TEMP TABLE service AS
SELECT item ->> '$.id' AS id, item ->> '$.provider' AS provider, number
FROM read_text(getvariable('catalogue')),
     unnest((content::JSON -> '$.services')::JSON[]) WITH ORDINALITY AS items(item, number);

-- `"value"`, `5` or `{"value": …}`.
CREATE OR REPLACE TEMP MACRO values_in(list) AS
  list_transform(coalesce(list, '[]')::JSON[], lambda item: coalesce((item ->> '$.value'), (item ->> '$')));
CREATE OR REPLACE TEMP MACRO has(element, flag) AS coalesce((element ->> flag) = 'true', false);
-- The whole steps of a rating; the number of steps counts where it decides one end, and only there.
CREATE OR REPLACE TEMP MACRO steps(lowest, highest, number, step) AS
  range(CASE WHEN lowest IS NULL AND highest IS NOT NULL AND number IS NOT NULL
             THEN highest - (number - 1) * step ELSE coalesce(lowest, 1) END,
        CASE WHEN lowest IS NOT NULL AND highest IS NULL AND number IS NOT NULL
             THEN lowest + (number - 1) * step ELSE coalesce(highest, 5) END + 1, step);

CREATE OR REPLACE TEMP TABLE question AS
WITH listed AS (
  SELECT *, values_in(element -> '$.choices') AS choices FROM element
)
SELECT position, question, kind, conditions,
       CASE WHEN kind = 'matrix' THEN values_in(element -> '$.rows') ELSE [NULL] END AS "rows",
       CASE
         WHEN kind = 'boolean' THEN ['true', 'false']
         WHEN kind = 'matrix' THEN values_in(element -> '$.columns')
         WHEN kind = 'rating' AND len(values_in(element -> '$.rateValues')) > 0 AND NOT has(element, '$.autoGenerate')
           THEN values_in(element -> '$.rateValues')
         WHEN kind = 'rating'
           THEN steps((element ->> '$.rateMin')::BIGINT, (element ->> '$.rateMax')::BIGINT,
                      (element ->> '$.rateCount')::BIGINT, coalesce((element ->> '$.rateStep')::BIGINT, 1))::VARCHAR[]
         WHEN kind IN ('radiogroup', 'checkbox', 'dropdown')
           THEN CASE WHEN kind = 'dropdown' AND len(choices) = 0
                     THEN coalesce((SELECT list(id ORDER BY number) FROM service), []) ELSE choices END
             || CASE WHEN has(element, '$.showNoneItem') OR has(element, '$.hasNone') THEN ['none'] ELSE [] END
             || CASE WHEN has(element, '$.showOtherItem') OR has(element, '$.hasOther') THEN ['other'] ELSE [] END
         ELSE []
       END AS "values"
FROM listed;

-- What filters and conditions ask for: a question, or a row of a matrix.
CREATE OR REPLACE TEMP TABLE asked AS
SELECT question AS key, kind, question, NULL AS "row", position FROM question WHERE kind <> 'matrix' AND len("values") > 0
UNION ALL
SELECT question || '.' || "row", kind, question, "row", position
FROM question, unnest("rows") AS listed("row") WHERE kind = 'matrix';

-- The first dropdown that offers services of the catalogue.
SET VARIABLE catalogue_question = (
  SELECT question FROM question
  WHERE kind = 'dropdown' AND list_has_all(
    (SELECT coalesce(list(id), []) FROM service), list_filter("values", lambda value: value NOT IN ('none', 'other')))
  ORDER BY position LIMIT 1);

-- The keys of a filter; the contract's own come first, so they mean the same in every survey.
CREATE OR REPLACE TEMP TABLE key AS
WITH listed AS (
  SELECT 1 AS rank, 'language' AS key, 'language' AS kind, NULL AS question, NULL AS "row"
  UNION ALL
  SELECT 2, 'provider', 'dropdown', getvariable('catalogue_question'), NULL
  WHERE getvariable('catalogue_question') IS NOT NULL
  UNION ALL
  SELECT 2 + position, key, kind, question, "row" FROM asked
  UNION ALL
  SELECT 1000000, 'service', 'dropdown', getvariable('catalogue_question'), NULL
  WHERE getvariable('catalogue_question') IS NOT NULL
)
SELECT * FROM listed QUALIFY row_number() OVER (PARTITION BY key ORDER BY rank) = 1;

SELECT error('the filter has an unknown key: ' || key) AS keys_are_known
FROM wanted WHERE key NOT IN (SELECT key FROM key);

SET VARIABLE wanted = (
  SELECT coalesce(list({kind: kind, question: question, "row": "row", "values":
    CASE WHEN key = 'provider'
         THEN coalesce((SELECT list(id) FROM service WHERE list_contains(wanted."values", provider)), [])
         ELSE "values" END}), [])
  FROM wanted JOIN key USING (key));

-- Conditions of the forms `{key} = 'value'`, `{key} contains 'value'` and `{key} notempty`; the report
-- lists others as not applied.
CREATE OR REPLACE TEMP TABLE condition AS
WITH written AS (
  SELECT question, position, unnest(conditions) AS text FROM question
), parts AS (
  SELECT question, position, text, regexp_extract(
      trim(text), '^[{]([^}]+)[}]\s*(==|=|equal|contains|notempty)\s*[''"]?([^''"{}]*?)[''"]?$', ['key', 'operator', 'value']) AS part
  FROM written
)
SELECT parts.question AS hidden, parts.position, text, asked.kind, asked.question, asked."row", nullif(lower(part.value), '') AS value,
       text = 'false' OR coalesce(CASE part.operator
         WHEN 'notempty' THEN part.value = ''
         WHEN 'contains' THEN part.value <> '' AND asked.kind = 'checkbox'
         ELSE part.value <> '' AND asked.kind <> 'checkbox' END, false) AS is_applied
FROM parts LEFT JOIN asked ON asked.key = part.key;

SET VARIABLE conditions = (
  SELECT coalesce(list({hidden: hidden, kind: kind, question: question, "row": "row", value: value}), [])
  FROM condition WHERE is_applied);

-- ── The responses ────────────────────────────────────────────────────────────────────────────────────
-- The values an answer gives to a key, as texts; a list of NULL where there is none.
CREATE OR REPLACE TEMP MACRO values_of(answers, kind, question, "row") AS
  CASE kind WHEN 'checkbox' THEN answers[question]::VARCHAR[]
            WHEN 'matrix' THEN [answers[question] ->> ('$."' || "row" || '"')]
            ELSE [answers[question] ->> '$'] END;

-- One id counts once: the first by file name.
CREATE OR REPLACE TEMP VIEW response AS
SELECT survey, submitted_at[:10] AS day, language, answers
FROM read_ndjson(getvariable('files'), filename = 'file',
       columns = {id: 'VARCHAR', survey: 'VARCHAR', submitted_at: 'VARCHAR', language: 'VARCHAR', answers: 'MAP(VARCHAR, JSON)'})
QUALIFY row_number() OVER (PARTITION BY lower(id) ORDER BY parse_filename(file), submitted_at, answers::VARCHAR) = 1;

-- Answers to questions that the response's own answers hide are not counted.
CREATE OR REPLACE TEMP VIEW counted AS
WITH shown AS (
  SELECT day, language, answers, list_transform(
      list_filter(getvariable('conditions'), lambda it: answers[it.hidden] IS NOT NULL
        AND len(list_filter(values_of(answers, it.kind, it.question, it."row"),
                            lambda value: value IS NOT NULL AND coalesce(lower(value) = it.value, it.kind IS NOT NULL))) = 0),
      lambda it: it.hidden) AS hidden
  FROM response WHERE survey = getvariable('survey')
)
SELECT day, language,
  CASE WHEN len(hidden) = 0 THEN answers
       ELSE map_from_entries(list_filter(map_entries(answers), lambda entry: NOT list_contains(hidden, entry.key))) END AS answers
FROM shown;

CREATE OR REPLACE TEMP VIEW passed AS
SELECT answers FROM counted
WHERE coalesce(day >= getvariable('first_day'), true) AND coalesce(day <= getvariable('last_day'), true)
  AND len(list_filter(getvariable('wanted'), lambda it: NOT coalesce(list_has_any(
        CASE WHEN it.kind = 'language' THEN [language] ELSE values_of(answers, it.kind, it.question, it."row") END,
        it."values"), false))) = 0;

-- ── The counts ───────────────────────────────────────────────────────────────────────────────────────
-- One fact for each value chosen, one without a value for each question and each row answered, and one
-- without a question for each response.
CREATE OR REPLACE TEMP TABLE tally AS
WITH given AS (
  SELECT unnest(map_entries(answers) || [{key: '', value: '""'::JSON}], max_depth := 2) FROM passed
), fact AS (
  SELECT coalesce(position, 0) AS position, unnest(CASE
      WHEN given.key = '' OR kind IN ('comment', 'text') AND given.value <> '""' THEN [{"row": NULL::VARCHAR, value: NULL::VARCHAR}]
      WHEN given.value IN ('[]', '{}', '""') THEN []
      WHEN kind = 'checkbox' THEN
        list_transform([NULL] || given.value::VARCHAR[], lambda value: {"row": NULL::VARCHAR, value: value})
      WHEN kind = 'matrix' THEN
        [{"row": NULL::VARCHAR, value: NULL::VARCHAR}] || flatten(list_transform(map_entries(given.value::MAP(VARCHAR, VARCHAR)),
          lambda entry: [{"row": entry.key, value: NULL::VARCHAR}, {"row": entry.key, value: entry.value}]))
      ELSE [{"row": NULL::VARCHAR, value: NULL::VARCHAR}, {"row": NULL::VARCHAR, value: given.value ->> '$'}]
    END, max_depth := 2)
  FROM given LEFT JOIN question ON question.question = given.key
  WHERE given.key = '' OR position IS NOT NULL
)
SELECT position, "row", value, count(*) AS count FROM fact GROUP BY ALL;

-- ── The report ───────────────────────────────────────────────────────────────────────────────────────
-- A row for each value; for a text one with how many answered. Wilson's interval at 95 %.
CREATE OR REPLACE TEMP VIEW report AS
WITH cell AS (
  SELECT position, kind, question, "row", value, row_number, value_number
  FROM question, unnest("rows") WITH ORDINALITY AS listed("row", row_number),
       unnest(CASE WHEN len("values") = 0 THEN [NULL] ELSE "values" END) WITH ORDINALITY AS offered(value, value_number)
), counted AS (
  SELECT cell.*, CASE WHEN cell.value IS NOT NULL THEN coalesce(one.count, 0) END AS count, coalesce(base.count, 0) AS answered
  FROM cell
  LEFT JOIN tally AS one ON one.position = cell.position AND one."row" IS NOT DISTINCT FROM cell."row" AND one.value = cell.value
  LEFT JOIN tally AS base ON base.position = cell.position AND base."row" IS NOT DISTINCT FROM cell."row" AND base.value IS NULL
), shared AS (
  SELECT *, count / n AS share, 1.959963984540054 AS z
  FROM (SELECT *, nullif(answered, 0)::DOUBLE AS n FROM counted)
), spread AS (
  SELECT *, share + z * z / (2 * n) AS centre, z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) AS spread, 1 + z * z / n AS scale
  FROM shared
)
SELECT position, row_number, value_number, kind, question, "row", value, count, answered, share,
       CASE WHEN count = 0 THEN 0 * centre ELSE (centre - spread) / scale END AS low,
       CASE WHEN count = answered THEN share ELSE (centre + spread) / scale END AS high
FROM spread;

-- The headline figures: the mean, over the rows that anybody answered, of the share of these values.
CREATE OR REPLACE TEMP VIEW indicator AS
WITH headline(name, question, is_matrix, "values") AS (
  VALUES ('information_sufficient', 'information', true, ['sufficient']),
         ('quality_good', 'quality', true, ['very_good', 'good']),
         ('no_delays', 'delays', false, ['no']),
         ('no_complaints', 'complaints', false, ['no']),
         ('strength_promptness', 'strengths', false, ['promptness']),
         ('reduce_burden', 'suggestions', false, ['reduce_burden'])
), possible AS (
  SELECT name, headline.question, headline."values", position
  FROM headline JOIN question USING (question)
  WHERE is_matrix = (kind = 'matrix') AND list_has_all(question."values", headline."values")
), by_row AS (
  SELECT name, "row", sum(share) AS share
  FROM possible JOIN report USING (question) WHERE list_contains("values", value) GROUP BY name, "row"
)
SELECT name, avg(share) AS share, coalesce((SELECT count FROM tally
    WHERE tally.position = possible.position AND tally."row" IS NULL AND tally.value IS NULL), 0) AS answered
FROM possible JOIN by_row USING (name) GROUP BY name, possible.position;

-- The last statement is the result. Views and tables above can be asked for more.
SELECT kind, question, "row", value, count, answered, share, low, high
FROM (
  SELECT 0 AS position, 0 AS row_number, 0 AS value_number, 'responses' AS kind, NULL AS question, NULL AS "row", NULL AS value,
         coalesce((SELECT count FROM tally WHERE position = 0), 0) AS count, NULL AS answered,
         NULL AS share, NULL AS low, NULL AS high
  UNION ALL
  FROM report
  UNION ALL
  SELECT 1000000, 0, 0, 'indicator', NULL, NULL, name, NULL, answered, share, NULL, NULL FROM indicator
  UNION ALL
  SELECT 1000001, position, 0, 'not applied', hidden, NULL, text, NULL, NULL, NULL, NULL, NULL FROM condition WHERE NOT is_applied
)
ORDER BY position, row_number, value_number, value;

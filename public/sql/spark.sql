-- The figures of an Aptauja report, counted by Spark SQL 4.1 or newer from files of accepted responses.
--
-- How to run it, and what the settings mean: README.md beside this file. In short:
--
--   spark-sql --conf spark.aptauja.files='responses/*.ndjson*' --conf spark.aptauja.surveys=surveys \
--     --conf spark.aptauja.survey=mfa-2018 --conf spark.aptauja.filter= -f spark.sql
--
-- Nothing of the questionnaire is written here: questions, choices and rows are read from its definition.
-- Small results are kept in variables; Spark would else compute them anew wherever they are named.

-- ── The filter's pairs ───────────────────────────────────────────────────────────────────────────────
-- As in the address of the results page: 'service=mfa-04,mfa-05&from=2018-01-20'.
DECLARE OR REPLACE VARIABLE pair_rows ARRAY<STRUCT<key: STRING, values: STRING, number: INT>>;
SET VARIABLE pair_rows = (SELECT collect_list(struct(*)) FROM (
SELECT url_decode(split_part(part, '=', 1)) AS key, substr(part, locate('=', part) + 1) AS values, number
FROM (SELECT posexplode(split(regexp_replace('${spark.aptauja.filter}', '^[^?]*[?]', ''), '&')) AS (number, part))
WHERE locate('=', part) BETWEEN 2 AND length(part) - 1 AND NOT startswith(part, '_') AND split_part(part, '=', 1) <> 'lang'
));
CREATE OR REPLACE TEMPORARY VIEW pair AS SELECT inline(pair_rows);

DECLARE OR REPLACE VARIABLE setting_rows ARRAY<STRUCT<survey: STRING, first_day: STRING, last_day: STRING>>;
SET VARIABLE setting_rows = (SELECT collect_list(struct(*)) FROM (
SELECT coalesce((SELECT url_decode(min_by(values, number)) FROM pair WHERE key = 'survey'), '${spark.aptauja.survey}') AS survey,
       (SELECT CAST(CAST(url_decode(min_by(values, number)) AS DATE) AS STRING) FROM pair WHERE key = 'from') AS first_day,
       (SELECT CAST(CAST(url_decode(min_by(values, number)) AS DATE) AS STRING) FROM pair WHERE key = 'to') AS last_day
));
CREATE OR REPLACE TEMPORARY VIEW setting AS SELECT inline(setting_rows);

-- Commas separate values; an escaped one does too unless a plain one stands beside it.
DECLARE OR REPLACE VARIABLE wanted_rows ARRAY<STRUCT<key: STRING, values: ARRAY<STRING>>>;
SET VARIABLE wanted_rows = (SELECT collect_list(struct(*)) FROM (
SELECT key, filter(flatten(collect_list(
         CASE WHEN contains(values, ',') THEN transform(split(values, ','), value -> url_decode(value))
              ELSE split(url_decode(values), ',') END)), value -> value <> '') AS values
FROM pair WHERE key NOT IN ('survey', 'from', 'to')
GROUP BY key
));
CREATE OR REPLACE TEMPORARY VIEW wanted AS SELECT inline(wanted_rows);

-- ── The definition ───────────────────────────────────────────────────────────────────────────────────
CREATE OR REPLACE TEMPORARY VIEW definition_file USING text
OPTIONS (path '${spark.aptauja.surveys}', pathGlobFilter '*.json', recursiveFileLookup 'true', wholetext 'true');

CREATE OR REPLACE TEMPORARY VIEW definition AS
SELECT url_decode(replace(input_file_name(), '+', '%2B')) AS path, value AS content FROM definition_file;

DECLARE OR REPLACE VARIABLE entry_rows ARRAY<STRUCT<questionnaire: STRING, catalogue: STRING>>;
SET VARIABLE entry_rows = (SELECT collect_list(struct(*)) FROM (
SELECT get_json_object(item, '$.questionnaire') AS questionnaire, get_json_object(item, '$.catalogue') AS catalogue
FROM definition LATERAL VIEW explode(from_json(get_json_object(content, '$.surveys'), 'array<string>')) AS item
WHERE path LIKE '%/index.json' AND get_json_object(item, '$.id') = (SELECT survey FROM setting)
));
CREATE OR REPLACE TEMPORARY VIEW entry AS SELECT inline(entry_rows);

SELECT raise_error('index.json has no survey "${spark.aptauja.survey}"') WHERE (SELECT count(*) FROM entry) = 0;

-- Pages and panels are opened until only questions are left; what they are shown by goes with them.
CREATE OR REPLACE TEMPORARY VIEW element AS
WITH RECURSIVE opened(place, element, conditions) AS (
  SELECT CAST(array() AS ARRAY<INT>), content, CAST(array() AS ARRAY<STRING>)
  FROM definition JOIN entry ON endswith(path, '/' || questionnaire)
  UNION ALL
  SELECT array_append(place, number), child,
         CASE WHEN trim(coalesce(get_json_object(child, '$.visibleIf'), '')) <> ''
              THEN array_append(conditions, get_json_object(child, '$.visibleIf'))
              WHEN get_json_object(child, '$.visible') = 'false' THEN array_append(conditions, 'false')
              ELSE conditions END
  FROM opened LATERAL VIEW posexplode(from_json(coalesce(
    get_json_object(element, '$.pages'), get_json_object(element, '$.elements'), get_json_object(element, '$.questions')),
    'array<string>')) AS number, child
)
SELECT row_number() OVER (ORDER BY place) AS position, get_json_object(element, '$.name') AS question,
       get_json_object(element, '$.type') AS kind, element, conditions
FROM opened WHERE get_json_object(element, '$.type') NOT IN ('panel', 'html') AND size(place) > 0;

DECLARE OR REPLACE VARIABLE service_rows ARRAY<STRUCT<id: STRING, provider: STRING, number: INT>>;
SET VARIABLE service_rows = (SELECT collect_list(struct(*)) FROM (
SELECT get_json_object(item, '$.id') AS id, get_json_object(item, '$.provider') AS provider, number
FROM definition JOIN entry ON endswith(path, '/' || catalogue)
LATERAL VIEW posexplode(from_json(get_json_object(content, '$.services'), 'array<string>')) AS number, item
));
CREATE OR REPLACE TEMPORARY VIEW service AS SELECT inline(service_rows);

-- `"value"`, `5` or `{"value": …}`.
CREATE OR REPLACE TEMPORARY FUNCTION values_in(element STRING, list STRING) RETURNS ARRAY<STRING>
RETURN transform(coalesce(from_json(get_json_object(element, list), 'array<string>'), array()),
                 item -> coalesce(CASE WHEN startswith(item, '{') THEN get_json_object(item, '$.value') END, item));
CREATE OR REPLACE TEMPORARY FUNCTION has(element STRING, flag STRING) RETURNS BOOLEAN
RETURN coalesce(get_json_object(element, flag) = 'true', false);
-- The whole steps of a rating; the number of steps counts where it decides one end, and only there.
CREATE OR REPLACE TEMPORARY FUNCTION steps(lowest INT, highest INT, number INT, step INT) RETURNS ARRAY<STRING>
RETURN CAST(sequence(
  CASE WHEN lowest IS NULL AND highest IS NOT NULL AND number IS NOT NULL
       THEN highest - (number - 1) * step ELSE coalesce(lowest, 1) END,
  CASE WHEN lowest IS NOT NULL AND highest IS NULL AND number IS NOT NULL
       THEN lowest + (number - 1) * step ELSE coalesce(highest, 5) END, step) AS ARRAY<STRING>);

DECLARE OR REPLACE VARIABLE question_rows ARRAY<STRUCT<position: INT, question: STRING, kind: STRING, conditions: ARRAY<STRING>, rows: ARRAY<STRING>, values: ARRAY<STRING>>>;
SET VARIABLE question_rows = (SELECT collect_list(struct(*)) FROM (
WITH listed AS (
  SELECT *, values_in(element, '$.choices') AS choices, values_in(element, '$.rateValues') AS rates,
         CAST(get_json_object(element, '$.rateMin') AS INT) AS lowest, CAST(get_json_object(element, '$.rateMax') AS INT) AS highest,
         CAST(get_json_object(element, '$.rateCount') AS INT) AS number, CAST(get_json_object(element, '$.rateStep') AS INT) AS step,
         (SELECT transform(array_sort(collect_list(struct(number, id))), it -> it.id) FROM service) AS services
  FROM element
)
SELECT position, question, kind, conditions,
       CASE WHEN kind = 'matrix' THEN values_in(element, '$.rows') ELSE array(CAST(NULL AS STRING)) END AS rows,
       CASE
         WHEN kind = 'boolean' THEN array('true', 'false')
         WHEN kind = 'matrix' THEN values_in(element, '$.columns')
         WHEN kind = 'rating' AND size(rates) > 0 AND NOT has(element, '$.autoGenerate') THEN rates
         WHEN kind = 'rating' THEN steps(lowest, highest, number, coalesce(step, 1))
         WHEN kind IN ('radiogroup', 'checkbox', 'dropdown')
           THEN concat(
             CASE WHEN kind = 'dropdown' AND size(choices) = 0 THEN services ELSE choices END,
             CASE WHEN has(element, '$.showNoneItem') OR has(element, '$.hasNone') THEN array('none') ELSE array() END,
             CASE WHEN has(element, '$.showOtherItem') OR has(element, '$.hasOther') THEN array('other') ELSE array() END)
         ELSE array()
       END AS values
FROM listed
));
CREATE OR REPLACE TEMPORARY VIEW question AS SELECT inline(question_rows);

-- What filters and conditions ask for: a question, or a row of a matrix.
CREATE OR REPLACE TEMPORARY VIEW asked AS
SELECT question AS key, kind, question, CAST(NULL AS STRING) AS row, position
FROM question WHERE kind <> 'matrix' AND size(values) > 0
UNION ALL
SELECT question || '.' || row, kind, question, row, position
FROM question LATERAL VIEW explode(rows) AS row WHERE kind = 'matrix';

-- The first dropdown that offers services of the catalogue.
CREATE OR REPLACE TEMPORARY VIEW catalogue_question AS
SELECT min_by(question, position) AS question FROM question
WHERE kind = 'dropdown' AND size(array_except(
  filter(values, value -> value NOT IN ('none', 'other')), (SELECT collect_list(id) FROM service))) = 0;

-- The keys of a filter; the contract's own come first, so they mean the same in every survey.
CREATE OR REPLACE TEMPORARY VIEW key AS
WITH listed AS (
  SELECT 1 AS rank, 'language' AS key, 'language' AS kind, CAST(NULL AS STRING) AS question, CAST(NULL AS STRING) AS row
  UNION ALL
  SELECT 2, 'provider', 'dropdown', question, NULL FROM catalogue_question WHERE question IS NOT NULL
  UNION ALL
  SELECT 2 + position, key, kind, question, row FROM asked
  UNION ALL
  SELECT 1000000, 'service', 'dropdown', question, NULL FROM catalogue_question WHERE question IS NOT NULL
)
SELECT key, min_by(struct(kind, question, row), rank) AS target FROM listed GROUP BY key;

SELECT raise_error('the filter has an unknown key: ' || key) AS keys_are_known
FROM wanted WHERE key NOT IN (SELECT key FROM key);

CREATE OR REPLACE TEMPORARY VIEW selection AS
SELECT collect_list(struct(target.kind, target.question, target.row,
  CASE WHEN key = 'provider'
       THEN transform(filter(services, it -> array_contains(values, it.provider)), it -> it.id)
       ELSE values END AS values)) AS wanted
FROM wanted JOIN key USING (key) CROSS JOIN (SELECT collect_list(struct(id, provider)) AS services FROM service);

-- Conditions of the forms `{key} = 'value'`, `{key} contains 'value'` and `{key} notempty`; the report
-- lists others as not applied.
DECLARE OR REPLACE VARIABLE condition_rows ARRAY<STRUCT<hidden: STRING, position: INT, text: STRING, kind: STRING, question: STRING, row: STRING, value: STRING, is_applied: BOOLEAN>>;
SET VARIABLE condition_rows = (SELECT collect_list(struct(*)) FROM (
WITH written AS (
  SELECT question, position, text,
         r'^[{]([^}]+)[}]\s*(==|=|equal|contains|notempty)\s*[\x27\x22]?([^\x27\x22{}]*?)[\x27\x22]?$' AS form
  FROM question LATERAL VIEW explode(conditions) AS text
), parts AS (
  SELECT question, position, text, regexp_extract(trim(text), form, 1) AS key,
         regexp_extract(trim(text), form, 2) AS operator, regexp_extract(trim(text), form, 3) AS value
  FROM written
)
SELECT parts.question AS hidden, parts.position, text, asked.kind, asked.question, asked.row, nullif(lower(value), '') AS value,
       text = 'false' OR coalesce(asked.kind IS NOT NULL AND CASE operator
         WHEN 'notempty' THEN value = ''
         WHEN 'contains' THEN value <> '' AND asked.kind = 'checkbox'
         ELSE value <> '' AND asked.kind <> 'checkbox' END, false) AS is_applied
FROM parts LEFT JOIN asked ON asked.key = parts.key
));
CREATE OR REPLACE TEMPORARY VIEW condition AS SELECT inline(condition_rows);

CREATE OR REPLACE TEMPORARY VIEW hiding AS
SELECT collect_list(struct(hidden, kind, question, row, value)) AS conditions FROM condition WHERE is_applied;

-- ── The responses ────────────────────────────────────────────────────────────────────────────────────
CREATE OR REPLACE TEMPORARY VIEW record (id STRING, survey STRING, submitted_at STRING, language STRING, answers MAP<STRING, STRING>)
USING json OPTIONS (path '${spark.aptauja.files}', mode 'FAILFAST');

-- One id counts once: the first by file name.
CREATE OR REPLACE TEMPORARY VIEW response AS
SELECT survey, substr(submitted_at, 1, 10) AS day, language, answers
FROM (
  SELECT *, row_number() OVER (PARTITION BY lower(id) ORDER BY file, submitted_at) AS nth
  FROM (SELECT *, element_at(split(input_file_name(), '/'), -1) AS file FROM record)
) WHERE nth = 1;

-- Answers to questions that the response's own answers hide are not counted.
CREATE OR REPLACE TEMPORARY VIEW counted AS
WITH shown AS (
  SELECT day, language, answers, transform(
      filter(conditions, it -> answers[it.hidden] IS NOT NULL
        AND NOT exists(coalesce(CASE it.kind WHEN 'checkbox' THEN from_json(answers[it.question], 'array<string>')
          WHEN 'matrix' THEN array(from_json(answers[it.question], 'map<string,string>')[it.row])
          ELSE array(answers[it.question]) END, array()),
                       value -> value IS NOT NULL AND coalesce(lower(value) = it.value, it.kind IS NOT NULL))),
      it -> it.hidden) AS hidden
  FROM response CROSS JOIN hiding WHERE survey = (SELECT survey FROM setting)
)
SELECT day, language,
  CASE WHEN size(hidden) = 0 THEN answers
       ELSE map_filter(answers, (question, answer) -> NOT array_contains(hidden, question)) END AS answers
FROM shown;

CREATE OR REPLACE TEMPORARY VIEW passed AS
SELECT answers FROM counted CROSS JOIN selection CROSS JOIN setting
WHERE coalesce(day >= first_day, true) AND coalesce(day <= last_day, true)
  AND forall(wanted, it -> coalesce(arrays_overlap(
        CASE it.kind WHEN 'checkbox' THEN from_json(answers[it.question], 'array<string>')
                     WHEN 'matrix' THEN array(from_json(answers[it.question], 'map<string,string>')[it.row])
                     WHEN 'language' THEN array(language)
                     ELSE array(answers[it.question]) END,
        it.values), false));

-- ── The counts ───────────────────────────────────────────────────────────────────────────────────────
-- One fact for each value chosen, one without a value for each question and each row answered, and one
-- without a question for each response.
DECLARE OR REPLACE VARIABLE tally_rows ARRAY<STRUCT<position: INT, row: STRING, value: STRING, count: BIGINT>>;
SET VARIABLE tally_rows = (SELECT collect_list(struct(*)) FROM (
WITH answer AS (
  SELECT question AS name, answer FROM passed
  LATERAL VIEW explode(map_concat(map('', ''), answers)) AS question, answer
), fact AS (
  SELECT coalesce(position, 0) AS position, CASE
      WHEN answer IN ('[]', '{}', '') AND name <> '' THEN array()
      WHEN kind = 'checkbox' THEN transform(
        array_prepend(from_json(answer, 'array<string>'), NULL), value -> struct(CAST(NULL AS STRING) AS row, value AS value))
      WHEN kind = 'matrix' THEN array_prepend(
        flatten(transform(map_entries(from_json(answer, 'map<string,string>')), entry -> transform(
          array(NULL, entry.value), value -> struct(entry.key AS row, value AS value)))),
        struct(CAST(NULL AS STRING) AS row, CAST(NULL AS STRING) AS value))
      ELSE transform(CASE WHEN name = '' OR kind IN ('comment', 'text') THEN array(CAST(NULL AS STRING)) ELSE array(NULL, answer) END,
        value -> struct(CAST(NULL AS STRING) AS row, value AS value))
    END AS facts
  FROM answer LEFT JOIN question ON question = name WHERE name = '' OR position IS NOT NULL
)
SELECT position, one.row, one.value, count(*) AS count
FROM fact LATERAL VIEW explode(facts) AS one GROUP BY position, one.row, one.value
));
CREATE OR REPLACE TEMPORARY VIEW tally AS SELECT inline(tally_rows);

-- ── The report ───────────────────────────────────────────────────────────────────────────────────────
-- A row for each value; for a text one with how many answered. Wilson's interval at 95 %.
CREATE OR REPLACE TEMPORARY VIEW report AS
WITH cell AS (
  SELECT position, kind, question, row, value, row_number, value_number
  FROM question LATERAL VIEW posexplode(rows) AS row_number, row
  LATERAL VIEW OUTER posexplode(values) AS value_number, value
), counted AS (
  SELECT cell.*, CASE WHEN cell.value IS NOT NULL THEN coalesce(one.count, 0) END AS count, coalesce(base.count, 0) AS answered
  FROM cell
  LEFT JOIN tally AS one ON one.position = cell.position AND one.row <=> cell.row AND one.value = cell.value
  LEFT JOIN tally AS base ON base.position = cell.position AND base.row <=> cell.row AND base.value IS NULL
), shared AS (
  SELECT *, count / n AS share, 1.959963984540054D AS z
  FROM (SELECT *, CAST(nullif(answered, 0) AS DOUBLE) AS n FROM counted)
), spread AS (
  SELECT *, share + z * z / (2 * n) AS centre, z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) AS spread, 1 + z * z / n AS scale
  FROM shared
)
SELECT position, row_number, value_number, kind, question, row, value, count, answered, share,
       CASE WHEN count = 0 THEN 0 * centre ELSE (centre - spread) / scale END AS low,
       CASE WHEN count = answered THEN share ELSE (centre + spread) / scale END AS high
FROM spread;

-- The headline figures: the mean, over the rows that anybody answered, of the share of these values.
CREATE OR REPLACE TEMPORARY VIEW indicator AS
WITH headline AS (
  SELECT * FROM VALUES
    ('information_sufficient', 'information', true, array('sufficient')),
    ('quality_good', 'quality', true, array('very_good', 'good')),
    ('no_delays', 'delays', false, array('no')),
    ('no_complaints', 'complaints', false, array('no')),
    ('strength_promptness', 'strengths', false, array('promptness')),
    ('reduce_burden', 'suggestions', false, array('reduce_burden')) AS headline(name, question, is_matrix, best)
), possible AS (
  SELECT name, question, best, position
  FROM headline JOIN question USING (question)
  WHERE is_matrix = (kind = 'matrix') AND size(array_except(best, values)) = 0
), by_row AS (
  SELECT name, row, possible.position, sum(share) AS share
  FROM possible JOIN report USING (question) WHERE array_contains(best, value) GROUP BY name, row, possible.position
)
SELECT name, avg(share) AS share, coalesce(max(tally.count), 0) AS answered
FROM by_row LEFT JOIN tally ON tally.position = by_row.position AND tally.row IS NULL AND tally.value IS NULL
GROUP BY name;

-- The last statement is the result. Views and tables above can be asked for more.
SELECT kind, question, row, value, count, answered, share, low, high
FROM (
  SELECT 0 AS position, 0 AS row_number, 0 AS value_number, 'responses' AS kind, CAST(NULL AS STRING) AS question,
         CAST(NULL AS STRING) AS row, CAST(NULL AS STRING) AS value, coalesce((SELECT max(count) FROM tally WHERE position = 0), 0) AS count,
         CAST(NULL AS BIGINT) AS answered, CAST(NULL AS DOUBLE) AS share, CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high
  UNION ALL
  SELECT * FROM report
  UNION ALL
  SELECT 1000000, 0, 0, 'indicator', NULL, NULL, name, NULL, answered, share, NULL, NULL FROM indicator
  UNION ALL
  SELECT 1000001, position, 0, 'not applied', hidden, NULL, text, NULL, NULL, NULL, NULL, NULL FROM condition WHERE NOT is_applied
)
ORDER BY position, row_number, value_number, value;

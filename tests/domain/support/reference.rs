//! Counting done a second time, as plainly as possible: over the JSON of a definition and of records,
//! sharing nothing with the engine.

use std::collections::BTreeSet;

use serde_json::{Value, json};

/// What the report must say of each question, intervals apart.
pub fn questions(definition: &Value, records: &[&Value]) -> Value {
    let all = definition["elements"].as_array().unwrap();
    all.iter().filter(|question| question["type"] != "html").map(|question| one(question, records)).collect()
}

fn one(question: &Value, records: &[&Value]) -> Value {
    let (name, kind) = (question["name"].as_str().unwrap(), question["type"].as_str().unwrap());
    let given: Vec<&Value> =
        records.iter().filter(|record| is_shown(question, record)).map(|r| &r["answers"][name]).collect();
    match kind {
        "html" => Value::Null,
        "comment" | "text" => {
            let written = given.iter().filter(|text| text.as_str().is_some_and(|text| !text.is_empty()));
            json!({"name": name, "kind": kind, "answered": written.count()})
        }
        "matrix" => {
            let row = |row: &Value| {
                let answers = given.iter().map(|answer| &answer[row.as_str().unwrap()]);
                let answers: Vec<&Value> = answers.filter(|answer| !answer.is_null()).collect();
                json!({"value": row, "answered": answers.len(),
                    "columns": tallies(question["columns"].as_array().unwrap(), &answers)})
            };
            let rows: Value = question["rows"].as_array().unwrap().iter().map(row).collect();
            json!({"name": name, "kind": kind, "rows": rows})
        }
        _ => {
            let is_answer = |answer: &&&Value| {
                !answer.is_null() && answer.as_array().is_none_or(|chosen| !chosen.is_empty())
            };
            let answers: Vec<&Value> = given.iter().filter(is_answer).copied().collect();
            json!({"name": name, "kind": kind, "answered": answers.len(),
                "choices": tallies(&values(question), &answers)})
        }
    }
}

/// Every value of a choice question, in the order of the report.
pub fn values(question: &Value) -> Vec<Value> {
    let mut values = match question["type"].as_str().unwrap() {
        "boolean" => vec![json!(true), json!(false)],
        "rating" => (1..=question["rateMax"].as_i64().unwrap()).map(Value::from).collect(),
        _ => question["choices"].as_array().unwrap().clone(),
    };
    values.extend((question["showNoneItem"] == true).then(|| json!("none")));
    values.extend((question["showOtherItem"] == true).then(|| json!("other")));
    values
}

#[allow(clippy::cast_precision_loss)]
fn tallies(values: &[Value], answers: &[&Value]) -> Value {
    let tally = |value: &Value| {
        let count = answers
            .iter()
            .filter(|answer| match **answer {
                Value::Array(chosen) => chosen.contains(value),
                answer => answer == value,
            })
            .count();
        let share = if answers.is_empty() { Value::Null } else { json!(count as f64 / answers.len() as f64) };
        json!({"value": value, "count": count, "share": share})
    };
    values.iter().map(tally).collect()
}

/// What a cross must say: the groups of a key, and a question's counts among each group's records.
pub fn cross(definition: &Value, records: &[&Value], question: &str, by: &str) -> Value {
    let question = named(definition, question);
    let group = |value: Value| {
        let members: Vec<&Value> =
            records.iter().filter(|record| is_in(definition, by, &value, record)).copied().collect();
        json!({"value": value, "base": members.len(), "counts": counts(question, &members)})
    };
    let groups: Vec<Value> = match by {
        "language" => {
            let tags: BTreeSet<&str> = records.iter().map(|r| r["language"].as_str().unwrap()).collect();
            tags.into_iter().map(|tag| group(json!(tag))).collect()
        }
        "provider" => ["p2", "p0", "p1", "p9"].map(|id| group(json!(id))).into(),
        _ => {
            let (name, row) = by.split_once('.').map_or((by, None), |(name, row)| (name, Some(row)));
            let question = named(definition, if name == "service" { "asked" } else { name });
            let values =
                if row.is_some() { question["columns"].as_array().unwrap() } else { &values(question) };
            values.iter().cloned().map(group).collect()
        }
    };
    json!({"groups": groups})
}

/// Whether a record is in the group of a value.
fn is_in(definition: &Value, by: &str, value: &Value, record: &Value) -> bool {
    let of = |name: &str| is_shown(named(definition, name), record).then(|| &record["answers"][name]);
    match by {
        "language" => record["language"] == *value,
        "service" => of("asked").is_some_and(|answer| answer == value),
        "provider" => {
            let services = named(definition, "asked")["choices"].as_array().unwrap();
            let service = of("asked").and_then(|answer| services.iter().position(|known| known == answer));
            service.is_some_and(|at| format!("p{}", at % 3) == *value)
        }
        _ => match by.split_once('.') {
            Some((name, row)) => of(name).is_some_and(|answer| answer[row] == *value),
            None => of(by).is_some_and(|answer| {
                answer.as_array().map_or(answer == value, |chosen| chosen.contains(value))
            }),
        },
    }
}

/// The counts of a question as they travel between workers.
fn counts(question: &Value, records: &[&Value]) -> Value {
    let of = |tallies: &Value| {
        tallies.as_array().unwrap().iter().map(|tally| tally["count"].clone()).collect::<Value>()
    };
    let report = one(question, records);
    match question["type"].as_str().unwrap() {
        "html" => json!("Nothing"),
        "comment" | "text" => json!({"Text": report["answered"]}),
        "matrix" => {
            let name = question["name"].as_str().unwrap();
            let has_row = |record: &&&Value| {
                is_shown(question, record)
                    && record["answers"][name].as_object().is_some_and(|given| !given.is_empty())
            };
            let row = |row: &Value| json!([row["answered"], of(&row["columns"])]);
            let rows: Value = report["rows"].as_array().unwrap().iter().map(row).collect();
            json!({"Matrix": {"answered": records.iter().filter(has_row).count(), "rows": rows}})
        }
        _ => json!({"Choice": {"answered": report["answered"], "values": of(&report["choices"])}}),
    }
}

fn named<'a>(definition: &'a Value, name: &str) -> &'a Value {
    definition["elements"].as_array().unwrap().iter().find(|question| question["name"] == name).unwrap()
}

/// Conditions of the made definitions are all `{name} = 'value'`.
fn is_shown(question: &Value, record: &Value) -> bool {
    let Some(condition) = question["visibleIf"].as_str() else { return true };
    let (name, value) = condition.split_once(" = ").unwrap();
    record["answers"][name.trim_matches(['{', '}'])] == value.trim_matches('\'')
}

/// Whether a record passes a filter of keys with their values.
pub fn passes(definition: &Value, filter: &[(String, Vec<String>)], record: &Value) -> bool {
    filter.iter().all(|(key, wanted)| {
        let is_wanted = |value: &Value| {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            wanted.contains(&text)
        };
        let day = &record["submitted_at"].as_str().unwrap()[..10];
        match key.as_str() {
            "language" => is_wanted(&record["language"]),
            "from" => day >= wanted[0].as_str(),
            "to" => day <= wanted[0].as_str(),
            _ => {
                let (name, row) = key.split_once('.').map_or((key.as_str(), None), |(n, r)| (n, Some(r)));
                let all = definition["elements"].as_array().unwrap();
                let question = all.iter().find(|question| question["name"] == name).unwrap();
                let answer = &record["answers"][name];
                is_shown(question, record)
                    && match (row, answer) {
                        (Some(row), answer) => !answer[row].is_null() && is_wanted(&answer[row]),
                        (None, Value::Array(chosen)) => chosen.iter().any(is_wanted),
                        (None, answer) => !answer.is_null() && is_wanted(answer),
                    }
            }
        }
    })
}

/// A report's questions without their intervals.
pub fn without_intervals(mut questions: Value) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(members) => {
                members.remove("interval");
                members.values_mut().for_each(strip);
            }
            Value::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    strip(&mut questions);
    questions
}

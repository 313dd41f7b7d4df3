//! Definitions, answers and filters made at random, for comparing two ways of counting.

use aptauja::domain::sample::Random;
use serde_json::{Value, json};

use super::reference::values;

/// A definition of two to seven questions.
pub fn definition(random: &mut Random) -> Value {
    let length = random.below(4) + 1;
    let values: Vec<Value> = ["a", "b c", "d,e", "ž&=", "5"][..length].iter().map(|v| json!(v)).collect();
    let first = json!({"type": "radiogroup", "name": "q0", "choices": ["a", "b"]});
    let more = (0..=random.below(6)).map(|number| {
        let kinds =
            ["radiogroup", "checkbox", "dropdown", "boolean", "matrix", "rating", "comment", "text", "html"];
        let kind = kinds[random.below(kinds.len())];
        let mut question = json!({"type": kind, "name": format!("q{}", number + 1)});
        match kind {
            "radiogroup" | "checkbox" => {
                question["choices"] = json!(values);
                question["showOtherItem"] = json!(random.happens(50));
                question["showNoneItem"] = json!(kind == "checkbox" && random.happens(50));
            }
            "dropdown" => question["choices"] = json!(values),
            "rating" => question["rateMax"] = json!(random.below(6) + 2),
            "matrix" => {
                question["rows"] = json!(["r", "s t"]);
                question["columns"] = json!(values);
            }
            _ => {}
        }
        if random.happens(40) {
            question["visibleIf"] = json!("{q0} = 'a'");
        }
        question
    });
    json!({"elements": std::iter::once(first).chain(more).collect::<Vec<_>>()})
}

/// Answers the definition allows.
pub fn answers(random: &mut Random, definition: &Value) -> Value {
    let mut answers = json!({});
    for question in definition["elements"].as_array().unwrap() {
        let name = question["name"].as_str().unwrap();
        let mut pick = |values: &[Value]| values[random.below(values.len())].clone();
        let answer = match question["type"].as_str().unwrap() {
            "html" => continue,
            "comment" | "text" => pick(&[json!(""), json!("teksts")]),
            "matrix" => {
                let columns = question["columns"].as_array().unwrap();
                let rows = question["rows"].as_array().unwrap();
                let mut given = json!({});
                for row in rows {
                    if pick(&[json!(true), json!(false)]) == true {
                        given[row.as_str().unwrap()] = pick(columns);
                    }
                }
                given
            }
            "checkbox" => {
                let choices = values(question);
                let chosen: Vec<Value> =
                    choices.into_iter().filter(|v| *v != "none" && random.happens(40)).collect();
                let is_none = chosen.is_empty() && question["showNoneItem"] == true && random.happens(50);
                if is_none { json!(["none"]) } else { json!(chosen) }
            }
            _ => pick(&values(question)),
        };
        if random.happens(75) {
            answers[name] = answer;
        }
    }
    answers
}

/// Keys with values, some of which nobody can have given.
pub fn keys(random: &mut Random, definition: &Value) -> Vec<(String, Vec<String>)> {
    let mut keys = Vec::new();
    for question in definition["elements"].as_array().unwrap() {
        let name = question["name"].as_str().unwrap();
        let (key, values) = match question["type"].as_str().unwrap() {
            "comment" | "text" | "html" => continue,
            "matrix" => (format!("{name}.s t"), question["columns"].as_array().unwrap().clone()),
            _ => (name.to_owned(), values(question)),
        };
        if random.happens(30) {
            let text = |value: Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let mut wanted: Vec<String> =
                values.into_iter().map(text).filter(|_| random.happens(60)).collect();
            wanted.push("nobody's".to_owned());
            keys.push((key, wanted));
        }
    }
    for (key, values) in [
        ("language", ["en", "lv"]),
        ("from", ["2024-02-02", "2024-02-03"]),
        ("to", ["2024-02-03", "2024-02-04"]),
    ] {
        if random.happens(30) {
            keys.push((key.to_owned(), vec![values[random.below(2)].to_owned()]));
        }
    }
    keys
}

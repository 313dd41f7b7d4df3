//! Definitions, answers, filters and crosses made at random, for comparing two ways of counting.

use aptauja::domain::sample::Random;
use serde_json::{Value, json};

use super::reference::values;

/// Numbers of values on both sides of where columns grow wider; most have few.
const MANY: [usize; 8] = [7, 8, 26, 32, 62, 63, 64, 70];

/// One to five odd values, or many plain ones.
fn some_values(random: &mut Random) -> Vec<Value> {
    if random.happens(15) {
        return (0..MANY[random.below(MANY.len())]).map(|number| json!(format!("v{number}"))).collect();
    }
    let length = random.below(4) + 1;
    ["a", "b c", "d,e", "ž&=", "5"][..length].iter().map(|v| json!(v)).collect()
}

/// How many responses: often so many that the last word is full, or nearly.
pub fn length(random: &mut Random) -> usize {
    const LENGTHS: [usize; 8] = [0, 1, 63, 64, 65, 127, 128, 129];
    const LONG: [usize; 4] = [2047, 2048, 2049, 4100];
    match random.below(100) {
        0..2 => LONG[random.below(LONG.len())],
        2..50 => LENGTHS[random.below(LENGTHS.len())],
        _ => random.below(150),
    }
}

/// A definition of two to eight questions. One may be marked to have its choices from the catalogue.
pub fn definition(random: &mut Random) -> Value {
    let first = json!({"type": "radiogroup", "name": "q0", "choices": ["a", "b"]});
    let more = (0..=random.below(6)).map(|number| {
        let kinds =
            ["radiogroup", "checkbox", "dropdown", "boolean", "matrix", "rating", "comment", "text", "html"];
        let kind = kinds[random.below(kinds.len())];
        let mut question = json!({"type": kind, "name": format!("q{}", number + 1)});
        let values = some_values(random);
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
    let mut elements: Vec<Value> = std::iter::once(first).chain(more).collect();
    if random.happens(60) {
        // Ids that no other question has: whose choices are all services is asked from the catalogue.
        let services: Vec<String> = (0..some_values(random).len()).map(|at| format!("s{at}")).collect();
        elements.push(json!({"type": "dropdown", "name": "asked", "choices": services, "catalogue": true}));
    }
    json!({"elements": elements})
}

/// The definition as it is read: what comes from the catalogue is not in it.
pub fn questionnaire(definition: &Value) -> Value {
    let mut definition = definition.clone();
    for question in definition["elements"].as_array_mut().unwrap() {
        let members = question.as_object_mut().unwrap();
        if members.remove("catalogue").is_some() {
            members.remove("choices");
        }
    }
    definition
}

/// The catalogue of the marked question, where there is one: every third service is of one provider.
pub fn catalogue(definition: &Value) -> Option<Value> {
    let service =
        |(at, id): (usize, &Value)| json!({"id": id, "title": "x", "provider": format!("p{}", at % 3)});
    let all = definition["elements"].as_array().unwrap();
    let question = all.iter().find(|question| question["catalogue"] == true)?;
    let services: Vec<Value> =
        question["choices"].as_array().unwrap().iter().enumerate().map(service).collect();
    let providers = ["p2", "p0", "p1", "p9"].map(|id| json!({"id": id, "title": "x"}));
    Some(json!({"title": "x", "providers": providers, "services": services}))
}

/// A question of the definition and a key to cross it by.
pub fn cross(random: &mut Random, definition: &Value) -> (String, String) {
    let mut keys = vec!["language".to_owned()];
    let mut names = Vec::new();
    for question in definition["elements"].as_array().unwrap() {
        let name = question["name"].as_str().unwrap();
        names.push(name.to_owned());
        match question["type"].as_str().unwrap() {
            "comment" | "text" | "html" => {}
            "matrix" => keys.extend([format!("{name}.r"), format!("{name}.s t")]),
            _ => keys.push(name.to_owned()),
        }
        if question["catalogue"] == true {
            keys.extend(["service".to_owned(), "provider".to_owned()]);
        }
    }
    (names.swap_remove(random.below(names.len())), keys.swap_remove(random.below(keys.len())))
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

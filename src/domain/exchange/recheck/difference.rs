//! Two JSON values member by member.

use serde_json::Value;

use super::CODES;

/// Fractions that differ by less, relatively, were computed in another order.
const TOLERANCE: f64 = 1e-12;
/// Members that the figures of a report rest on.
const CIRCUMSTANCES: [&str; 6] =
    ["application", CODES, "definition_sha256", "filter", "sources", "threshold"];
/// What elements of lists are told apart by.
const NAMES: [&str; 3] = ["sha256", "name", "value"];

/// Something that is not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where: `questions`, `channels`, `choices`, `email`, `count`.
    pub place: Vec<String>,
    /// What the saved report has.
    pub saved: Option<Value>,
    /// What the files give.
    pub found: Option<Value>,
    /// Whether it is a figure, not what the figures rest on.
    pub is_figure: bool,
}

/// Adds what differs at a place and within it.
pub(super) fn compare(
    place: &[String],
    saved: Option<&Value>,
    found: Option<&Value>,
    differences: &mut Vec<Difference>,
) {
    match (saved, found) {
        (Some(Value::Object(saved)), Some(Value::Object(found))) => {
            let more = found.keys().filter(|name| !saved.contains_key(*name));
            for name in saved.keys().chain(more) {
                compare(&inside(place, name), saved.get(name), found.get(name), differences);
            }
        }
        (Some(Value::Array(saved)), Some(Value::Array(found))) => {
            let (saved, found) = (named(saved), named(found));
            let find = |list: &[(String, Value)], name: &str| {
                list.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
            };
            for (name, value) in &saved {
                compare(&inside(place, name), Some(value), find(&found, name).as_ref(), differences);
            }
            for (name, value) in found.iter().filter(|(name, _)| find(&saved, name).is_none()) {
                compare(&inside(place, name), None, Some(value), differences);
            }
        }
        _ if is_same(saved, found) => {}
        _ => {
            let root = place.first().map(String::as_str).unwrap_or_default();
            differences.push(Difference {
                place: place.to_vec(),
                saved: saved.cloned(),
                found: found.cloned(),
                is_figure: !CIRCUMSTANCES.contains(&root),
            });
        }
    }
}

fn inside(place: &[String], name: &str) -> Vec<String> {
    [place, &[name.to_owned()]].concat()
}

/// Elements by what tells them apart, else by their number from 1; equal ones are numbered.
fn named(list: &[Value]) -> Vec<(String, Value)> {
    let mut elements: Vec<(String, Value)> = Vec::new();
    for (at, value) in list.iter().enumerate() {
        let own = NAMES.iter().find_map(|member| value.get(member));
        let own = own.map(|own| own.as_str().map_or_else(|| own.to_string(), str::to_owned));
        let name = own.unwrap_or_else(|| (at + 1).to_string());
        let again = elements.iter().filter(|(known, _)| *known == name).count();
        elements.push((if again > 0 { format!("{name} ({})", again + 1) } else { name }, value.clone()));
    }
    elements
}

fn is_same(saved: Option<&Value>, found: Option<&Value>) -> bool {
    match (saved, found) {
        (Some(Value::Number(saved)), Some(Value::Number(found))) => {
            let (Some(saved), Some(found)) = (saved.as_f64(), found.as_f64()) else { return false };
            (saved - found).abs() <= TOLERANCE * saved.abs().max(found.abs())
        }
        _ => saved == found,
    }
}

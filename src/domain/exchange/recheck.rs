//! A saved report held against what the files give now.

use serde_json::{Map, Value};

use crate::domain::analysis::{Filter, Report};

/// The format that reports name.
pub const REPORT_FORMAT: &str = "aptauja.report";
/// Fractions that differ by less, relatively, were computed in another order.
const TOLERANCE: f64 = 1e-12;
/// Members that say when a report was made, not what it says.
const OF_ITS_MAKING: [&str; 3] = ["format", "version", "generated_at"];
/// Members that its figures rest on.
const CIRCUMSTANCES: [&str; 5] = ["application", "definition_sha256", "filter", "sources", "threshold"];
/// What elements of lists are told apart by.
const NAMES: [&str; 3] = ["sha256", "name", "value"];

/// A report as it was saved.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedReport {
    members: Map<String, Value>,
    survey: String,
}

/// Why a text is not taken for a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFault {
    /// It ends before it is whole.
    Cut,
    /// It lacks what a report of version 1 has.
    NoReport,
}

/// Something that is not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where: `questions.channels.choices.email.count`.
    pub place: String,
    /// What the saved report has, as JSON.
    pub saved: Option<String>,
    /// What the files give, as JSON.
    pub found: Option<String>,
    /// Whether it is a figure, not what the figures rest on.
    pub is_figure: bool,
}

impl SavedReport {
    /// Reads a report's text.
    ///
    /// # Errors
    /// It is cut off, or no report of version 1.
    pub fn parse(text: &str) -> Result<Self, ReportFault> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let members: Map<String, Value> = serde_json::from_str(text).map_err(|_| ReportFault::Cut)?;
        let is = |member: &str, value: &Value| members.get(member) == Some(value);
        let is_report = is("format", &REPORT_FORMAT.into()) && is("version", &1.into());
        match members.get("survey").and_then(Value::as_str).map(str::to_owned) {
            Some(survey) if is_report => Ok(Self { members, survey }),
            _ => Err(ReportFault::NoReport),
        }
    }

    /// The survey it is of.
    pub fn survey(&self) -> &str {
        &self.survey
    }

    /// Its filter, naming the survey.
    pub fn filter(&self) -> Filter {
        let mut filter = Filter { survey: Some(self.survey.clone()), ..Filter::default() };
        let members = self.members.get("filter").and_then(Value::as_object);
        for (key, values) in members.into_iter().flatten() {
            let values: Vec<String> = values
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect();
            match key.as_str() {
                "survey" => {}
                "from" => filter.from = values.into_iter().next(),
                "to" => filter.to = values.into_iter().next(),
                _ => filter.set(key, values),
            }
        }
        filter
    }

    /// Whether a report is of the same survey and filter.
    pub fn is_of(&self, report: &Report) -> bool {
        let values = |filter: &Filter| {
            let mut values = filter.values.clone();
            values.extend(filter.from.iter().map(|day| ("from".to_owned(), vec![day.clone()])));
            values.extend(filter.to.iter().map(|day| ("to".to_owned(), vec![day.clone()])));
            values
        };
        let mut found = report.filter.clone();
        found.remove("survey");
        report.survey == self.survey && found == values(&self.filter())
    }

    /// Everything in which the report that the files give now differs.
    pub fn differences(&self, found: &Report) -> Vec<Difference> {
        let found = serde_json::to_value(found).ok();
        let mut differences = Vec::new();
        if let Some(Value::Object(mut found)) = found {
            let mut saved = self.members.clone();
            for members in [&mut saved, &mut found] {
                members.retain(|name, _| !OF_ITS_MAKING.contains(&name.as_str()));
                // It may stand in the address or follow from the files.
                if let Some(Value::Object(filter)) = members.get_mut("filter") {
                    filter.remove("survey");
                }
            }
            compare("", Some(&Value::Object(saved)), Some(&Value::Object(found)), &mut differences);
        }
        differences
    }
}

fn compare(place: &str, saved: Option<&Value>, found: Option<&Value>, differences: &mut Vec<Difference>) {
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
            let root = place.split('.').next().unwrap_or_default();
            differences.push(Difference {
                place: place.to_owned(),
                saved: saved.map(Value::to_string),
                found: found.map(Value::to_string),
                is_figure: !CIRCUMSTANCES.contains(&root),
            });
        }
    }
}

fn inside(place: &str, name: &str) -> String {
    if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") }
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

/// The format that a JSON file names, from its beginning.
pub fn format_in(start: &str) -> Option<&str> {
    let (_, rest) = start.split_once("\"format\"")?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    rest.split_once('"').map(|(format, _)| format)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::analysis::{Indicator, IndicatorFigure, Source};
    use crate::domain::exchange::report_file;

    fn report() -> Report {
        let source = |name: &str, sha256: &str| Source {
            name: name.into(),
            sha256: sha256.into(),
            accepted: 2,
            ..Source::default()
        };
        let figure = IndicatorFigure { value: Some(0.1 + 0.2), n: 3 };
        Report {
            format: REPORT_FORMAT.into(),
            version: 1,
            survey: "s".into(),
            generated_at: "2026-01-01T00:00:00Z".into(),
            application: "aptauja 1".into(),
            definition_sha256: "d".into(),
            threshold: 10,
            filter: [("a".into(), vec!["1".into()]), ("from".into(), vec!["2026-01-02".into()])].into(),
            sources: vec![source("x.json", "aa"), source("y.json", "bb")],
            accepted: 4,
            responses: Some(3),
            questions: Vec::new(),
            themes: Vec::new(),
            hidden: false,
            indicators: vec![Indicator { name: "no_delays".into(), figure: Some(figure), hidden: false }],
        }
    }

    fn saved(report: &Report) -> SavedReport {
        SavedReport::parse(&report_file(report)).unwrap()
    }

    #[test]
    fn a_report_made_again_is_the_same_whenever_it_was_made() {
        let mut again = report();
        again.generated_at = "2027-02-02T00:00:00Z".into();
        again.filter.insert("survey".into(), vec!["s".into()]);
        assert_eq!(saved(&report()).differences(&again), []);
        assert_eq!(saved(&report()).filter().to_query(), "survey=s&a=1&from=2026-01-02");
        assert!(saved(&report()).is_of(&again));
        again.filter.remove("a");
        assert!(!saved(&report()).is_of(&again));
    }

    #[test]
    fn every_difference_is_named_with_both_values() {
        let mut again = report();
        again.sources.remove(0);
        again.sources[0].name = "z.json".into();
        again.responses = Some(2);
        again.indicators[0].figure = Some(IndicatorFigure { value: Some(0.3), n: 2 });
        let found = saved(&report()).differences(&again);
        let places: Vec<(&str, bool)> = found.iter().map(|it| (it.place.as_str(), it.is_figure)).collect();
        let expected = [
            ("indicators.no_delays.n", true),
            ("responses", true),
            ("sources.aa", false),
            ("sources.bb.name", false),
        ];
        assert_eq!(places.iter().collect::<std::collections::BTreeSet<_>>(), expected.iter().collect());
        let of = |place: &str| found.iter().find(|it| it.place == place).unwrap();
        assert_eq!(
            (of("responses").saved.as_deref(), of("responses").found.as_deref()),
            (Some("3"), Some("2"))
        );
        assert_eq!(of("sources.aa").found, None);
    }

    #[test]
    fn a_hidden_figure_differs_from_a_shown_one() {
        let mut again = report();
        again.hide(true);
        let found = saved(&report()).differences(&again);
        assert_eq!(found.len(), 4, "{found:?}");
    }

    #[test]
    fn other_files_are_no_reports() {
        for text in ["{}", r#"{"format":"aptauja.responses","version":1,"survey":"s"}"#] {
            assert_eq!(SavedReport::parse(text), Err(ReportFault::NoReport), "{text}");
        }
        let whole = report_file(&report());
        assert_eq!(SavedReport::parse(&whole[..whole.len() / 2]), Err(ReportFault::Cut));
        let next = report_file(&report()).replace("\"version\": 1", "\"version\": 2");
        assert_eq!(SavedReport::parse(&next), Err(ReportFault::NoReport));
        assert_eq!(format_in(&report_file(&report())), Some(REPORT_FORMAT));
        assert_eq!(format_in("{\"format\" :\n\"a\"}"), Some("a"));
        assert_eq!(format_in("{\"a\":1}"), None);
    }
}

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
const CIRCUMSTANCES: [&str; 6] =
    ["application", CODES, "definition_sha256", "filter", "sources", "threshold"];
const THEMES: &str = "themes";
const CODES: &str = "codes_sha256";
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
    /// It ends before it is whole, or holds something else where its figures belong.
    Cut,
    /// It lacks what a report of version 1 has.
    NoReport,
}

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

/// Why the themes of texts were not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The report has themes; no codes are loaded.
    NoCodes,
    /// Codes are loaded; the report was saved without themes.
    NoThemes,
}

/// What came of comparing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Everything that is not the same.
    pub differences: Vec<Difference>,
    /// Why the themes are not among it.
    pub gap: Option<Gap>,
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
            Some(_) if is_report && !has_its_lists(&members) => Err(ReportFault::Cut),
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

    /// SHA-256 of the file of codes it was made with.
    pub fn codes_sha256(&self) -> Option<&str> {
        self.members.get(CODES).and_then(Value::as_str)
    }

    /// Compares it with the report that the files give now, `has_codes` saying whether codes are loaded.
    pub fn compare(&self, found: &Report, has_codes: bool) -> Compared {
        let has_themes = [THEMES, CODES].iter().any(|member| self.members.contains_key(*member));
        let is_hidden = found.hidden || self.members.contains_key("hidden");
        let gap = match (has_themes, has_codes) {
            (true, false) if !is_hidden => Some(Gap::NoCodes),
            (false, true) if !found.themes.is_empty() => Some(Gap::NoThemes),
            _ => None,
        };
        Compared { differences: self.differences(found, gap.is_some()), gap }
    }

    fn differences(&self, found: &Report, is_without_themes: bool) -> Vec<Difference> {
        let found = serde_json::to_value(found).ok();
        let mut differences = Vec::new();
        if let Some(Value::Object(mut found)) = found {
            let mut saved = self.members.clone();
            // Earlier reports do not name the codes.
            if !saved.contains_key(CODES) {
                found.remove(CODES);
            }
            for members in [&mut saved, &mut found] {
                members.retain(|name, _| !OF_ITS_MAKING.contains(&name.as_str()));
                if is_without_themes {
                    members.retain(|name, _| ![THEMES, CODES].contains(&name.as_str()));
                }
                // It may stand in the address or follow from the files.
                if let Some(Value::Object(filter)) = members.get_mut("filter") {
                    filter.remove("survey");
                }
            }
            compare(&[], Some(&Value::Object(saved)), Some(&Value::Object(found)), &mut differences);
        }
        differences
    }
}

/// Whether the members that hold lists hold lists, where they are there.
fn has_its_lists(members: &Map<String, Value>) -> bool {
    let lists = ["questions", "indicators", "sources", THEMES];
    lists.iter().all(|name| members.get(*name).is_none_or(Value::is_array))
        && members.get("filter").is_none_or(Value::is_object)
}

fn compare(
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

/// The format that a JSON file names, from its beginning.
pub fn format_in(start: &str) -> Option<&str> {
    start.split("\"format\"").skip(1).find_map(|rest| {
        let rest = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        rest.split_once('"').map(|(format, _)| format)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::analysis::{Indicator, IndicatorFigure, Source, Tally, ThemeTally, ThemesReport};
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
            codes_sha256: None,
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
        assert_eq!(saved(&report()).compare(&again, false).differences, []);
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
        let found = saved(&report()).compare(&again, false).differences;
        let places: Vec<(String, bool)> = found.iter().map(|it| (it.place.join("."), it.is_figure)).collect();
        let expected = [
            ("indicators.no_delays.n", true),
            ("responses", true),
            ("sources.aa", false),
            ("sources.bb.name", false),
        ]
        .map(|(place, is_figure)| (place.to_owned(), is_figure));
        assert_eq!(places.iter().collect::<std::collections::BTreeSet<_>>(), expected.iter().collect());
        let of = |place: &str| found.iter().find(|it| it.place.join(".") == place).unwrap();
        assert_eq!(
            (of("responses").saved.clone(), of("responses").found.clone()),
            (Some(3.into()), Some(2.into()))
        );
        assert_eq!(of("sources.aa").found, None);
    }

    #[test]
    fn a_hidden_figure_differs_from_a_shown_one() {
        let mut again = report();
        again.hide(true);
        let found = saved(&report()).compare(&again, false).differences;
        assert_eq!(found.len(), 4, "{found:?}");
    }

    fn with_themes(count: u64) -> Report {
        let tally = Tally { value: "t".into(), count, share: Some(1.0), interval: Some([0.2, 1.0]) };
        let themes = ThemesReport {
            name: "comment".into(),
            kind: "themes".into(),
            texts: 2,
            answered: count,
            uncoded: 2 - count,
            choices: vec![ThemeTally { title: "Rindas".into(), tally }],
        };
        Report { themes: vec![themes], codes_sha256: Some("cc".into()), ..report() }
    }

    #[test]
    fn themes_that_one_side_lacks_are_told_of_and_not_compared() {
        let (coded, plain) = (with_themes(1), report());
        let gap = |gap| Compared { differences: Vec::new(), gap: Some(gap) };
        assert_eq!(saved(&coded).compare(&plain, false), gap(Gap::NoCodes));
        assert_eq!(saved(&plain).compare(&coded, true), gap(Gap::NoThemes));
        assert_eq!(saved(&coded).compare(&coded, true), Compared::default());
        assert_eq!(saved(&coded).codes_sha256(), Some("cc"));
        let fewer = Report { responses: Some(2), ..plain.clone() };
        let found = saved(&coded).compare(&fewer, false);
        assert_eq!((found.gap, found.differences.len()), (Some(Gap::NoCodes), 1));
        // Codes are here, and none of them is of these texts.
        let found = saved(&coded).compare(&plain, true);
        assert_eq!((found.gap, found.differences.len()), (None, 2));
    }

    #[test]
    fn other_codes_differ_in_what_they_count_and_in_their_file() {
        let mut again = with_themes(2);
        again.codes_sha256 = Some("dd".into());
        let found = saved(&with_themes(1)).compare(&again, true);
        let file: Vec<&Difference> = found.differences.iter().filter(|it| !it.is_figure).collect();
        assert_eq!(file.iter().map(|it| it.place.join(".")).collect::<Vec<_>>(), [CODES]);
        assert_eq!(found.differences.len() - file.len(), 3);
        // An earlier report does not name the file.
        let earlier = Report { codes_sha256: None, ..with_themes(2) };
        assert_eq!(saved(&earlier).compare(&again, true), Compared::default());
    }

    #[test]
    fn themes_given_to_a_hidden_report_differ() {
        let mut hidden = report();
        hidden.hide(false);
        let forged = Report { themes: with_themes(1).themes, ..hidden.clone() };
        assert_eq!(saved(&forged).compare(&hidden, false).differences.len(), 1);
    }

    #[test]
    fn a_report_that_holds_no_lists_of_figures_is_not_whole() {
        for member in ["questions", "indicators", "sources", "filter"] {
            let mut value: Value = serde_json::from_str(&report_file(&report())).unwrap();
            value[member] = Value::Null;
            assert_eq!(SavedReport::parse(&value.to_string()), Err(ReportFault::Cut), "{member}");
        }
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
        assert_eq!(format_in(r#"{"filter":{"a":["format"],"format":["b"]},"format":"c"}"#), Some("c"));
    }
}

//! A saved report held against what the files give now.

mod difference;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value};

use crate::domain::analysis::{Filter, Report};
pub use difference::Difference;
use difference::compare;

/// The format that reports name.
pub const REPORT_FORMAT: &str = "aptauja.report";
/// Members that say when a report was made, not what it says.
const OF_ITS_MAKING: [&str; 3] = ["format", "version", "generated_at"];
const THEMES: &str = "themes";
const CODES: &str = "codes_sha256";

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

/// The format that a JSON file names, from its beginning.
pub fn format_in(start: &str) -> Option<&str> {
    start.split("\"format\"").skip(1).find_map(|rest| {
        let rest = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        rest.split_once('"').map(|(format, _)| format)
    })
}

//! The filter: conditions on responses, and what a survey has to say to them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::target::Target;
use crate::domain::survey::{Day, Survey};

/// Conditions on responses: several values of a key, any of them; several keys, all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The survey; without it, the one most responses belong to.
    pub survey: Option<String>,
    /// Key → values, `from` and `to` apart: as they stand in the address, also where they are wrong.
    pub values: BTreeMap<String, Vec<String>>,
    /// First UTC day, as it stands in the address.
    pub from: Option<String>,
    /// Last UTC day, as it stands in the address.
    pub to: Option<String>,
}

/// What is wrong with a filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FilterFault {
    /// No such key: it is not applied.
    UnknownKey(String),
    /// No such value: nothing matches it.
    UnknownValue {
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
    /// No such survey: the one most responses belong to is shown.
    UnknownSurvey(String),
    /// Not a day: it is not applied.
    BadDay {
        /// `from` or `to`.
        key: String,
        /// What stands there.
        value: String,
    },
    /// The first day is after the last: nothing matches them.
    DaysReversed,
}

impl Filter {
    /// Whether every response passes.
    pub fn is_empty(&self) -> bool {
        self.values.values().all(Vec::is_empty) && self.from.is_none() && self.to.is_none()
    }

    /// The values of a key.
    pub fn values_of(&self, key: &str) -> &[String] {
        self.values.get(key).map_or(&[], Vec::as_slice)
    }

    /// The first UTC day that passes; `None` where none is set or it is not a day.
    pub fn first_day(&self) -> Option<Day> {
        self.from.as_deref().and_then(Day::parse)
    }

    /// The last UTC day that passes; `None` where none is set or it is not a day.
    pub fn last_day(&self) -> Option<Day> {
        self.to.as_deref().and_then(Day::parse)
    }

    /// Adds a value to a key, or takes it away.
    pub fn toggle(&mut self, key: &str, value: &str) {
        let mut values = self.values.remove(key).unwrap_or_default();
        match values.iter().position(|known| known == value) {
            Some(at) => drop(values.remove(at)),
            None => values.push(value.to_owned()),
        }
        self.set(key, values);
    }

    /// Gives a key these values in place of others; none takes the key away.
    pub fn set(&mut self, key: &str, values: Vec<String>) {
        self.values.remove(key);
        self.extend(key, values);
    }

    /// Keeps the survey and lets every response pass.
    pub fn clear(&mut self) {
        *self = Self { survey: self.survey.take(), ..Self::default() };
    }

    /// The filter as the report writes it: what was applied, and nothing else.
    pub fn as_report_map(&self, survey: &Survey) -> BTreeMap<String, Vec<String>> {
        let single = |key: &str, value: Option<String>| value.map(|value| (key.to_owned(), vec![value]));
        let applied = |key: &str, values: &[String]| !values.is_empty() && Target::of(survey, key).is_some();
        let listed = self.values.iter().filter(|(key, values)| applied(key, values));
        listed
            .map(|(key, values)| (key.clone(), values.clone()))
            .chain(single("from", self.first_day().map(|day| day.to_string())))
            .chain(single("to", self.last_day().map(|day| day.to_string())))
            .chain(single("survey", self.survey.clone()))
            .collect()
    }

    /// The filter of a report, as [`Filter::as_report_map`] writes it.
    pub fn of_report(map: &BTreeMap<String, Vec<String>>) -> Self {
        let mut filter = Self::default();
        for (key, values) in map {
            match key.as_str() {
                "from" => filter.from = values.first().cloned(),
                "to" => filter.to = values.first().cloned(),
                "survey" => filter.survey = values.first().cloned(),
                _ => filter.set(key, values.clone()),
            }
        }
        filter
    }

    /// Everything in the filter that the survey does not know.
    pub fn check(&self, survey: &Survey) -> Vec<FilterFault> {
        let mut faults = Vec::new();
        for (key, values) in &self.values {
            let Some(target) = Target::of(survey, key) else {
                faults.push(FilterFault::UnknownKey(key.clone()));
                continue;
            };
            let unknown = values.iter().filter(|value| !target.knows(survey, value));
            faults.extend(
                unknown.map(|value| FilterFault::UnknownValue { key: key.clone(), value: value.clone() }),
            );
        }
        for (key, text, day) in [("from", &self.from, self.first_day()), ("to", &self.to, self.last_day())] {
            if let (Some(value), None) = (text, day) {
                faults.push(FilterFault::BadDay { key: key.to_owned(), value: value.clone() });
            }
        }
        if self.first_day().zip(self.last_day()).is_some_and(|(first, last)| first > last) {
            faults.push(FilterFault::DaysReversed);
        }
        faults
    }

    /// Adds values to a key; each stands once, and a key without any is not held.
    pub(super) fn extend(&mut self, key: &str, more: Vec<String>) {
        if more.is_empty() {
            return;
        }
        let values = self.values.entry(key.to_owned()).or_default();
        for value in more {
            if !values.contains(&value) {
                values.push(value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;

    #[test]
    fn toggling_twice_changes_nothing() {
        let mut filter = Filter::default();
        filter.toggle("service", "mfa-04");
        assert_eq!(filter.values_of("service"), ["mfa-04"]);
        filter.toggle("service", "mfa-04");
        assert_eq!(filter, Filter::default());
    }

    #[test]
    fn clearing_keeps_the_survey() {
        let mut filter = Filter::from_query("survey=a&service=b&from=2018-01-20");
        filter.clear();
        assert_eq!(filter.to_query(), "survey=a");
        assert!(filter.is_empty());
    }
}

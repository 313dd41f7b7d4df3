//! Whether one filter selects by the same in two surveys.

use super::Side;
use crate::domain::analysis::{Filter, FilterFault, Report};

/// Why the responses that pass a filter in two surveys cannot be set beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Apart {
    /// One of them cannot be filtered by a key that the other can be filtered by.
    Key {
        /// The key.
        key: String,
        /// Whether it is the survey that is shown which lacks it.
        is_own: bool,
    },
    /// One of them does not offer a value that the other offers.
    Value {
        /// The key.
        key: String,
        /// The value.
        value: String,
        /// Whether it is the survey that is shown which lacks it.
        is_own: bool,
    },
    /// One of them has nothing to show on the days of the filter.
    Days {
        /// Whether it is the survey that is shown.
        is_own: bool,
    },
}

/// Everything that keeps two selections by one filter apart. What neither survey knows keeps nothing apart.
pub fn apart(filter: &Filter, own: Side<'_>, other: Side<'_>) -> Vec<Apart> {
    let [own_faults, other_faults] = [own, other].map(|side| filter.check(side.survey));
    let lacks = |faults: &[FilterFault], others: &[FilterFault], is_own: bool| {
        let only_one = faults.iter().filter(|fault| !others.contains(fault));
        only_one.filter_map(|fault| told(fault, is_own)).collect::<Vec<_>>()
    };
    let mut found = lacks(&other_faults, &own_faults, false);
    found.extend(lacks(&own_faults, &other_faults, true));
    if filter.first_day().is_some() || filter.last_day().is_some() {
        let sides = [(own, true), (other, false)];
        let silent = sides.into_iter().filter(|(side, _)| is_silent(side.report));
        found.extend(silent.map(|(_, is_own)| Apart::Days { is_own }));
    }
    found
}

/// A value that a survey lacks with its key is told of with the key.
fn told(fault: &FilterFault, is_own: bool) -> Option<Apart> {
    match fault {
        FilterFault::UnknownKey(key) => Some(Apart::Key { key: key.clone(), is_own }),
        FilterFault::UnknownValue { key, value } => {
            Some(Apart::Value { key: key.clone(), value: value.clone(), is_own })
        }
        FilterFault::UnknownSurvey(_) | FilterFault::BadDay { .. } | FilterFault::DaysReversed => None,
    }
}

fn is_silent(report: &Report) -> bool {
    report.hidden || report.responses == Some(0)
}

//! Tallies: plain counts of the selected responses. They add up, so parts merge by addition.

use serde::{Deserialize, Serialize};

use super::{Bitmap, Dataset, Slot};

/// Counts of one selection, one entry for each question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tallies {
    /// How many responses were selected.
    pub responses: u64,
    /// One for each question of the questionnaire.
    pub questions: Vec<Counts>,
}

/// Counts of one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Counts {
    /// Nothing is asked.
    Nothing,
    /// A choice: how many answered, and how many chose each value.
    Choice {
        /// Who answered.
        answered: u64,
        /// By value, in the slot's order.
        values: Vec<u64>,
    },
    /// A matrix: the same for each row.
    Matrix {
        /// Who answered any row.
        answered: u64,
        /// Row → (answered, by value).
        rows: Vec<(u64, Vec<u64>)>,
    },
    /// A text: how many answered.
    Text(u64),
}

impl Tallies {
    /// Counts the selected responses.
    pub fn count(dataset: &Dataset, selected: &Bitmap) -> Self {
        Self {
            responses: selected.count(),
            questions: dataset.slots().iter().map(|slot| Counts::count(slot, selected)).collect(),
        }
    }

    /// Adds the counts of another part of the same survey.
    pub fn add(&mut self, other: &Self) {
        self.responses += other.responses;
        if self.questions.is_empty() {
            self.questions.clone_from(&other.questions);
            return;
        }
        for (own, other) in self.questions.iter_mut().zip(&other.questions) {
            own.add(other);
        }
    }
}

impl Counts {
    fn count(slot: &Slot, selected: &Bitmap) -> Self {
        match slot {
            Slot::Nothing => Self::Nothing,
            Slot::Single { values, column, .. } => {
                let (answered, values) = split(column.counts(selected, values.len() + 1));
                Self::Choice { answered, values }
            }
            Slot::Multiple { bitmaps, answered, .. } => Self::Choice {
                answered: answered.count_and(selected),
                values: bitmaps.iter().map(|bitmap| bitmap.count_and(selected)).collect(),
            },
            Slot::Matrix { values, columns, answered, .. } => Self::Matrix {
                answered: answered.count_and(selected),
                rows: columns.iter().map(|column| split(column.counts(selected, values.len() + 1))).collect(),
            },
            Slot::Text { answered, .. } => Self::Text(answered.count_and(selected)),
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        let plus =
            |own: &mut [u64], other: &[u64]| own.iter_mut().zip(other).for_each(|(own, more)| *own += more);
        match (self, other) {
            (Self::Choice { answered, values }, Self::Choice { answered: more, values: others }) => {
                *answered += more;
                plus(values, others);
            }
            (Self::Matrix { answered, rows }, Self::Matrix { answered: more, rows: others }) => {
                *answered += more;
                for ((own, values), (more, others)) in rows.iter_mut().zip(others) {
                    *own += more;
                    plus(values, others);
                }
            }
            (Self::Text(own), Self::Text(more)) => *own += more,
            _ => {}
        }
    }
}

/// Counts by code, code 0 being "unanswered", as answered and counts by value.
fn split(mut by_code: Vec<u64>) -> (u64, Vec<u64>) {
    let values = by_code.split_off(1);
    (values.iter().sum(), values)
}

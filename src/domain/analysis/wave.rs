//! Two reports side by side: the same question in two surveys.

mod apart;
mod questions;

use super::{QuestionReport, Tally};
use crate::domain::survey::Scalar;
pub use apart::{Apart, apart};
pub use questions::{Side, WaveFigures, WaveQuestion, waves};

/// Answers to one question, or to one statement of a matrix, in two surveys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The statement, of a matrix.
    pub row: Option<Scalar>,
    /// How many answered in either.
    pub answered: [u64; 2],
    /// How many chose each value in either; those that both offer.
    pub counts: Vec<(Scalar, [u64; 2])>,
}

/// The question's answers in two reports, those of the first in its order; statements and values that only
/// one of them has are left out. Nothing where either is hidden.
pub fn pairs(own: &QuestionReport, other: &QuestionReport) -> Vec<Pair> {
    if let (Some(own), Some(other)) = (&own.rows, &other.rows) {
        let pair = |row: &super::RowReport| {
            let same = other.iter().find(|same| same.value == row.value)?;
            let answered = [row.answered, same.answered];
            Some(Pair { row: Some(row.value.clone()), answered, counts: counts(&row.columns, &same.columns) })
        };
        return own.iter().filter_map(pair).collect();
    }
    let answered = own.answered.zip(other.answered);
    match (answered, &own.choices, &other.choices) {
        (Some((left, right)), Some(own), Some(other)) => {
            vec![Pair { row: None, answered: [left, right], counts: counts(own, other) }]
        }
        _ => Vec::new(),
    }
}

fn counts(own: &[Tally], other: &[Tally]) -> Vec<(Scalar, [u64; 2])> {
    let both = |tally: &Tally| {
        let same = other.iter().find(|same| same.value == tally.value)?;
        Some((tally.value.clone(), [tally.count, same.count]))
    };
    own.iter().filter_map(both).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(value: &str, count: u64) -> Tally {
        Tally { value: value.into(), count, share: None, interval: None }
    }

    fn question(choices: Vec<Tally>, answered: u64) -> QuestionReport {
        QuestionReport {
            name: "q".into(),
            kind: "radiogroup".into(),
            answered: Some(answered),
            choices: Some(choices),
            rows: None,
            hidden: false,
        }
    }

    #[test]
    fn values_are_paired_by_what_they_are() {
        let own = question(vec![tally("a", 1), tally("b", 2)], 3);
        let other = question(vec![tally("b", 5), tally("a", 4), tally("c", 1)], 10);
        let found = pairs(&own, &other);
        assert_eq!(found[0].answered, [3, 10]);
        assert_eq!(found[0].counts, [("a".into(), [1, 4]), ("b".into(), [2, 5])]);
    }

    #[test]
    fn of_a_hidden_question_there_is_nothing() {
        let own = question(vec![tally("a", 1)], 3);
        let hidden = QuestionReport { answered: None, choices: None, hidden: true, ..own.clone() };
        assert_eq!(pairs(&own, &hidden), []);
        assert_eq!(pairs(&hidden, &own), []);
    }
}

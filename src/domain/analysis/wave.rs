//! Reports side by side: the same question in several surveys.

mod apart;
mod questions;

use super::{QuestionReport, Tally};
use crate::domain::survey::Scalar;
pub use apart::{Apart, apart};
pub use questions::{Counterpart, Side, Standing, WaveQuestion, waves};

/// Answers to one question, or to one statement of a matrix, in several surveys: first in the one that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Abreast {
    /// The statement, of a matrix.
    pub row: Option<Scalar>,
    /// How many answered in each; none where it has no such statement, or is not compared.
    pub answered: Vec<Option<u64>>,
    /// How many chose each value in each; the values that any of the others offers too.
    pub counts: Vec<(Scalar, Vec<Option<u64>>)>,
}

/// The question's answers in several reports, those of the first in its order; statements and values that no
/// other has are left out. Nothing of what is hidden.
pub fn abreast<'a>(own: &'a QuestionReport, others: &[Option<&'a QuestionReport>]) -> Vec<Abreast> {
    let others: Vec<Vec<Part<'a>>> = others.iter().map(|it| it.map_or_else(Vec::new, parts)).collect();
    let beside = |own: Part<'a>| {
        let same = |parts: &Vec<Part<'a>>| parts.iter().find(|part| part.row == own.row).copied();
        let same: Vec<Option<Part<'a>>> = others.iter().map(same).collect();
        same.iter().any(Option::is_some).then(|| Abreast {
            row: own.row.cloned(),
            answered: first(own.answered, same.iter().map(|part| Some((*part)?.answered))),
            counts: counts(own.tallies, &same),
        })
    };
    parts(own).into_iter().filter_map(beside).collect()
}

/// What is counted by itself: a statement of a matrix, or a question.
#[derive(Clone, Copy)]
struct Part<'a> {
    row: Option<&'a Scalar>,
    answered: u64,
    tallies: &'a [Tally],
}

fn parts(question: &QuestionReport) -> Vec<Part<'_>> {
    match (&question.rows, question.answered, &question.choices) {
        (Some(rows), ..) => rows
            .iter()
            .map(|row| Part { row: Some(&row.value), answered: row.answered, tallies: &row.columns })
            .collect(),
        (None, Some(answered), Some(tallies)) => vec![Part { row: None, answered, tallies }],
        _ => Vec::new(),
    }
}

fn counts(own: &[Tally], others: &[Option<Part<'_>>]) -> Vec<(Scalar, Vec<Option<u64>>)> {
    let beside = |tally: &Tally| {
        let same = |part: &Option<Part<'_>>| {
            Some((*part)?.tallies.iter().find(|same| same.value == tally.value)?.count)
        };
        let same: Vec<Option<u64>> = others.iter().map(same).collect();
        same.iter().any(Option::is_some).then(|| (tally.value.clone(), first(tally.count, same.into_iter())))
    };
    own.iter().filter_map(beside).collect()
}

fn first(own: u64, others: impl Iterator<Item = Option<u64>>) -> Vec<Option<u64>> {
    std::iter::once(Some(own)).chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::analysis::RowReport;

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
    fn values_stand_beside_what_is_the_same() {
        let own = question(vec![tally("a", 1), tally("b", 2), tally("d", 0)], 3);
        let other = question(vec![tally("b", 5), tally("a", 4), tally("c", 1)], 10);
        let third = question(vec![tally("b", 7)], 7);
        let found = abreast(&own, &[Some(&other), None, Some(&third)]);
        assert_eq!(found[0].answered, [Some(3), Some(10), None, Some(7)]);
        let expected = [
            ("a".into(), vec![Some(1), Some(4), None, None]),
            ("b".into(), vec![Some(2), Some(5), None, Some(7)]),
        ];
        assert_eq!(found[0].counts, expected);
    }

    #[test]
    fn a_statement_that_any_other_has_stands_there() {
        let matrix = |rows: &[(&str, u64)]| QuestionReport {
            choices: None,
            rows: Some(
                rows.iter()
                    .map(|(row, answered)| RowReport {
                        value: (*row).into(),
                        answered: *answered,
                        columns: vec![tally("good", 1)],
                    })
                    .collect(),
            ),
            ..question(Vec::new(), 9)
        };
        let own = matrix(&[("r", 3), ("s", 4), ("t", 5)]);
        let found = abreast(&own, &[Some(&matrix(&[("s", 6)])), Some(&matrix(&[("s", 7), ("r", 8)]))]);
        let found: Vec<_> = found.into_iter().map(|it| (it.row.unwrap().key(), it.answered)).collect();
        let expected = [
            ("r".to_owned(), vec![Some(3), None, Some(8)]),
            ("s".to_owned(), vec![Some(4), Some(6), Some(7)]),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn of_a_hidden_question_there_is_nothing() {
        let own = question(vec![tally("a", 1)], 3);
        let hidden = QuestionReport { answered: None, choices: None, hidden: true, ..own.clone() };
        assert_eq!(abreast(&own, &[Some(&hidden)]), []);
        assert_eq!(abreast(&hidden, &[Some(&own)]), []);
    }
}

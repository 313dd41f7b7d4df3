//! Findings of small reports.

use super::*;
use crate::domain::survey::{Choice, Options, Text};

fn question(kind: Kind) -> Question {
    Question {
        name: "q".into(),
        title: Text::plain("?"),
        description: None,
        is_required: false,
        visible_if: Vec::new(),
        page: 0,
        kind,
    }
}

fn tally(value: &str, count: u64) -> Tally {
    Tally { value: value.into(), count, share: None, interval: None }
}

fn report(
    answered: Option<u64>,
    choices: Option<Vec<Tally>>,
    rows: Option<Vec<RowReport>>,
) -> QuestionReport {
    QuestionReport { name: "q".into(), kind: String::new(), answered, choices, rows, hidden: false }
}

fn single(counts: &[(&str, u64)], answered: u64) -> Option<Finding> {
    let choices = counts.iter().map(|(value, count)| tally(value, *count)).collect();
    finding(&question(Kind::Radiogroup(Options::default())), &report(Some(answered), Some(choices), None))
}

#[test]
fn the_most_frequent_choice_is_found_and_ties_are_named_together() {
    let top = Finding::TopChoice { values: vec!["b".into()], count: 5, answered: 8 };
    assert_eq!(single(&[("a", 3), ("b", 5)], 8), Some(top));
    let tie = Finding::TopChoice { values: vec!["a".into(), "b".into()], count: 4, answered: 8 };
    assert_eq!(single(&[("a", 4), ("b", 4)], 8), Some(tie));
}

#[test]
fn what_everyone_chose_is_unanimous() {
    let found = Finding::Unanimous { value: "no".into(), answered: 8 };
    assert_eq!(single(&[("yes", 0), ("no", 8)], 8), Some(found));
}

#[test]
fn withheld_figures_and_silence_are_told_apart() {
    let kind = || question(Kind::Radiogroup(Options::default()));
    assert_eq!(finding(&kind(), &report(None, None, None)), Some(Finding::Withheld));
    assert_eq!(single(&[("yes", 0)], 0), Some(Finding::NobodyAnswered));
}

#[test]
fn texts_are_counted() {
    let kind = || question(Kind::Comment { max_length: None });
    assert_eq!(finding(&kind(), &report(Some(3), None, None)), Some(Finding::TextsAnswered { count: 3 }));
    assert_eq!(finding(&kind(), &report(Some(0), None, None)), Some(Finding::NobodyAnswered));
}

#[test]
fn the_better_half_of_the_grades_ranks_the_rows() {
    let columns =
        ["good", "fair", "bad"].map(|value| Choice { value: value.into(), text: Text::plain(value) });
    let kind = Kind::Matrix { rows: Vec::new(), columns: columns.to_vec(), all_rows_required: false };
    let row = |name: &str, good: u64, bad: u64| RowReport {
        value: name.into(),
        answered: good + bad,
        columns: vec![tally("good", good), tally("fair", 0), tally("bad", bad)],
    };
    let rows = vec![row("a", 3, 1), row("silent", 0, 0), row("b", 4, 0), row("c", 1, 3)];
    let found = finding(&question(kind), &report(None, None, Some(rows)));
    let share = |row: &str, count| RowShare { row: row.into(), count, answered: 4 };
    let expected = Finding::MatrixSummary {
        top: vec!["good".into()],
        mean_share: (0.75 + 1.0 + 0.25) / 3.0,
        best: share("b", 4),
        worst: share("c", 1),
    };
    assert_eq!(found, Some(expected));
}

#[test]
fn a_rating_has_a_mean() {
    let step =
        |step: u64, count| Tally { value: Scalar::Number(step.into()), count, share: None, interval: None };
    let kind = Kind::Rating { options: Options::default(), min_label: None, max_label: None };
    let found = finding(&question(kind), &report(Some(4), Some(vec![step(1, 1), step(5, 3)]), None));
    assert_eq!(found, Some(Finding::RatingMean { mean: 4.0, highest: 5.0, answered: 4 }));
}

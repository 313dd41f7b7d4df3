//! Figures as cells: count, share and interval of each value, and the words where they are hidden.

use super::{Cell, Word, Wording};
use crate::domain::analysis::statistics::{share, wilson};
use crate::domain::survey::{Baseline, Figure, Kind, Options, Question, Scalar};

/// What can be chosen in a question, with its labels; of a matrix, its columns.
pub(super) fn values(question: &Question, language: &str) -> Vec<(Scalar, String)> {
    let of = |choices: &[crate::domain::survey::Choice]| {
        choices.iter().map(|it| (it.value.clone(), it.text.get(language).to_owned())).collect()
    };
    match &question.kind {
        Kind::Matrix { columns, .. } => of(columns),
        Kind::Boolean { label_true, label_false } => [(true, label_true), (false, label_false)]
            .map(|(truth, label)| (Scalar::Bool(truth), label.get(language).to_owned()))
            .to_vec(),
        _ => of(&question.options().map(Options::all).unwrap_or_default()),
    }
}

/// The rows of a matrix with their labels.
pub(super) fn statements(question: &Question, language: &str) -> Vec<(Scalar, String)> {
    match &question.kind {
        Kind::Matrix { rows, .. } => {
            rows.iter().map(|row| (row.value.clone(), row.text.get(language).to_owned())).collect()
        }
        _ => Vec::new(),
    }
}

/// The label of a value, or the value itself.
pub(super) fn label(labels: &[(Scalar, String)], value: &Scalar) -> String {
    labels.iter().find(|(known, _)| known == value).map_or_else(|| value.key(), |(_, label)| label.clone())
}

/// How many chose a value and the interval around their share.
pub(super) fn figures(count: u64, answered: u64) -> [Cell; 4] {
    let interval = wilson(count, answered);
    [
        Cell::Count(count),
        Cell::share(share(count, answered)),
        Cell::share(interval.map(|it| it[0])),
        Cell::share(interval.map(|it| it[1])),
    ]
}

/// The published figure of a value and of it alone.
pub(super) fn published<'a>(
    baseline: Option<&'a Baseline>,
    question: &Question,
    row: Option<&Scalar>,
    value: &Scalar,
) -> Option<&'a Figure> {
    let row = row.map(Scalar::key);
    baseline.and_then(|it| it.figure(&question.name, row.as_deref(), &value.key()))
}

/// A published share, and how sure its reading is.
pub(super) fn published_cells(figure: Option<&Figure>, wording: &dyn Wording) -> [Cell; 2] {
    let Some(figure) = figure else { return [Cell::Empty, Cell::Empty] };
    [Cell::Share(figure.percent / 100.0), Cell::text(wording.mark(figure.mark))]
}

/// As many cells that say they are hidden.
pub(super) fn hidden(cells: usize, wording: &dyn Wording) -> Vec<Cell> {
    vec![Cell::text(wording.word(Word::Hidden)); cells]
}

/// Headings of [`figures`] for each value.
pub(super) fn headings(labels: &[(Scalar, String)], wording: &dyn Wording) -> Vec<String> {
    let of = |(_, label): &(Scalar, String)| {
        [Word::Count, Word::Share, Word::Low, Word::High]
            .map(|word| format!("{label}: {}", wording.word(word).to_lowercase()))
    };
    labels.iter().flat_map(of).collect()
}

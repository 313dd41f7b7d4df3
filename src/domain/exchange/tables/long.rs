//! Long tables: every figure a line, with the names and labels of what it is of.

use super::columns::{figures, hidden, label, published, published_cells, statements, values};
use super::{Cell, Compared, Sheet, Wording};
use crate::domain::analysis::{Counts, Group, QuestionReport, Report, RowReport, Tally};
use crate::domain::survey::{Question, Scalar, Survey};

/// Names as in the report that is JSON: programs read them, whatever the language.
const REPORT: [&str; 13] = [
    "question",
    "title",
    "row",
    "row_label",
    "value",
    "label",
    "count",
    "answered",
    "share",
    "low",
    "high",
    "published",
    "published_mark",
];
const COMPARISON: [&str; 16] = [
    "question",
    "title",
    "by",
    "by_title",
    "group",
    "group_label",
    "base",
    "row",
    "row_label",
    "value",
    "label",
    "count",
    "answered",
    "share",
    "low",
    "high",
];
/// Figures of a line: count, answered, share, low, high.
const FIGURES: usize = 5;

/// The report's questions, with the published figures beside.
pub fn report_table(survey: &Survey, report: &Report, wording: &dyn Wording) -> Sheet {
    let mut rows = Vec::new();
    for counted in &report.questions {
        let Some(question) = survey.questionnaire.question(&counted.name) else { continue };
        let before = named(question, wording);
        let figures = published_of(survey, question, counted, wording);
        for (line, figure) in of_question(question, counted, wording).into_iter().zip(figures) {
            rows.push(before.iter().cloned().chain(line).chain(figure).collect());
        }
    }
    Sheet { name: String::new(), above: Vec::new(), headings: REPORT.map(str::to_owned).to_vec(), rows }
}

/// Comparisons, one after another.
pub fn comparison_table(survey: &Survey, compared: &[Compared], wording: &dyn Wording) -> Sheet {
    let mut rows = Vec::new();
    for one in compared {
        let Some(question) = survey.questionnaire.question(&one.question) else { continue };
        let before: Vec<Cell> = named(question, wording)
            .into_iter()
            .chain([Cell::text(&one.by), Cell::text(&one.by_title)])
            .collect();
        for group in &one.cross.groups {
            let base = if group.hidden { hidden(1, wording).remove(0) } else { Cell::Count(group.base) };
            let named = [Cell::text(group.value.key()), Cell::text(one.label(&group.value)), base];
            for line in of_group(question, group, wording) {
                rows.push(before.iter().chain(&named).cloned().chain(line).collect());
            }
        }
    }
    Sheet { name: String::new(), above: Vec::new(), headings: COMPARISON.map(str::to_owned).to_vec(), rows }
}

/// The published figure of each line of a question; nothing beside what is hidden.
fn published_of(
    survey: &Survey,
    question: &Question,
    counted: &QuestionReport,
    wording: &dyn Wording,
) -> Vec<[Cell; 2]> {
    let cells = |row: Option<&Scalar>, tally: &Tally| {
        let figure = published(survey.baseline.as_ref(), question, row, &tally.value);
        published_cells(figure, wording)
    };
    match (&counted.choices, &counted.rows) {
        (Some(choices), _) => choices.iter().map(|tally| cells(None, tally)).collect(),
        (_, Some(rows)) => {
            let of_row = |row: &RowReport| {
                row.columns.iter().map(|tally| cells(Some(&row.value), tally)).collect::<Vec<_>>()
            };
            rows.iter().flat_map(of_row).collect()
        }
        _ => vec![published_cells(None, wording)],
    }
}

fn named(question: &Question, wording: &dyn Wording) -> Vec<Cell> {
    vec![Cell::text(&question.name), Cell::text(question.title.get(wording.language()))]
}

/// Row, its label, value, its label, and the figures.
fn of_question(question: &Question, counted: &QuestionReport, wording: &dyn Wording) -> Vec<Vec<Cell>> {
    if counted.hidden {
        return vec![withheld(wording)];
    }
    let answered = counted.answered.unwrap_or_default();
    if let Some(rows) = &counted.rows {
        let of_row = |row: &RowReport| {
            let counts: Vec<u64> = row.columns.iter().map(|tally| tally.count).collect();
            of_values(question, Some(&row.value), row.answered, &counts, wording)
        };
        rows.iter().flat_map(of_row).collect()
    } else if let Some(choices) = &counted.choices {
        let counts: Vec<u64> = choices.iter().map(|tally| tally.count).collect();
        of_values(question, None, answered, &counts, wording)
    } else {
        vec![of_text(answered)]
    }
}

fn of_group(question: &Question, group: &Group, wording: &dyn Wording) -> Vec<Vec<Cell>> {
    match &group.counts {
        _ if group.hidden => vec![withheld(wording)],
        Counts::Choice { answered, values } => of_values(question, None, *answered, values, wording),
        Counts::Matrix { rows, .. } => statements(question, wording.language())
            .iter()
            .zip(rows)
            .flat_map(|((row, _), (answered, values))| {
                of_values(question, Some(row), *answered, values, wording)
            })
            .collect(),
        Counts::Text(answered) => vec![of_text(*answered)],
        Counts::Nothing => Vec::new(),
    }
}

fn of_values(
    question: &Question,
    row: Option<&Scalar>,
    answered: u64,
    counts: &[u64],
    wording: &dyn Wording,
) -> Vec<Vec<Cell>> {
    let language = wording.language();
    let rows = statements(question, language);
    let [row, row_label] = match row {
        Some(row) => [Cell::text(row.key()), Cell::text(label(&rows, row))],
        None => [Cell::Empty, Cell::Empty],
    };
    let line = |((value, label), count): ((Scalar, String), &u64)| {
        let [count, share, low, high] = figures(*count, answered);
        let named = [row.clone(), row_label.clone(), Cell::text(value.key()), Cell::text(label)];
        named.into_iter().chain([count, Cell::Count(answered), share, low, high]).collect()
    };
    values(question, language).into_iter().zip(counts).map(line).collect()
}

/// A text has no values: only how many wrote one.
fn of_text(answered: u64) -> Vec<Cell> {
    let mut line = vec![Cell::Empty; 4 + FIGURES];
    line[5] = Cell::Count(answered);
    line
}

fn withheld(wording: &dyn Wording) -> Vec<Cell> {
    std::iter::repeat_n(Cell::Empty, 4).chain(hidden(FIGURES, wording)).collect()
}

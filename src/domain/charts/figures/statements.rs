//! The statements of a matrix, from a report or a published baseline, in the order they are drawn.

use super::count;
use crate::domain::analysis::QuestionReport;
use crate::domain::charts::Style;
use crate::domain::charts::number::Share;
use crate::domain::charts::scale::{Part, Statement};
use crate::domain::survey::{Baseline, Choice, Question};

/// The statements of a report; `None` where they are withheld.
pub(in super::super) fn counted_rows(
    question: &Question,
    rows: &[Choice],
    columns: &[Choice],
    report: &QuestionReport,
    baseline: Option<&Baseline>,
    style: &Style,
) -> Option<Vec<Statement>> {
    let reports = report.rows.as_deref()?;
    let statements = rows.iter().filter_map(|row| {
        let counted = reports.iter().find(|counted| counted.value == row.value)?;
        let part = |(index, column): (usize, &Choice)| {
            let count = count(&counted.columns, &column.value);
            Some(Part {
                span: (index, index),
                share: Share::counted(count, counted.answered, &style.format)?,
            })
        };
        let better = columns.iter().take(columns.len() / 2);
        let better = better.map(|column| count(&counted.columns, &column.value)).sum();
        Some(Statement {
            label: row.text.get(&style.language).to_owned(),
            parts: columns.iter().enumerate().filter_map(part).collect(),
            better: Share::counted(better, counted.answered, &style.format),
            published: baseline.map(|it| parts(it, question, row, columns, style)).unwrap_or_default(),
        })
    });
    Some(statements.collect())
}

/// The statements of a published baseline that have figures.
pub(in super::super) fn published_rows(
    question: &Question,
    rows: &[Choice],
    columns: &[Choice],
    baseline: &Baseline,
    style: &Style,
) -> Vec<Statement> {
    let statements = rows.iter().map(|row| Statement {
        label: row.text.get(&style.language).to_owned(),
        parts: parts(baseline, question, row, columns, style),
        better: None,
        published: Vec::new(),
    });
    statements.filter(|statement| !statement.parts.is_empty()).collect()
}

/// The published parts of a row, best first; those whose columns are not neighbours are left out.
fn parts(
    baseline: &Baseline,
    question: &Question,
    row: &Choice,
    columns: &[Choice],
    style: &Style,
) -> Vec<Part> {
    let row = row.value.key();
    let of_row = baseline
        .figures
        .iter()
        .filter(|figure| figure.question == question.name && figure.row.as_deref() == Some(&row));
    let mut parts: Vec<Part> = of_row
        .filter_map(|figure| {
            let place = |value: &String| columns.iter().position(|column| column.value.key() == *value);
            let places = figure.values.iter().map(place).collect::<Option<Vec<_>>>()?;
            let span = (*places.iter().min()?, *places.iter().max()?);
            let share = Share::published(figure.percent, &style.format);
            (span.1 - span.0 + 1 == places.len()).then_some(Part { span, share })
        })
        .collect();
    parts.sort_by_key(|part| part.span);
    parts
}

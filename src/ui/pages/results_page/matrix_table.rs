//! The figures of a matrix as a table.

use std::sync::Arc;

use leptos::prelude::*;

use super::caution::caution;
use super::interval_cell::interval_cell;
use crate::domain::analysis::{QuestionReport, RowReport, Tally};
use crate::domain::survey::{Baseline, Choice, Kind, Question, Survey};
use crate::ui::text::{Texts, key};

/// Statements down, the scale across: share with its count, and the published share beneath.
#[component]
pub(super) fn MatrixTable(
    survey: Arc<Survey>,
    question: Question,
    report: Memo<Option<QuestionReport>>,
) -> impl IntoView {
    let texts = Texts::here();
    let columns = match &question.kind {
        Kind::Matrix { columns, .. } => columns.clone(),
        _ => Vec::new(),
    };
    let title = format!("{}: {}", texts.get(key::RESULTS_TABLE), question.title.get(texts.code()));
    let heading = |column: Choice| {
        view! { <th scope="col" class="number">{column.text.get(texts.code()).to_owned()}</th> }
    };
    let headings = columns.into_iter().map(heading).collect_view();
    let rows = move || {
        let report = report.get()?;
        let row = |row: &RowReport| statement(&question, row, survey.baseline.as_ref(), texts);
        Some(report.rows.unwrap_or_default().iter().map(row).collect_view())
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=title>
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{texts.get(key::TABLE_STATEMENT)}</th>
                        <th scope="col" class="number">{texts.get(key::TABLE_ANSWERED)}</th>
                        {headings}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn statement(
    question: &Question,
    row: &RowReport,
    baseline: Option<&Baseline>,
    texts: Texts,
) -> impl IntoView + use<> {
    let value = row.value.key();
    let cell = |tally: &Tally| {
        let figure = baseline.and_then(|it| it.figure(&question.name, Some(&value), &tally.value.key()));
        let published = figure.map(|figure| {
            let value = texts.published(figure.percent);
            let value = texts.fill(key::RESULTS_PUBLISHED_SHORT, &[("value", &value)]);
            view! {
                <span class="cell-more">{value}</span>
                <span class="cell-more mark">{texts.mark(figure.mark)}</span>
            }
        });
        view! {
            <td class="number">
                {texts.share(tally.count, row.answered)}
                <span class="cell-more">{texts.integer(tally.count)}</span>
                {interval_cell(tally.count, row.answered, texts)}
                {published}
            </td>
        }
    };
    view! {
        <tr>
            <th scope="row">{texts.row(question, &row.value)}</th>
            <td class="number">{texts.integer(row.answered)} {caution(row.answered, texts)}</td>
            {row.columns.iter().map(cell).collect_view()}
        </tr>
    }
}

//! The counts of a question by groups as a table.

use leptos::prelude::*;

use super::options::FilterOptions;
use crate::domain::analysis::{Counts, Cross, Group, QuestionReport, Tally};
use crate::domain::survey::{Question, Scalar};
use crate::ui::text::{Texts, key};

/// Groups down, of a matrix each with its statements; choices across: share with its count.
#[component]
pub(super) fn CrossTable(
    question: Question,
    report: QuestionReport,
    cross: Cross,
    grouping: FilterOptions,
) -> impl IntoView {
    let texts = Texts::here();
    let title = texts
        .fill(key::CROSS_TITLE, &[("question", question.title.get(texts.code())), ("by", &grouping.title)]);
    let caption = title.clone();
    let rows = report.rows.unwrap_or_default();
    let choices = rows.first().map_or_else(|| report.choices.unwrap_or_default(), |row| row.columns.clone());
    let statements: Vec<Scalar> = rows.into_iter().map(|row| row.value).collect();
    let heading = |tally: &Tally| {
        view! { <th scope="col" class="number" data-value=tally.value.key()>{texts.value(&question, &tally.value)}</th> }
    };
    let headings = choices.iter().map(heading).collect_view();
    let statement =
        (!statements.is_empty()).then(|| view! { <th scope="col">{texts.get(key::TABLE_STATEMENT)}</th> });
    let label = |group: &Group| {
        let value = group.value.key();
        let known = grouping.values.iter().find(|option| option.value == value);
        known.map_or(value, |option| option.label.clone())
    };
    let group = |group: &Group| {
        let value = group.value.key();
        let rows = match &group.counts {
            Counts::Choice { answered, values } => {
                let head = view! { <th scope="row">{label(group)}</th> };
                view! { <tr>{head} {figures(*answered, values, texts)}</tr> }.into_any()
            }
            Counts::Matrix { rows, .. } => {
                let span = rows.len().to_string();
                let mut head = Some(view! { <th scope="rowgroup" rowspan=span>{label(group)}</th> });
                let row = |((answered, values), statement): (&(u64, Vec<u64>), &Scalar)| {
                    let words = texts.row(&question, statement);
                    view! {
                        <tr data-row=statement.key()>
                            {head.take()}
                            <th scope="row">{words}</th>
                            {figures(*answered, values, texts)}
                        </tr>
                    }
                };
                rows.iter().zip(&statements).map(row).collect_view().into_any()
            }
            Counts::Text(_) | Counts::Nothing => ().into_any(),
        };
        view! { <tbody data-group=value>{rows}</tbody> }
    };
    let groups = cross.groups.iter().map(group).collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=title>
            <table class="figures cross-table">
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{grouping.title.clone()}</th>
                        {statement}
                        <th scope="col" class="number">{texts.get(key::TABLE_ANSWERED)}</th>
                        {headings}
                    </tr>
                </thead>
                {groups}
            </table>
        </div>
    }
}

/// How many answered, and every choice's share of them with its count.
fn figures(answered: u64, counts: &[u64], texts: Texts) -> impl IntoView + use<> {
    let cell = |count: &u64| {
        let share = if answered == 0 {
            texts.get(key::INDICATOR_NONE).to_owned()
        } else {
            texts.share(*count, answered)
        };
        view! {
            <td class="number">{share} <span class="cell-more">{texts.integer(*count)}</span></td>
        }
    };
    view! { <td class="number">{texts.integer(answered)}</td> {counts.iter().map(cell).collect_view()} }
}

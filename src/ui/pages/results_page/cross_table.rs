//! The counts of a question by groups as a table.

use leptos::prelude::*;

use super::options::FilterOptions;
use crate::domain::analysis::{Counts, Cross, Group, QuestionReport, Tally};
use crate::domain::survey::{Question, Scalar};
use crate::ui::text::{Texts, key};

/// Groups down, of a matrix each above its statements; choices across: share with its count. Groups that
/// nobody is in are named beneath.
#[component]
pub(super) fn CrossTable(
    question: Question,
    report: QuestionReport,
    cross: Cross,
    grouping: FilterOptions,
    /// The smallest group that is shown.
    threshold: usize,
) -> impl IntoView {
    let texts = Texts::here();
    let title = texts
        .fill(key::CROSS_TITLE, &[("question", question.title.get(texts.code())), ("by", &grouping.title)]);
    let rows = report.rows.unwrap_or_default();
    let choices = rows.first().map_or_else(|| report.choices.unwrap_or_default(), |row| row.columns.clone());
    let statements: Vec<Scalar> = rows.into_iter().map(|row| row.value).collect();
    let heading = |tally: &Tally| {
        view! { <th scope="col" class="number" data-value=tally.value.key()>{texts.value(&question, &tally.value)}</th> }
    };
    let headings = choices.iter().map(heading).collect_view();
    let label = |group: &Group| {
        let value = group.value.key();
        let known = grouping.values.iter().find(|option| option.value == value);
        known.map_or(value, |option| option.label.clone())
    };
    let span = (choices.len() + 2).to_string();
    let group = |group: &Group| {
        let rows = match &group.counts {
            Counts::Choice { answered, values } => {
                view! { <tr><th scope="row">{label(group)}</th> {figures(*answered, values, texts)}</tr> }
                    .into_any()
            }
            Counts::Matrix { rows, .. } => {
                let row = |((answered, values), statement): (&(u64, Vec<u64>), &Scalar)| {
                    view! {
                        <tr data-row=statement.key()>
                            <th scope="row">{texts.row(&question, statement)}</th>
                            {figures(*answered, values, texts)}
                        </tr>
                    }
                };
                let head = view! { <tr class="cross-head"><th scope="rowgroup" colspan=span.clone()>{label(group)}</th></tr> };
                view! { {head} {rows.iter().zip(&statements).map(row).collect_view()} }.into_any()
            }
            Counts::Text(_) | Counts::Nothing => ().into_any(),
        };
        view! { <tbody data-group=group.value.key()>{rows}</tbody> }
    };
    let (hidden, open): (Vec<&Group>, Vec<&Group>) = cross.groups.iter().partition(|group| group.hidden);
    let (shown, empty): (Vec<&Group>, Vec<&Group>) = open.into_iter().partition(|group| group.base > 0);
    let groups = shown.into_iter().map(group).collect_view();
    let hidden = (!hidden.is_empty()).then(|| {
        let list = hidden.into_iter().map(label).collect::<Vec<_>>().join("; ");
        let words = [("n", threshold.to_string()), ("list", list)];
        let words = words.each_ref().map(|(name, value)| (*name, value.as_str()));
        view! { <p class="hint" data-testid="hidden-groups">{texts.fill(key::DISCLOSURE_GROUPS, &words)}</p> }
    });
    let empty = (!empty.is_empty()).then(|| {
        let list = empty.into_iter().map(label).collect::<Vec<_>>().join("; ");
        view! { <p class="hint">{texts.fill(key::CROSS_EMPTY, &[("list", &list)])}</p> }
    });
    let corner = if statements.is_empty() {
        grouping.title.clone()
    } else {
        texts.get(key::TABLE_STATEMENT).to_owned()
    };
    view! {
        <div class="cross">
            <div class="table-scroll" tabindex="0" role="region" aria-label=title>
                <table class="figures cross-table">
                    <thead>
                        <tr>
                            <th scope="col">{corner}</th>
                            <th scope="col" class="number">{texts.get(key::TABLE_ANSWERED)}</th>
                            {headings}
                        </tr>
                    </thead>
                    {groups}
                </table>
            </div>
            {hidden}
            {empty}
        </div>
    }
}

/// How many answered, and every choice's share of them with its count.
fn figures(answered: u64, counts: &[u64], texts: Texts) -> impl IntoView + use<> {
    let cell = |count: &u64| {
        let share = if answered == 0 { "–".to_owned() } else { texts.share(*count, answered) };
        view! {
            <td class="number">{share} <span class="cell-more">{texts.integer(*count)}</span></td>
        }
    };
    view! { <td class="number">{texts.integer(answered)}</td> {counts.iter().map(cell).collect_view()} }
}

//! The counts of a question by groups as a table.

use leptos::prelude::*;

use super::caution::{caution, is_small};
use super::cross_list::{Listed, listed};
use super::difference_mark::{Place, difference_mark};
use super::interval_cell::interval_cell;
use super::options::FilterOptions;
use crate::domain::analysis::{Certainty, Counts, Cross, Group, QuestionReport, Tally};
use crate::domain::survey::{Question, Scalar};
use crate::ui::text::{Texts, key};

/// With more choices, they stand under each other on paper.
const WIDEST: usize = 6;

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
    /// How certain differences are; none while it is not known.
    certainty: Memo<Option<Certainty>>,
    /// Whether it stands on paper, where it cannot be wider than the sheet.
    #[prop(optional)]
    is_narrow: bool,
) -> impl IntoView {
    let texts = Texts::here();
    let title = texts
        .fill(key::CROSS_TITLE, &[("question", question.title.get(texts.code())), ("by", &grouping.title)]);
    let rows = report.rows.unwrap_or_default();
    let choices = rows.first().map_or_else(|| report.choices.unwrap_or_default(), |row| row.columns.clone());
    let statements: Vec<Scalar> = rows.into_iter().map(|row| row.value).collect();
    let is_list = is_narrow && choices.len() > WIDEST;
    let heading = |tally: &Tally| {
        view! { <th scope="col" class="number" data-value=tally.value.key()>{texts.value(&question, &tally.value)}</th> }
    };
    let headings = choices.iter().map(heading).collect_view();
    let label = |group: &Group| {
        let value = group.value.key();
        let known = grouping.values.iter().find(|option| option.value == value);
        known.map_or(value, |option| option.label.clone())
    };
    let figures = |group: &Group, row: Option<&Scalar>, answered: u64, counts: &[u64]| {
        let cell = |(tally, count): (&Tally, &u64)| {
            let share = if answered == 0 { "–".to_owned() } else { texts.share(*count, answered) };
            let (row, choice, group) = (row.cloned(), tally.value.clone(), group.value.clone());
            let place = Place { row, choice, group };
            view! {
                <td class="number">
                    {difference_mark(certainty, place, texts)} {share} " "
                    <span class="cell-more">{texts.integer(*count)}</span>
                    {interval_cell(*count, answered, texts)}
                </td>
            }
        };
        view! {
            <td class="number">{texts.integer(answered)} {caution(answered, texts)}</td>
            {choices.iter().zip(counts).map(cell).collect_view()}
        }
    };
    let span = (choices.len() + 2).to_string();
    let list = |group: &Group| {
        let block = |row: Option<&Scalar>, answered: u64, counts: &[u64]| {
            let row_words = row.map(|row| format!(": {}", texts.row(&question, row)));
            let values = choices.iter().map(|tally| tally.value.clone());
            let block = Listed {
                label: label(group) + &row_words.unwrap_or_default(),
                group: group.value.clone(),
                row: row.cloned(),
                answered,
                counts: values.zip(counts.iter().copied()).collect(),
            };
            listed(block, &question, certainty, texts)
        };
        match &group.counts {
            Counts::Choice { answered, values } => block(None, *answered, values).into_any(),
            Counts::Matrix { rows, .. } => {
                let row = |((answered, values), statement): (&(u64, Vec<u64>), &Scalar)| {
                    block(Some(statement), *answered, values)
                };
                rows.iter().zip(&statements).map(row).collect_view().into_any()
            }
            Counts::Text(_) | Counts::Nothing => ().into_any(),
        }
    };
    let group = |group: &Group| {
        if is_list {
            return list(group).into_any();
        }
        let rows = match &group.counts {
            Counts::Choice { answered, values } => {
                view! { <tr><th scope="row">{label(group)}</th> {figures(group, None, *answered, values)}</tr> }
                    .into_any()
            }
            Counts::Matrix { rows, .. } => {
                let row = |((answered, values), statement): (&(u64, Vec<u64>), &Scalar)| {
                    view! {
                        <tr data-row=statement.key()>
                            <th scope="row">{texts.row(&question, statement)}</th>
                            {figures(group, Some(statement), *answered, values)}
                        </tr>
                    }
                };
                let head = view! { <tr class="cross-head"><th scope="rowgroup" colspan=span.clone()>{label(group)}</th></tr> };
                view! { {head} {rows.iter().zip(&statements).map(row).collect_view()} }.into_any()
            }
            Counts::Text(_) | Counts::Nothing => ().into_any(),
        };
        view! { <tbody data-group=group.value.key()>{rows}</tbody> }.into_any()
    };
    let (hidden, open): (Vec<&Group>, Vec<&Group>) = cross.groups.iter().partition(|group| group.hidden);
    let (shown, empty): (Vec<&Group>, Vec<&Group>) = open.into_iter().partition(|group| group.base > 0);
    let has_small = shown.iter().any(|group| has_small(group));
    let groups = shown.into_iter().map(group).collect_view();
    let hidden = (!hidden.is_empty()).then(|| {
        let list = hidden.into_iter().map(label).collect::<Vec<_>>().join("; ");
        let words = [("n", threshold.to_string()), ("list", list)];
        let words = words.each_ref().map(|(name, value)| (*name, value.as_str()));
        view! { <p class="hint" data-testid="hidden-groups">{texts.fill(key::DISCLOSURE_GROUPS, &words)}</p> }
    });
    let empty = (!empty.is_empty()).then(|| {
        let list = empty.into_iter().map(label).collect::<Vec<_>>().join("; ");
        view! { <p class="hint" data-testid="empty-groups">{texts.fill(key::CROSS_EMPTY, &[("list", &list)])}</p> }
    });
    let columns = if is_list {
        view! {
            <th scope="col" class="number">{texts.get(key::TABLE_COUNT)}</th>
            <th scope="col" class="number">{texts.get(key::TABLE_SHARE)}</th>
        }
        .into_any()
    } else {
        view! { <th scope="col" class="number">{texts.get(key::TABLE_ANSWERED)}</th> {headings} }.into_any()
    };
    let corner = if is_list {
        texts.get(key::TABLE_CHOICE).to_owned()
    } else if statements.is_empty() {
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
                            {columns}
                        </tr>
                    </thead>
                    {groups}
                </table>
            </div>
            {has_small.then(|| view! { <p class="hint">{texts.get(key::CERTAINTY_CAUTION_NOTE)}</p> })}
            {hidden}
            {empty}
        </div>
    }
}

/// Whether a base of the group is marked.
fn has_small(group: &Group) -> bool {
    match &group.counts {
        Counts::Choice { answered, .. } => is_small(*answered),
        Counts::Matrix { rows, .. } => rows.iter().any(|(answered, _)| is_small(*answered)),
        Counts::Text(_) | Counts::Nothing => false,
    }
}

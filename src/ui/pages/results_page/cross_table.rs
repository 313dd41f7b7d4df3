//! The counts of a question by groups as a table.

use leptos::prelude::*;

use super::caution::{caution_note, is_small};
use super::cross_grid::CrossGrid;
use super::cross_list::CrossList;
use super::folded_names::{folded_names, in_a_row};
use super::options::FilterOptions;
use crate::domain::analysis::{Certainty, Counts, Cross, Group, QuestionReport, Tally, best_grades};
use crate::domain::survey::{Question, Scalar};
use crate::ui::text::{Texts, key};

/// In place of a group's value, where all responses stand.
const ALL: &str = "";
/// With more choices, they stand under each other on paper.
const WIDEST: usize = 6;

/// What is counted, within which groups.
#[derive(Clone)]
pub(super) struct Crossed {
    pub question: Question,
    /// What makes the groups.
    pub by: String,
    pub choices: Vec<Scalar>,
    /// The statements of a matrix.
    pub statements: Vec<Scalar>,
    /// The grades of a matrix whose shares the indicator adds up, where there is a column for them.
    pub best: Vec<Scalar>,
    /// The groups that are shown, each with what it is called; in front of them all responses together.
    pub groups: Vec<(String, Group)>,
}

/// The groups that are shown; those that are hidden, and those that nobody is in, are named beneath.
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
    let title = texts.fill(
        key::CROSS_TITLE,
        &[("question", question.title.get(texts.code())), ("by", &grouping.full_title())],
    );
    let total = total(&report);
    let choices = report.values();
    let rows = report.rows.unwrap_or_default();
    let label = |group: &Group| {
        let value = group.value.key();
        let known = grouping.values.iter().find(|option| option.value == value);
        known.map_or(value, |option| option.label.clone())
    };
    let (hidden, open): (Vec<&Group>, Vec<&Group>) = cross.groups.iter().partition(|group| group.hidden);
    let (shown, empty): (Vec<&Group>, Vec<&Group>) = open.into_iter().partition(|group| group.base > 0);
    let has_small = shown.iter().any(|group| has_small(group));
    let names = |groups: Vec<&Group>| groups.into_iter().map(label).collect::<Vec<_>>();
    let (hidden, empty) = (names(hidden), names(empty));
    let words = texts.hidden_groups(threshold, &in_a_row(&hidden));
    let hidden = folded_names(&hidden, words, key::DISCLOSURE_GROUPS_MANY, is_narrow, "hidden-groups");
    let words = texts.fill(key::CROSS_EMPTY, &[("list", &in_a_row(&empty))]);
    let empty = folded_names(&empty, words, key::CROSS_EMPTY_MANY, is_narrow, "empty-groups");
    let total =
        total.filter(|_| !shown.is_empty()).map(|group| (texts.get(key::CROSS_TOTAL).to_owned(), group));
    let groups = shown.into_iter().map(|group| (label(group), group.clone()));
    let crossed = Crossed {
        best: if rows.is_empty() { Vec::new() } else { best_grades(&choices) },
        question,
        by: grouping.title.clone(),
        choices,
        statements: rows.into_iter().map(|row| row.value).collect(),
        groups: total.into_iter().chain(groups).collect(),
    };
    let table = if crossed.groups.is_empty() {
        view! { <p class="hint" data-testid="no-groups">{texts.get(key::CROSS_NO_GROUPS)}</p> }.into_any()
    } else if is_narrow && crossed.choices.len() > WIDEST {
        view! { <CrossList crossed certainty/> }.into_any()
    } else {
        view! { <CrossGrid crossed certainty/> }.into_any()
    };
    view! {
        <div class="cross">
            <div class="table-scroll" tabindex="0" role="region" aria-label=title>{table}</div>
            {caution_note(has_small, texts)}
            {hidden}
            {empty}
        </div>
    }
}

/// All responses of the selection as a group without a value; their figures are those of the report, so that
/// they tell of hidden groups no more than it does.
fn total(report: &QuestionReport) -> Option<Group> {
    let values = |tallies: &[Tally]| tallies.iter().map(|tally| tally.count).collect::<Vec<_>>();
    let counts = match (&report.choices, &report.rows) {
        (Some(choices), _) => Counts::Choice { answered: report.answered?, values: values(choices) },
        (_, Some(rows)) => {
            let rows: Vec<_> = rows.iter().map(|row| (row.answered, values(&row.columns))).collect();
            Counts::Matrix { answered: rows.iter().map(|row| row.0).max()?, rows }
        }
        _ => return None,
    };
    Some(Group { value: ALL.into(), base: 0, counts, hidden: false })
}

/// Whether a base of the group is marked.
fn has_small(group: &Group) -> bool {
    match &group.counts {
        Counts::Choice { answered, .. } => is_small(*answered),
        Counts::Matrix { rows, .. } => rows.iter().any(|(answered, _)| is_small(*answered)),
        Counts::Text(_) | Counts::Nothing => false,
    }
}

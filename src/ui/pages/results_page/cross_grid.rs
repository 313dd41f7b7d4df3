//! Groups down, choices across: where there is room for a column for each choice.

use leptos::prelude::*;

use super::caution::caution;
use super::cross_table::Crossed;
use super::difference_mark::{Against, Place, difference_mark};
use super::interval_cell::interval_cell;
use crate::domain::analysis::{Certainty, Counts, Group};
use crate::domain::survey::Scalar;
use crate::ui::text::{Texts, key};

/// Of a matrix each group stands above its statements; every cell has a share with its count.
#[component]
pub(super) fn CrossGrid(
    crossed: Crossed,
    /// How certain differences are; none while it is not known.
    certainty: Memo<Option<Certainty>>,
) -> impl IntoView {
    let texts = Texts::here();
    let Crossed { question, by, choices, statements, best, groups } = crossed;
    let is_best: Vec<bool> = choices.iter().map(|choice| best.contains(choice)).collect();
    let best_heading = (!best.is_empty()).then(|| {
        let words: Vec<String> = best.iter().map(|choice| texts.value(&question, choice)).collect();
        view! { <th scope="col" class="number">{words.join(" + ")}</th> }
    });
    let has_best = best_heading.is_some();
    let heading = |choice: &Scalar| {
        view! { <th scope="col" class="number" data-value=choice.key()>{texts.value(&question, choice)}</th> }
    };
    let headings = choices.iter().map(heading).collect_view();
    let figures = |group: &Group, row: Option<&Scalar>, answered: u64, counts: &[u64]| {
        let cell = |(choice, count): (&Scalar, &u64)| {
            let share = if answered == 0 { "–".to_owned() } else { texts.share(*count, answered) };
            let (row, choice, group) = (row.cloned(), choice.clone(), group.value.clone());
            let place = Place { row, choice, group };
            view! {
                <td class="number">
                    {difference_mark(certainty, place, Against::OtherGroups, texts)} {share} " "
                    <span class="cell-more">{texts.integer(*count)}</span>
                    {interval_cell(*count, answered, texts)}
                </td>
            }
        };
        let best = has_best.then(|| {
            let count: u64 = counts.iter().zip(&is_best).filter(|(_, is)| **is).map(|(count, _)| count).sum();
            let share = if answered == 0 { "–".to_owned() } else { texts.share(count, answered) };
            view! {
                <td class="number cross-best">
                    {share} " " <span class="cell-more">{texts.integer(count)}</span>
                    {interval_cell(count, answered, texts)}
                </td>
            }
        });
        view! {
            <td class="number">{texts.integer(answered)} {caution(answered, texts)}</td>
            {best}
            {choices.iter().zip(counts).map(cell).collect_view()}
        }
    };
    let span = (choices.len() + 2 + usize::from(has_best)).to_string();
    let group = |(label, group): (String, Group)| {
        let rows = match &group.counts {
            Counts::Choice { answered, values } => {
                let cells = figures(&group, None, *answered, values);
                view! { <tr><th scope="row">{label}</th> {cells}</tr> }.into_any()
            }
            Counts::Matrix { rows, .. } => {
                let row = |((answered, values), statement): (&(u64, Vec<u64>), &Scalar)| {
                    view! {
                        <tr data-row=statement.key()>
                            <th scope="row">{texts.row(&question, statement)}</th>
                            {figures(&group, Some(statement), *answered, values)}
                        </tr>
                    }
                };
                let head = view! { <tr class="cross-head"><th scope="rowgroup" colspan=span.clone()><span class="group-name">{label}</span></th></tr> };
                view! { {head} {rows.iter().zip(&statements).map(row).collect_view()} }.into_any()
            }
            Counts::Text(_) | Counts::Nothing => ().into_any(),
        };
        view! { <tbody data-group=group.value.key()>{rows}</tbody> }
    };
    let groups = groups.into_iter().map(group).collect_view();
    let corner = if statements.is_empty() { by } else { texts.get(key::TABLE_STATEMENT).to_owned() };
    view! {
        <table class="figures cross-table">
            <thead>
                <tr>
                    <th scope="col">{corner}</th>
                    <th scope="col" class="number">{texts.get(key::TABLE_ANSWERED)}</th>
                    {best_heading}
                    {headings}
                </tr>
            </thead>
            {groups}
        </table>
    }
}

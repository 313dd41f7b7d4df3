//! Choice under choice within each group: where there are more choices than columns have room for.

use leptos::prelude::*;

use super::caution::caution;
use super::cross_table::Crossed;
use super::difference_mark::{Against, Place, difference_mark};
use super::interval_cell::interval_cell;
use crate::domain::analysis::{Certainty, Counts, Group};
use crate::domain::survey::Scalar;
use crate::ui::text::{Texts, key};

/// Each group, or each statement of it, with its base, and beneath it the choices that anybody in it made.
#[component]
pub(super) fn CrossList(
    crossed: Crossed,
    /// How certain differences are; none while it is not known.
    certainty: Memo<Option<Certainty>>,
) -> impl IntoView {
    let texts = Texts::here();
    let Crossed { question, choices, statements, groups, .. } = crossed;
    let block = |(label, group): (String, &Scalar), row: Option<&Scalar>, answered: u64, counts: &[u64]| {
        let base = texts.fill(key::RESULTS_BASE, &[("n", &texts.integer(answered))]);
        let line = |(choice, count): (&Scalar, &u64)| {
            let place = Place { row: row.cloned(), choice: choice.clone(), group: group.clone() };
            view! {
                <tr>
                    <th scope="row">{texts.value(&question, choice)}</th>
                    <td class="number">{texts.integer(*count)}</td>
                    <td class="number">
                        {difference_mark(certainty, place, Against::OtherGroups, texts)} " " {texts.share(*count, answered)}
                        {interval_cell(*count, answered, texts)}
                    </td>
                </tr>
            }
        };
        let chosen = choices.iter().zip(counts).filter(|(_, count)| **count > 0);
        view! {
            <tbody data-group=group.key()>
                <tr class="cross-head">
                    <th scope="rowgroup">{label}</th>
                    <td class="number" colspan="2">{base} " " {caution(answered, texts)}</td>
                </tr>
                {chosen.map(line).collect_view()}
            </tbody>
        }
    };
    let blocks = |(label, group): &(String, Group)| match &group.counts {
        Counts::Choice { answered, values } => {
            block((label.clone(), &group.value), None, *answered, values).into_any()
        }
        Counts::Matrix { rows, .. } => {
            let row = |((answered, values), statement): (&(u64, Vec<u64>), &Scalar)| {
                let label = format!("{label}: {}", texts.row(&question, statement));
                block((label, &group.value), Some(statement), *answered, values)
            };
            rows.iter().zip(&statements).map(row).collect_view().into_any()
        }
        Counts::Text(_) | Counts::Nothing => ().into_any(),
    };
    let blocks = groups.iter().map(blocks).collect_view();
    view! {
        <table class="figures cross-table">
            <thead>
                <tr>
                    <th scope="col">{texts.get(key::TABLE_CHOICE)}</th>
                    <th scope="col" class="number">{texts.get(key::TABLE_COUNT)}</th>
                    <th scope="col" class="number">{texts.get(key::TABLE_SHARE)}</th>
                </tr>
            </thead>
            {blocks}
        </table>
    }
}

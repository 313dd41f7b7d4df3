//! The counts of one group, choice under choice: where there are more choices than columns have room for.

use leptos::prelude::*;

use super::caution::caution;
use super::difference_mark::{Place, difference_mark};
use super::interval_cell::interval_cell;
use crate::domain::analysis::Certainty;
use crate::domain::survey::{Question, Scalar};
use crate::ui::text::{Texts, key};

/// What stands in one block of the table.
pub(super) struct Listed {
    /// What it is called.
    pub label: String,
    /// The group.
    pub group: Scalar,
    /// The statement, of a matrix.
    pub row: Option<Scalar>,
    pub answered: u64,
    /// Each choice with its count.
    pub counts: Vec<(Scalar, u64)>,
}

/// The group with its base, and beneath it the choices that anybody in it made.
pub(super) fn listed(
    block: Listed,
    question: &Question,
    certainty: Memo<Option<Certainty>>,
    texts: Texts,
) -> impl IntoView + use<> {
    let Listed { label, group, row, answered, counts } = block;
    let base = texts.fill(key::RESULTS_BASE, &[("n", &texts.integer(answered))]);
    let key = group.key();
    let line = |(choice, count): (Scalar, u64)| {
        let words = texts.value(question, &choice);
        let place = Place { row: row.clone(), choice, group: group.clone() };
        view! {
            <tr>
                <th scope="row">{words}</th>
                <td class="number">{texts.integer(count)}</td>
                <td class="number">
                    {difference_mark(certainty, place, texts)} " " {texts.share(count, answered)}
                    {interval_cell(count, answered, texts)}
                </td>
            </tr>
        }
    };
    let chosen = counts.into_iter().filter(|(_, count)| *count > 0);
    view! {
        <tbody data-group=key>
            <tr class="cross-head">
                <th scope="rowgroup">{label}</th>
                <td class="number" colspan="2">{base} " " {caution(answered, texts)}</td>
            </tr>
            {chosen.map(line).collect_view()}
        </tbody>
    }
}

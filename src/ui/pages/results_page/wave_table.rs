//! The answers to one question in two surveys as a table.

use leptos::prelude::*;

use super::caution::{caution, caution_note, is_small};
use super::difference_mark::{Against, Place, difference_mark};
use super::difference_tests::DifferenceTests;
use super::difference_words::DifferenceWords;
use super::interval_cell::interval_cell;
use super::options::{FilterOption, FilterOptions};
use crate::domain::analysis::statistics::share;
use crate::domain::analysis::{Certainty, Pair};
use crate::domain::survey::{Kind, Question, Scalar};
use crate::ui::text::{Texts, key};

/// Choices down, of a matrix beneath each statement; across, either survey's share with its count, and the
/// difference in percentage points, marked where a test tells the two apart.
#[component]
pub(super) fn WaveTable(
    question: Question,
    pairs: Vec<Pair>,
    /// The surveys' ids.
    names: [String; 2],
    /// The tests of their differences.
    certainty: Certainty,
    /// Whether it stands on paper, where nothing opens.
    is_printed: bool,
) -> impl IntoView {
    let texts = Texts::here();
    let title = format!("{}: {}", texts.get(key::WAVES_TITLE), question.title.get(texts.code()));
    let certainty = Memo::new(move |_| Some(certainty.clone()));
    let option = |id: &String| FilterOption { value: id.clone(), label: id.clone() };
    let grouping = FilterOptions {
        key: "survey".to_owned(),
        title: texts.get(key::RESULTS_SURVEY).to_owned(),
        statement_of: None,
        values: names.iter().map(option).collect(),
    };
    let own_id: Scalar = names[0].as_str().into();
    let asked = question.clone();
    let base = move |answered: u64| texts.fill(key::RESULTS_BASE, &[("n", &texts.integer(answered))]);
    // Of a long list, on paper only what anybody chose.
    let is_list = is_printed && matches!(question.kind, Kind::Dropdown(_));
    let is_listed = |(_, counts): &(Scalar, [u64; 2])| !is_list || counts.iter().any(|count| *count > 0);
    let group = |pair: Pair| {
        let Pair { row, answered: [own, other], counts } = pair;
        let head = row
            .as_ref()
            .map_or_else(|| texts.get(key::TABLE_ANSWERED).to_owned(), |row| texts.row(&question, row));
        let line = |(value, [left, right]): &(Scalar, [u64; 2])| {
            let place = Place { row: row.clone(), choice: value.clone(), group: own_id.clone() };
            let cell = |count: u64, answered: u64| {
                let words = if answered == 0 { "–".to_owned() } else { texts.share(count, answered) };
                view! {
                    <td class="number">
                        {words} " " <span class="cell-more">{texts.integer(count)}</span>
                        {interval_cell(count, answered, texts)}
                    </td>
                }
            };
            let difference = share(*left, own).zip(share(*right, other)).map(|(left, right)| left - right);
            let difference = difference.map_or_else(|| "–".to_owned(), |difference| texts.points(difference));
            view! {
                <tr data-value=value.key()>
                    <th scope="row">{texts.value(&question, value)}</th>
                    {cell(*left, own)}
                    {cell(*right, other)}
                    <td class="number">{difference_mark(certainty, place, Against::OtherSurvey, texts)} " " {difference}</td>
                </tr>
            }
        };
        view! {
            <tbody data-row=row.map(|row| row.key())>
                <tr class="cross-head">
                    <th scope="rowgroup">{head}</th>
                    <td class="number">{base(own)} " " {caution(own, texts)}</td>
                    <td class="number">{base(other)} " " {caution(other, texts)}</td>
                    <td></td>
                </tr>
                {counts.iter().filter(|it| is_listed(it)).map(line).collect_view()}
            </tbody>
        }
    };
    let has_small = pairs.iter().flat_map(|pair| pair.answered).any(is_small);
    let groups = pairs.into_iter().map(group).collect_view();
    let [own, other] = names;
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=title>
            <table class="figures cross-table wave-table">
                <thead>
                    <tr>
                        <th scope="col">{texts.get(key::TABLE_CHOICE)}</th>
                        <th scope="col" class="number">{own}</th>
                        <th scope="col" class="number">{other}</th>
                        <th scope="col" class="number">{texts.get(key::WAVES_DIFFERENCE)}</th>
                    </tr>
                </thead>
                {groups}
            </table>
        </div>
        {caution_note(has_small, texts)}
        {if is_printed {
            view! { <DifferenceWords certainty against=Against::OtherSurvey/> }.into_any()
        } else {
            view! { <DifferenceTests question=asked grouping certainty against=Against::OtherSurvey/> }.into_any()
        }}
    }
}

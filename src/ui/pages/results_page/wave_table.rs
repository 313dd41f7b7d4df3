//! The answers to one question in several surveys as a table.

use leptos::prelude::*;

use super::caution::{caution, caution_note, is_small};
use super::difference_mark::Against;
use super::difference_tests::DifferenceTests;
use super::difference_words::DifferenceWords;
use super::folded_names::in_a_row;
use super::options::{FilterOption, FilterOptions};
use super::wave_cells::{difference_cell, share_cell};
use crate::domain::analysis::{Abreast, Certainty, Standing, WaveQuestion};
use crate::domain::survey::{Kind, Question, Scalar};
use crate::ui::text::{Texts, key};

/// Choices down, of a matrix beneath each statement; across, the shown survey's share with its count, and of
/// each other survey the same with the difference in percentage points, marked where a test tells the two apart.
#[component]
pub(super) fn WaveTable(
    question: Question,
    wave: WaveQuestion,
    /// The surveys' ids, that of the shown one first.
    ids: Vec<String>,
    /// Whether it stands on paper, where nothing opens.
    is_printed: bool,
) -> impl IntoView {
    let texts = Texts::here();
    let title = format!("{}: {}", texts.get(key::WAVES_TITLE), question.title.get(texts.code()));
    let WaveQuestion { others, figures, certainty, .. } = wave;
    let certainty: Memo<Option<Certainty>> = Memo::new(move |_| Some(certainty.clone()));
    let option = |id: &String| FilterOption { value: id.clone(), label: id.clone() };
    let grouping = FilterOptions {
        key: "survey".to_owned(),
        title: texts.get(key::RESULTS_SURVEY).to_owned(),
        statement_of: None,
        values: ids.iter().map(option).collect(),
    };
    let standings: Vec<Standing> = others.iter().map(|it| it.standing).collect();
    // Of a long list, on paper only what anybody chose; the rest is named beneath. On screen every line stands that
    // tables for other programs have.
    let is_list = is_printed && matches!(question.kind, Kind::Dropdown(_));
    let is_listed = |(_, counts): &&(Scalar, Vec<Option<u64>>)| {
        !is_list || counts.iter().flatten().any(|count| *count > 0)
    };
    let rows = figures.iter().flat_map(|it| &it.counts);
    let unchosen: Vec<String> =
        rows.filter(|row| !is_listed(row)).map(|(value, _)| texts.value(&question, value)).collect();
    let span = (2 * ids.len()).to_string();
    let group = |abreast: &Abreast| {
        let Abreast { row, answered, counts } = abreast;
        // A statement stands over the whole row.
        let head = row.as_ref().map(|row| {
            view! {
                <tr class="cross-head">
                    <th scope="rowgroup" colspan=span.clone()>
                        <span class="group-name">{texts.row(&question, row)}</span>
                    </th>
                </tr>
            }
        });
        let line = |(value, counts): &(Scalar, Vec<Option<u64>>)| {
            let cell = |at: usize| counts[at].zip(answered[at]);
            let of_other = |at: usize| {
                let certainty = (certainty, (row.clone(), value.clone(), ids[at].clone()));
                view! { {share_cell(cell(at), texts)} {difference_cell(cell(0), cell(at), certainty, texts)} }
            };
            view! {
                <tr data-value=value.key()>
                    <th scope="row">{texts.value(&question, value)}</th>
                    {share_cell(cell(0), texts)}
                    {(1..ids.len()).map(of_other).collect_view()}
                </tr>
            }
        };
        let bases = standings.iter().zip(&answered[1..]).map(|(standing, answered)| match standing {
            Standing::Compared => view! { {base(*answered, texts)} <td></td> }.into_any(),
            Standing::Hidden => instead(texts.get(key::EXPORT_HIDDEN)).into_any(),
            Standing::NotCompared => instead(texts.get(key::EXPORT_NOT_COMPARED)).into_any(),
        });
        view! {
            <tbody data-row=row.as_ref().map(Scalar::key)>
                {head}
                <tr class="wave-bases">
                    <th scope="row">{texts.get(key::TABLE_ANSWERED)}</th>
                    {base(answered[0], texts)}
                    {bases.collect_view()}
                </tr>
                {counts.iter().filter(is_listed).map(line).collect_view()}
            </tbody>
        }
    };
    let words = texts.fill(key::WAVES_UNCHOSEN, &[("list", &in_a_row(&unchosen))]);
    let unchosen =
        (!unchosen.is_empty()).then(|| view! { <p class="hint" data-testid="unchosen">{words}</p> });
    let has_small = figures.iter().flat_map(|it| &it.answered).flatten().any(|answered| is_small(*answered));
    let groups = figures.iter().map(group).collect_view();
    let is_several = others.len() > 1;
    let survey = |id: &String| view! { <span class="survey-id">{id.clone()}</span> };
    let heading = |other: &String| {
        let words =
            texts.get(if is_several { key::WAVES_DIFFERENCE_FROM } else { key::WAVES_DIFFERENCE_COLUMN });
        let (before, after) = words.split_once("{survey}").unwrap_or((words, ""));
        let whose = is_several.then(|| survey(other));
        view! {
            <th scope="col" class="number">{survey(other)}</th>
            <th scope="col" class="number">{before} {whose} {after}</th>
        }
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=title>
            <table class="figures cross-table wave-table" class:is-several=is_several>
                <thead>
                    <tr>
                        <th scope="col">{texts.get(key::TABLE_CHOICE)}</th>
                        <th scope="col" class="number">{survey(&ids[0])}</th>
                        {ids[1..].iter().map(heading).collect_view()}
                    </tr>
                </thead>
                {groups}
            </table>
        </div>
        {caution_note(has_small, texts)}
        {unchosen}
        {if is_printed {
            view! { <DifferenceWords certainty against=Against::OtherSurvey/> }.into_any()
        } else {
            view! { <DifferenceTests question grouping certainty against=Against::OtherSurvey/> }.into_any()
        }}
    }
}

/// How many answered in a survey; a dash where it has no such statement.
fn base(answered: Option<u64>, texts: Texts) -> impl IntoView {
    let words = answered.map(|answered| texts.fill(key::RESULTS_BASE, &[("n", &texts.integer(answered))]));
    let caution = answered.and_then(|answered| caution(answered, texts));
    view! { <td class="number">{words.unwrap_or_else(|| "–".to_owned())} " " {caution}</td> }
}

/// Words in place of a survey's figures.
fn instead(words: &'static str) -> impl IntoView {
    view! { <td class="number wave-instead" colspan="2">{words}</td> }
}

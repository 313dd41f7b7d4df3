//! A question by groups: the choice of what makes them, and the table.

use std::sync::Arc;

use leptos::prelude::*;

use super::cross_table::CrossTable;
use super::difference_mark::Against;
use super::difference_tests::DifferenceTests;
use super::group_pictures::GroupPictures;
use super::options::{Choices, FilterOptions};
use super::order_choice::OrderChoice;
use super::showing;
use crate::domain::analysis::QuestionReport;
use crate::domain::survey::{Question, Survey};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Everything that responses can be filtered by makes groups to compare.
#[component]
pub(super) fn Comparison(
    survey: Arc<Survey>,
    question: Question,
    /// What can make groups.
    choices: Memo<Choices>,
    report: Memo<Option<QuestionReport>>,
) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let chosen = results.split_of(&question.name);
    let cross = results.cross_of(&question.name);
    // Other counts of all are other counts by groups.
    Effect::new({
        let name = question.name.clone();
        move || {
            if results.is_reported() {
                results.ask_cross(&name);
            }
        }
    });
    let choose = {
        let name = question.name.clone();
        move |event| {
            let by = event_target_value(&event);
            showing::change(|shown| shown.set_by(&name, Some(by.as_str()).filter(|by| !by.is_empty())));
        }
    };
    let option = move |options: &FilterOptions| {
        let key = options.key.clone();
        let is_selected = {
            let key = key.clone();
            move || chosen.get().as_ref() == Some(&key)
        };
        view! { <option value=key prop:selected=is_selected>{options.title.clone()}</option> }
    };
    let options = {
        let name = question.name.clone();
        move || {
            choices.with(|choices| {
                // By itself, a question says nothing.
                let others: Vec<&FilterOptions> = choices.iter().filter(|it| it.key != name).collect();
                let of_question = |options: &[&FilterOptions]| {
                    let list = options.iter().copied().map(option).collect_view();
                    match &options[0].statement_of {
                        Some(title) => view! { <optgroup label=title.clone()>{list}</optgroup> }.into_any(),
                        None => list.into_any(),
                    }
                };
                // The statements of a matrix stand one after another.
                let lists = others.chunk_by(|left, right| left.statement_of == right.statement_of);
                lists.map(of_question).collect_view()
            })
        }
    };
    let is_hidden = results.is_hidden();
    let is_split = Memo::new(move |_| chosen.with(Option::is_some));
    let order = {
        let question = question.clone();
        move || is_split.get().then(|| view! { <OrderChoice question=question.clone() report/> })
    };
    let threshold = survey.entry.threshold;
    let certainty = results.certainty_of(&question.name);
    // These stay while only the counts change.
    let grouping = Memo::new(move |_| {
        let by = cross.with(|cross| cross.as_ref().map(|it| it.0.clone()))?;
        choices.with(|choices| choices.find(&by).cloned())
    });
    let beneath = {
        let question = question.clone();
        move || {
            let grouping = grouping.get().filter(|_| !is_hidden.get())?;
            let (question, survey) = (question.clone(), survey.clone());
            Some(view! {
                <DifferenceTests
                    question=question.clone()
                    grouping=grouping.clone()
                    certainty
                    against=Against::OtherGroups
                />
                <GroupPictures survey question grouping/>
            })
        }
    };
    let table = move || {
        if is_hidden.get() {
            return None;
        }
        let (by, cross) = cross.get()?;
        let grouping = choices.with(|choices| choices.find(&by).cloned())?;
        let report = report.get_untracked()?;
        Some(view! { <CrossTable question=question.clone() report cross grouping threshold certainty/> })
    };
    view! {
        <div class="comparison-choices" hidden=move || is_hidden.get()>
            <label class="choice-line comparison-choice">
                <span>{texts.get(key::CROSS_LABEL)}</span>
                <select on:change=choose>
                    <option value="" prop:selected=move || chosen.get().is_none()>{texts.get(key::CROSS_NONE)}</option>
                    {options}
                </select>
            </label>
            {order}
        </div>
        {table}
        {beneath}
    }
}

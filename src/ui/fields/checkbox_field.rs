//! Several of several: tick boxes.

use leptos::prelude::*;

use super::choice::{ChoiceGroup, ChoiceTile, OtherText};
use super::{Asked, Change};
use crate::domain::survey::{Answer, Choice, OTHER, Options, Scalar};
use crate::ui::text::{Texts, key};

/// A group of tick boxes; "none" and the others exclude each other.
#[component]
pub(super) fn CheckboxField(
    asked: Asked,
    /// What can be ticked.
    options: Options,
    /// The most that may be ticked.
    max_selected: Option<usize>,
) -> impl IntoView {
    let texts = Texts::here();
    let answers = asked.answers;
    let name = asked.question.name.clone();
    let ticked = Signal::derive(move || match answers.with(|answers| answers.get(&name).cloned()) {
        Some(Answer::Many(values)) => values,
        _ => Vec::new(),
    });
    let choices = options.all();
    let on_change = asked.on_change;
    let toggle = move |value: &Scalar, is_ticked: bool| {
        let values = options.toggled(&ticked.get_untracked(), value, is_ticked);
        on_change.run(Change::Answer(Answer::Many(values)));
    };
    let question = asked.question.name.clone();
    let tile = move |(index, choice): (usize, Choice)| {
        let value = choice.value.clone();
        let is_chosen = Signal::derive({
            let value = value.clone();
            move || ticked.with(|ticked| ticked.contains(&value))
        });
        let toggle = toggle.clone();
        view! {
            <ChoiceTile
                kind="checkbox"
                id=format!("choice-{index}")
                name=question.clone()
                label=choice.text.get(texts.code())
                is_chosen
                on_change=Callback::new(move |is_ticked| toggle(&value, is_ticked))
            />
        }
    };
    let limit = max_selected.map(|max| {
        let max = u64::try_from(max).unwrap_or(u64::MAX);
        view! { <p class="hint">{texts.count(key::STEP_MAX_SELECTED, max)}</p> }
    });
    let other = asked.question.has_other().then(|| {
        let is_chosen = Signal::derive(move || ticked.with(|ticked| ticked.contains(&OTHER.into())));
        view! { <OtherText asked=asked.clone() is_chosen/> }
    });
    view! {
        <ChoiceGroup asked=asked.clone()>
            {limit}
            <div class="tiles">{choices.into_iter().enumerate().map(tile).collect_view()}</div>
            {other}
        </ChoiceGroup>
    }
}

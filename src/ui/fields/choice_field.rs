//! One of several: radio buttons.

use leptos::prelude::*;

use super::Asked;
use super::choice::{ChoiceGroup, ChoiceTile, OtherOfOne};
use crate::domain::survey::Choice;
use crate::ui::text::Texts;

/// A group of radio buttons; nothing is chosen beforehand.
#[component]
pub(super) fn ChoiceField(
    asked: Asked,
    /// What can be chosen, in order.
    choices: Vec<Choice>,
) -> impl IntoView {
    let code = Texts::here().code();
    let chosen = asked.chosen();
    let choose = asked.choose();
    let name = asked.question.name.clone();
    let tile = move |(index, choice): (usize, Choice)| {
        let value = choice.value.clone();
        let is_chosen = Signal::derive({
            let value = value.clone();
            move || chosen.with(|chosen| chosen.as_ref() == Some(&value))
        });
        view! {
            <ChoiceTile
                kind="radio"
                id=format!("choice-{index}")
                name=name.clone()
                label=choice.text.get(code)
                is_chosen
                on_change=Callback::new(move |_| choose.run(value.clone()))
            />
        }
    };
    view! {
        <ChoiceGroup asked=asked.clone()>
            <div class="tiles">{choices.into_iter().enumerate().map(tile).collect_view()}</div>
            <OtherOfOne asked=asked.clone()/>
        </ChoiceGroup>
    }
}

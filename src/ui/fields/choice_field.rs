//! One of several: radio buttons.

use leptos::prelude::*;

use super::Asked;
use super::choice::{ChoiceTile, OtherText};
use crate::domain::survey::{Choice, OTHER, Scalar};
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
    let other = asked.question.has_other().then(|| {
        let is_chosen = Signal::derive(move || chosen.get() == Some(Scalar::from(OTHER)));
        view! { <OtherText asked=asked.clone() is_chosen/> }
    });
    let described_by = asked.described_by();
    view! {
        <fieldset aria-describedby=move || described_by()>
            <legend><h1 class="heading" tabindex="-1">{asked.heading()}</h1></legend>
            {asked.hints()}
            <div class="tiles">{choices.into_iter().enumerate().map(tile).collect_view()}</div>
            {other}
        </fieldset>
    }
}

//! A step of a scale of numbers.

use leptos::prelude::*;

use super::Asked;
use super::choice::{ChoiceGroup, ChoiceTile};
use crate::domain::survey::{Choice, Text};
use crate::ui::text::Texts;

/// Radio buttons side by side, the ends of the scale named.
#[component]
pub(super) fn RatingField(
    asked: Asked,
    /// The steps, lowest first.
    steps: Vec<Choice>,
    /// What the lowest stands for.
    min_label: Option<Text>,
    /// What the highest stands for.
    max_label: Option<Text>,
) -> impl IntoView {
    let code = Texts::here().code();
    let chosen = asked.chosen();
    let choose = asked.choose();
    let name = asked.question.name.clone();
    let last = steps.len().saturating_sub(1);
    let meaning = |label: &Option<Text>| label.as_ref().map(|label| label.get(code).to_owned());
    let (lowest, highest) = (meaning(&min_label), meaning(&max_label));
    let tile = move |(index, step): (usize, Choice)| {
        let value = step.value.clone();
        let is_chosen = Signal::derive({
            let value = value.clone();
            move || chosen.with(|chosen| chosen.as_ref() == Some(&value))
        });
        let detail = match index {
            0 => lowest.clone(),
            _ if index == last => highest.clone(),
            _ => None,
        };
        view! {
            <ChoiceTile
                kind="radio"
                id=format!("choice-{index}")
                name=name.clone()
                label=step.text.get(code)
                detail=detail.unwrap_or_default()
                is_chosen
                on_change=Callback::new(move |_| choose.run(value.clone()))
            />
        }
    };
    view! {
        <ChoiceGroup asked=asked.clone()>
            <div class="tiles rating">{steps.into_iter().enumerate().map(tile).collect_view()}</div>
        </ChoiceGroup>
    }
}

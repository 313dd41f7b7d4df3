//! The tile of one choice, and the text that goes with "other".

use leptos::prelude::*;

use super::{Asked, Change};
use crate::domain::survey::{OTHER, Scalar};
use crate::ui::text::{Texts, key};

/// A radio button or tick box with its label: the whole tile can be pressed.
#[component]
pub(super) fn ChoiceTile(
    /// `radio` or `checkbox`.
    kind: &'static str,
    /// Unique on the page.
    id: String,
    /// Groups radio buttons.
    #[prop(into)]
    name: Signal<String>,
    /// What is shown.
    #[prop(into)]
    label: String,
    /// More about it, beneath.
    #[prop(optional)]
    detail: Option<String>,
    /// Whether it is chosen.
    is_chosen: Signal<bool>,
    /// Called with whether it is chosen now.
    on_change: Callback<bool>,
) -> impl IntoView {
    let change = move |event| on_change.run(event_target_checked(&event));
    let detail = detail.map(|detail| view! { <span class="tile-detail">{detail}</span> });
    view! {
        <div class="tile">
            <input
                type=kind
                id=id.clone()
                name=move || name.get()
                prop:checked=move || is_chosen.get()
                on:change=change
            />
            <label for=id><span class="tile-label">{label}</span>{detail}</label>
        </div>
    }
}

/// The frame of a group of choices: the question as its legend, what describes it, and the choices.
#[component]
pub(super) fn ChoiceGroup(asked: Asked, children: Children) -> impl IntoView {
    let described_by = asked.described_by();
    view! {
        <fieldset aria-describedby=move || described_by()>
            <legend><h1 class="heading" tabindex="-1">{asked.heading()}</h1></legend>
            {asked.hints()}
            {children()}
        </fieldset>
    }
}

/// The description of "other" of a single choice; nothing where the question has no "other".
#[component]
pub(super) fn OtherOfOne(asked: Asked) -> impl IntoView {
    let chosen = asked.chosen();
    asked.question.has_other().then(|| {
        let is_chosen = Signal::derive(move || chosen.get() == Some(Scalar::from(OTHER)));
        view! { <OtherText asked is_chosen/> }
    })
}

/// The description of "other", shown where it is chosen.
#[component]
pub(super) fn OtherText(asked: Asked, is_chosen: Signal<bool>) -> impl IntoView {
    let texts = Texts::here();
    let name = asked.question.name.clone();
    let answers = asked.answers;
    let text = move || answers.with(|answers| answers.other_text(&name).unwrap_or_default().to_owned());
    let on_change = asked.on_change;
    let described_by = asked.text_described_by();
    view! {
        <div class="other-text" hidden=move || !is_chosen.get()>
            <label for="other-text">{texts.get(key::STEP_OTHER_LABEL)}</label>
            {Asked::private_hint()}
            <input
                id="other-text"
                type="text"
                autocomplete="off"
                aria-describedby=move || described_by()
                prop:value=move || text()
                on:input=move |event| on_change.run(Change::Other(event_target_value(&event)))
            />
        </div>
    }
}

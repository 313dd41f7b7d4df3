//! Free text, of one line or of several.

use leptos::prelude::*;

use super::{Asked, Change};
use crate::domain::survey::{Answer, Scalar};
use crate::ui::text::{Texts, key};

/// Characters left from which on screen readers are told.
const NEARLY_FULL: usize = 50;

/// A text with the number of characters left.
#[component]
pub(super) fn TextField(
    asked: Asked,
    /// The most UTF-16 units.
    max_length: Option<usize>,
    /// Whether it may have several lines.
    has_lines: bool,
) -> impl IntoView {
    let chosen = asked.chosen();
    let text = Signal::derive(move || match chosen.get() {
        Some(Scalar::Text(text)) => text,
        _ => String::new(),
    });
    let on_change = asked.on_change;
    let input = move |event| {
        on_change.run(Change::Answer(Answer::One(event_target_value(&event).as_str().into())));
    };
    let described_by = asked.text_described_by();
    let control = if has_lines {
        view! {
            <textarea id="text" rows="6" aria-describedby=move || described_by() prop:value=text on:input=input></textarea>
        }
        .into_any()
    } else {
        view! {
            <input id="text" type="text" autocomplete="off" aria-describedby=move || described_by() prop:value=text
                on:input=input/>
        }
        .into_any()
    };
    let count = max_length.map(|max| view! { <CharacterCount text max/> });
    view! {
        <h1 class="heading" tabindex="-1"><label for="text">{asked.heading()}</label></h1>
        {asked.hints()}
        {Asked::private_hint()}
        {control}
        {count}
    }
}

#[component]
fn CharacterCount(text: Signal<String>, max: usize) -> impl IntoView {
    let texts = Texts::here();
    let length = Signal::derive(move || text.with(|text| text.encode_utf16().count()));
    let words = move || {
        let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        match max.checked_sub(length.get()) {
            Some(left) => texts.count(key::STEP_CHARACTERS_LEFT, number(left)),
            None => texts.count(key::STEP_CHARACTERS_OVER, number(length.get() - max)),
        }
    };
    let is_over = move || length.get() > max;
    let is_told = move || length.get() + NEARLY_FULL > max;
    view! {
        <p class="hint" class:error-message=move || is_over()>{move || words()}</p>
        <p class="visually-hidden" role="status">{move || is_told().then(words)}</p>
    }
}

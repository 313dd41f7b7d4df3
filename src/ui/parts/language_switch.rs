//! Choosing the language of the page.

use leptos::prelude::*;

use crate::ui::text::{Texts, key};

/// A button for each language, each in its own language.
#[component]
pub fn LanguageSwitch(
    /// The present language.
    chosen: Signal<Texts>,
    /// Chooses another.
    on_choose: Callback<Texts>,
) -> impl IntoView {
    let button = move |texts: Texts| {
        let is_chosen = move || chosen.get() == texts;
        view! {
            <button
                type="button"
                lang=texts.code()
                aria-pressed=move || if is_chosen() { "true" } else { "false" }
                on:click=move |_| on_choose.run(texts)
            >
                {texts.get(key::LANGUAGE_NAME)}
            </button>
        }
    };
    view! {
        <div class="language-switch" role="group" aria-label=move || chosen.get().get(key::LANGUAGE_SWITCH)>
            {Texts::all().map(button).collect_view()}
        </div>
    }
}

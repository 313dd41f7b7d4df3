//! The secret key on screen, for as long as somebody wants to see it.

use leptos::prelude::*;

use crate::ui::text::{Texts, key};

/// Hidden at first; a button shows it and hides it again.
#[component]
pub(super) fn SecretKey(identity: String) -> impl IntoView {
    let texts = Texts::here();
    let is_shown = RwSignal::new(false);
    let words = move || {
        if is_shown.get() {
            view! { <code data-testid="secret-key">{identity.clone()}</code> }.into_any()
        } else {
            view! { <span class="muted">{texts.get(key::KEYS_HIDDEN)}</span> }.into_any()
        }
    };
    view! {
        <div class="secret-key">{words}</div>
        <p class="hint">{texts.get(key::KEYS_SECRET_HINT)}</p>
        <button
            type="button"
            class="button-second"
            data-testid="show-key"
            on:click=move |_| is_shown.update(|is_shown| *is_shown = !*is_shown)
        >
            {move || texts.get(if is_shown.get() { key::KEYS_HIDE } else { key::KEYS_SHOW })}
        </button>
    }
}

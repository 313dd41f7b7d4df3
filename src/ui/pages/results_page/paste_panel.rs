//! Pasting: the text of a mail, or a secret key.

use leptos::html::Textarea;
use leptos::prelude::*;

use crate::domain::address::Page;
use crate::domain::exchange::returned;
use crate::domain::keys::KEY_LENGTH;
use crate::ui::state::{AppState, Unfit};
use crate::ui::text::{Texts, key};

/// A field for what does not come as a file. A key does not stay in sight.
#[component]
pub(super) fn PastePanel() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let field = NodeRef::<Textarea>::new();
    let take = move || {
        let Some(shown) = field.get_untracked() else { return };
        // A text that is of no use can be completed.
        results.paste(&shown.value(), move || {
            if let Some(field) = field.get_untracked() {
                field.set_value("");
            }
        });
    };
    let input = move |_| {
        let text = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        if returned::identities(&text).iter().any(|identity| identity.len() >= KEY_LENGTH) {
            take();
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        take();
    };
    let error = move || {
        results.unfit().map(|unfit| {
            texts.get(match unfit {
                Unfit::Text => key::RETURNED_NOTHING,
                Unfit::Key => key::RETURNED_WRONG_KEY,
                Unfit::Public => key::KEYS_FAULT_PUBLIC,
                Unfit::Unchecked => key::RETURNED_UNREADABLE_KEY,
            })
        })
    };
    let invalid = move || results.unfit().is_some().then_some("true");
    view! {
        <details class="paste" data-testid="paste">
            <summary>{texts.get(key::RETURNED_PASTE)}</summary>
            <form on:submit=submit>
                <label for="paste">{texts.get(key::RETURNED_LABEL)}</label>
                <p class="hint" id="paste-hint">{texts.get(key::RETURNED_HINT)}</p>
                <textarea id="paste" rows="6" autocomplete="off" autocapitalize="off" spellcheck="false"
                    aria-describedby="paste-hint unfit" aria-invalid=invalid node_ref=field on:input=input></textarea>
                <button type="submit" class="button-second">{texts.get(key::RETURNED_ADD)}</button>
            </form>
            <p class="hint"><a href=Page::Keys.href()>{texts.get(key::RETURNED_KEYS_LINK)}</a></p>
        </details>
        <p class="error-message unfit" id="unfit" role="alert">{error}</p>
    }
}

//! Which secret keys are loaded, and what they do not open.

use leptos::prelude::*;

use crate::browser::dom;
use crate::domain::address::Page;
use crate::ui::parts::{Notice, Tone};
use crate::ui::state::{AppState, Phase};
use crate::ui::text::{Texts, key};

/// The loaded keys by their recipients, each to be forgotten.
#[component]
pub(super) fn KeyPanel() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let row = move |recipient: String| {
        let label = texts.fill(key::RETURNED_FORGET_LABEL, &[("recipient", &recipient)]);
        let shown = recipient.clone();
        let forget = move |_| {
            results.forget_key(&recipient);
            dom::focus(".file-panel input[type=file]");
        };
        view! {
            <li>
                <span>{texts.get(key::RETURNED_KEY)} ": " <code>{shown}</code></span>
                <button type="button" class="button-quiet" aria-label=label on:click=forget>
                    {texts.get(key::RETURNED_FORGET)}
                </button>
            </li>
        }
    };
    let list = move || {
        let recipients = results.recipients();
        (!recipients.is_empty()).then(|| {
            view! {
                <ul>{recipients.into_iter().map(row).collect_view()}</ul>
                <p class="hint">{texts.get(key::RETURNED_KEY_NOTE)}</p>
            }
        })
    };
    view! { <div class="keys" data-testid="keys" aria-live="polite">{list}</div> }
}

/// What could not be opened, and how to go on.
#[component]
pub(super) fn SealedNotice() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    move || {
        let sealed = results.loaded().map_or(0, |loaded| loaded.sealed);
        let wrong = (!results.recipients().is_empty()).then(|| texts.get(key::RETURNED_SEALED_WRONG));
        // While files are read again with other keys, it is not known.
        let is_known = results.phase() == Phase::Ready;
        (is_known && sealed > 0).then(|| {
            view! {
                <div data-testid="sealed">
                    <Notice tone=Tone::Warning title=texts.fill(key::RETURNED_SEALED, &[("n", &texts.integer(sealed))]) is_live=true>
                        {wrong.map(|wrong| view! { <p>{wrong}</p> })}
                        <p>{texts.get(key::RETURNED_SEALED_HOW)}</p>
                        <p><a href=Page::Keys.href()>{texts.get(key::RETURNED_KEYS_LINK)}</a></p>
                    </Notice>
                </div>
            }
        })
    }
}

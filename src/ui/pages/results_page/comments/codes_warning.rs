//! What keeps codes from the browser's storage, in sight for as long as texts are being coded.

use leptos::prelude::*;

use crate::ui::parts::{Notice, Tone};
use crate::ui::state::{AppState, CodesTrouble};
use crate::ui::text::{Texts, key};

/// Why the codes are only on the page, and the way to save them.
#[component]
pub(super) fn CodesWarning() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let trouble = Memo::new(move |_| results.codes_trouble());
    let has_any = Memo::new(move |_| results.with_codes(|codes| !codes.is_empty()));
    let save = move || {
        has_any.get().then(|| {
            view! {
                <button type="button" class="button-second" on:click=move |_| results.save_codes()>
                    {texts.get(key::COMMENTS_SAVE)}
                </button>
            }
        })
    };
    let save_damaged = move || {
        (trouble.get() == Some(CodesTrouble::Damaged)).then(|| {
            view! {
                <button type="button" class="button-second" data-testid="save-damaged" on:click=move |_| results.save_damaged_codes()>
                    {texts.get(key::COMMENTS_SAVE_DAMAGED)}
                </button>
            }
        })
    };
    move || {
        let title = match trouble.get()? {
            CodesTrouble::Full => key::COMMENTS_STORAGE_FULL,
            CodesTrouble::Blocked => key::COMMENTS_STORAGE_BLOCKED,
            CodesTrouble::Damaged => key::COMMENTS_STORAGE_DAMAGED,
            CodesTrouble::Gone => key::COMMENTS_STORAGE_GONE,
        };
        Some(view! {
            <div class="codes-warning" data-testid="codes-warning">
                <Notice tone=Tone::Warning title=texts.get(title) is_live=true><div class="buttons">{save_damaged} {save}</div></Notice>
            </div>
        })
    }
}

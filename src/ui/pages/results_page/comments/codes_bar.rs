//! Whether the codes are saved, how many texts are marked, and saving.

use leptos::prelude::*;

use crate::browser::BrowserError;
use crate::ui::parts::{Notice, Tone};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Saving of codes, and what of them is not safe.
#[component]
pub(super) fn CodesBar() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let has_any = Memo::new(move |_| results.with_codes(|codes| !codes.is_empty()));
    let sums = Memo::new(move |_| {
        results.with_codes(|codes| {
            let coded = codes.texts().filter(|(.., coding)| !coding.themes.is_empty()).count();
            let removed = codes.texts().filter(|(.., coding)| coding.is_removed).count();
            (coded, removed)
        })
    });
    let wide = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let words = move || {
        let (coded, removed) = sums.get();
        let saved = if results.has_unsaved_codes() { key::COMMENTS_UNSAVED } else { key::COMMENTS_SAVED };
        let coded = texts.count(key::COMMENTS_CODED_COUNT, wide(coded));
        let removed = texts.count(key::COMMENTS_REMOVED_COUNT, wide(removed));
        format!("{coded} {removed} {}", texts.get(saved))
    };
    let trouble = move || {
        let title = match results.codes_trouble()? {
            BrowserError::StorageFull => key::COMMENTS_STORAGE_FULL,
            BrowserError::StorageDamaged => key::COMMENTS_STORAGE_DAMAGED,
            _ => key::COMMENTS_STORAGE_BLOCKED,
        };
        Some(view! { <Notice tone=Tone::Warning title=texts.get(title) is_live=true/> })
    };
    view! {
        <div class="codes-bar" data-testid="codes-bar">
            {trouble}
            <Show when=move || has_any.get()>
                <button type="button" class="button-second" data-testid="save-codes" on:click=move |_| results.save_codes()>
                    {texts.get(key::COMMENTS_SAVE)}
                </button>
                <p class="hint" data-testid="codes-status">{words}</p>
            </Show>
            <p class="hint">{texts.get(key::COMMENTS_LOAD_HINT)}</p>
        </div>
    }
}

//! Whether the codes are saved, how many texts are marked, and saving.

use leptos::prelude::*;

use crate::ui::state::{AppState, CodesTrouble};
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
        let saved = match (results.has_unsaved_codes(), results.codes_trouble()) {
            (false, _) => key::COMMENTS_SAVED,
            (true, None | Some(CodesTrouble::Damaged)) => key::COMMENTS_UNSAVED,
            (true, Some(_)) => key::COMMENTS_PAGE_ONLY,
        };
        let coded = texts.count(key::COMMENTS_CODED_COUNT, wide(coded));
        let removed = texts.count(key::COMMENTS_REMOVED_COUNT, wide(removed));
        format!("{coded} {removed} {}", texts.get(saved))
    };
    let met = move || results.are_codes_met().then(|| texts.get(key::COMMENTS_MET));
    view! {
        <div class="codes-bar" data-testid="codes-bar">
            <p class="hint" role="status" data-testid="codes-met">{met}</p>
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

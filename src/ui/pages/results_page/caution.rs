//! The mark of bases so small that shares of them are uncertain.

use leptos::prelude::*;

use crate::domain::analysis::CAUTION_BELOW;
use crate::ui::text::{Texts, key};

/// Nothing where the base is large enough.
pub(super) fn caution(answered: u64, texts: Texts) -> Option<impl IntoView + use<>> {
    is_small(answered).then(|| {
        view! {
            <span class="caution">
                {texts.get(key::CERTAINTY_CAUTION)}
                <span class="visually-hidden">" – " {texts.get(key::CERTAINTY_CAUTION_WHY)}</span>
            </span>
        }
    })
}

/// What the mark means, in sight, where anything nearby is marked.
pub(super) fn caution_note(is_marked: bool, texts: Texts) -> Option<impl IntoView + use<>> {
    is_marked.then(|| view! { <p class="hint caution-note">{texts.get(key::CERTAINTY_CAUTION_NOTE)}</p> })
}

/// Whether a base is marked.
pub(super) fn is_small(answered: u64) -> bool {
    answered < CAUTION_BELOW
}

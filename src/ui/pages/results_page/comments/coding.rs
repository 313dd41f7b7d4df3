//! Codes given by single keys.

use leptos::prelude::*;

use crate::domain::coding::ListedText;
use crate::domain::coding::place_of;
use crate::ui::state::AppState;
use crate::ui::text::key;

/// Gives a text the code of a key, or takes it off, and tells screen readers; whether the key gives any.
pub(super) fn press(state: AppState, text: &ListedText, pressed: &str) -> bool {
    let (texts, results) = (state.texts_now(), state.results());
    let ListedText { question, sha256, .. } = text;
    let codes = || untrack(|| results.codes_of(question, sha256));
    if pressed.eq_ignore_ascii_case("x") {
        results.toggle_removed(question, sha256);
        let is_set = codes().is_removed;
        let words = if is_set { key::COMMENTS_REMOVAL_SET } else { key::COMMENTS_REMOVAL_UNSET };
        state.announce(texts.get(words));
    } else {
        let themes = untrack(|| results.with_codes(|codes| codes.themes().to_vec()));
        let theme = place_of(pressed).and_then(|place| themes.into_iter().nth(place));
        let Some(theme) = theme else { return false };
        results.toggle_theme(question, sha256, &theme.id);
        let is_set = codes().themes.contains(&theme.id);
        let words = if is_set { key::COMMENTS_CODE_SET } else { key::COMMENTS_CODE_UNSET };
        state.announce(texts.fill(words, &[("theme", &theme.title)]));
    }
    true
}

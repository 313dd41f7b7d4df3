//! The button that deletes a draft.

use leptos::prelude::*;

use super::ConfirmButton;
use crate::ui::text::{Texts, key};

/// Asks, then deletes.
#[component]
pub fn DeleteDraft(
    /// Deletes the draft.
    on_confirm: Callback<()>,
) -> impl IntoView {
    let texts = Texts::here();
    view! {
        <ConfirmButton
            id="delete-draft"
            label=texts.get(key::STEP_DELETE)
            question=texts.get(key::STEP_DELETE_SURE)
            yes=texts.get(key::STEP_DELETE_YES)
            on_confirm
        />
    }
}

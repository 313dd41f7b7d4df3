//! What stands in place of another page while a key that is nowhere else would be lost.

use leptos::prelude::*;

use crate::browser::dom;
use crate::ui::parts::Heading;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Asks whether to go back to the key or on without it.
#[component]
pub(in super::super) fn LeaveKey() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    view! {
        <Heading text=texts.get(key::KEYS_LEAVE_TITLE)/>
        <p class="lead">{texts.get(key::KEYS_LEAVE)}</p>
        <div class="buttons">
            <button type="button" class="button" on:click=|_| dom::back()>{texts.get(key::KEYS_LEAVE_BACK)}</button>
            <button type="button" class="button-danger" on:click=move |_| state.keys().forget()>
                {texts.get(key::KEYS_LEAVE_GO)}
            </button>
        </div>
    }
}

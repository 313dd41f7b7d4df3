//! What is shown after submitting, for a moment.

use leptos::prelude::*;

use crate::domain::kiosk::Idleness;
use crate::ui::parts::Heading;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Seconds shown before the first one has passed.
const FULL: u32 = 20;

/// Thanks, the response's number, and how soon the next person's page comes; any sign of somebody puts it off.
#[component]
pub(super) fn ThanksPage(
    /// Id of the response.
    id: String,
) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let left = move || match state.kiosk().idleness() {
        Idleness::Leaving(seconds) => seconds,
        Idleness::Present => FULL,
        Idleness::Gone => 0,
    };
    view! {
        <div class="receipt-head">
            <Heading text=texts.get(key::KIOSK_THANKS_TITLE)/>
            <p>{texts.get(key::RECEIPT_NUMBER)} ": " <code data-testid="response-id">{id}</code></p>
        </div>
        <p class="lead">{texts.get(key::KIOSK_THANKS)}</p>
        <div class="buttons">
            <button type="button" class="button button-large" data-testid="done" on:click=move |_| state.start_over()>
                {texts.get(key::KIOSK_DONE)}
            </button>
        </div>
        <p class="muted countdown" data-testid="countdown">
            {move || texts.count(key::KIOSK_THANKS_LEFT, left().into())}
        </p>
    }
}

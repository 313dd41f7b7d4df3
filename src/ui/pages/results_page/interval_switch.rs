//! Whether intervals are shown, on the whole page.

use leptos::prelude::*;

use super::showing;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Whiskers in pictures, intervals in tables.
#[component]
pub(super) fn IntervalSwitch() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let pressed = move || if results.has_intervals() { "true" } else { "false" };
    view! {
        <div class="view-switch">
            <button
                type="button"
                aria-pressed=pressed
                data-testid="intervals"
                on:click=move |_| showing::change(|shown| shown.set_intervals(!results.has_intervals()))
            >
                {texts.get(key::CERTAINTY_INTERVALS)}
            </button>
        </div>
    }
}

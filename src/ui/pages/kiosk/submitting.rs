//! Submitting at a kiosk: stored, encrypted where the survey asks for it, or said clearly that it is not.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::dom;
use crate::domain::survey::Survey;
use crate::ui::parts::{Notice, Tone};
use crate::ui::state::{AppState, Submitted};
use crate::ui::text::{Texts, key};

/// Submits as a kiosk does and tells what came of it; false where this is none.
pub(in super::super) fn submits(
    state: AppState,
    survey: &Arc<Survey>,
    settle: impl Fn(Submitted) + 'static,
) -> bool {
    if state.is_kiosk() {
        let survey = survey.clone();
        spawn_local(async move {
            match state.submit_at_kiosk(&survey).await {
                Some(outcome) => settle(outcome),
                None => dom::later(0, || dom::show("[data-testid=not-stored]")),
            }
        });
    }
    state.is_kiosk()
}

/// Why the answers are not stored yet.
pub(in super::super) fn submit_trouble(state: AppState) -> impl IntoView {
    let texts = Texts::here();
    move || {
        state.kiosk().fault()?;
        Some(view! {
            <div data-testid="not-stored">
                <Notice tone=Tone::Warning title=texts.get(key::KIOSK_NOT_STORED) is_live=true>
                    <p>{texts.get(key::KIOSK_NOT_STORED_TEXT)}</p>
                </Notice>
            </div>
        })
    }
}

//! What becomes of the answers while the survey is being answered.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{clock, dom};
use crate::domain::address::Page;
use crate::domain::survey::Survey;
use crate::ui::parts::DeleteDraft;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Whether and when the draft was saved, and the way to delete it.
#[component]
pub(super) fn DraftLine(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let interview = state.interview();
    let id = survey.entry.id.clone();
    let is_begun = Memo::new(move |_| interview.is_begun());
    let saved = move || {
        if state.storage_trouble().is_some() {
            return Some(texts.get(key::STEP_NOT_SAVED).to_owned());
        }
        let at = interview.saved_at()?;
        let time = texts.clock_of(at, clock::offset_minutes(at));
        Some(texts.fill(key::STEP_SAVED, &[("time", &time)]))
    };
    let delete = Callback::new(move |()| {
        dom::go(&Page::Survey(id.clone()).fragment());
        interview.delete();
        state.announce(texts.get(key::START_DRAFT_DELETED));
    });
    view! {
        <div class="draft-line">
            <p class="muted" role="status" data-testid="saved">{move || saved()}</p>
            {move || is_begun.get().then(|| view! {
                <DeleteDraft on_confirm=delete/>
            })}
        </div>
    }
}

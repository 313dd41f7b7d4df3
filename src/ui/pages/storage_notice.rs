//! What is wrong with storage, said before the first question and whenever it happens.

use leptos::prelude::*;

use super::kiosk;
use super::sending::{SaveButton, parcel, save};
use crate::browser::download;
use crate::ui::parts::{Notice, Tone};
use crate::ui::state::{AppState, Load};
use crate::ui::text::{Texts, key};

/// A warning with a way to save the answers now; nothing where storage works.
#[component]
pub(super) fn StorageNotice() -> impl IntoView {
    let state = AppState::expect();
    let texts = Texts::here();
    if let Some(notice) = kiosk::storage_notice(state) {
        return notice;
    }
    let damaged = move || {
        let text = state.interview().damaged()?;
        let save = move |_| {
            let _ = download::save_file("aptauja-draft-damaged.txt", "text/plain", &text);
        };
        Some(view! {
            <Notice tone=Tone::Warning title=texts.get(key::STORAGE_DAMAGED)>
                <button type="button" class="button-second" on:click=save>
                    {texts.get(key::STORAGE_DAMAGED_SAVE)}
                </button>
            </Notice>
        })
    };
    let begun = Memo::new(move |_| state.interview().is_begun());
    let warning = move || {
        let (title, text) = texts.storage_trouble(&state.storage_trouble()?);
        let is_begun = begun.get();
        let button = is_begun.then(|| {
            view! { <SaveNow/> }
        });
        Some(view! {
            <div data-testid="storage-warning">
                <Notice tone=Tone::Warning title is_live=is_begun><p>{text}</p>{button}</Notice>
            </div>
        })
    };
    view! { {move || damaged()} {move || warning()} }.into_any()
}

/// Saves the answers so far as a file.
#[component]
pub(super) fn SaveNow() -> impl IntoView {
    let state = AppState::expect();
    let texts = Texts::here();
    if state.is_kiosk() {
        return ().into_any();
    }
    let on_save = Callback::new(move |is_missing| {
        let Some(response) = state.interview().as_response() else { return };
        if let Load::Ready(Some(survey)) = state.definitions().survey(&response.survey) {
            save(parcel(&survey, &response, texts), is_missing);
        }
    });
    view! { <SaveButton on_save/> }.into_any()
}

//! The ways a response leaves this browser.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::answers::file_name;
use crate::browser::sending::Parcel;
use crate::browser::{clock, download};
use crate::domain::exchange::export;
use crate::domain::survey::{Response, Survey};
use crate::ui::parts::{Loading, NotLoaded};
use crate::ui::text::{Texts, key};

/// Where the bundle shows them.
const PLACE: &str = "ways";

/// Every way this browser has. Should their bundle not come, a file can be saved all the same, unless it
/// has to be encrypted.
#[component]
pub(super) fn Sending(
    /// What is sent.
    parcel: Parcel,
) -> impl IntoView {
    let code = Texts::here().code();
    let is_missing = RwSignal::new(false);
    let sent = parcel.clone();
    spawn_local(async move {
        if sent.show_ways(PLACE, code).await.is_err() {
            is_missing.set(true);
        }
    });
    move || {
        if is_missing.get() {
            let parcel = parcel.clone();
            let on_save = Callback::new(move |()| save(parcel.clone()));
            view! { <NotLoaded/> <SaveButton on_save/> }.into_any()
        } else {
            view! { <div id=PLACE><Loading/></div> }.into_any()
        }
    }
}

/// A button for saving answers.
#[component]
pub(super) fn SaveButton(on_save: Callback<()>) -> impl IntoView {
    view! {
        <button type="button" class="button-second" on:click=move |_| on_save.run(())>
            {Texts::here().get(key::STORAGE_SAVE_NOW)}
        </button>
    }
}

/// Saves it as a file; what has to be encrypted is not saved otherwise.
pub(super) fn save(parcel: Parcel) {
    if parcel.recipient.is_some() {
        spawn_local(async move {
            let _ = parcel.save_sealed().await;
        });
    } else {
        let _ = download::save_file(&parcel.name, "application/json", &parcel.text);
    }
}

/// A response made into a file for its institution.
pub(super) fn parcel(survey: &Survey, response: &Response, texts: Texts) -> Parcel {
    Parcel {
        name: file_name(&response.survey, &response.id),
        text: export(&response.survey, &clock::now().to_string(), std::slice::from_ref(response)),
        recipient: survey.entry.recipient.clone(),
        email: survey.entry.institution.email.clone(),
        title: survey.questionnaire.title.get(texts.code()).to_owned(),
    }
}

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
            let button = parcel.recipient.is_none().then(|| {
                let on_save = Callback::new(move |is_missing| save(parcel.clone(), is_missing));
                view! { <SaveButton on_save/> }
            });
            view! { <NotLoaded/> {button} }.into_any()
        } else {
            view! { <div id=PLACE><Loading/></div> }.into_any()
        }
    }
}

/// A button for saving answers; it is given what to tell whether something is missing for that.
#[component]
pub(super) fn SaveButton(on_save: Callback<RwSignal<bool>>) -> impl IntoView {
    let texts = Texts::here();
    let is_missing = RwSignal::new(false);
    view! {
        <button type="button" class="button-second" on:click=move |_| on_save.run(is_missing)>
            {texts.get(key::STORAGE_SAVE_NOW)}
        </button>
        <p class="error-message" role="alert">
            {move || is_missing.get().then(|| texts.get(key::APP_NOT_LOADED))}
        </p>
    }
}

/// Saves it as a file; what has to be encrypted is not saved otherwise.
pub(super) fn save(parcel: Parcel, is_missing: RwSignal<bool>) {
    if parcel.recipient.is_some() {
        spawn_local(async move {
            is_missing.set(parcel.save_sealed().await.is_err());
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

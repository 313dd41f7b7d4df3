//! The submitted responses to one survey, and the way out of the device.

use leptos::prelude::*;

use super::super::answers::file_name;
use super::proof_panel::ProofPanel;
use crate::browser::{clock, download};
use crate::domain::exchange::export;
use crate::domain::survey::Instant;
use crate::ui::state::{AppState, Export, KeptSurvey, Load};
use crate::ui::text::{Texts, key};

/// How many there are, saving them, and emptying the device of what is proven to be saved.
#[component]
pub(super) fn Responses(
    id: String,
    kept: KeptSurvey,
    read: Callback<()>,
    changed: RwSignal<u32>,
) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let responses = kept.responses;
    let count = u64::try_from(responses.len()).unwrap_or(u64::MAX);
    let day = |time: &str| Instant::parse(time).map_or_else(|| time.to_owned(), |at| texts.day(at.day()));
    let first = responses.first().map(|it| day(&it.submitted_at)).unwrap_or_default();
    let last = responses.last().map(|it| day(&it.submitted_at)).unwrap_or_default();
    let exported = RwSignal::new(None::<String>);
    let save = {
        let (id, responses) = (id.clone(), responses.clone());
        move |_| {
            let now = clock::now();
            let name = file_name(&id, &now.to_string().replace([':', '-'], ""));
            let text = export(&id, &now.to_string(), &responses);
            // Without room for the log the file is saved all the same.
            let _ = Export::note(&name, &text, &responses);
            changed.update(|count| *count += 1);
            if download::save_file(&name, "application/json", &text).is_ok() {
                exported.set(Some(texts.fill(key::DEVICE_EXPORTED, &[("file", &name)])));
            }
        }
    };
    let send_to = {
        let id = id.clone();
        move || match state.definitions().survey(&id) {
            Load::Ready(Some(survey)) => {
                let email = &survey.entry.institution.email;
                Some(view! { <p>{texts.fill(key::DEVICE_SEND_TO, &[("email", email)])}</p> })
            }
            _ => None,
        }
    };
    view! {
        <p class="figure" data-testid="kept-count">{texts.count(key::DEVICE_COUNT, count)}</p>
        <p class="muted">{texts.fill(key::DEVICE_PERIOD, &[("first", &first), ("last", &last)])}</p>
        <div class="buttons">
            <button type="button" class="button" data-testid="export-responses" on:click=save>
                {texts.get(key::DEVICE_EXPORT)}
            </button>
        </div>
        <p class="hint" role="status">{move || exported.get()}</p>
        {move || send_to()}
        <ProofPanel responses read changed/>
    }
}

//! Saving the responses to one survey as files: those that can be read in one, those kept as ciphertext in another.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::answers::file_name;
use crate::browser::{BrowserError, age, clock, download};
use crate::domain::exchange::{export, export_sealed, response_digest};
use crate::domain::survey::Response;
use crate::ui::parts::{Notice, Tone};
use crate::ui::state::{AppState, Export, KeptSurvey, Load};
use crate::ui::text::{Texts, key};

/// A button for each file there is to save, and what came of it.
#[component]
pub(super) fn ExportButtons(id: String, kept: KeptSurvey, changed: RwSignal<u32>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let saved = RwSignal::new(None::<Result<Saved, BrowserError>>);
    // Before the index is here nobody knows whether there is a recipient.
    let is_unknown = Memo::new(move |_| matches!(state.definitions().installation(), Load::Waiting));
    let recipient = {
        let id = id.clone();
        move || match state.definitions().installation() {
            Load::Ready(installation) => installation.survey(&id)?.recipient.clone(),
            _ => None,
        }
    };
    let done = move |outcome: Result<Saved, BrowserError>| {
        changed.update(|count| *count += 1);
        saved.set(Some(outcome));
    };
    let has_both = !kept.responses.is_empty() && !kept.sealed.is_empty();
    let plain = (!kept.responses.is_empty()).then(|| {
        let (id, responses) = (id.clone(), StoredValue::new(kept.responses));
        let save = move |_| {
            let (id, recipient) = (id.clone(), untrack(&recipient));
            spawn_local(async move {
                let Some(responses) = responses.try_get_value() else { return };
                done(save_responses(&id, recipient.as_deref(), &responses).await);
            });
        };
        let label = if has_both { key::SEALED_EXPORT_PLAIN } else { key::DEVICE_EXPORT };
        view! {
            <button type="button" class="button" data-testid="export-responses" disabled=is_unknown on:click=save>
                {texts.get(label)}
            </button>
        }
    });
    let sealed = (!kept.sealed.is_empty()).then(|| {
        let responses = kept.sealed;
        let save = move |_| {
            let text = export_sealed(texts.get(key::SEALED_FIRST_LINE), &responses);
            let name = named(&id, "age.txt");
            let ids = responses.iter().map(|response| response.id.clone()).collect();
            // Without room for the log the file is saved all the same.
            let _ = Export::note(&name, text.as_bytes(), ids, Vec::new());
            done(download::save_file(&name, "text/plain", &text).map(|()| Saved { name, can_be_proven: true }));
        };
        let label = if has_both { key::SEALED_EXPORT } else { key::DEVICE_EXPORT };
        view! {
            <button type="button" class="button" data-testid="export-sealed" on:click=save>{texts.get(label)}</button>
        }
    });
    let exported = if has_both { key::SENDING_SAVED } else { key::DEVICE_EXPORTED };
    let outcome = move || {
        saved.get().map(|saved| match saved {
            Ok(Saved { name, can_be_proven: false }) => {
                let title = texts.fill(key::SEALED_UNLOGGED, &[("file", &name)]);
                view! { <Notice tone=Tone::Warning title/> }.into_any()
            }
            Ok(Saved { name, .. }) => view! { {texts.fill(exported, &[("file", &name)])} }.into_any(),
            Err(_) => view! { <Notice tone=Tone::Warning title=texts.get(key::SEALED_FAILED)/> }.into_any(),
        })
    };
    view! {
        <div class="buttons">{plain} {sealed}</div>
        <div class="hint" role="status">{outcome}</div>
    }
}

/// A file that was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Saved {
    name: String,
    /// Whether the log has what is needed to know it again.
    can_be_proven: bool,
}

/// Saves an export, encrypted where there is a recipient.
async fn save_responses(
    id: &str,
    recipient: Option<&str>,
    responses: &[Response],
) -> Result<Saved, BrowserError> {
    let text = export(id, &clock::now().to_string(), responses);
    let ids = responses.iter().map(|response| response.id.clone()).collect();
    let Some(recipient) = recipient else {
        let name = named(id, "json");
        // Without room for the log the file is saved all the same.
        let _ = Export::note(&name, text.as_bytes(), ids, Vec::new());
        download::save_file(&name, "application/json", &text)?;
        return Ok(Saved { name, can_be_proven: true });
    };
    let name = named(id, "json.age");
    let sealed = age::seal(text.as_bytes(), recipient).await?;
    let digests = responses.iter().map(response_digest).collect();
    let can_be_proven = Export::note(&name, &sealed, ids, digests).is_ok();
    download::save_bytes(&name, "application/octet-stream", &sealed)?;
    Ok(Saved { name, can_be_proven })
}

/// A file name with the survey and the time in it.
fn named(id: &str, extension: &str) -> String {
    let time = clock::now().to_string().replace([':', '-'], "");
    let name = file_name(id, &time);
    name.strip_suffix("json").map_or_else(|| name.clone(), |stem| format!("{stem}{extension}"))
}

//! `#/device`: what this browser keeps, and the way out of it.

use std::sync::Arc;

use leptos::prelude::*;

use super::answers::file_name;
use super::storage_notice::StorageNotice;
use crate::browser::{clock, dom, download};
use crate::domain::exchange::export;
use crate::domain::survey::{Instant, Survey, SurveyEntry};
use crate::ui::parts::{ConfirmButton, DeleteDraft, Heading};
use crate::ui::state::{AppState, KeptResponses, KeptSurvey, Load};
use crate::ui::text::{Texts, key};

/// Responses and drafts by survey; the definitions and what was passed over in them.
#[component]
pub(super) fn DevicePage() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let kept = RwSignal::new(KeptResponses::default());
    let read = Callback::new(move |()| {
        let unsaved = state.interview().unsaved();
        let found = KeptResponses::read(&unsaved).unwrap_or_else(|_| KeptResponses::only(&unsaved));
        kept.set(found);
    });
    untrack(|| read.run(()));
    let surveys = move || {
        let kept = kept.get();
        let has_any = kept.surveys.values().any(|survey| !survey.responses.is_empty());
        let none = (!has_any).then(|| view! { <p class="empty">{texts.get(key::DEVICE_NONE)}</p> });
        let sections = kept.surveys.into_iter().map(|(id, kept)| view! { <KeptOfSurvey id kept read/> });
        view! { {none} {sections.collect_view()} }
    };
    let damaged = move || {
        let damaged = kept.with(|kept| kept.damaged.clone());
        (!damaged.is_empty()).then(|| {
            let count = texts.count(key::DEVICE_DAMAGED, u64::try_from(damaged.len()).unwrap_or(u64::MAX));
            let save = move |_| {
                let _ = download::save_file("aptauja-damaged.txt", "text/plain", &damaged.join("\n"));
            };
            view! {
                <div class="panel">
                    <p>{count}</p>
                    <button type="button" class="button-second" on:click=save>
                        {texts.get(key::DEVICE_DAMAGED_SAVE)}
                    </button>
                </div>
            }
        })
    };
    let storage = move || {
        state.storage_trouble().is_none().then(|| {
            view! {
                <h2>{texts.get(key::DEVICE_STORAGE)}</h2>
                <p>{texts.get(key::DEVICE_STORAGE_GOOD)}</p>
            }
        })
    };
    view! {
        <Heading text=texts.get(key::DEVICE_TITLE)/>
        <p class="lead">{texts.get(key::DEVICE_LEAD)}</p>
        <StorageNotice/>
        {surveys}
        {damaged}
        {storage}
        <Definitions/>
    }
}

#[component]
fn KeptOfSurvey(id: String, kept: KeptSurvey, read: Callback<()>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let title = {
        let id = id.clone();
        move || match state.definitions().survey(&id) {
            Load::Ready(Some(survey)) => survey.questionnaire.title.get(texts.code()).to_owned(),
            _ => id.clone(),
        }
    };
    let entry = match state.definitions().survey(&id) {
        Load::Ready(Some(survey)) => Some(survey.entry.clone()),
        _ => None,
    };
    let draft = kept.draft_saved_at.map(|at| {
        let id = id.clone();
        let time = texts.moment(Instant(at), clock::offset_minutes(Instant(at)));
        let delete = Callback::new(move |()| {
            state.interview().delete_of(&id);
            read.run(());
            dom::focus("main h1");
        });
        view! {
            <div class="device-draft">
                <p>{texts.fill(key::DEVICE_DRAFT, &[("time", &time)])}</p>
                <DeleteDraft on_confirm=delete/>
            </div>
        }
    });
    let responses =
        (!kept.responses.is_empty()).then(|| view! { <Responses id=id.clone() kept entry read/> });
    view! {
        <section class="panel" data-testid="kept">
            <h2>{title} " " <span class="muted">{id}</span></h2>
            {responses}
            {draft}
        </section>
    }
}

#[component]
fn Responses(id: String, kept: KeptSurvey, entry: Option<SurveyEntry>, read: Callback<()>) -> impl IntoView {
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
            if download::save_file(&name, "application/json", &text).is_ok() {
                exported.set(Some(texts.fill(key::DEVICE_EXPORTED, &[("file", &name)])));
            }
        }
    };
    let delete = Callback::new(move |()| {
        KeptResponses::delete(&responses);
        state.interview().drop_unsaved(&id);
        read.run(());
        dom::focus("main h1");
    });
    let send_to = entry.map(|entry| texts.fill(key::DEVICE_SEND_TO, &[("email", &entry.institution.email)]));
    view! {
        <p class="figure" data-testid="kept-count">{texts.count(key::DEVICE_COUNT, count)}</p>
        <p class="muted">{texts.fill(key::DEVICE_PERIOD, &[("first", &first), ("last", &last)])}</p>
        <div class="buttons">
            <button type="button" class="button" data-testid="export-responses" on:click=save>
                {texts.get(key::DEVICE_EXPORT)}
            </button>
        </div>
        <p class="hint" role="status">{move || exported.get()}</p>
        {send_to.map(|text| view! { <p>{text}</p> })}
        <ConfirmButton
            id="delete-responses"
            label=texts.get(key::DEVICE_DELETE)
            question=texts.get(key::DEVICE_DELETE_SURE)
            yes=texts.count(key::DEVICE_DELETE_YES, count)
            on_confirm=delete
        />
    }
}

/// For whoever edits the files: what is wrong in each, and what was passed over.
#[component]
fn Definitions() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let rows = move || {
        let Load::Ready(all) = state.definitions().all() else { return None };
        let row = |(entry, load): (SurveyEntry, Load<Arc<Survey>>)| {
            let status = match load {
                Load::Waiting => String::new(),
                Load::Wrong(error) => {
                    format!("{}: {}: {}", error.file, error.path, texts.mistake(&error.mistake))
                }
                Load::Ready(survey) => definition_status(&survey, texts),
            };
            view! { <tr><th scope="row">{entry.id}</th><td>{entry.questionnaire}</td><td>{status}</td></tr> }
        };
        Some(all.into_iter().map(row).collect_view())
    };
    view! {
        <details class="definitions">
            <summary>{texts.get(key::DEVICE_SURVEYS)}</summary>
            <p>{texts.get(key::DEVICE_SURVEYS_LEAD)}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=texts.get(key::DEVICE_SURVEYS)>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{texts.get(key::RESULTS_SURVEY)}</th>
                            <th scope="col">{texts.get(key::DEFINITION_FILE)}</th>
                            <th scope="col">{texts.get(key::DEFINITION_MISTAKE)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}

fn definition_status(survey: &Survey, texts: Texts) -> String {
    let warnings = &survey.questionnaire.warnings;
    if warnings.is_empty() {
        return texts.get(key::DEVICE_DEFINITION_GOOD).to_owned();
    }
    let count = u64::try_from(warnings.len()).unwrap_or(u64::MAX);
    let paths: Vec<&str> = warnings.iter().map(|warning| warning.path.as_str()).collect();
    format!("{}: {}", texts.count(key::DEVICE_DEFINITION_WARNINGS, count), paths.join(", "))
}

//! `#/device`: what this browser keeps, and the way out of it.

mod clock_line;
mod export_buttons;
mod export_log;
mod proof_panel;
mod responses;
mod staff_links;
mod storage_panel;

use std::sync::Arc;

use leptos::prelude::*;

use super::kiosk;
use super::storage_notice::StorageNotice;
use crate::browser::{clock, dom, download};
use crate::domain::survey::{Instant, Survey, SurveyEntry};
use crate::ui::parts::{DeleteDraft, Heading};
use crate::ui::state::{AppState, KeptResponses, KeptSurvey, Load};
use crate::ui::text::{Texts, key};
use clock_line::ClockLine;
use export_log::ExportLog;
use responses::Responses;
use staff_links::StaffLinks;
use storage_panel::StoragePanel;

/// Responses and drafts by survey; the definitions and what was passed over in them.
#[component]
pub(super) fn DevicePage() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let kept = RwSignal::new(KeptResponses::default());
    // Told when the log of saved files has changed.
    let changed = RwSignal::new(0);
    let read = Callback::new(move |()| {
        let unsaved = state.interview().unsaved();
        let found = KeptResponses::read(&unsaved).unwrap_or_else(|_| KeptResponses::only(&unsaved));
        kept.set(found);
    });
    untrack(|| read.run(()));
    let surveys = move || {
        let kept = kept.get();
        let has_any = kept.surveys.values().any(|survey| survey.count() > 0);
        let none = (!has_any).then(|| view! { <p class="empty">{texts.get(key::DEVICE_NONE)}</p> });
        let sections =
            kept.surveys.into_iter().map(|(id, kept)| view! { <KeptOfSurvey id kept read changed/> });
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
                <StoragePanel kept changed/>
            }
        })
    };
    view! {
        <Heading text=texts.get(key::DEVICE_TITLE)/>
        <p class="lead">{texts.get(key::DEVICE_LEAD)}</p>
        <StorageNotice/>
        <kiosk::ControlPanel/>
        {surveys}
        {damaged}
        <ExportLog changed/>
        {storage}
        <ClockLine kept/>
        <kiosk::SetupPanel/>
        <Definitions/>
        // A kiosk has these pages no more than others.
        {(!AppState::expect().is_kiosk()).then(|| view! { <StaffLinks/> })}
    }
}

#[component]
fn KeptOfSurvey(id: String, kept: KeptSurvey, read: Callback<()>, changed: RwSignal<u32>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let title = {
        let id = id.clone();
        move || match state.definitions().survey(&id) {
            Load::Ready(Some(survey)) => survey.questionnaire.title.get(texts.code()).to_owned(),
            _ => id.clone(),
        }
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
    let responses = (kept.count() > 0).then(|| view! { <Responses id=id.clone() kept read changed/> });
    view! {
        <section class="panel" data-testid="kept">
            <h2>{title} " " <span class="muted">{id}</span></h2>
            {responses}
            {draft}
        </section>
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

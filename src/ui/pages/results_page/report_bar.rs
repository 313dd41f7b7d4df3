//! What the report counts, and the buttons that save it.

use std::sync::Arc;

use leptos::prelude::*;

use super::filtering::Filtering;
use super::progress_bar::ProgressBar;
use crate::browser::sections;
use crate::domain::analysis::{Filter, Source};
use crate::domain::exchange::FileEntry;
use crate::domain::survey::{Survey, SurveyEntry};
use crate::ui::state::{AppState, Load};
use crate::ui::text::{Texts, key};

/// Survey, number of responses, and saving.
#[component]
pub(super) fn ReportBar(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let size = results.size();
    let is_waiting = Memo::new(move |_| results.is_report_waiting());
    let hashed = Signal::derive(move || results.hashed());
    let stop = Callback::new(move |()| results.cancel_report());
    let title = survey.questionnaire.title.get(texts.code()).to_owned();
    view! {
        <section class="report-bar" aria-label=texts.get(key::RESULTS_SURVEY)>
            <div>
                <p class="eyebrow">{survey.entry.id.clone()}</p>
                <h2 class="report-title">{title}</h2>
                <p class="report-count" role="status">
                    <strong data-testid="responses">{move || texts.selected(size.get())}</strong>
                    " "
                    <span class="muted">{move || texts.of_all(size.get())}</span>
                </p>
            </div>
            <div class="buttons">
                <SurveyChoice id=survey.entry.id.clone()/>
                <button type="button" class="button" data-testid="export-report" on:click=move |_| results.save_report()>
                    {texts.get(key::RESULTS_SAVE_REPORT)}
                </button>
            </div>
        </section>
        <p class="hint" role="status">
            {move || results.is_report_waiting().then(|| texts.get(key::RESULTS_REPORT_WAITS))}
        </p>
        // Who sees the page sees the browser save.
        <p class="visually-hidden" role="status">
            {move || results.saved_report().map(|file| texts.fill(key::EXPORT_SAVED, &[("file", &file)]))}
        </p>
        <Show when=move || is_waiting.get()>
            <ProgressBar id="report-waiting" words=key::EXPORT_HASHING unknown=key::EXPORT_PREPARING progress=hashed
                stop=key::EXPORT_CANCEL on_stop=stop/>
        </Show>
        <LeftOut/>
    }
}

/// What of the files is not among the responses, and the way to where it is told of.
#[component]
fn LeftOut() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    move || {
        let loaded = results.loaded()?;
        let is_empty = |file: &&FileEntry| {
            let Source { accepted, duplicates, conflicts, rejected, .. } = file.source;
            accepted + duplicates + conflicts + rejected == 0
        };
        // What is encrypted is told of by itself.
        let empty = if loaded.sealed > 0 { 0 } else { loaded.ledger.files.iter().filter(is_empty).count() };
        let counts = [
            (key::LEDGER_LEFT_REJECTED, loaded.rejected),
            (key::LEDGER_LEFT_CONFLICTS, loaded.conflicts),
            (key::LEDGER_LEFT_EMPTY, u64::try_from(empty).unwrap_or(u64::MAX)),
        ];
        let said: Vec<String> =
            counts.into_iter().filter(|(_, n)| *n > 0).map(|(text, n)| texts.count(text, n)).collect();
        (!said.is_empty()).then(|| {
            view! {
                <p class="left-out" data-testid="left-out">
                    {said.join(" ")} " "
                    <button type="button" class="button-quiet" on:click=|_| sections::go_to("ledger")>
                        {texts.get(key::LEDGER_LEFT_SHOW)}
                    </button>
                </p>
            }
        })
    }
}

/// The other surveys whose responses were loaded.
#[component]
fn SurveyChoice(id: String) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let found = move || -> Vec<SurveyEntry> {
        let loaded = state.results().loaded().unwrap_or_default();
        let Load::Ready(installation) = state.definitions().installation() else { return Vec::new() };
        let has_responses =
            |entry: &&SurveyEntry| loaded.surveys.get(&entry.id).is_some_and(|count| *count > 0);
        installation.surveys.iter().filter(has_responses).cloned().collect()
    };
    let choose = move |event| {
        // Another survey has other questions: its filter begins empty.
        let survey = Some(event_target_value(&event));
        Filtering::change(|filter| *filter = Filter { survey, ..Filter::default() });
    };
    move || {
        let found = found();
        let is_needed = found.iter().any(|entry| entry.id != id);
        let id = id.clone();
        is_needed.then(|| {
            let option = move |entry: SurveyEntry| {
                let is_selected = entry.id == id;
                view! { <option value=entry.id.clone() selected=is_selected>{entry.id.clone()}</option> }
            };
            view! {
                <label class="survey-choice">
                    <span>{texts.get(key::RESULTS_SURVEY)}</span>
                    <select on:change=choose>{found.into_iter().map(option).collect_view()}</select>
                </label>
            }
        })
    }
}

//! What the report counts, and the buttons that save it.

use std::sync::Arc;

use leptos::prelude::*;

use super::filtering::Filtering;
use crate::domain::analysis::Filter;
use crate::domain::survey::{Survey, SurveyEntry};
use crate::ui::state::{AppState, Load};
use crate::ui::text::{Texts, key};

/// Survey, number of responses, and saving.
#[component]
pub(super) fn ReportBar(survey: Arc<Survey>, filter: Filtering) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let size = results.size();
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
                <SurveyChoice filter id=survey.entry.id.clone()/>
                <button type="button" class="button" data-testid="export-report" on:click=move |_| results.save_report()>
                    {texts.get(key::RESULTS_SAVE_REPORT)}
                </button>
            </div>
        </section>
        <p class="hint" role="status">
            {move || results.is_report_waiting().then(|| texts.get(key::RESULTS_REPORT_WAITS))}
        </p>
    }
}

/// The other surveys whose responses were loaded.
#[component]
fn SurveyChoice(filter: Filtering, id: String) -> impl IntoView {
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
        let is_needed = found.len() > 1 || filter.with(|filter| filter.survey.is_some());
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

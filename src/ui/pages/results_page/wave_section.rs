//! Waves: the same questions in another survey whose responses are open too.

use std::sync::Arc;

use leptos::prelude::*;

use super::showing::Showing;
use super::wave_questions::WaveQuestions;
use crate::domain::survey::Survey;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// The choice of another survey, and its questions beside those of the one that is shown.
#[component]
pub(super) fn WaveSection(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let results = state.results();
    Effect::new(move || {
        if results.is_reported() {
            results.ask_wave();
        }
    });
    let beside = results.beside(survey.clone());
    move || {
        let others = other_surveys(state, &survey.entry.id);
        if others.is_empty() {
            return None;
        }
        let option = |other: &Arc<Survey>| {
            let id = other.entry.id.clone();
            let is_chosen = {
                let id = id.clone();
                move || results.wave_survey().as_ref() == Some(&id)
            };
            view! { <option value=id.clone() prop:selected=is_chosen>{id.clone()}</option> }
        };
        let choose = |event| {
            let other = event_target_value(&event);
            Showing::set_wave(Some(other.as_str()).filter(|other| !other.is_empty()));
        };
        let questions = move || Some(view! { <WaveQuestions beside=beside.get()? is_printed=false/> });
        Some(view! {
            <section class="waves" aria-labelledby="waves" data-testid="waves">
                <h2 id="waves">{texts.get(key::WAVES_TITLE)}</h2>
                <label class="choice-line">
                    <span>{texts.get(key::WAVES_LABEL)}</span>
                    <select on:change=choose>
                        <option value="" prop:selected=move || results.wave_survey().is_none()>
                            {texts.get(key::CROSS_NONE)}
                        </option>
                        {others.iter().map(option).collect_view()}
                    </select>
                </label>
                {questions}
            </section>
        })
    }
}

/// The surveys beside one of which there are responses too.
pub(super) fn other_surveys(state: AppState, id: &str) -> Vec<Arc<Survey>> {
    let loaded = state.results().loaded().unwrap_or_default();
    let has_responses = |id: &str| loaded.surveys.get(id).is_some_and(|count| *count > 0);
    let good = state.definitions().good();
    good.into_iter().filter(|it| it.entry.id != id && has_responses(&it.entry.id)).collect()
}

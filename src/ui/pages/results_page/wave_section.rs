//! Waves: the same questions in other surveys whose responses are open too.

use std::sync::Arc;

use leptos::prelude::*;

use super::showing;
use super::wave_questions::WaveQuestions;
use crate::domain::survey::Survey;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// The choice of other surveys, and their questions beside those of the one that is shown.
#[component]
pub(super) fn WaveSection(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let own = survey.entry.id.clone();
    ask_waves(&own);
    let beside = results.beside(survey);
    let others = Memo::new(move |_| {
        let others = results.other_surveys(&own);
        others.iter().map(|it| it.entry.id.clone()).collect::<Vec<String>>()
    });
    move || {
        let others = others.get();
        if others.is_empty() {
            return None;
        }
        let option = |id: String| {
            let label = id.clone();
            let toggle = {
                let id = id.clone();
                move |_| showing::change(|shown| shown.toggle_wave(&id))
            };
            view! {
                <label class="check">
                    <input type="checkbox" prop:checked=move || results.is_wave(&id) on:change=toggle/>
                    <span>{label}</span>
                </label>
            }
        };
        let questions = move || Some(view! { <WaveQuestions beside=beside.get()? is_printed=false/> });
        Some(view! {
            <section class="waves" aria-labelledby="waves" data-testid="waves">
                <h2 id="waves">{texts.get(key::WAVES_TITLE)}</h2>
                <fieldset class="wave-choice">
                    <legend>{texts.get(key::WAVES_LABEL)}</legend>
                    {others.into_iter().map(option).collect_view()}
                </fieldset>
                {questions}
            </section>
        })
    }
}

/// Has the chosen surveys counted whenever the survey of this id is.
pub(super) fn ask_waves(own: &str) {
    let results = AppState::expect().results();
    let own = own.to_owned();
    Effect::new(move || {
        if results.is_reported() {
            results.ask_waves(&own);
        }
    });
}

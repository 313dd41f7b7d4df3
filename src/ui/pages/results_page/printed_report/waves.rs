//! The comparison with other surveys, where any is chosen.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::wave_questions::WaveQuestions;
use super::super::wave_section::ask_waves;
use super::title_page::period;
use crate::domain::survey::Survey;
use crate::ui::state::{AppState, Beside};
use crate::ui::text::{Texts, key};

/// The surveys, in what their questions differ, and the figures side by side.
#[component]
pub(super) fn Waves(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    ask_waves(&survey.entry.id);
    let beside = results.beside(survey);
    let item = move |survey: &Arc<Survey>| {
        let title = survey.questionnaire.title.get(texts.code()).to_owned();
        let period = period(survey, texts).map(|period| format!(" ({period})"));
        view! { <li><strong>{survey.entry.id.clone()}</strong> ": " {title} {period}</li> }
    };
    let section = move |beside: Beside| {
        let surveys = [&beside.own].into_iter().chain(beside.chosen()).map(item).collect_view();
        view! {
            <section class="printed-part waves" aria-labelledby="printed-waves" data-testid="printed-waves">
                <div class="printed-keep">
                    <h2 id="printed-waves">{texts.get(key::WAVES_TITLE)}</h2>
                    <ul class="plain-list">{surveys}</ul>
                </div>
                <WaveQuestions beside is_printed=true/>
            </section>
        }
    };
    move || beside.get().map(section)
}

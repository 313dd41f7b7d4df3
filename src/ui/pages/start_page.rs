//! `#/`: the open survey, and the others.

use leptos::prelude::*;

use super::intro::Intro;
use super::with_survey::with_survey;
use crate::browser::clock;
use crate::domain::address::Page;
use crate::domain::survey::SurveyEntry;
use crate::ui::parts::{DefinitionProblem, Heading, Loading};
use crate::ui::state::{AppState, Load};
use crate::ui::text::{Texts, key};

/// The survey that is open now, first of the index; the rest in a list.
#[component]
pub(super) fn StartPage() -> impl IntoView {
    let state = AppState::expect();
    move || match state.definitions().installation() {
        Load::Waiting => view! { <Loading/> }.into_any(),
        Load::Wrong(error) => {
            let retry = Callback::new(move |()| state.definitions().load());
            view! { <DefinitionProblem error on_retry=retry/> }.into_any()
        }
        Load::Ready(installation) => {
            let today = clock::today();
            let open = installation.surveys.iter().find(|entry| entry.is_open(today));
            let open_id = open.map(|entry| entry.id.clone());
            let others: Vec<SurveyEntry> = installation
                .surveys
                .iter()
                .filter(|entry| Some(&entry.id) != open_id.as_ref())
                .cloned()
                .collect();
            let first = match open_id {
                Some(id) => with_survey(&id, |survey| view! { <Intro survey/> }.into_any()),
                None => view! { <Heading text=Texts::here().get(key::START_NONE)/> }.into_any(),
            };
            view! { {first} <OtherSurveys entries=others/> }.into_any()
        }
    }
}

#[component]
fn OtherSurveys(entries: Vec<SurveyEntry>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let today = clock::today();
    let item = move |entry: SurveyEntry| {
        let href = Page::Survey(entry.id.clone()).href();
        let status = match (entry.opens, entry.closes) {
            (Some(opens), _) if entry.is_before(today) => {
                texts.fill(key::START_STATE_BEFORE, &[("date", &texts.day(opens))])
            }
            (_, Some(closes)) if entry.is_over(today) => {
                texts.fill(key::START_STATE_OVER, &[("date", &texts.day(closes))])
            }
            _ => texts.get(key::START_STATE_OPEN).to_owned(),
        };
        // The title comes with the survey's own file.
        let title = move || match state.definitions().survey(&entry.id) {
            Load::Ready(Some(survey)) => survey.questionnaire.title.get(texts.code()).to_owned(),
            _ => entry.id.clone(),
        };
        view! { <li><a href=href>{move || title()}</a><br/><span class="muted">{status}</span></li> }
    };
    (!entries.is_empty()).then(|| {
        view! {
            <section class="other-surveys" aria-labelledby="other-surveys">
                <h2 id="other-surveys">{texts.get(key::START_OTHERS)}</h2>
                <ul class="plain-list">{entries.into_iter().map(item).collect_view()}</ul>
            </section>
        }
    })
}

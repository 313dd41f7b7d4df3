//! `#/survey/<id>`: the survey's start, or why it takes no answers.

use std::sync::Arc;

use leptos::prelude::*;

use super::intro::Intro;
use super::with_survey::with_survey;
use crate::browser::clock;
use crate::domain::address::{Page, encode};
use crate::domain::survey::Survey;
use crate::ui::parts::Heading;
use crate::ui::state::{AppState, Load};
use crate::ui::text::{Texts, key};

/// The start of one survey.
#[component]
pub(super) fn SurveyPage(
    /// Id of the survey.
    id: String,
) -> impl IntoView {
    with_survey(&id, |survey| {
        if survey.entry.is_open(clock::today()) {
            view! { <Intro survey/> }.into_any()
        } else {
            view! { <ClosedSurvey survey/> }.into_any()
        }
    })
}

/// Says since when or from when; leads to published results and to a survey that is open.
#[component]
pub(super) fn ClosedSurvey(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let entry = &survey.entry;
    let today = clock::today();
    let (title, lead) = match (entry.opens, entry.closes) {
        (Some(opens), _) if entry.is_before(today) => (
            texts.get(key::SURVEY_BEFORE_TITLE),
            texts.fill(key::SURVEY_BEFORE, &[("date", &texts.day(opens))]),
        ),
        (_, closes) => (
            texts.get(key::SURVEY_OVER_TITLE),
            closes.map_or_else(String::new, |closes| {
                texts.fill(key::SURVEY_OVER, &[("date", &texts.day(closes))])
            }),
        ),
    };
    let results = (survey.entry.baseline.is_some() && !state.is_kiosk()).then(|| {
        let href = format!("{}?survey={}", Page::Results.href(), encode(&entry.id));
        view! { <a class="button" href=href>{texts.get(key::SURVEY_SEE_RESULTS)}</a> }
    });
    let current = move || {
        if state.is_kiosk() {
            return None;
        }
        let Load::Ready(installation) = state.definitions().installation() else { return None };
        let open = installation.surveys.iter().find(|entry| entry.is_open(today))?;
        let href = Page::Survey(open.id.clone()).href();
        Some(view! { <a class="button-second" href=href>{texts.get(key::SURVEY_SEE_CURRENT)}</a> })
    };
    let name = survey.questionnaire.title.get(texts.code()).to_owned();
    view! {
        <p class="eyebrow">{name}</p>
        <Heading text=title/>
        <p class="lead" data-testid="survey-closed">{lead}</p>
        <div class="buttons">{results}{move || current()}</div>
    }
}

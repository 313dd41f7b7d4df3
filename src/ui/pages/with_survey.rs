//! Waiting for a survey's files, and what is shown where they cannot be had.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::address::Page;
use crate::domain::survey::{DefinitionError, Survey};
use crate::ui::parts::{DefinitionProblem, Heading, Loading};
use crate::ui::state::{AppState, Load};
use crate::ui::text::{Texts, key};

/// Shows the survey with this id once it is there.
pub(super) fn with_survey(id: &str, show: impl Fn(Arc<Survey>) -> AnyView + Send + 'static) -> AnyView {
    let state = AppState::expect();
    let id = id.to_owned();
    (move || match state.definitions().survey(&id) {
        Load::Waiting => view! { <Loading/> }.into_any(),
        Load::Wrong(error) => problem(state, error),
        Load::Ready(Some(survey)) => show(survey),
        Load::Ready(None) => view! { <UnknownSurvey id=id.clone()/> }.into_any(),
    })
    .into_any()
}

/// Shows the surveys that could be read, once all files are there.
#[cfg(feature = "auditor")]
pub(super) fn with_surveys(show: impl Fn(Vec<Arc<Survey>>) -> AnyView + Send + 'static) -> AnyView {
    let state = AppState::expect();
    (move || match state.definitions().all() {
        Load::Waiting => view! { <Loading/> }.into_any(),
        Load::Wrong(error) => problem(state, error),
        Load::Ready(_) => show(state.definitions().good()),
    })
    .into_any()
}

/// A mistake in the files, and a way to load them again.
fn problem(state: AppState, error: DefinitionError) -> AnyView {
    let retry = Callback::new(move |()| state.definitions().load());
    view! { <DefinitionProblem error on_retry=retry/> }.into_any()
}

#[component]
fn UnknownSurvey(id: String) -> impl IntoView {
    let texts = Texts::here();
    view! {
        <Heading text=texts.get(key::SURVEY_UNKNOWN_TITLE)/>
        <p class="lead">{texts.fill(key::SURVEY_UNKNOWN, &[("id", &id)])}</p>
        <p><a href=Page::Start.href()>{texts.get(key::NOT_FOUND_HOME)}</a></p>
    }
}

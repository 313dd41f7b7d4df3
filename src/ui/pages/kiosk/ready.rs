//! A sealed survey begins only when what encrypts its answers is there.

use leptos::prelude::*;

use super::super::review_page::ReviewPage;
use super::super::step_page::StepPage;
use super::super::survey_page::SurveyPage;
use super::super::with_survey::with_survey;
use crate::browser::dom;
use crate::domain::address::Page;
use crate::ui::parts::{Heading, Loading};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// The page of the kiosk's survey, as soon as it can be answered.
pub(super) fn ready(state: AppState, page: Page) -> AnyView {
    let id = page.survey().unwrap_or_default().to_owned();
    with_survey(&id, move |survey| {
        let can_begin = !state.seals(&survey) || state.kiosk().can_seal() == Some(true);
        match page.clone() {
            _ if !can_begin && state.kiosk().can_seal().is_none() => view! { <Loading/> }.into_any(),
            _ if !can_begin => view! { <NotReady/> }.into_any(),
            Page::Step(id, step) => view! { <StepPage id step/> }.into_any(),
            Page::Review(id) => view! { <ReviewPage id/> }.into_any(),
            _ => view! { <SurveyPage id=survey.entry.id.clone()/> }.into_any(),
        }
    })
}

#[component]
fn NotReady() -> impl IntoView {
    let texts = Texts::here();
    view! {
        <Heading text=texts.get(key::KIOSK_NOT_READY)/>
        <p class="lead">{texts.get(key::KIOSK_NOT_READY_TEXT)}</p>
        <button type="button" class="button" on:click=|_| dom::reload()>{texts.get(key::DEFINITION_RETRY)}</button>
    }
}

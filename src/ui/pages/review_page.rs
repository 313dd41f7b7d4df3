//! `#/survey/<id>/review`: all answers before they are submitted.

use std::sync::Arc;

use leptos::prelude::*;

use super::answers::answer_groups;
use super::kiosk;
use super::step_page::NoDraft;
use super::storage_notice::{SaveNow, StorageNotice};
use super::survey_page::ClosedSurvey;
use super::tab_notice::TabNotice;
use super::with_survey::with_survey;
use crate::browser::{clock, dom};
use crate::domain::address::Page;
use crate::domain::survey::{Interview, Question, Survey};
use crate::ui::parts::{AnswerList, Heading, Notice, Tone};
use crate::ui::state::{AppState, Submitted};
use crate::ui::text::{Texts, key};

/// The answers, each with a link to change it, and the button that submits them.
#[component]
pub(super) fn ReviewPage(
    /// Id of the survey.
    id: String,
) -> impl IntoView {
    let state = AppState::expect();
    with_survey(&id, move |survey| {
        state.open_draft(&survey);
        let is_open = survey.entry.is_open(clock::today());
        let has_draft = Memo::new(move |_| state.interview().has_draft());
        // Submitting removes the draft just before the receipt is shown.
        let was_begun = has_draft.get_untracked();
        (move || match has_draft.get() || was_begun {
            true => view! { <Review survey=survey.clone()/> }.into_any(),
            false if !is_open => view! { <ClosedSurvey survey=survey.clone()/> }.into_any(),
            false => view! { <NoDraft survey=survey.clone()/> }.into_any(),
        })
        .into_any()
    })
}

#[component]
fn Review(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let interview = state.interview();
    let is_closed = RwSignal::new(false);
    let groups = {
        let survey = survey.clone();
        Signal::derive(move || {
            let id = survey.entry.id.clone();
            let change =
                |step: &str| Some(format!("{}?change", Page::Step(id.clone(), step.to_owned()).href()));
            answer_groups(&survey, &interview.answers(), texts, change)
        })
    };
    let checked = survey.clone();
    let back = {
        let answers = interview.answers_now();
        let steps = Interview::new(&survey.questionnaire, &answers);
        let last = steps.steps().last().map(|step| steps.name(*step));
        last.map(|name| Page::Step(survey.entry.id.clone(), name).href())
    };
    let settle = {
        let id = survey.entry.id.clone();
        move |outcome| match outcome {
            Submitted::Done(response) => dom::replace(&Page::Receipt(id.clone(), response).fragment()),
            Submitted::Refused(step) => {
                dom::go(&format!("{}?change", Page::Step(id.clone(), step).fragment()));
            }
            Submitted::Closed => is_closed.set(true),
            Submitted::Held => dom::later(0, || dom::focus("[data-testid=tab-notice] button")),
        }
    };
    let private = move || {
        let answers = interview.answers();
        let found = answers.personal_data(&checked.questionnaire);
        let line = |(question, text): &(&Question, &str)| {
            view! { <li><strong>{(*text).to_owned()}</strong> " – " {question.title.get(texts.code()).to_owned()}</li> }
        };
        let lines: Vec<_> = found.iter().map(line).collect();
        let survey = checked.clone();
        let remove = move |_| {
            interview.remove_personal_data(&survey);
            state.announce(texts.get(key::REVIEW_PRIVATE_REMOVED));
            dom::focus("[data-testid=submit]");
        };
        (!lines.is_empty()).then(|| {
            view! {
                <div data-testid="personal-data">
                    <Notice tone=Tone::Warning title=texts.get(key::REVIEW_PRIVATE_TITLE)>
                        <p>{texts.get(key::REVIEW_PRIVATE)}</p>
                        <ul>{lines}</ul>
                        <button type="button" class="button-second" on:click=remove>
                            {texts.get(key::REVIEW_PRIVATE_REMOVE)}
                        </button>
                    </Notice>
                </div>
            }
        })
    };
    let submit = move |_| {
        if !kiosk::submits(state, &survey, settle.clone()) {
            settle(interview.submit(&survey));
        }
    };
    let closed = move || {
        is_closed.get().then(|| {
            view! {
                <Notice tone=Tone::Warning title=texts.get(key::ERROR_CLOSED) is_live=true><SaveNow/></Notice>
            }
        })
    };
    view! {
        {back.map(|href| view! { <a class="back-link" href=href>{texts.get(key::STEP_BACK)}</a> })}
        <StorageNotice/>
        <TabNotice/>
        <Heading text=texts.get(key::REVIEW_TITLE)/>
        <p class="lead">{texts.get(key::REVIEW_LEAD)}</p>
        {move || view! { <AnswerList groups=groups.get()/> }}
        {private}
        {move || closed()}
        {kiosk::submit_trouble(state)}
        <p class="hint">{kiosk::submit_note(state, texts).unwrap_or(texts.get(key::REVIEW_SUBMIT_NOTE))}</p>
        <div class="buttons">
            <button type="button" class="button button-large" data-testid="submit" on:click=submit>
                {texts.get(key::REVIEW_SUBMIT)}
            </button>
        </div>
    }
}

//! `#/survey/<id>/step/<name>`: one question, or one statement of a matrix.

mod clear_button;
mod draft_line;
mod place;

use std::sync::Arc;

use leptos::prelude::*;

use super::storage_notice::StorageNotice;
use super::survey_page::ClosedSurvey;
use super::tab_notice::TabNotice;
use super::with_survey::with_survey;
use crate::browser::{clock, dom};
use crate::domain::address::Page;
use crate::domain::survey::{Choice, Interview, Kind, Step, Survey};
use crate::ui::fields::{Asked, Change, FIRST_CONTROL, Field};
use crate::ui::parts::{ErrorSummary, Heading};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};
use clear_button::ClearButton;
use draft_line::DraftLine;
use place::{BackLink, Place};

/// One step of the survey.
#[component]
pub(super) fn StepPage(
    /// Id of the survey.
    id: String,
    /// Name of the step.
    step: String,
) -> impl IntoView {
    let state = AppState::expect();
    with_survey(&id, move |survey| {
        state.open_draft(&survey);
        let step = step.clone();
        let is_closed = !survey.entry.is_open(clock::today());
        let has_draft = Memo::new(move |_| state.interview().has_draft());
        (move || match has_draft.get() {
            true => view! { <OneStep survey=survey.clone() name=step.clone()/> }.into_any(),
            false if is_closed => view! { <ClosedSurvey survey=survey.clone()/> }.into_any(),
            false => view! { <NoDraft survey=survey.clone()/> }.into_any(),
        })
        .into_any()
    })
}

/// Where there is nothing to go on with: submitted, deleted or never begun.
#[component]
pub(super) fn NoDraft(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let href = Page::Survey(survey.entry.id.clone()).href();
    view! {
        <Heading text=texts.get(key::SURVEY_NO_DRAFT_TITLE)/>
        <p class="lead">{texts.get(key::SURVEY_NO_DRAFT)}</p>
        <p><a class="button" href=href>{texts.get(key::SURVEY_TO_START)}</a></p>
    }
}

#[component]
fn OneStep(survey: Arc<Survey>, name: String) -> impl IntoView {
    let state = AppState::expect();
    let answers = state.interview().answers_now();
    let found = {
        let interview = Interview::new(&survey.questionnaire, &answers);
        interview.position(&name).map(|position| (position, interview.steps()[position]))
    };
    if let Some((position, step)) = found {
        return view! { <Question survey name position step/> }.into_any();
    }
    // A question that its answers hide, or an address by hand: begin where answers are missing.
    dom::replace(&Page::Survey(survey.entry.id.clone()).fragment());
    ().into_any()
}

#[component]
fn Question(survey: Arc<Survey>, name: String, position: usize, step: Step) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let interview = state.interview();
    interview.at_step(&name);
    let error = {
        let name = name.clone();
        let question = survey.questionnaire.questions[step.question].clone();
        Signal::derive(move || interview.violation(&name).map(|it| texts.violation(&it, &question)))
    };
    let asked = asked(state, &survey, step, error);
    set_title(&asked, texts, error);
    let is_change = state.route_now().has("change");
    let submit = {
        let survey = survey.clone();
        let name = name.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            if interview.check_step(&survey, step) {
                dom::go(&after(state, &survey, &name, is_change));
            } else {
                dom::later(0, || dom::focus(".error-summary"));
            }
        }
    };
    let summary = move || error.get().map(|message| view! { <ErrorSummary message field=FIRST_CONTROL/> });
    let continue_text = if is_change { key::STEP_TO_REVIEW } else { key::STEP_CONTINUE };
    view! {
        <BackLink survey=survey.clone() position is_change/>
        {move || summary()}
        <StorageNotice/>
        <TabNotice/>
        // Browsers keep what is in fields on disk otherwise, to bring it back after a crash.
        <form novalidate autocomplete="off" on:submit=submit data-testid="question">
            <Place survey=survey.clone() step/>
            <Field asked=asked.clone()/>
            <div class="buttons step-buttons">
                <button type="submit" class="button" data-testid="continue">{texts.get(continue_text)}</button>
                <ClearButton asked/>
            </div>
        </form>
        <DraftLine survey=survey.clone()/>
    }
}

fn asked(state: AppState, survey: &Survey, step: Step, error: Signal<Option<String>>) -> Asked {
    let interview = state.interview();
    let question = survey.questionnaire.questions[step.question].clone();
    let row: Option<Choice> = match (&question.kind, step.row) {
        (Kind::Matrix { rows, .. }, Some(row)) => rows.get(row).cloned(),
        _ => None,
    };
    let name = question.name.clone();
    let row_key = row.as_ref().map(|row| row.value.key());
    let on_change = Callback::new(move |change| {
        interview.settle();
        interview.dismiss_tab_notice();
        match change {
            Change::Answer(answer) => interview.answer(&name, answer),
            Change::Row(column) => {
                interview.answer_row(&name, row_key.as_deref().unwrap_or_default(), column);
            }
            Change::Other(text) => interview.answer_other(&name, &text),
        }
    });
    Asked {
        question,
        row,
        answers: Signal::derive(move || interview.answers()),
        on_change,
        error,
        catalogue: survey.catalogue.clone(),
        search: state.search(),
        provider: state.provider(),
    }
}

/// The document's title names the question, after "Error" where there is one.
fn set_title(asked: &Asked, texts: Texts, error: Signal<Option<String>>) {
    let heading = asked.row.as_ref().map_or(&asked.question.title, |row| &row.text);
    let heading = heading.get(texts.code()).to_owned();
    Effect::new(move || {
        let title = if error.with(Option::is_some) {
            texts.fill(key::APP_ERROR_PREFIX, &[("title", &heading)])
        } else {
            heading.clone()
        };
        dom::set_title(&texts.page_title(&title));
    });
}

/// Where Continue leads.
fn after(state: AppState, survey: &Survey, name: &str, is_change: bool) -> String {
    let id = survey.entry.id.clone();
    let answers = state.interview().answers_now();
    let interview = Interview::new(&survey.questionnaire, &answers);
    let next = interview.position(name).and_then(|position| interview.steps().get(position + 1));
    let is_unanswered = |step: &Step| {
        let question = interview.question(*step);
        step.row.is_none() && !matches!(question.kind, Kind::Html(_)) && answers.get(&question.name).is_none()
    };
    match next {
        // A changed answer may have brought up a question of its own.
        Some(step) if is_change && is_unanswered(step) && is_conditional(survey, *step) => {
            format!("{}?change", Page::Step(id, interview.name(*step)).fragment())
        }
        Some(step) if !is_change => Page::Step(id, interview.name(*step)).fragment(),
        _ => Page::Review(id).fragment(),
    }
}

fn is_conditional(survey: &Survey, step: Step) -> bool {
    !survey.questionnaire.questions[step.question].visible_if.is_empty()
}

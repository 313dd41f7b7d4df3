//! Where in the survey a step is, and the way back.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::address::Page;
use crate::domain::survey::{Interview, Kind, Step, Survey};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Which question this is; above the statements of a matrix, the question itself.
#[component]
pub(super) fn Place(survey: Arc<Survey>, step: Step) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let question = survey.questionnaire.questions[step.question].clone();
    let page = survey.questionnaire.pages[question.page].title.clone();
    let page = page.map(|title| title.get(texts.code()).to_owned());
    let statements = match (&question.kind, step.row) {
        (Kind::Matrix { rows, .. }, Some(row)) => {
            let numbers = [("n", (row + 1).to_string()), ("total", rows.len().to_string())];
            let numbers = numbers.each_ref().map(|(name, text)| (*name, text.as_str()));
            Some(texts.fill(key::STEP_ROW_NUMBER, &numbers))
        }
        _ => None,
    };
    let number = move || {
        let answers = state.interview().answers();
        let (number, total) = Interview::new(&survey.questionnaire, &answers).number(step);
        texts.fill(key::STEP_NUMBER, &[("n", &number.to_string()), ("total", &total.to_string())])
    };
    let is_matrix = statements.is_some();
    let matrix = is_matrix.then(|| {
        let title = question.title.get(texts.code()).to_owned();
        let hint = question.description.as_ref().map(|text| text.get(texts.code()).to_owned());
        view! {
            <p class="matrix-question">{title}</p>
            {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
        }
    });
    view! {
        <p class="eyebrow step-place">
            <span>{move || number()}</span>
            {statements.map(|text| view! { <span>{text}</span> })}
            {page.map(|text| view! { <span class="step-section">{text}</span> })}
        </p>
        {matrix}
    }
}

/// Leads to the step before; from a change, to the review.
#[component]
pub(super) fn BackLink(survey: Arc<Survey>, position: usize, is_change: bool) -> impl IntoView {
    let state = AppState::expect();
    let id = survey.entry.id.clone();
    let page = if is_change {
        Page::Review(id)
    } else {
        let answers = state.interview().answers_now();
        let interview = Interview::new(&survey.questionnaire, &answers);
        match position.checked_sub(1).and_then(|before| interview.steps().get(before)) {
            Some(step) => Page::Step(id, interview.name(*step)),
            None => Page::Survey(id),
        }
    };
    view! { <a class="back-link" href=page.href()>{Texts::here().get(key::STEP_BACK)}</a> }
}

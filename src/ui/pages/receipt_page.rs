//! `#/survey/<id>/receipt/<response>`: what was submitted and what to do next.

use std::sync::Arc;

use leptos::prelude::*;

use super::answers::answer_groups;
use super::sending::{Sending, parcel};
use super::with_survey::with_survey;
use crate::browser::clock;
use crate::domain::address::Page;
use crate::domain::survey::{Instant, Response, Survey};
use crate::ui::parts::{AnswerList, Heading, Notice, Tone};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// The receipt of one response.
#[component]
pub(super) fn ReceiptPage(
    /// Id of the survey.
    id: String,
    /// Id of the response.
    response: String,
) -> impl IntoView {
    let state = AppState::expect();
    with_survey(&id, move |survey| {
        if let Some((found, is_kept)) = state.interview().response(&response) {
            return view! { <Receipt survey response=found is_kept/> }.into_any();
        }
        let texts = Texts::here();
        let href = Page::Survey(survey.entry.id.clone()).href();
        view! {
            <Heading text=texts.get(key::RECEIPT_GONE_TITLE)/>
            <p class="lead">{texts.fill(key::RECEIPT_GONE, &[("id", &response)])}</p>
            <p><a href=href>{texts.get(key::SURVEY_TO_START)}</a></p>
        }
        .into_any()
    })
}

#[component]
fn Receipt(survey: Arc<Survey>, response: Response, is_kept: bool) -> impl IntoView {
    let texts = Texts::here();
    let entry = survey.entry.clone();
    let email = &entry.institution.email;
    let groups = answer_groups(&survey, &response.answers, texts, |_| None);
    let time = Instant::parse(&response.submitted_at).map(|at| texts.moment(at, clock::offset_minutes(at)));
    let number = response.id.clone();
    let kept = if is_kept {
        view! { <p>{texts.get(key::RECEIPT_KEPT)}</p> }.into_any()
    } else {
        view! {
            <Notice tone=Tone::Warning title=texts.get(key::RECEIPT_NOT_KEPT_TITLE)>
                <p>{texts.get(key::RECEIPT_NOT_KEPT)}</p>
            </Notice>
        }
        .into_any()
    };
    view! {
        <div class="receipt-head">
            <Heading text=texts.get(key::RECEIPT_TITLE)/>
            <p>
                {texts.get(key::RECEIPT_NUMBER)} ": " <code data-testid="response-id">{number}</code>
            </p>
            <p>{time.map(|time| texts.fill(key::RECEIPT_SUBMITTED, &[("time", &time)]))}</p>
        </div>
        {kept}
        <section class="no-print" aria-labelledby="receipt-next">
            <h2 id="receipt-next">{texts.get(key::RECEIPT_NEXT)}</h2>
            <p>{texts.fill(key::RECEIPT_NEXT_OWN, &[("email", email)])}</p>
            <p>{texts.get(key::RECEIPT_NEXT_STAFF)}</p>
            <Sending parcel=parcel(&survey, &response, texts)/>
        </section>
        <section aria-labelledby="receipt-answers">
            <h2 id="receipt-answers">{texts.get(key::RECEIPT_ANSWERS)}</h2>
            <AnswerList groups/>
        </section>
        <p class="no-print">
            <a href=Page::Survey(entry.id).href()>{texts.get(key::RECEIPT_AGAIN)}</a>
        </p>
    }
}

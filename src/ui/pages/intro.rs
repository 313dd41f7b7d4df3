//! What a respondent is told before the first question, and the ways to begin.

use std::sync::Arc;

use leptos::prelude::*;

use super::kiosk;
use super::storage_notice::StorageNotice;
use crate::browser::{clock, dom};
use crate::domain::address::Page;
use crate::domain::survey::{Answer, Interview, Scalar, Service, Survey};
use crate::ui::parts::{DeleteDraft, Heading, Notice, Tone};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Who asks, why, how long, until when, what happens to the answers; begin or go on.
#[component]
pub(super) fn Intro(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let entry = survey.entry.clone();
    let title = survey.questionnaire.title.get(texts.code()).to_owned();
    let why = survey.questionnaire.description.as_ref().map(|text| text.get(texts.code()).to_owned());
    let institution = entry.institution.name.get(texts.code()).to_owned();
    let minutes = entry.minutes.map(|minutes| {
        let minutes = texts.count(key::START_MINUTES, u64::try_from(minutes).unwrap_or(u64::MAX));
        fact(texts.get(key::START_MINUTES_TERM), minutes)
    });
    let until = entry.closes.map_or_else(
        || texts.get(key::START_NO_END).to_owned(),
        |closes| texts.fill(key::START_UNTIL, &[("date", &texts.day(closes))]),
    );
    let days =
        entry.draft_days.filter(|_| !state.is_kiosk()).map(|days| u64::try_from(days).unwrap_or(u64::MAX));
    let kept = days.map(|days| format!(" {}", texts.count(key::START_DRAFT_DAYS, days)));
    state.open_draft(&survey);
    let interview = state.interview();
    let expired = move || {
        let time = texts.day(interview.expired()?.day());
        let title = texts.fill(key::START_DRAFT_EXPIRED, &[("date", &time)]);
        Some(view! { <Notice tone=Tone::Plain title/> })
    };
    view! {
        <div class="intro">
            <div>
                <Heading text=title/>
                <p class="lead">{why}</p>
                <StorageNotice/>
                {expired}
                <Begin survey=survey.clone()/>
            </div>
            <dl class="facts">
                {fact(texts.get(key::START_WHO), institution)}
                {minutes}
                {fact(texts.get(key::START_UNTIL_TERM), until)}
                <div>
                    <dt>{texts.get(key::START_ANSWERS_TERM)}</dt>
                    <dd>
                        {kiosk::answers_note(state, texts).unwrap_or(texts.get(key::START_ANSWERS))} {kept} " "
                        <a href=Page::Privacy.href()>{texts.get(key::START_ANSWERS_MORE)}</a>
                    </dd>
                </div>
            </dl>
        </div>
    }
}

fn fact(term: &'static str, text: String) -> impl IntoView + use<> {
    view! { <div><dt>{term}</dt><dd>{text}</dd></div> }
}

/// The button that begins; where there is a draft, the choice to go on or delete it.
#[component]
fn Begin(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let interview = state.interview();
    let asked = Signal::derive(move || state.route().value("service"));
    let wanted = {
        let survey = survey.clone();
        Signal::derive(move || asked.get().map(|id| (named_service(&survey, &id).is_some(), id)))
    };
    let begin = {
        let survey = survey.clone();
        Callback::new(move |()| {
            let service = wanted.get_untracked().filter(|(is_known, _)| *is_known).map(|(_, id)| id);
            interview.begin(&survey, state.texts_now().code(), service.as_deref());
            go_on(state, &survey);
        })
    };
    let delete = Callback::new(move |()| {
        interview.delete();
        state.announce(texts.get(key::START_DRAFT_DELETED));
        dom::later(0, || dom::focus("[data-testid=start]"));
    });
    let is_begun = Memo::new(move |_| interview.is_begun());
    let service_line = {
        let survey = survey.clone();
        move || {
            let (is_known, id) = wanted.get()?;
            Some(if is_known {
                let title = service_title(&survey, &id, texts);
                view! { <p class="prefill">{texts.fill(key::START_SERVICE, &[("service", &title)])}</p> }
                    .into_any()
            } else {
                view! { <Notice tone=Tone::Plain title=texts.get(key::START_UNKNOWN_SERVICE)/> }.into_any()
            })
        }
    };
    let start = move || {
        view! {
            <button
                type="button"
                class="button button-large"
                data-testid="start"
                on:click=move |_| begin.run(())
            >
                {texts.get(key::START_BEGIN)}
            </button>
        }
        .into_any()
    };
    let draft = move || {
        let survey = survey.clone();
        let saved = interview.saved_at().map(|at| {
            let time = texts.moment(at, clock::offset_minutes(at));
            view! { <p>{texts.fill(key::START_DRAFT_SAVED, &[("time", &time)])}</p> }
        });
        let other = other_service(&survey, &interview.answers_now(), wanted.get(), texts);
        let anew = other.as_ref().map(|_| {
            let id = wanted.get().map(|(_, id)| id).unwrap_or_default();
            let title = service_title(&survey, &id, texts);
            let label = texts.fill(key::START_PREFILL_ANEW, &[("service", &title)]);
            view! {
                <button type="button" class="button-second" on:click=move |_| begin.run(())>{label}</button>
            }
        });
        let go = move |_| go_on(state, &survey);
        view! {
            <div class="panel" data-testid="draft">
                <h2>{texts.get(key::START_DRAFT_TITLE)}</h2>
                {saved}
                {other.map(|text| view! { <p>{text}</p> })}
                <div class="buttons">
                    <button type="button" class="button" data-testid="continue-draft" on:click=go>
                        {texts.get(key::START_DRAFT_CONTINUE)}
                    </button>
                    {anew}
                </div>
                <DeleteDraft on_confirm=delete/>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="begin">
            {move || service_line()}
            {move || if is_begun.get() { draft() } else { start() }}
        </div>
    }
}

/// Goes to the step the draft was left at, or to the first one without an answer.
fn go_on(state: AppState, survey: &Survey) {
    // What is submitted names the language it was answered in.
    state.interview().set_language(state.texts_now().code());
    let answers = state.interview().answers_now();
    let interview = Interview::new(&survey.questionnaire, &answers);
    let left = state.interview().left_at().and_then(|name| interview.position(&name));
    let position = left.or_else(|| interview.first_open(&answers));
    let page = match position.and_then(|position| interview.steps().get(position)) {
        Some(step) => Page::Step(survey.entry.id.clone(), interview.name(*step)),
        None => Page::Review(survey.entry.id.clone()),
    };
    dom::go(&page.fragment());
}

fn named_service<'a>(survey: &'a Survey, id: &str) -> Option<&'a Service> {
    survey.catalogue.as_ref()?.service(id)
}

fn service_title(survey: &Survey, id: &str, texts: Texts) -> String {
    named_service(survey, id).map_or_else(|| id.to_owned(), |it| it.title.get(texts.code()).to_owned())
}

/// Says so where the draft is about another service than the address asks for.
fn other_service(
    survey: &Survey,
    answers: &crate::domain::survey::Answers,
    wanted: Option<(bool, String)>,
    texts: Texts,
) -> Option<String> {
    let (_, wanted) = wanted.filter(|(is_known, _)| *is_known)?;
    let question = survey.questionnaire.catalogue_question()?;
    match answers.get(&question.name) {
        Some(Answer::One(Scalar::Text(id))) if *id != wanted => {
            let title = service_title(survey, id, texts);
            Some(texts.fill(key::START_DRAFT_OTHER_SERVICE, &[("service", &title)]))
        }
        _ => None,
    }
}

//! Waves: the same questions in another survey whose responses are open too.

use std::sync::Arc;

use leptos::prelude::*;

use super::showing::Showing;
use super::wave_table::WaveTable;
use crate::browser::message::Reported;
use crate::domain::analysis::pairs;
use crate::domain::survey::{Change, Kind, Question, Scalar, Survey, changes};
use crate::ui::state::{AppState, Load};
use crate::ui::text::{Texts, key};

/// The choice of another survey, and its questions beside those of the one that is shown.
#[component]
pub(super) fn WaveSection(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let results = state.results();
    Effect::new(move || {
        if results.is_reported() {
            results.ask_wave();
        }
    });
    move || {
        let others = other_surveys(state, &survey.entry.id);
        if others.is_empty() {
            return None;
        }
        let option = |other: &Arc<Survey>| {
            let id = other.entry.id.clone();
            let is_chosen = {
                let id = id.clone();
                move || results.wave_survey().as_ref() == Some(&id)
            };
            view! { <option value=id.clone() prop:selected=is_chosen>{id.clone()}</option> }
        };
        let choose = |event| {
            let other = event_target_value(&event);
            Showing::set_wave(Some(other.as_str()).filter(|other| !other.is_empty()));
        };
        let survey = survey.clone();
        let comparison = move || {
            let wave = results.wave()?;
            let Load::Ready(Some(other)) = state.definitions().survey(&wave.survey) else { return None };
            Some(view! { <Waves own=survey.clone() other wave/> })
        };
        Some(view! {
            <section class="waves" aria-labelledby="waves" data-testid="waves">
                <h2 id="waves">{texts.get(key::WAVES_TITLE)}</h2>
                <label class="comparison-choice">
                    <span>{texts.get(key::WAVES_LABEL)}</span>
                    <select on:change=choose>
                        <option value="" prop:selected=move || results.wave_survey().is_none()>
                            {texts.get(key::CROSS_NONE)}
                        </option>
                        {others.iter().map(option).collect_view()}
                    </select>
                </label>
                {comparison}
            </section>
        })
    }
}

/// The surveys beside one of which there are responses too.
pub(super) fn other_surveys(state: AppState, id: &str) -> Vec<Arc<Survey>> {
    let loaded = state.results().loaded().unwrap_or_default();
    let has_responses = |id: &str| loaded.surveys.get(id).is_some_and(|count| *count > 0);
    let good = state.definitions().good();
    good.into_iter().filter(|it| it.entry.id != id && has_responses(&it.entry.id)).collect()
}

#[component]
fn Waves(own: Arc<Survey>, other: Arc<Survey>, wave: Reported) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let report = results.part(|it| it.report.clone());
    let is_asked = |question: &&Question| {
        !matches!(question.kind, Kind::Html(_) | Kind::Comment { .. } | Kind::Text { .. })
    };
    let questions: Vec<Question> = own.questionnaire.questions.iter().filter(is_asked).cloned().collect();
    let names = [own.entry.id.clone(), other.entry.id.clone()];
    let section = move |question: Question| {
        let found = changes(&question, &own, &other);
        let is_comparable = !found.iter().any(Change::is_grave);
        let list = found.iter().map(|change| view! { <li>{words(change, &question, &other, texts)}</li> });
        let list = list.collect_view();
        let notes = (!found.is_empty()).then(|| {
            let title = if is_comparable { key::WAVES_DIFFERS } else { key::WAVES_NOT_COMPARED };
            view! {
                <div class="notice wave-changes">
                    <p class="notice-title">{texts.get(title)}</p>
                    <ul>{list}</ul>
                </div>
            }
        });
        let heading = format!("wave-{}", question.name);
        let title = question.title.get(texts.code()).to_owned();
        let theirs = wave.report.questions.iter().find(|it| it.name == question.name).cloned();
        let (name, names) = (question.name.clone(), names.clone());
        let table = move || {
            let report = report.get()?;
            let own = report.questions.iter().find(|it| it.name == question.name)?;
            let theirs = theirs.as_ref().filter(|_| is_comparable)?;
            if own.hidden || theirs.hidden {
                return Some(view! { <p class="hint">{texts.get(key::FINDING_WITHHELD)}</p> }.into_any());
            }
            let pairs = pairs(own, theirs);
            Some(view! { <WaveTable question=question.clone() pairs names=names.clone()/> }.into_any())
        };
        view! {
            <section class="wave" aria-labelledby=heading.clone() data-wave=name>
                <h3 id=heading.clone()>{title}</h3>
                {notes}
                {table}
            </section>
        }
    };
    questions.into_iter().map(section).collect_view()
}

/// A change in words; `other` is the other survey.
fn words(change: &Change, question: &Question, other: &Survey, texts: Texts) -> String {
    let theirs = other.questionnaire.question(&question.name);
    let list = |values: &[Scalar], of: Option<&Question>, are_rows: bool| {
        let label = |value: &Scalar| match of {
            Some(of) if are_rows => texts.row(of, value),
            Some(of) => texts.value(of, value),
            None => value.key(),
        };
        let words: Vec<String> = values.iter().map(label).collect();
        if words.is_empty() { "–".to_owned() } else { words.join("; ") }
    };
    let both = |text, (own, their): (&[Scalar], &[Scalar]), are_rows| {
        let (own, their) = (list(own, Some(question), are_rows), list(their, theirs, are_rows));
        texts.fill(text, &[("own", &own), ("other", &their)])
    };
    match change {
        Change::Absent => texts.get(key::WAVES_ABSENT).to_owned(),
        Change::Kind => texts.get(key::WAVES_KIND).to_owned(),
        Change::Values(own, their) => both(key::WAVES_VALUES, (own, their), false),
        Change::Rows(own, their) => both(key::WAVES_ROWS, (own, their), true),
        Change::Title => {
            let title = theirs.map(|theirs| theirs.title.get(texts.code()).to_owned()).unwrap_or_default();
            texts.fill(key::WAVES_WORDED, &[("other", &title)])
        }
        Change::Wording(values) => {
            let is_row = |value: &&Scalar| matches!(&question.kind, Kind::Matrix { rows, .. } if rows.iter().any(|row| row.value == **value));
            let (rows, answers): (Vec<&Scalar>, Vec<&Scalar>) = values.iter().partition(is_row);
            let words = |value: &Scalar, are_rows: bool| list(std::slice::from_ref(value), theirs, are_rows);
            let all = rows
                .into_iter()
                .map(|row| words(row, true))
                .chain(answers.into_iter().map(|it| words(it, false)));
            texts.fill(key::WAVES_CHOICES, &[("other", &all.collect::<Vec<_>>().join("; "))])
        }
        Change::Order => texts.get(key::WAVES_ORDER).to_owned(),
    }
}

//! What was published before: shown while no files are open.

use std::sync::Arc;

use leptos::prelude::*;

use super::filtering::Filtering;
use super::indicators::PublishedIndicators;
use super::saved_chart::SavedChart;
use crate::browser::subject::Subject;
use crate::domain::survey::{Baseline, Figure, Kind, Mark, Question, Statement, Survey};
use crate::ui::parts::ChartPicture;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// The published results of the survey in the address, or of the first that has some.
#[component]
pub(super) fn Published(filter: Filtering) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    move || {
        let good = state.definitions().good();
        let wanted = filter.with(|filter| filter.survey.clone());
        let has_baseline = |survey: &&Arc<Survey>| survey.baseline.is_some();
        let named = good.iter().find(|survey| wanted.as_ref() == Some(&survey.entry.id));
        let first = named.or_else(|| good.iter().find(has_baseline))?;
        let Some(baseline) = first.baseline.clone() else {
            return Some(view! { <p class="muted">{texts.get(key::RESULTS_NO_BASELINE)}</p> }.into_any());
        };
        // The questions as they were asked then.
        let then = good.iter().find(|survey| survey.entry.id == baseline.survey && has_baseline(survey));
        let survey = then.unwrap_or(first).clone();
        Some(view! { <PublishedResults survey baseline/> }.into_any())
    }
}

#[component]
fn PublishedResults(survey: Arc<Survey>, baseline: Baseline) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let id = survey.entry.id.clone();
    Effect::new(move || {
        if results.width() > 0 {
            results.publish(&id);
        }
    });
    let questions = survey.questionnaire.questions.clone();
    let section = {
        let baseline = baseline.clone();
        let id = survey.entry.id.clone();
        move |question: Question| {
            view! { <PublishedQuestion survey=id.clone() question baseline=baseline.clone()/> }
        }
    };
    let has_inferred = baseline.figures.iter().any(|figure| figure.mark == Mark::Inferred);
    let notes = baseline.notes.iter().map(|note| view! { <li>{note.get(texts.code()).to_owned()}</li> });
    let notes = notes.collect_view();
    view! {
        <section class="published" aria-labelledby="published">
            <p class="eyebrow">{texts.get(key::RESULTS_PUBLISHED)}</p>
            <h2 id="published">{baseline.title.get(texts.code()).to_owned()}</h2>
            <p>{texts.get(key::RESULTS_PUBLISHED_LEAD)}</p>
            <Facts baseline=baseline.clone()/>
        </section>
        <PublishedIndicators survey=survey.entry.id.clone() baseline/>
        <section aria-labelledby="questions">
            <h2 id="questions">{texts.get(key::RESULTS_QUESTIONS)}</h2>
            {questions.into_iter().map(section).collect_view()}
        </section>
        <section class="notes" aria-labelledby="notes">
            <h2 id="notes">{texts.get(key::RESULTS_NOTES)}</h2>
            <ul>
                {has_inferred.then(|| view! { <li>{texts.get(key::MARK_INFERRED_NOTE)}</li> })}
                <li>{texts.get(key::RESULTS_ROUNDING)}</li>
                {notes}
            </ul>
        </section>
    }
}

#[component]
fn Facts(baseline: Baseline) -> impl IntoView {
    let texts = Texts::here();
    let period = baseline.collected.map(|(from, to)| {
        let (from, to) = (texts.day(from), texts.day(to));
        view! { <li>{texts.fill(key::RESULTS_PUBLISHED_PERIOD, &[("from", &from), ("to", &to)])}</li> }
    });
    let scope = baseline.scope.map(|scope| view! { <li>{texts.audit_scope(scope)}</li> });
    let source = baseline.source.get(texts.code()).to_owned();
    view! {
        <ul class="plain-list published-facts">
            {period}
            {scope}
            <li>{texts.fill(key::RESULTS_PUBLISHED_SOURCE, &[("source", &source)])}</li>
        </ul>
    }
}

#[component]
fn PublishedQuestion(
    /// Id of the survey.
    survey: String,
    question: Question,
    baseline: Baseline,
) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let figures: Vec<Figure> =
        baseline.figures.iter().filter(|figure| figure.question == question.name).cloned().collect();
    let statements: Vec<Statement> =
        baseline.statements.iter().filter(|it| it.question == question.name).cloned().collect();
    if figures.is_empty() && statements.is_empty() {
        return ().into_any();
    }
    let picture = results.published_picture(&question.name);
    let sentences_needed = statements.is_empty();
    let said: Vec<String> = statements.iter().map(|it| it.text.get(texts.code()).to_owned()).collect();
    let sentences = statements.into_iter().map(|statement| {
        let text = statement.text.get(texts.code()).to_owned();
        view! { <p class="finding">{text} " " <span class="mark">{texts.mark(statement.mark)}</span></p> }
    });
    let sentences = sentences.collect_view();
    let finding = sentences_needed.then(|| texts.published_finding(&question, &figures)).flatten();
    let said: Vec<String> = said.into_iter().chain(finding.clone()).collect();
    let finding = finding.map(|text| view! { <p class="finding">{text}</p> });
    let base = baseline.respondents.map_or_else(
        || texts.get(key::RESULTS_PUBLISHED_NO_BASE).to_owned(),
        |n| texts.fill(key::RESULTS_BASE, &[("n", &n.to_string())]),
    );
    let marks = texts.marks(&figures).map(|marks| view! { <span class="mark">{marks}</span> });
    let title = question.title.get(texts.code()).to_owned();
    let heading = format!("question-{}", question.name);
    let name = question.name.clone();
    let notes = {
        let base = base.clone();
        Callback::new(move |()| said.iter().cloned().chain([base.clone()]).collect())
    };
    let saved = Subject::Published { survey, question: question.name.clone() };
    let saved_title = title.clone();
    let table = (!figures.is_empty()).then(|| {
        view! {
            <div class="question-figures">
                <ChartPicture picture failed=texts.get(key::RESULTS_CHART_FAILED)/>
                <SavedChart
                    subject=saved
                    title=saved_title
                    is_there=Signal::derive(move || picture.with(Option::is_some))
                    notes
                    source=source(&baseline, texts)
                />
                <details class="table-details">
                    <summary>{texts.get(key::RESULTS_TABLE)}</summary>
                    <FigureTable question figures/>
                </details>
            </div>
        }
    });
    view! {
        <section class="question-section" aria-labelledby=heading.clone() data-question=name>
            <div class="question-words"><h3 id=heading.clone()>{title}</h3>{sentences}{finding}
                <p class="base">{base} " " {marks}</p>
            </div>
            {table}
        </section>
    }
    .into_any()
}

/// What saved pictures say of where the figures are from.
pub(super) fn source(baseline: &Baseline, texts: Texts) -> Callback<(), String> {
    let source = baseline.source.get(texts.code());
    let words = texts.fill(key::RESULTS_PUBLISHED_SOURCE, &[("source", source)]);
    let words = format!("{}. {words}", texts.get(key::RESULTS_PUBLISHED));
    Callback::new(move |()| words.clone())
}

/// Every published figure with its mark.
#[component]
fn FigureTable(question: Question, figures: Vec<Figure>) -> impl IntoView {
    let texts = Texts::here();
    let title = format!("{}: {}", texts.get(key::RESULTS_TABLE), question.title.get(texts.code()));
    let is_matrix = matches!(question.kind, Kind::Matrix { .. });
    let row = move |figure: Figure| {
        let value = |value: &String| texts.value(&question, &value.as_str().into());
        let label = figure.values.iter().map(value).collect::<Vec<_>>().join(", ");
        let statement = figure.row.as_ref().map(|row| texts.row(&question, &row.as_str().into()));
        let (head, choice) = match statement {
            Some(statement) => (statement, Some(label)),
            None => (label, None),
        };
        view! {
            <tr>
                <th scope="row">{head}</th>
                {choice.map(|choice| view! { <td>{choice}</td> })}
                <td class="number">{texts.published(figure.percent)}</td>
                <td><span class="mark">{texts.mark(figure.mark)}</span></td>
            </tr>
        }
    };
    let statement = is_matrix.then(|| view! { <th scope="col">{texts.get(key::TABLE_STATEMENT)}</th> });
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=title>
            <table class="figures">
                <thead>
                    <tr>
                        {statement}
                        <th scope="col">{texts.get(key::TABLE_CHOICE)}</th>
                        <th scope="col" class="number">{texts.get(key::TABLE_SHARE)}</th>
                        <th scope="col">{texts.get(key::TABLE_MARK)}</th>
                    </tr>
                </thead>
                <tbody>{figures.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

//! One question of the printed report.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::caution::caution;
use super::super::choice_table::ChoiceTable;
use super::super::group_pictures::least;
use super::super::matrix_table::MatrixTable;
use super::super::question_section::base;
use super::super::statements::sentences;
use crate::domain::survey::{Kind, Question, Survey};
use crate::ui::parts::ChartPicture;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Sentence, base, picture and table.
#[component]
pub(super) fn PrintedQuestion(
    survey: Arc<Survey>,
    question: Question,
    /// Its number in the report, where it has one.
    number: Option<u64>,
    /// Whether the table stands for the picture too, which would be pages long.
    #[prop(optional)]
    is_table_only: bool,
) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let name = question.name.clone();
    let report = results.question(&name);
    let picture = results.picture(&name);
    let is_hidden = results.is_question_hidden(&name);
    let said = sentences(survey.clone(), question.clone());
    let said = move || said.with(|said| said.join(" ").trim_end().to_owned());
    let few = move || report.get().and_then(|report| caution(least(&report), texts));
    let base = move || report.get().and_then(|report| base(&report, texts));
    let title = question.title.get(texts.code()).to_owned();
    let title = match number {
        Some(number) => texts.fill(key::PRINTED_NUMBER, &[("n", &number.to_string()), ("title", &title)]),
        None => title,
    };
    let note = matches!(question.kind, Kind::Checkbox { .. })
        .then(|| view! { <p class="hint">{texts.get(key::RESULTS_MULTIPLE)}</p> });
    let table = match &question.kind {
        Kind::Matrix { .. } => view! { <MatrixTable survey question report/> }.into_any(),
        _ => view! { <ChoiceTable survey question report/> }.into_any(),
    };
    let heading = format!("printed-{name}");
    view! {
        <section class="printed-question" class:is-dense=is_table_only aria-labelledby=heading.clone() data-question=name>
            <div class="printed-keep">
                <h3 id=heading.clone()>{title}</h3>
                <p class="printed-sentence">{said}</p>
                <p class="base">{base} " " {few}</p>
                {note}
            </div>
            <div hidden=move || is_hidden.get()>
                {(!is_table_only).then(|| view! {
                    <ChartPicture picture failed=texts.get(key::RESULTS_CHART_FAILED) is_urgent=true/>
                })}
                {table}
            </div>
        </section>
    }
}

/// How many answered a question in words.
#[component]
pub(super) fn TextQuestion(survey: Arc<Survey>, question: Question) -> impl IntoView {
    let texts = Texts::here();
    let name = question.name.clone();
    let title = question.title.get(texts.code()).to_owned();
    let said = sentences(survey, question);
    let said = move || said.with(|said| said.join(" ").trim_end().to_owned());
    view! {
        <li class="printed-text" data-question=name>
            <p class="printed-text-title">{title}</p>
            <p>{said}</p>
        </li>
    }
}

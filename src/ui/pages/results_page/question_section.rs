//! One question: the finding in words, its base, the picture, and a table.

use std::sync::Arc;

use leptos::prelude::*;

use super::caution::{caution, caution_note, is_small};
use super::choice_table::ChoiceTable;
use super::comparison::Comparison;
use super::group_pictures::least;
use super::matrix_table::MatrixTable;
use super::options::Choices;
use super::picture_source::PictureSource;
use super::saved_chart::SavedChart;
use crate::browser::sections;
use crate::browser::subject::Subject;
use crate::domain::analysis::QuestionReport;
use crate::domain::survey::{Kind, Question, Survey};
use crate::ui::parts::ChartPicture;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// One question of the report.
#[component]
pub(super) fn QuestionSection(
    survey: Arc<Survey>,
    question: Question,
    /// What it can be compared by.
    choices: Memo<Choices>,
) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    if matches!(question.kind, Kind::Html(_)) {
        return ().into_any();
    }
    let name = question.name.clone();
    let report = results.question(&name);
    let picture = results.picture(&name);
    let finding = results.finding(&name);
    let sentence = {
        let question = question.clone();
        move || finding.get().map(|finding| texts.finding(&finding, &question))
    };
    let base = move || report.get().and_then(|report| base(&report, texts));
    let is_text = matches!(question.kind, Kind::Comment { .. } | Kind::Text { .. });
    let has_small = Memo::new(move |_| {
        // Texts have no shares that would be uncertain.
        !is_text && report.with(|it| it.as_ref().is_some_and(|it| is_small(least(it))))
    });
    let notes = {
        let sentence = sentence.clone();
        Callback::new(move |()| sentence().into_iter().chain(base()).collect())
    };
    let is_multiple = matches!(question.kind, Kind::Checkbox { .. });
    let note = if is_multiple {
        Some(texts.get(key::RESULTS_MULTIPLE))
    } else {
        is_text.then(|| texts.get(key::RESULTS_TEXT_QUESTION))
    };
    let class = if is_text { "question-section is-text" } else { "question-section" };
    let is_hidden = results.is_question_hidden(&name);
    let published = survey.baseline.as_ref().and_then(|baseline| {
        let of_question = baseline.figures.iter().filter(|figure| figure.question == name);
        texts.marks(&of_question.cloned().collect::<Vec<_>>())
    });
    let published = published.map(|marks| {
        view! {
            <p class="base" hidden=move || is_hidden.get()>
                {texts.get(key::RESULTS_PUBLISHED)} ": " <span class="mark">{marks}</span>
            </p>
        }
    });
    let heading = format!("question-{name}");
    let title = question.title.get(texts.code()).to_owned();
    let figures = (!is_text).then(|| {
        let table = match &question.kind {
            Kind::Matrix { .. } => {
                view! { <MatrixTable survey=survey.clone() question=question.clone() report/> }.into_any()
            }
            _ => view! { <ChoiceTable survey=survey.clone() question=question.clone() report/> }.into_any(),
        };
        view! {
            <div class="question-figures" hidden=move || is_hidden.get()>
                <ChartPicture picture failed=texts.get(key::RESULTS_CHART_FAILED)/>
                <SavedChart
                    subject=Subject::Question(question.name.clone())
                    title=title.clone()
                    is_there=Signal::derive(move || picture.with(Option::is_some))
                    notes
                    source=PictureSource::here()
                />
            </div>
            <details class="table-details question-table" hidden=move || is_hidden.get()>
                <summary>{texts.get(key::RESULTS_TABLE)}</summary>
                {table}
            </details>
            <Comparison survey=survey.clone() question choices report/>
        }
    });
    view! {
        <section class=class aria-labelledby=heading.clone() data-question=name>
            <div class="question-words">
                <h3 id=heading.clone()>{title}</h3>
                <p class="finding">{sentence}</p>
                <p class="base">{move || base()} " " {move || report.get().filter(|_| !is_text).and_then(|it| caution(least(&it), texts))}</p>
                {move || caution_note(has_small.get(), texts)}
                {published}
                {note.map(|note| view! { <p class="hint">{note}</p> })}
                {is_text.then(|| view! {
                    <button type="button" class="button-quiet" on:click=move |_| sections::go_to("comments")>
                        {texts.get(key::RESULTS_TEXT_ANSWERS)}
                    </button>
                })}
            </div>
            {figures}
        </section>
    }
    .into_any()
}

/// The number who answered; of a matrix, the range over its statements.
pub(super) fn base(report: &QuestionReport, texts: Texts) -> Option<String> {
    let n = match (&report.rows, report.answered) {
        (Some(rows), _) => {
            let least = rows.iter().map(|row| row.answered).min()?;
            let most = rows.iter().map(|row| row.answered).max()?;
            if least == most {
                texts.integer(most)
            } else {
                let (least, most) = (texts.integer(least), texts.integer(most));
                texts.fill(key::TABLE_RANGE, &[("low", &least), ("high", &most)])
            }
        }
        (None, answered) => texts.integer(answered?),
    };
    Some(texts.fill(key::RESULTS_BASE, &[("n", &n)]))
}

//! The sentences of the report that is shown.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::analysis::Report;
use crate::domain::finding::{Headline, headline, statement};
use crate::domain::survey::{Question, Survey};
use crate::ui::state::AppState;
use crate::ui::text::Texts;

/// The headlines of the report; hidden ones are not among them.
pub(super) fn headlines(survey: Arc<Survey>) -> Memo<Vec<Headline>> {
    let found = AppState::expect().results().part(move |it| of_report(&survey, &it.report));
    Memo::new(move |_| found.get().unwrap_or_default())
}

/// What is said of a question: the first sentence, and the others.
pub(super) fn sentences(survey: Arc<Survey>, question: Question) -> Memo<[String; 2]> {
    let texts = Texts::here();
    let said = AppState::expect().results().part(move |it| {
        let counts = it.report.questions.iter().find(|counts| counts.name == question.name)?;
        let headlines = of_report(&survey, &it.report);
        let id = &survey.entry.id;
        let said = statement(&question, counts, &headlines, id, survey.baseline.as_ref());
        Some(texts.statement_parts(&said, &question))
    });
    Memo::new(move |_| said.get().flatten().unwrap_or_default())
}

fn of_report(survey: &Survey, report: &Report) -> Vec<Headline> {
    let said = |it| headline(it, &survey.entry.id, survey.baseline.as_ref());
    report.indicators.iter().filter_map(said).collect()
}

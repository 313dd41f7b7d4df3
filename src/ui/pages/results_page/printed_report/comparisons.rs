//! The comparisons by groups that are open on the page.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::cross_table::CrossTable;
use super::super::difference_mark::Against;
use super::super::difference_words::DifferenceWords;
use super::super::options::Choices;
use crate::domain::survey::{Question, Survey};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// A section where there is a comparison; nothing of a hidden selection.
#[component]
pub(super) fn Comparisons(survey: Arc<Survey>, choices: Memo<Choices>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let is_hidden = results.is_hidden();
    let questions = survey.questionnaire.questions.clone();
    for question in &questions {
        let name = question.name.clone();
        Effect::new(move || {
            if results.is_reported() {
                results.ask_cross(&name);
            }
        });
    }
    // Each stays while only its counts change.
    let open = Memo::new(move |_| {
        let crosses = if is_hidden.get() { Vec::new() } else { results.crosses() };
        let is_open = |question: &&Question| crosses.iter().any(|(name, ..)| *name == question.name);
        questions.iter().filter(is_open).map(|question| question.name.clone()).collect::<Vec<_>>()
    });
    move || {
        let names = open.get();
        let questions = names.iter().filter_map(|name| survey.questionnaire.question(name).cloned());
        let comparison = |question| view! { <Comparison survey=survey.clone() question choices/> };
        (!names.is_empty()).then(|| {
            view! {
                <section class="printed-part" aria-labelledby="printed-comparisons" data-testid="printed-comparisons">
                    <h2 id="printed-comparisons">{texts.get(key::PRINTED_COMPARISONS)}</h2>
                    {questions.map(comparison).collect_view()}
                </section>
            }
        })
    }
}

/// One question by groups.
#[component]
fn Comparison(survey: Arc<Survey>, question: Question, choices: Memo<Choices>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let cross = results.cross_of(&question.name);
    let certainty = results.certainty_of(&question.name);
    let report = results.question(&question.name);
    let threshold = survey.entry.threshold;
    move || {
        let (by, cross) = cross.get()?;
        let grouping = choices.with(|choices| choices.find(&by).cloned())?;
        let report = report.get_untracked()?;
        let question = question.clone();
        let title = question.title.get(texts.code());
        let title = texts.fill(key::CROSS_TITLE, &[("question", title), ("by", &grouping.full_title())]);
        let heading = format!("printed-by-{}", question.name);
        let name = question.name.clone();
        Some(view! {
            <section class="printed-question" aria-labelledby=heading.clone() data-comparison=name>
                <h3 id=heading.clone()>{title}</h3>
                <CrossTable question report cross grouping threshold certainty is_narrow=true/>
                <DifferenceWords certainty against=Against::OtherGroups/>
            </section>
        })
    }
}

//! The slides of comparisons: a question by groups, and in several surveys.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::cross_table::CrossTable;
use super::super::difference_mark::Against;
use super::super::difference_words::DifferenceWords;
use super::super::options::Choices;
use super::super::wave_notes::change_notes;
use super::super::wave_questions::wave_figures;
use super::super::waves_apart::waves_apart;
use super::words::IntervalNote;
use crate::domain::survey::{Question, Survey};
use crate::ui::state::{AppState, Beside};
use crate::ui::text::{Texts, key};

/// A question by groups, and what tests say of their differences.
#[component]
pub(super) fn GroupsSlide(survey: Arc<Survey>, question: Question, choices: Memo<Choices>) -> impl IntoView {
    let results = AppState::expect().results();
    let cross = results.cross_of(&question.name);
    let certainty = results.certainty_of(&question.name);
    let report = results.question(&question.name);
    let name = question.name.clone();
    Effect::new(move || {
        if results.is_reported() {
            results.ask_cross(&name);
        }
    });
    let threshold = survey.entry.threshold;
    let name = question.name.clone();
    let table = move || {
        let (by, cross) = cross.get()?;
        let grouping = choices.with(|choices| choices.find(&by).cloned())?;
        let (question, report) = (question.clone(), report.get_untracked()?);
        Some(view! { <CrossTable question report cross grouping threshold certainty/> })
    };
    view! {
        <TableSlide>
            <div data-comparison=name>{table}</div>
            <DifferenceWords certainty against=Against::OtherGroups/>
        </TableSlide>
    }
}

/// A question in several surveys, and in what it differs.
#[component]
pub(super) fn WavesSlide(question: Question, beside: Memo<Option<Beside>>) -> impl IntoView {
    let texts = Texts::here();
    let name = question.name.clone();
    let table = move || {
        let beside = beside.get()?;
        let wave = beside.questions.iter().find(|wave| wave.name == question.name);
        let figures = wave.map(|wave| {
            let notes = change_notes(&beside, &question, wave, texts);
            view! { {notes} {wave_figures(&beside, &question, wave, true, texts)} }
        });
        Some(view! { {waves_apart(&beside, texts)} {figures} })
    };
    view! { <TableSlide><div data-wave=name>{table}</div></TableSlide> }
}

/// What is higher than the slide can be scrolled, by keys too.
#[component]
fn TableSlide(children: Children) -> impl IntoView {
    let texts = Texts::here();
    view! {
        <div class="slide-figures slide-table" tabindex="0" role="region" aria-label=texts.get(key::SLIDES_TABLE)>
            <div class="slide-zoom">{children()} <IntervalNote/></div>
        </div>
    }
}

//! What a slide says of its picture.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::caution::caution;
use super::super::group_pictures::least;
use super::super::question_section::base;
use super::super::statements::sentences;
use super::slide::Slide;
use crate::domain::survey::Survey;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// A question's sentences and its base; nothing of what speaks for itself, and of a selection that shows nothing.
#[component]
pub(super) fn Words(survey: Arc<Survey>, slide: Memo<Option<Slide>>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let is_barren = results.is_barren();
    move || {
        let Some(Slide::Question(question)) = slide.get() else { return None };
        // The notice says it.
        if is_barren.get() {
            return None;
        }
        let report = results.question(&question.name);
        let base = move || report.get().and_then(|report| base(&report, texts));
        let few = move || report.get().and_then(|report| caution(least(&report), texts));
        let said = sentences(survey.clone(), *question);
        let part = move |at: usize| move || said.with(|said| said[at].clone());
        Some(view! {
            <p class="slide-sentence">{part(0)}</p>
            <p class="slide-rest">{part(1)}</p>
            <p class="base">{base} " " {few}</p>
            <IntervalNote/>
        })
    }
}

/// What intervals are, where they are shown.
#[component]
pub(super) fn IntervalNote() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let is_barren = results.is_barren();
    let note = move || view! { <p class="base" data-testid="slide-intervals">{texts.get(key::TABLE_INTERVAL_NOTE)}</p> };
    move || (results.has_intervals() && !is_barren.get()).then(note)
}

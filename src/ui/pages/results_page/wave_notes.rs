//! In what the questions of other surveys differ from those of the one that is shown.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::analysis::{Counterpart, WaveQuestion};
use crate::domain::survey::{Change, Question, Survey, only_in};
use crate::ui::state::Beside;
use crate::ui::text::{Texts, key};

/// In what one question differs, in each of the others where it does.
pub(super) fn change_notes(
    beside: &Beside,
    question: &Question,
    wave: &WaveQuestion,
    texts: Texts,
) -> impl IntoView + use<> {
    let differing =
        beside.others.iter().zip(&wave.others).filter(|(_, counterpart)| !counterpart.changes.is_empty());
    let note = |(other, counterpart): (&Arc<Survey>, &Counterpart)| {
        let is_grave = counterpart.changes.iter().any(Change::is_grave);
        let title = if is_grave { key::WAVES_NOT_COMPARED } else { key::WAVES_DIFFERS };
        let items = counterpart.changes.iter().map(|change| texts.question_change(change, question, other));
        notice(beside.about(other, texts.get(title)), items.collect(), None)
    };
    differing.map(note).collect_view()
}

/// The questions that only another survey asks.
pub(super) fn added_notes(beside: &Beside, texts: Texts) -> impl IntoView + use<> {
    let notes = beside.others.iter().filter_map(|other| {
        let added = only_in(other, &beside.own).into_iter();
        let added: Vec<String> = added.map(|it| it.title.get(texts.code()).to_owned()).collect();
        let title = if beside.chosen().count() > 1 {
            texts.fill(key::WAVES_ONLY_IN, &[("survey", &other.entry.id)])
        } else {
            texts.get(key::WAVES_ONLY_OTHER).to_owned()
        };
        (!added.is_empty()).then(|| notice(title, added, Some("waves-added")))
    });
    notes.collect_view()
}

/// Whether the questions of all of them are the same.
pub(super) fn is_same(beside: &Beside) -> bool {
    let mut counterparts = beside.questions.iter().flat_map(|it| &it.others);
    counterparts.all(|it| it.changes.is_empty())
        && beside.others.iter().all(|other| only_in(other, &beside.own).is_empty())
}

fn notice(title: String, items: Vec<String>, test_id: Option<&'static str>) -> impl IntoView {
    view! {
        <div class="notice wave-changes" data-testid=test_id>
            <p class="notice-title">{title}</p>
            <ul>{items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ul>
        </div>
    }
}

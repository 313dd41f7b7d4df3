//! Two surveys question by question: in what each differs, and its figures.

use leptos::prelude::*;

use super::wave_table::WaveTable;
use super::waves_apart::WavesApart;
use crate::domain::analysis::{WaveFigures, WaveQuestion};
use crate::domain::survey::{Change, only_in};
use crate::ui::state::Beside;
use crate::ui::text::{Texts, key};

/// The questions, after what is to be known of all of them.
#[component]
pub(super) fn WaveQuestions(
    beside: Beside,
    /// Whether it stands on paper, where nothing opens.
    is_printed: bool,
) -> impl IntoView {
    let texts = Texts::here();
    if !beside.is_compared() {
        return view! { <WavesApart beside/> }.into_any();
    }
    let Beside { own, other, questions, .. } = beside;
    let names = [own.entry.id.clone(), other.entry.id.clone()];
    let added = only_in(&other, &own).into_iter().map(|it| it.title.get(texts.code()).to_owned());
    let added: Vec<String> = added.collect();
    let is_same = added.is_empty() && questions.iter().all(|it| it.changes.is_empty());
    let added = (!added.is_empty()).then(|| {
        view! {
            <div class="notice wave-changes" data-testid="waves-added">
                <p class="notice-title">{texts.get(key::WAVES_ONLY_OTHER)}</p>
                <ul>{added.into_iter().map(|title| view! { <li>{title}</li> }).collect_view()}</ul>
            </div>
        }
    });
    let section = |wave: WaveQuestion| {
        let question = own.questionnaire.question(&wave.name)?.clone();
        let is_grave = wave.changes.iter().any(Change::is_grave);
        let item = |change| view! { <li>{texts.question_change(change, &question, &other)}</li> };
        let notes = (!wave.changes.is_empty()).then(|| {
            let title = if is_grave { key::WAVES_NOT_COMPARED } else { key::WAVES_DIFFERS };
            view! {
                <div class="notice wave-changes">
                    <p class="notice-title">{texts.get(title)}</p>
                    <ul>{wave.changes.iter().map(item).collect_view()}</ul>
                </div>
            }
        });
        let title = question.title.get(texts.code()).to_owned();
        let figures = match wave.figures {
            WaveFigures::NotCompared => ().into_any(),
            WaveFigures::Hidden => {
                view! { <p class="hint">{texts.get(key::FINDING_WITHHELD)}</p> }.into_any()
            }
            WaveFigures::Pairs(pairs, certainty) => {
                let names = names.clone();
                view! { <WaveTable question pairs names certainty is_printed/> }.into_any()
            }
        };
        let heading = format!("wave-{}", wave.name);
        Some(view! {
            <div class="wave" data-wave=wave.name>
                <div class="wave-head">
                    <h3 id=heading>{title}</h3>
                    {notes}
                </div>
                {figures}
            </div>
        })
    };
    view! {
        {is_same.then(|| view! { <p class="hint">{texts.get(key::WAVES_SAME)}</p> })}
        <p class="hint">{texts.get(key::WAVES_ROUNDING)}</p>
        {questions.into_iter().filter_map(section).collect_view()}
        {added}
    }
    .into_any()
}

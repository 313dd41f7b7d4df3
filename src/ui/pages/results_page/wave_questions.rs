//! Surveys side by side, question by question: in what each differs, and its figures.

use leptos::prelude::*;

use super::wave_notes::{added_notes, change_notes, is_same};
use super::wave_table::WaveTable;
use super::waves_apart::waves_apart;
use crate::domain::analysis::{Standing, WaveQuestion};
use crate::domain::survey::Question;
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
    let apart = waves_apart(&beside, texts);
    if !beside.is_compared() {
        return apart.into_any();
    }
    let section = |wave: &WaveQuestion| {
        let question = beside.own.questionnaire.question(&wave.name)?;
        let notes = change_notes(&beside, question, wave, texts);
        let title = question.title.get(texts.code()).to_owned();
        let figures = wave_figures(&beside, question, wave, is_printed, texts);
        let heading = format!("wave-{}", wave.name);
        Some(view! {
            <div class="wave" data-wave=wave.name.clone()>
                <div class="wave-head">
                    <h3 id=heading>{title}</h3>
                    {notes}
                </div>
                {figures}
            </div>
        })
    };
    view! {
        {apart}
        {is_same(&beside).then(|| view! { <p class="hint">{texts.get(key::WAVES_SAME)}</p> })}
        <p class="hint">{texts.get(key::WAVES_ROUNDING)}</p>
        {beside.questions.iter().filter_map(section).collect_view()}
        {added_notes(&beside, texts)}
    }
    .into_any()
}

/// The figures of one question side by side, or why there are none.
pub(super) fn wave_figures(
    beside: &Beside,
    question: &Question,
    wave: &WaveQuestion,
    is_printed: bool,
    texts: Texts,
) -> AnyView {
    if wave.is_compared() {
        let (question, wave, ids) = (question.clone(), wave.clone(), beside.compared_ids());
        view! { <WaveTable question wave ids is_printed/> }.into_any()
    } else if wave.has(Standing::Hidden) {
        view! { <p class="hint">{texts.get(key::FINDING_WITHHELD)}</p> }.into_any()
    } else {
        ().into_any()
    }
}

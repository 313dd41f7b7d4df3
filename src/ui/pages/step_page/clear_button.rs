//! The way to take an answer back.

use leptos::prelude::*;

use crate::browser::dom;
use crate::domain::survey::Kind;
use crate::ui::fields::{Asked, FIRST_CONTROL};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Takes an answer back, as radio buttons cannot.
#[component]
pub(super) fn ClearButton(asked: Asked) -> impl IntoView {
    let texts = Texts::here();
    let interview = AppState::expect().interview();
    let Asked { question, row, answers, .. } = asked;
    let can_clear =
        !matches!(question.kind, Kind::Comment { .. } | Kind::Text { .. } | Kind::Checkbox { .. });
    let name = question.name.clone();
    let row = row.map(|row| row.value.key());
    let is_answered = {
        let (name, row) = (name.clone(), row.clone());
        Memo::new(move |_| {
            answers.with(|answers| match &row {
                Some(row) => answers.row(&name, row).is_some(),
                None => answers.get(&name).is_some(),
            })
        })
    };
    let clear = move |_| {
        interview.clear(&name, row.as_deref());
        dom::focus(FIRST_CONTROL);
    };
    view! {
        <button
            type="button"
            class="button-quiet"
            hidden=move || !(can_clear && is_answered.get())
            on:click=clear
        >
            {texts.get(key::STEP_CLEAR)}
        </button>
    }
}

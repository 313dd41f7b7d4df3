//! The table of contents of the results page: what there is, and where in it the reader is.

use std::sync::Arc;

use leptos::html::Button;
use leptos::prelude::*;

use super::comments::has_texts;
use crate::browser::{dom, sections};
use crate::domain::survey::{Kind, Question, Survey};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// A part of the page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Part {
    /// Its heading's id.
    id: String,
    title: String,
    /// Whether it belongs to the part before it.
    is_nested: bool,
}

/// Leads to every part of the page: beside it where there is room, else folded into a bar above it. The route
/// stands in the fragment, so that the links lead to the page as it is and move focus to a heading.
#[component]
pub(super) fn Contents(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let parts = Memo::new(move |_| parts(&survey, state, texts));
    let current = RwSignal::new(None::<String>);
    let is_open = RwSignal::new(false);
    let toggle = NodeRef::<Button>::new();
    follow(parts, current);
    let address = Memo::new(move |_| {
        state.route();
        format!("#{}", dom::fragment())
    });
    let here = move || {
        let current = current.get()?;
        parts.with(|parts| parts.iter().find(|part| part.id == current).map(|part| part.title.clone()))
    };
    let close = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            is_open.set(false);
            if let Some(toggle) = toggle.get_untracked() {
                let _ = toggle.focus();
            }
        }
    };
    let item = move |part: Part| {
        let Part { id, title, is_nested } = part;
        let is_current = {
            let id = id.clone();
            Memo::new(move |_| current.with(|current| current.as_ref() == Some(&id)))
        };
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            is_open.set(false);
            sections::go_to(&id);
            current.set(Some(id.clone()));
        };
        view! {
            <li class:is-nested=is_nested>
                <a href=move || address.get() aria-current=move || is_current.get().then_some("true") on:click=go>
                    <span>{title}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="contents" aria-labelledby="contents" data-testid="contents" on:keydown=close>
            <h2 id="contents" class="contents-title">{texts.get(key::RESULTS_CONTENTS)}</h2>
            <button type="button" class="contents-toggle" node_ref=toggle aria-controls="contents-list"
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)>
                <strong>{texts.get(key::RESULTS_CONTENTS)}</strong> " " <span class="contents-here">{here}</span>
            </button>
            <ol id="contents-list" class="contents-list" class:is-open=move || is_open.get()>
                <For each=move || parts.get() key=Clone::clone children=item/>
            </ol>
        </nav>
    }
}

/// The parts in their order; those that need more than one survey, or figures that are not hidden, as they come.
fn parts(survey: &Survey, state: AppState, texts: Texts) -> Vec<Part> {
    let results = state.results();
    let part =
        |id: &str, title| Part { id: id.to_owned(), title: texts.get(title).to_owned(), is_nested: false };
    let mut parts = vec![part("filters", key::FILTER_TITLE)];
    let is_barren = results.is_barren().get();
    if results.has_indicators() && !is_barren {
        parts.push(part("indicators", key::RESULTS_INDICATORS));
    }
    let questions = &survey.questionnaire.questions;
    let nested = |question: &Question| Part {
        id: format!("question-{}", question.name),
        title: question.title.get(texts.code()).to_owned(),
        is_nested: true,
    };
    if !is_barren {
        parts.push(part("questions", key::RESULTS_QUESTIONS));
        parts.extend(questions.iter().filter(|it| !matches!(it.kind, Kind::Html(_))).map(nested));
    }
    if !is_barren && !state.results().other_surveys(&survey.entry.id).is_empty() {
        parts.push(part("waves", key::WAVES_TITLE));
    }
    if questions.iter().any(has_texts) {
        parts.push(part("comments", key::COMMENTS_TITLE));
    }
    parts.push(part("ledger", key::LEDGER_TITLE));
    parts
}

/// Keeps the part that the reader has come to.
fn follow(parts: Memo<Vec<Part>>, current: RwSignal<Option<String>>) {
    let look = move || {
        // The page may have gone on.
        let Some(ids) =
            parts.try_with_untracked(|parts| parts.iter().map(|part| part.id.clone()).collect::<Vec<_>>())
        else {
            return;
        };
        let reached = sections::reached(&ids).map(|at| ids[at].clone());
        if current.try_get_untracked().is_some_and(|before| before != reached) {
            current.set(reached);
        }
    };
    Effect::new(move || {
        parts.track();
        dom::later(0, look);
    });
    Effect::new(move || {
        current.track();
        dom::later(0, || sections::show_current(".contents"));
    });
    let scroll = window_event_listener(leptos::ev::scroll, move |_| look());
    let resize = window_event_listener(leptos::ev::resize, move |_| look());
    on_cleanup(move || {
        scroll.remove();
        resize.remove();
    });
}

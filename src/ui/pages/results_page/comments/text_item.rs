//! One text: its words, whose they are, its themes.

use leptos::prelude::*;

use crate::domain::coding::shortcut;
use crate::domain::coding::{Coding, ListedText, Theme};
use crate::domain::survey::personal_data;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// A text of the list with buttons for what can be decided about it.
#[component]
pub(super) fn TextItem(
    text: ListedText,
    /// What its question is called; none where all texts are of one question.
    title: Option<String>,
    /// The place of the item that takes part in tabbing.
    active: RwSignal<usize>,
    /// Its own place.
    at: usize,
    /// Whether texts that are marked for removal are blanked.
    is_blanking: RwSignal<bool>,
) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let themes = results.themes();
    let ListedText { question, text, sha256, count } = text;
    let place = StoredValue::new((question, sha256));
    let coding: Memo<Coding> =
        Memo::new(move |_| place.with_value(|(name, key)| results.codes_of(name, key)));
    let tab = move || if active.get() == at { "0" } else { "-1" };
    let has_personal = !personal_data(&text).is_empty();
    let words = move || {
        if coding.with(|it| it.is_removed) && is_blanking.get() {
            return view! { <span class="muted">{texts.get(key::COMMENTS_BLANKED)}</span> }.into_any();
        }
        let marked = pieces(&text).into_iter().map(|(piece, is_personal)| {
            if is_personal { view! { <mark>{piece}</mark> }.into_any() } else { piece.into_any() }
        });
        marked.collect_view().into_any()
    };
    let theme = move |(number, theme): (usize, Theme)| {
        let id = theme.id.clone();
        let pressed = move || if coding.with(|it| it.themes.contains(&id)) { "true" } else { "false" };
        let toggle = move |_| place.with_value(|(name, key)| results.toggle_theme(name, key, &theme.id));
        view! {
            <button type="button" class="code" tabindex=tab aria-pressed=pressed on:click=toggle>
                <kbd aria-hidden="true">{shortcut(number).map(|key| key.to_uppercase().to_string())}</kbd> <span>{theme.title}</span>
            </button>
        }
    };
    let buttons = move || themes.get().into_iter().enumerate().map(theme).collect_view();
    let removed = move || coding.with(|it| it.is_removed);
    let remove = move |_| place.with_value(|(name, key)| results.toggle_removed(name, key));
    let occurs = (count > 1).then(|| texts.count(key::COMMENTS_TIMES, count));
    let words_class = move || if removed() { "text-words is-removed" } else { "text-words" };
    view! {
        <p class=words_class>{words}</p>
        <p class="text-meta">
            {title.map(|title| view! { <span>{title}</span> })}
            {occurs.map(|occurs| view! { <span>{occurs}</span> })}
            {has_personal.then(|| view! { <span class="text-personal">{texts.get(key::COMMENTS_PERSONAL)}</span> })}
        </p>
        <div class="text-codes">
            {buttons}
            <button type="button" class="code code-remove" tabindex=tab
                aria-pressed=move || if removed() { "true" } else { "false" } on:click=remove>
                <kbd aria-hidden="true">"X"</kbd> <span>{texts.get(key::COMMENTS_REMOVE)}</span>
            </button>
        </div>
    }
}

/// A text in pieces, and whether each looks like personal data.
fn pieces(text: &str) -> Vec<(String, bool)> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut push = |range: std::ops::Range<usize>, is_personal| {
        let piece = text.get(range).unwrap_or_default();
        if !piece.is_empty() {
            pieces.push((piece.to_owned(), is_personal));
        }
    };
    for range in personal_data(text) {
        push(from..range.start, false);
        push(range.clone(), true);
        from = range.end;
    }
    push(from..text.len(), false);
    pieces
}

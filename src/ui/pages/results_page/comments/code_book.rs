//! The code book: themes added, renamed, moved and deleted.

use leptos::html::Input;
use leptos::prelude::*;

use crate::browser::dom;
use crate::domain::coding::shortcut;
use crate::domain::coding::{Shift, Theme};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// The themes in order, with a field for another.
#[component]
pub(super) fn CodeBook() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let results = state.results();
    let themes = results.themes();
    let asking = RwSignal::new(None::<String>);
    let is_refused = RwSignal::new(false);
    let field = NodeRef::<Input>::new();
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else { return };
        let title = field.value();
        let is_added = results.add_theme(&title);
        is_refused.set(!is_added);
        if is_added {
            state.announce(texts.fill(key::COMMENTS_THEME_ADDED, &[("theme", title.trim())]));
            field.set_value("");
        }
        let _ = field.focus();
    };
    view! {
        <div class="code-book" data-testid="code-book">
            <h3 id="code-book" tabindex="-1">{texts.get(key::COMMENTS_BOOK)}</h3>
            <p class="hint">{texts.get(key::COMMENTS_BOOK_HINT)}</p>
            <ol>
                <For each=move || themes.get() key=|theme| theme.id.clone() let:theme>
                    <ThemeRow id=theme.id themes asking/>
                </For>
            </ol>
            <form class="theme-new" on:submit=add>
                <label for="theme-new">{texts.get(key::COMMENTS_NEW)}</label>
                <input id="theme-new" type="text" autocomplete="off" node_ref=field maxlength="120"
                    aria-describedby="theme-refused" aria-invalid=move || is_refused.get().then_some("true")/>
                <button type="submit" class="button-second">{texts.get(key::COMMENTS_ADD)}</button>
            </form>
            <p class="error-message" id="theme-refused" role="alert">
                {move || is_refused.get().then(|| texts.get(key::COMMENTS_NEW_REFUSED))}
            </p>
        </div>
    }
}

/// A theme: its title, which can be changed, and its place.
#[component]
fn ThemeRow(id: String, themes: Memo<Vec<Theme>>, asking: RwSignal<Option<String>>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let id = StoredValue::new(id);
    let at = Memo::new(move |_| {
        let id = id.get_value();
        themes.with(|themes| themes.iter().position(|theme| theme.id == id)).unwrap_or_default()
    });
    let title = Memo::new(move |_| {
        themes.with(|themes| themes.get(at.get()).map(|theme| theme.title.clone())).unwrap_or_default()
    });
    let is_last = move || at.get() + 1 >= themes.with(Vec::len);
    let named = move |key| move || texts.fill(key, &[("theme", &title.get())]);
    let rename = move |event: leptos::ev::Event| {
        if !results.rename_theme(&id.get_value(), &event_target_value(&event)) {
            event_target::<web_sys::HtmlInputElement>(&event).set_value(&title.get_untracked());
        }
    };
    let shift = move |shift: Shift| {
        move |_| {
            results.move_theme(&id.get_value(), shift);
            let button = if shift == Shift::Up { "up" } else { "down" };
            let other = if shift == Shift::Up { "down" } else { "up" };
            let theme = id.get_value();
            dom::later(0, move || {
                // At an end of the list there is no farther in that direction.
                dom::focus_in_place(&format!("[data-theme=\"{theme}\"] .theme-{other}"));
                dom::focus_in_place(&format!("[data-theme=\"{theme}\"] .theme-{button}:enabled"));
            });
        }
    };
    let ask = move |_| {
        asking.set(Some(id.get_value()));
        dom::later(0, || dom::focus_in_place(".code-book .confirm-box .button-second"));
    };
    let delete = move |_| {
        results.delete_theme(&id.get_value());
        asking.set(None);
        dom::later(0, || dom::focus_in_place("#code-book"));
    };
    let leave = move || {
        asking.set(None);
        let theme = id.get_value();
        dom::later(0, move || dom::focus_in_place(&format!("[data-theme=\"{theme}\"] .theme-delete")));
    };
    let keep = move |_| leave();
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            leave();
        }
    };
    let question = move || {
        let uses = results.with_codes(|codes| codes.uses(&id.get_value()));
        let uses = texts.count(key::COMMENTS_USES, u64::try_from(uses).unwrap_or(u64::MAX));
        format!("{} {uses}", texts.fill(key::COMMENTS_DELETE_SURE, &[("theme", &title.get())]))
    };
    let confirm = move || {
        (asking.get().as_ref() == Some(&id.get_value())).then(|| {
            view! {
                <div class="confirm-box" role="group" aria-labelledby="theme-delete-question" on:keydown=escape>
                    <p id="theme-delete-question">{question()}</p>
                    <div class="buttons">
                        <button type="button" class="button-danger" on:click=delete>{texts.get(key::COMMENTS_DELETE_YES)}</button>
                        <button type="button" class="button-second" on:click=keep>{texts.get(key::COMMENTS_DELETE_NO)}</button>
                    </div>
                </div>
            }
        })
    };
    view! {
        <li class="theme" data-theme=id.get_value()>
            <kbd aria-hidden="true">{move || shortcut(at.get()).map(|key| key.to_uppercase().to_string())}</kbd>
            <input type="text" autocomplete="off" maxlength="120" aria-label=named(key::COMMENTS_RENAME) prop:value=move || title.get() on:change=rename/>
            <span class="theme-buttons">
                <button type="button" class="button-icon theme-up" disabled=move || at.get() == 0 aria-label=named(key::COMMENTS_UP) on:click=shift(Shift::Up)>"↑"</button>
                <button type="button" class="button-icon theme-down" disabled=is_last aria-label=named(key::COMMENTS_DOWN) on:click=shift(Shift::Down)>"↓"</button>
                <button type="button" class="button-icon theme-delete" aria-label=named(key::COMMENTS_DELETE) on:click=ask>"×"</button>
            </span>
            {confirm}
        </li>
    }
}

//! Printing the report, and the way back.

use leptos::ev::Event;
use leptos::prelude::*;

use super::super::copy_view::CopyView;
use super::super::showing;
use crate::browser::{dom, turns};
use crate::domain::address::Form;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Where the window is narrower than paper, pictures are drawn anew before anything is printed.
#[component]
pub(super) fn Toolbar(
    /// Whether pictures are narrower than on paper.
    is_narrow: Signal<bool>,
    /// Whether pictures are to be as wide as on paper.
    is_for_paper: RwSignal<bool>,
) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let print = move |_| {
        if is_narrow.get_untracked() {
            is_for_paper.set(true);
        } else {
            // Pictures that wait for their turn come first.
            turns::wait(dom::print);
        }
    };
    Effect::new(move |before: Option<u32>| {
        let drawn = results.drawn();
        if is_for_paper.get_untracked() && before.is_some_and(|before| before != drawn) {
            turns::wait(dom::print);
        }
        drawn
    });
    let after = window_event_listener_untyped("afterprint", move |_: Event| is_for_paper.set(false));
    on_cleanup(move || after.remove());
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" && !event.default_prevented() {
            showing::set_form(Form::Page);
        }
    });
    on_cleanup(move || keys.remove());
    view! {
        <div
            class="printed-toolbar no-print"
            id="printed-toolbar"
            role="group"
            aria-label=texts.get(key::PRINTED_OPEN)
            tabindex="-1"
        >
            <div class="buttons">
                <button type="button" class="button" data-testid="print-report" on:click=print>
                    {texts.get(key::PRINTED_PRINT)}
                </button>
                <CopyView/>
                <button
                    type="button"
                    class="button-quiet"
                    data-testid="back-to-results"
                    on:click=|_| showing::set_form(Form::Page)
                >
                    {texts.get(key::VIEW_BACK)}
                </button>
            </div>
            <p class="hint">{texts.get(key::PRINTED_HINT)}</p>
            <p class="hint" role="status">
                {move || is_for_paper.get().then(|| texts.get(key::PRINTED_PREPARING))}
            </p>
        </div>
    }
}

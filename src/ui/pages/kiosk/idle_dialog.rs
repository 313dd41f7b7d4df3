//! The question whether somebody is still there, before everything of theirs is deleted.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::browser::dom;
use crate::domain::address::Page;
use crate::domain::kiosk::Idleness;
use crate::ui::state::AppState;
use crate::ui::text::key;

/// Seconds left at which screen readers are told again.
const TOLD_AGAIN: [u32; 2] = [10, 5];

/// Asks for as long as the announced end can be put off; any key or press outside its buttons does so too.
#[component]
pub(super) fn IdleDialog() -> impl IntoView {
    let state = AppState::expect();
    let dialog = NodeRef::<Dialog>::new();
    let page = state.page();
    let left = Memo::new(move |_| match state.kiosk().idleness() {
        Idleness::Leaving(seconds) if page.with(|page| !matches!(page, Page::Receipt(..))) => Some(seconds),
        _ => None,
    });
    Effect::new(move || {
        let is_shown = left.with(Option::is_some);
        if let Some(dialog) = dialog.get() {
            dom::show_dialog(&dialog, is_shown);
        }
    });
    // Nothing of what staff look at goes.
    let is_staff = move || page.with(|page| *page == Page::Device);
    let text = move || if is_staff() { key::KIOSK_IDLE_STAFF } else { key::KIOSK_IDLE_TEXT };
    let end = move || if is_staff() { key::KIOSK_IDLE_LOCK } else { key::KIOSK_IDLE_END };
    let words = move || left.get().map(|left| state.texts().count(text(), left.into()));
    let told = move || left.get().filter(|left| TOLD_AGAIN.contains(left)).and_then(|_| words());
    // Pressing Escape closes a dialog by itself.
    let closed = move |_| state.stay();
    view! {
        <dialog
            class="idle"
            role="alertdialog"
            aria-labelledby="idle-title"
            aria-describedby="idle-text"
            data-testid="idle"
            node_ref=dialog
            on:close=closed
        >
            <h2 id="idle-title">{move || state.texts().get(key::KIOSK_IDLE_TITLE)}</h2>
            <p id="idle-text" class="countdown">{words}</p>
            <div class="buttons">
                <button type="button" class="button" data-no-sign="" autofocus on:click=move |_| state.stay()>
                    {move || state.texts().get(key::KIOSK_IDLE_STAY)}
                </button>
                <button type="button" class="button-danger" data-no-sign="" on:click=move |_| state.start_over()>
                    {move || state.texts().get(end())}
                </button>
            </div>
            <p class="visually-hidden" role="status">{told}</p>
        </dialog>
    }
}

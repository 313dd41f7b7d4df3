//! A button that copies a text.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clipboard;
use crate::ui::text::{Texts, key};

/// Copies, and says whether that worked.
#[component]
pub fn CopyButton(
    /// What the button says.
    #[prop(into)]
    label: String,
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let texts = Texts::here();
    let is_copied = RwSignal::new(None::<bool>);
    // What was said is about another text.
    Effect::new(move || {
        text.track();
        is_copied.set(None);
    });
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            let is_good = clipboard::copy(&text).await.is_ok();
            // The page may have gone on.
            is_copied.try_set(Some(is_good));
        });
    };
    let outcome = move || {
        is_copied.get().map(|it| texts.get(if it { key::LINKS_COPIED } else { key::LINKS_NOT_COPIED }))
    };
    view! {
        <span class="copy">
            <button type="button" class="button-second" on:click=copy>{label}</button>
            <span class="hint" role="status">{outcome}</span>
        </span>
    }
}

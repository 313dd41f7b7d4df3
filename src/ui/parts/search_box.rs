//! A field to search a list with.

use leptos::prelude::*;

use crate::ui::text::{Texts, key};

/// A search field with its label, hint and the number of finds, which screen readers are told.
#[component]
pub fn SearchBox(
    /// Unique on the page.
    id: &'static str,
    /// What is searched.
    #[prop(into)]
    label: String,
    /// What is being searched for.
    query: RwSignal<String>,
    /// How many entries are found.
    found: Signal<usize>,
    /// Called at Enter.
    #[prop(optional)]
    on_enter: Option<Callback<()>>,
) -> impl IntoView {
    let texts = Texts::here();
    let hint = format!("{id}-hint");
    let status = move || {
        if query.with(|query| query.trim().is_empty()) {
            String::new()
        } else {
            match found.get() {
                0 => texts.get(key::STEP_SEARCH_NONE).to_owned(),
                count => texts.count(key::STEP_SEARCH_FOUND, u64::try_from(count).unwrap_or(u64::MAX)),
            }
        }
    };
    let keydown = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        // Enter would send the form the field stands in.
        "Enter" => {
            event.prevent_default();
            if let Some(on_enter) = on_enter {
                on_enter.run(());
            }
        }
        "Escape" => query.set(String::new()),
        _ => {}
    };
    view! {
        <div class="search-box">
            <label for=id>{label}</label>
            <p class="hint" id=hint.clone()>{texts.get(key::STEP_SEARCH_HINT)}</p>
            <input
                id=id
                type="search"
                autocomplete="off"
                spellcheck="false"
                aria-describedby=hint
                prop:value=move || query.get()
                on:input=move |event| query.set(event_target_value(&event))
                on:keydown=keydown
            />
            <p class="hint search-status" role="status">{move || status()}</p>
        </div>
    }
}

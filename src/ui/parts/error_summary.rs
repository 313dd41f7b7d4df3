//! What keeps a respondent from going on, above the question.

use leptos::prelude::*;

use crate::browser::dom;
use crate::ui::text::{Texts, key};

/// A summary that takes focus when it appears; its line leads to the field.
#[component]
pub fn ErrorSummary(
    /// What is wrong.
    #[prop(into)]
    message: String,
    /// Selector of the field.
    field: &'static str,
) -> impl IntoView {
    let texts = Texts::here();
    let go = move |event: leptos::ev::MouseEvent| {
        // The fragment is the route.
        event.prevent_default();
        dom::focus(field);
    };
    view! {
        <div class="error-summary" role="alert" tabindex="-1" aria-labelledby="error-title">
            <h2 id="error-title">{texts.get(key::ERROR_SUMMARY)}</h2>
            <p><a href="#" on:click=go>{message}</a></p>
        </div>
    }
}

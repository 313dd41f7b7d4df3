//! The link that leads back to what is on show.

use leptos::prelude::*;

use crate::browser::dom;
use crate::ui::parts::CopyButton;
use crate::ui::state::AppState;
use crate::ui::text::{Key, Texts, key};

/// Copies the address, which holds filter, comparisons, form and slide, but no responses.
#[component]
pub(super) fn CopyView(
    /// What the button says.
    #[prop(default = key::VIEW_COPY)]
    label: Key,
) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let link = Signal::derive(move || {
        let route = state.route();
        let mark = if route.query.is_empty() { "" } else { "?" };
        format!("{}{}{mark}{}", dom::base_address(), route.page.href(), route.query)
    });
    view! { <CopyButton label=texts.get(label) text=link/> }
}

//! The link that leads back to what is on show.

use leptos::prelude::*;

use crate::browser::dom;
use crate::ui::parts::CopyButton;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Copies the address, which holds filter, comparisons, form and slide, but no responses.
#[component]
pub(super) fn CopyView() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let link = Signal::derive(move || {
        let route = state.route();
        let mark = if route.query.is_empty() { "" } else { "?" };
        format!("{}{}{mark}{}", dom::base_address(), route.page.href(), route.query)
    });
    view! { <CopyButton label=texts.get(key::VIEW_COPY) text=link/> }
}

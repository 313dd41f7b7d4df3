//! What stands where something is still on its way.

use leptos::prelude::*;

use crate::ui::text::{Texts, key};

/// A quiet line; it appears only when the waiting takes long (style sheet).
#[component]
pub fn Loading() -> impl IntoView {
    view! { <p class="loading" role="status">{Texts::here().get(key::APP_LOADING)}</p> }
}

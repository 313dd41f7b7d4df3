//! An address that leads nowhere.

use leptos::prelude::*;

use crate::domain::address::Page;
use crate::ui::parts::Heading;
use crate::ui::text::{Texts, key};

/// Leads back to the start.
#[component]
pub(super) fn NotFoundPage() -> impl IntoView {
    let texts = Texts::here();
    view! {
        <Heading text=texts.get(key::NOT_FOUND_TITLE)/>
        <p class="lead">{texts.get(key::NOT_FOUND_LEAD)}</p>
        <p><a class="button" href=Page::Start.href()>{texts.get(key::NOT_FOUND_HOME)}</a></p>
    }
}

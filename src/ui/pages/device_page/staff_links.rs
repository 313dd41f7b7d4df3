//! The way to the other pages for staff.

use leptos::prelude::*;

use crate::domain::address::Page;
use crate::ui::text::{Texts, key};

/// Links and posters; keys.
#[component]
pub(super) fn StaffLinks() -> impl IntoView {
    let texts = Texts::here();
    let item = move |page: Page, title, about| {
        view! {
            <li>
                <a href=page.href()>{texts.get(title)}</a>
                <br/>
                <span class="muted">{texts.get(about)}</span>
            </li>
        }
    };
    view! {
        <nav class="staff-links" aria-labelledby="staff-links">
            <h2 id="staff-links">{texts.get(key::LINKS_STAFF)}</h2>
            <ul class="plain-list">
                {item(Page::Links, key::LINKS_TITLE, key::LINKS_ABOUT)}
                {item(Page::Keys, key::KEYS_TITLE, key::KEYS_ABOUT)}
            </ul>
        </nav>
    }
}

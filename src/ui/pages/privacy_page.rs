//! `#/privacy`: where answers are, who sees them and how they are deleted.

use leptos::prelude::*;

use crate::ui::parts::Heading;
use crate::ui::route::Page;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// What happens to answers.
#[component]
pub(super) fn PrivacyPage() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let section = |title, text| view! { <h2>{texts.get(title)}</h2><p>{texts.get(text)}</p> };
    let contact = move || {
        let institution = state.institution()?.institution;
        let name = institution.name.get(texts.code());
        Some(texts.fill(key::PRIVACY_CONTACT, &[("institution", name), ("email", &institution.email)]))
    };
    view! {
        <article class="prose">
            <Heading text=texts.get(key::PRIVACY_TITLE)/>
            {section(key::PRIVACY_WHERE_TITLE, key::PRIVACY_WHERE)}
            {section(key::PRIVACY_WHAT_TITLE, key::PRIVACY_WHAT)}
            <p><a href=Page::Device.href()>{texts.get(key::NAV_DEVICE)}</a></p>
            {section(key::PRIVACY_WHO_TITLE, key::PRIVACY_WHO)}
            {section(key::PRIVACY_TEXT_TITLE, key::PRIVACY_TEXT)}
            <h2>{texts.get(key::PRIVACY_CONTACT_TITLE)}</h2>
            <p>{contact}</p>
        </article>
    }
}

//! `#/accessibility`: the accessibility statement.

use leptos::prelude::*;

use crate::domain::survey::Day;
use crate::ui::parts::Heading;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// When the last self-assessment was made: year, month, day.
const ASSESSED: (i32, u32, u32) = (2026, 11, 25);

/// How far the application can be used by everybody.
#[component]
pub(super) fn AccessibilityPage() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let contact = move || {
        let email = state.institution()?.institution.email;
        Some(texts.fill(key::ACCESSIBILITY_CONTACT, &[("email", &email)]))
    };
    let (year, month, day) = ASSESSED;
    let date = Day::from_date(year, month, day).map(|day| texts.day(day)).unwrap_or_default();
    view! {
        <article class="prose">
            <Heading text=texts.get(key::ACCESSIBILITY_TITLE)/>
            <h2>{texts.get(key::ACCESSIBILITY_STATUS_TITLE)}</h2>
            <p>{texts.get(key::ACCESSIBILITY_STATUS)}</p>
            <h2>{texts.get(key::ACCESSIBILITY_HOW_TITLE)}</h2>
            <ul>
                <li>{texts.get(key::ACCESSIBILITY_KEYBOARD)}</li>
                <li>{texts.get(key::ACCESSIBILITY_READER)}</li>
                <li>{texts.get(key::ACCESSIBILITY_ZOOM)}</li>
            </ul>
            <h2>{texts.get(key::ACCESSIBILITY_KNOWN_TITLE)}</h2>
            <p>{texts.get(key::ACCESSIBILITY_KNOWN)}</p>
            <h2>{texts.get(key::ACCESSIBILITY_CONTACT_TITLE)}</h2>
            <p>{contact}</p>
            <p class="muted">{texts.fill(key::ACCESSIBILITY_DATE, &[("date", &date)])}</p>
        </article>
    }
}

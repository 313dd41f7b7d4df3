//! Which surveys of this installation have their responses encrypted.

use leptos::prelude::*;

use crate::domain::survey::SurveyEntry;
use crate::ui::state::{AppState, Load};
use crate::ui::text::{Texts, key};

/// A row for each survey with its public key.
#[component]
pub(super) fn SurveyKeys() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let rows = move || {
        let Load::Ready(installation) = state.definitions().installation() else { return Vec::new() };
        let row = |entry: &SurveyEntry| {
            let recipient = match entry.recipient.clone() {
                Some(recipient) => view! { <code>{recipient}</code> }.into_any(),
                None => view! { <span class="muted">{texts.get(key::KEYS_NONE)}</span> }.into_any(),
            };
            view! { <tr><th scope="row">{entry.id.clone()}</th><td>{recipient}</td></tr> }
        };
        installation.surveys.iter().map(row).collect()
    };
    view! {
        <section class="survey-keys">
        <h2 id="survey-keys">{texts.get(key::KEYS_SURVEYS)}</h2>
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="survey-keys">
            <table data-testid="survey-keys">
                <thead>
                    <tr><th scope="col">{texts.get(key::RESULTS_SURVEY)}</th><th scope="col">{texts.get(key::KEYS_PUBLIC)}</th></tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        </section>
    }
}

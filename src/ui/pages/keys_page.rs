//! `#/keys`: making a key pair for encrypted responses, printing it for the safe, and checking a key.

mod check_panel;
mod fault;
mod leave_key;
mod made_pair;
mod make_panel;
mod secret_key;
mod survey_keys;
mod vault_sheet;

use leptos::prelude::*;

use crate::domain::address::Page;
use crate::ui::parts::Heading;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};
use check_panel::CheckPanel;
pub(super) use leave_key::LeaveKey;
use make_panel::MakePanel;
use survey_keys::SurveyKeys;
use vault_sheet::VaultSheet;

/// What keys are for, those in use, a new one, and a check.
#[component]
pub(super) fn KeysPage() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    // On paper only while it is being printed: else every print of this page would show the secret.
    let printed = RwSignal::new(None);
    // The page is also left for itself in another language.
    on_cleanup(move || {
        untrack(|| {
            if state.route_now().page != Page::Keys && !state.keys().would_be_lost() {
                state.keys().forget();
            }
        });
    });
    view! {
        <Heading text=texts.get(key::KEYS_TITLE)/>
        <p class="lead">{texts.get(key::KEYS_LEAD)}</p>
        <ol class="steps">
            <li>{texts.get(key::KEYS_STEP_MAKE)}</li>
            <li>{texts.get(key::KEYS_STEP_KEEP)}</li>
            <li>{texts.get(key::KEYS_STEP_CHECK)}</li>
            <li>{texts.get(key::KEYS_STEP_USE)}</li>
        </ol>
        <MakePanel printed/>
        <CheckPanel/>
        <SurveyKeys/>
        {move || printed.get().map(|print| view! { <VaultSheet print/> })}
    }
}

//! The submitted responses to one survey, and the way out of the device.

use leptos::prelude::*;

use super::export_buttons::ExportButtons;
use super::proof_panel::ProofPanel;
use crate::ui::state::{AppState, KeptSurvey, Load};
use crate::ui::text::{Texts, key};

/// How many there are, saving them, and emptying the device of what is proven to be saved.
#[component]
pub(super) fn Responses(
    id: String,
    kept: KeptSurvey,
    read: Callback<()>,
    changed: RwSignal<u32>,
) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let days = || kept.submitted().filter_map(|(_, day)| day);
    let period = days().min().zip(days().max()).map(|(first, last)| {
        texts.fill(key::DEVICE_PERIOD, &[("first", &texts.day(first)), ("last", &texts.day(last))])
    });
    let sealed = (!kept.sealed.is_empty())
        .then(|| view! { <p>{texts.count(key::SEALED_COUNT, number(kept.sealed.len()))}</p> });
    let send_to = {
        let id = id.clone();
        move || match state.definitions().survey(&id) {
            Load::Ready(Some(survey)) => {
                let email = &survey.entry.institution.email;
                Some(view! { <p>{texts.fill(key::DEVICE_SEND_TO, &[("email", email)])}</p> })
            }
            _ => None,
        }
    };
    view! {
        <p class="figure" data-testid="kept-count">{texts.count(key::DEVICE_COUNT, number(kept.count()))}</p>
        <p class="muted">{period}</p>
        {sealed}
        <ExportButtons id kept=kept.clone() changed/>
        {move || send_to()}
        <ProofPanel kept read changed/>
    }
}

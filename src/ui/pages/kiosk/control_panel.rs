//! The kiosk as staff find it on the device's page after the PIN.

use leptos::prelude::*;

use crate::ui::parts::ConfirmButton;
use crate::ui::state::{AppState, Load};
use crate::ui::text::{Texts, key};

/// What is shown to visitors, the way back to it, and the kiosk's end; nothing where there is none.
#[component]
pub(in super::super) fn ControlPanel() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    state.kiosk().setting().map(|setting| {
        let title = move || match state.definitions().survey(&setting.survey) {
            Load::Ready(Some(survey)) => survey.questionnaire.title.get(texts.code()).to_owned(),
            _ => setting.survey.clone(),
        };
        let words = move || texts.fill(key::KIOSK_RUNNING_TEXT, &[("survey", &title())]);
        let end = Callback::new(move |()| state.kiosk().end());
        view! {
            <section class="panel" data-testid="kiosk">
                <h2>{texts.get(key::KIOSK_RUNNING)}</h2>
                <p>{words}</p>
                <div class="buttons">
                    <button type="button" class="button" on:click=move |_| state.start_over()>
                        {texts.get(key::KIOSK_BACK)}
                    </button>
                </div>
                <ConfirmButton
                    id="end-kiosk"
                    label=texts.get(key::KIOSK_END)
                    question=texts.get(key::KIOSK_END_SURE)
                    yes=texts.get(key::KIOSK_END_YES)
                    on_confirm=end
                />
            </section>
        }
    })
}

//! The pair that was just made: its public part to publish, its secret part to keep.

use leptos::ev::Event;
use leptos::prelude::*;

use super::secret_key::SecretKey;
use super::vault_sheet::VaultPrint;
use crate::browser::{dom, download};
use crate::domain::keys::KeyPair;
use crate::domain::survey::SurveyEntry;
use crate::ui::parts::{ConfirmButton, CopyButton, Notice, Tone};
use crate::ui::state::{AppState, Load};
use crate::ui::text::{Texts, key};

/// Both parts, saving and printing.
#[component]
pub(super) fn MadePair(pair: KeyPair, printed: RwSignal<Option<VaultPrint>>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let keys = state.keys();
    let survey = RwSignal::new(String::new());
    let saved = RwSignal::new(None::<String>);
    let is_asked = RwSignal::new(false);
    let save = {
        let pair = pair.clone();
        move |_| {
            let name = format!("aptauja-atslega-{}.txt", pair.created.day());
            if download::save_file(&name, "text/plain", &pair.file()).is_ok() {
                saved.set(Some(texts.fill(key::SENDING_SAVED, &[("file", &name)])));
                keys.note_kept();
            }
        }
    };
    let print = {
        let pair = pair.clone();
        move |_| {
            let survey = survey.get_untracked();
            printed.set(Some(VaultPrint { pair: pair.clone(), survey }));
            // Once the sheet is there.
            dom::later(0, dom::print);
        }
    };
    // The browser does not tell whether something came out of the printer.
    let after = window_event_listener_untyped("afterprint", move |_: Event| {
        if printed.with_untracked(Option::is_some) {
            printed.set(None);
            is_asked.set(true);
            dom::later(0, || dom::focus("#was-printed button"));
        }
    });
    on_cleanup(move || after.remove());
    let answer = move |is_printed: bool| {
        is_asked.set(false);
        if is_printed {
            keys.note_kept();
        }
        dom::later(0, || dom::focus("[data-testid=print-key]"));
    };
    let question = move || {
        is_asked.get().then(|| {
            view! {
                <div class="confirm-box" id="was-printed" role="group" aria-labelledby="was-printed-question">
                    <p id="was-printed-question">{texts.get(key::KEYS_PRINTED)}</p>
                    <div class="buttons">
                        <button type="button" class="button" on:click=move |_| answer(true)>{texts.get(key::KEYS_PRINTED_YES)}</button>
                        <button type="button" class="button-second" on:click=move |_| answer(false)>{texts.get(key::KEYS_PRINTED_NO)}</button>
                    </div>
                </div>
            }
        })
    };
    let standing = move || {
        if keys.is_kept() {
            view! { <p role="status">{texts.get(key::KEYS_KEPT)}</p> }.into_any()
        } else {
            view! { <Notice tone=Tone::Warning title=texts.get(key::KEYS_NOT_KEPT)/> }.into_any()
        }
    };
    let forget = Callback::new(move |()| {
        keys.forget();
        dom::later(0, || dom::focus("#make-key"));
    });
    view! {
        <dl class="facts">
            <div>
                <dt>{texts.get(key::KEYS_PUBLIC)}</dt>
                <dd>
                    <code data-testid="public-key">{pair.recipient.clone()}</code>
                    <CopyButton label=texts.get(key::KEYS_COPY_PUBLIC) text=pair.recipient.clone()/>
                </dd>
            </div>
            <div>
                <dt>{texts.get(key::KEYS_MEMBER)}</dt>
                <dd>
                    <code data-testid="index-member">{pair.member()}</code>
                    <CopyButton label=texts.get(key::KEYS_COPY_MEMBER) text=pair.member()/>
                </dd>
            </div>
            <div>
                <dt>{texts.get(key::KEYS_SECRET)}</dt>
                <dd><SecretKey identity=pair.identity.clone()/></dd>
            </div>
        </dl>
        {standing}
        <SurveyChoice survey/>
        <div class="buttons">
            <button type="button" class="button" data-testid="save-key" on:click=save>{texts.get(key::KEYS_SAVE)}</button>
            <button type="button" class="button-second" data-testid="print-key" on:click=print>{texts.get(key::KEYS_PRINT)}</button>
        </div>
        <p class="hint" role="status">{move || saved.get()}</p>
        {question}
        <ConfirmButton
            id="forget-key"
            label=texts.get(key::KEYS_FORGET)
            question=texts.get(key::KEYS_FORGET_SURE)
            yes=texts.get(key::KEYS_FORGET_YES)
            on_confirm=forget
        />
    }
}

/// Which survey the printed sheet names.
#[component]
fn SurveyChoice(survey: RwSignal<String>) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let options = move || {
        let Load::Ready(installation) = state.definitions().installation() else { return Vec::new() };
        let option =
            |entry: &SurveyEntry| view! { <option value=entry.id.clone()>{entry.id.clone()}</option> };
        installation.surveys.iter().map(option).collect()
    };
    view! {
        <div class="form-field">
            <label for="key-survey">{texts.get(key::KEYS_SURVEY)}</label>
            <select id="key-survey" on:change=move |event| survey.set(event_target_value(&event))>
                <option value="">{texts.get(key::KEYS_SURVEY_NONE)}</option>
                {options}
            </select>
        </div>
    }
}

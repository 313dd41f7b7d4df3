//! The sheet for the safe: an A4 page from which a secret key can be typed or scanned back.

use leptos::prelude::*;

use crate::browser::clock;
use crate::domain::keys::{KeyPair, groups};
use crate::ui::parts::QrCode;
use crate::ui::state::{AppState, Load};
use crate::ui::text::{Texts, key};

/// What is being printed.
#[derive(Clone)]
pub(super) struct VaultPrint {
    pub(super) pair: KeyPair,
    /// Id of the survey the key is for, or empty.
    pub(super) survey: String,
}

/// The sheet; styles show it on paper only.
#[component]
pub(super) fn VaultSheet(print: VaultPrint) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let VaultPrint { pair, survey } = print;
    let code = texts.code();
    let named = match untrack(|| state.definitions().survey(&survey)) {
        Load::Ready(survey) => survey,
        _ => None,
    };
    let entry = named.as_ref().map(|survey| survey.entry.clone()).or_else(|| untrack(|| state.institution()));
    let institution = entry.map(|entry| entry.institution.name.get(code).to_owned());
    let about = named.map(|survey| {
        let title = survey.questionnaire.title.get(code).to_owned();
        view! {
            <div>
                <dt>{texts.get(key::RESULTS_SURVEY)}</dt>
                <dd>{title} " " <span class="vault-id">"(" {survey.entry.id.clone()} ")"</span></dd>
            </div>
        }
    });
    let created = texts.moment(pair.created, clock::offset_minutes(pair.created));
    let (beginning, groups) = groups(&pair.identity);
    let groups: Vec<_> = groups.into_iter().map(|it| view! { <span>{it.to_owned()}</span> }).collect();
    view! {
        <div class="sheets sheets-hidden">
            <div class="sheet-frame">
                <article class="sheet vault" data-testid="vault-sheet">
                    <p class="poster-institution">{institution}</p>
                    <p class="vault-title">{texts.get(key::VAULT_TITLE)}</p>
                    <p class="vault-warning">{texts.get(key::VAULT_WARNING)}</p>
                    <dl class="vault-facts">
                        {about}
                        <div><dt>{texts.get(key::VAULT_CREATED)}</dt><dd>{created}</dd></div>
                        <div><dt>{texts.get(key::KEYS_PUBLIC)}</dt><dd class="vault-public">{pair.recipient.clone()}</dd></div>
                    </dl>
                    <p class="poster-label">{texts.get(key::KEYS_SECRET)}</p>
                    <div class="vault-key">
                        <p class="vault-beginning">{beginning.to_owned()}</p>
                        <p class="vault-groups">{groups}</p>
                    </div>
                    <p class="vault-letters">{texts.get(key::VAULT_LETTERS)}</p>
                    <div class="vault-foot">
                        <QrCode text=pair.identity.clone() label=texts.get(key::VAULT_CODE)/>
                        <div>
                            <p>{texts.get(key::VAULT_WHAT)}</p>
                            <p>{texts.get(key::VAULT_USE)} <code>{texts.get(key::VAULT_COMMAND)}</code></p>
                            <p>{texts.get(key::VAULT_MORE)}</p>
                            <p><strong>{texts.get(key::VAULT_LOST)}</strong></p>
                        </div>
                    </div>
                </article>
            </div>
        </div>
    }
}

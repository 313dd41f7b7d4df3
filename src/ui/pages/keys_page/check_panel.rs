//! Checking a key: which public key it belongs to, and which surveys that opens.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{age, files};
use crate::domain::keys::{KeyFault, identity_in};
use crate::domain::survey::SurveyEntry;
use crate::ui::parts::{Notice, Tone};
use crate::ui::state::{AppState, Load};
use crate::ui::text::{Texts, key};

/// A field for a typed key and a button for a key file. Neither is kept.
#[component]
pub(super) fn CheckPanel() -> impl IntoView {
    let texts = Texts::here();
    let typed = RwSignal::new(String::new());
    let found = RwSignal::new(None::<Result<String, KeyFault>>);
    let check = move |text: String| {
        spawn_local(async move {
            let outcome = recipient_in(&text).await;
            // The page may have gone on.
            found.try_set(Some(outcome));
        });
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        check(typed.get_untracked());
    };
    let choose = move |event| {
        let Some(file) = files::chosen(&event).into_iter().next() else { return };
        spawn_local(async move {
            match files::text(&file).await {
                Ok(text) => check(text),
                Err(_) => {
                    found.try_set(Some(Err(KeyFault::Unreadable)));
                }
            }
        });
    };
    let outcome = move || {
        found.get().map(|found| match found {
            Ok(recipient) => view! { <Fitting recipient/> }.into_any(),
            Err(fault) => {
                view! { <Notice tone=Tone::Warning title=texts.key_fault(&fault) is_live=true/> }.into_any()
            }
        })
    };
    view! {
        <section class="panel" aria-labelledby="check-key">
            <h2 id="check-key">{texts.get(key::KEYS_CHECK_TITLE)}</h2>
            <p>{texts.get(key::KEYS_CHECK_LEAD)}</p>
            <form on:submit=submit>
                <div class="form-field">
                    <label for="typed-key">{texts.get(key::KEYS_SECRET)}</label>
                    <p class="hint" id="typed-key-hint">{texts.get(key::KEYS_CHECK_HINT)}</p>
                    // Spelling is checked elsewhere by some browsers: this must stay here.
                    <textarea
                        id="typed-key"
                        class="typed-key"
                        rows="3"
                        autocomplete="off"
                        autocapitalize="characters"
                        spellcheck="false"
                        aria-describedby="typed-key-hint"
                        prop:value=move || typed.get()
                        on:input=move |event| typed.set(event_target_value(&event))
                    ></textarea>
                </div>
                <div class="buttons">
                    <button type="submit" class="button" data-testid="check-key">{texts.get(key::KEYS_CHECK)}</button>
                    <label class="file-button">
                        <input type="file" data-testid="key-file" on:change=choose/>
                        <span class="button-second">{texts.get(key::KEYS_CHECK_FILE)}</span>
                    </label>
                </div>
            </form>
            {outcome}
        </section>
    }
}

/// The public key of the secret one in a text.
async fn recipient_in(text: &str) -> Result<String, KeyFault> {
    let identity = identity_in(text)?;
    age::load().await.map_err(|_| KeyFault::Unreadable)?;
    age::recipient_of(&identity).await.map_err(|_| KeyFault::Mistyped)
}

/// A public key, and whose responses it belongs to.
#[component]
fn Fitting(recipient: String) -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let is_made = untrack(|| state.keys().pair()).is_some_and(|pair| pair.recipient == recipient);
    let surveys: Vec<String> = match untrack(|| state.definitions().installation()) {
        Load::Ready(installation) => {
            let fits = |entry: &&SurveyEntry| entry.recipient.as_ref() == Some(&recipient);
            installation.surveys.iter().filter(fits).map(|entry| entry.id.clone()).collect()
        }
        _ => Vec::new(),
    };
    let fits = if surveys.is_empty() {
        texts.get(key::KEYS_FITS_NONE).to_owned()
    } else {
        texts.fill(key::KEYS_FITS, &[("list", &surveys.join(", "))])
    };
    view! {
        <div class="notice" role="status" data-testid="key-checked">
            <p class="notice-title">{texts.get(key::KEYS_GOOD)}</p>
            {is_made.then(|| view! { <p>{texts.get(key::KEYS_FITS_MADE)}</p> })}
            <p>{fits}</p>
            <p>{texts.get(key::KEYS_PUBLIC)} ": " <code>{recipient}</code></p>
        </div>
    }
}

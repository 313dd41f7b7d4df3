//! Making a key pair.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::made_pair::MadePair;
use super::vault_sheet::VaultPrint;
use crate::browser::{age, clock};
use crate::domain::keys::KeyPair;
use crate::ui::parts::NotLoaded;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// A button, and in its place the pair that was made.
#[component]
pub(super) fn MakePanel(printed: RwSignal<Option<VaultPrint>>) -> impl IntoView {
    let texts = Texts::here();
    let keys = AppState::expect().keys();
    let is_failed = RwSignal::new(false);
    let make = move |_| {
        spawn_local(async move {
            let made = async {
                let identity = age::generate().await?;
                let recipient = age::recipient_of(&identity).await?;
                Ok::<_, crate::browser::BrowserError>(KeyPair { identity, recipient, created: clock::now() })
            };
            match made.await {
                // The page may have gone on.
                Ok(pair) if is_failed.try_set(false).is_none() => keys.hold(pair),
                Ok(_) => {}
                Err(_) => {
                    is_failed.try_set(true);
                }
            }
        });
    };
    let content = move || match keys.pair() {
        Some(pair) => view! { <MadePair pair printed/> }.into_any(),
        None => view! {
            <p>{texts.get(key::KEYS_MAKE_LEAD)}</p>
            <div class="buttons">
                <button type="button" class="button" data-testid="make-key" on:click=make>
                    {texts.get(key::KEYS_MAKE)}
                </button>
            </div>
            {move || is_failed.get().then(|| view! { <NotLoaded/> })}
        }
        .into_any(),
    };
    view! {
        <section class="panel" aria-labelledby="make-key">
            <h2 id="make-key" tabindex="-1">{texts.get(key::KEYS_MAKE_TITLE)}</h2>
            {content}
        </section>
    }
}

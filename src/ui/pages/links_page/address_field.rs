//! The public address that links begin with.

use leptos::prelude::*;

use super::invitation::page_base;
use crate::browser::storage::{self, Key};
use crate::domain::invitation::{AddressFault, BaseAddress};
use crate::ui::parts::{Notice, Tone};
use crate::ui::text::{Texts, key};

/// A field with a warning where the address is of no use to others. What is set is kept in this browser.
#[component]
pub(super) fn AddressField(
    /// The address in use: the last that was right.
    base: RwSignal<BaseAddress>,
) -> impl IntoView {
    let texts = Texts::here();
    let fault = RwSignal::new(None::<AddressFault>);
    let words = RwSignal::new(base.with_untracked(|base| base.as_str().to_owned()));
    let take = move |text: String| {
        if let Ok(address) = BaseAddress::parse(&text) {
            fault.set(None);
            // Without storage it holds as long as the page.
            let _ = storage::save(&Key::PublicAddress, &address.as_str());
            base.set(address);
        }
        words.set(text);
    };
    // Not while somebody is still typing.
    let finish = move |text: String| {
        fault.set(BaseAddress::parse(&text).err());
        if fault.with_untracked(Option::is_none) {
            words.set(base.with_untracked(|base| base.as_str().to_owned()));
        }
    };
    let own = page_base();
    let is_other = {
        let own = own.clone();
        move || base.with(|base| Some(base) != own.as_ref())
    };
    let reset = move |_| {
        if let Some(own) = own.clone() {
            let _ = storage::remove(&Key::PublicAddress);
            fault.set(None);
            words.set(own.as_str().to_owned());
            base.set(own);
        }
    };
    let error = move || {
        fault.get().map(|fault| {
            let text = match fault {
                AddressFault::NotOfTheWeb => key::LINKS_BASE_WRONG,
                AddressFault::TooLong => key::LINKS_BASE_LONG,
            };
            view! { <p class="error-message" id="public-address-error" role="alert">{texts.get(text)}</p> }
        })
    };
    let local = move || {
        let address = base.with(|base| base.is_local().then(|| base.as_str().to_owned()))?;
        let more = texts.fill(key::LINKS_BASE_LOCAL, &[("address", &address)]);
        Some(view! {
            <div data-testid="local-address">
                <Notice tone=Tone::Warning title=texts.get(key::LINKS_BASE_LOCAL_TITLE)><p>{more}</p></Notice>
            </div>
        })
    };
    view! {
        <div class="form-field">
            <label for="public-address">{texts.get(key::LINKS_BASE)}</label>
            <p class="hint" id="public-address-hint">{texts.get(key::LINKS_BASE_HINT)}</p>
            {error}
            <input
                id="public-address"
                type="text"
                inputmode="url"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="public-address-hint public-address-error"
                aria-invalid=move || fault.with(Option::is_some).then_some("true")
                prop:value=move || words.get()
                on:input=move |event| take(event_target_value(&event))
                on:change=move |event| finish(event_target_value(&event))
            />
            <Show when=is_other>
                <button type="button" class="button-quiet" on:click=reset.clone()>{texts.get(key::LINKS_BASE_OWN)}</button>
            </Show>
            {local}
        </div>
    }
}

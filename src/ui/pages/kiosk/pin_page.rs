//! `#/device` of a kiosk: the PIN, before anything of the device is shown.

use std::time::Duration;

use leptos::prelude::*;

use super::WayBack;
use crate::browser::{clock, dom};
use crate::ui::parts::Heading;
use crate::ui::state::{AppState, KioskState};
use crate::ui::text::{Texts, key};

const SECOND: Duration = Duration::from_secs(1);

/// Asks for the PIN; after some wrong ones, only from time to time.
#[component]
pub(super) fn PinPage() -> impl IntoView {
    let texts = Texts::here();
    let state = AppState::expect();
    let pin = RwSignal::new(String::new());
    let is_wrong = RwSignal::new(false);
    let left_now = || u64::try_from(KioskState::lockout().seconds_left(clock::now().0)).unwrap_or(0);
    let left = RwSignal::new(left_now());
    let ticking = set_interval_with_handle(
        move || {
            left.try_set(left_now());
        },
        SECOND,
    );
    on_cleanup(move || {
        if let Ok(ticking) = ticking {
            ticking.clear();
        }
    });
    let is_waiting = Memo::new(move |_| left.get() > 0);
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if is_waiting.get_untracked() {
            return;
        }
        if state.kiosk().unlock(&pin.get_untracked()) {
            dom::later(0, || dom::focus_at_top("main h1"));
            return;
        }
        pin.set(String::new());
        is_wrong.set(true);
        left.set(left_now());
        dom::focus("#pin");
    };
    let wait = move || is_waiting.get().then(|| texts.count(key::KIOSK_WAIT, left.get()));
    view! {
        <WayBack state/>
        <Heading text=texts.get(key::KIOSK_PIN_TITLE)/>
        <p class="lead">{texts.get(key::KIOSK_PIN_LEAD)}</p>
        <form class="pin-form" novalidate on:submit=open>
            <div class="kiosk-row">
                <label for="pin">{texts.get(key::KIOSK_PIN)}</label>
                <input
                    id="pin"
                    type="password"
                    inputmode="numeric"
                    autocomplete="off"
                    maxlength="8"
                    aria-describedby="pin-error"
                    aria-invalid=move || is_wrong.get().then_some("true")
                    prop:value=pin
                    on:input=move |event| pin.set(event_target_value(&event))
                />
                <div id="pin-error" role="alert">
                    {move || is_wrong.get().then(|| view! {
                        <p class="error-message">{texts.get(key::KIOSK_WRONG)}</p>
                    })}
                </div>
                <p class="countdown" data-testid="pin-wait">{wait}</p>
            </div>
            <div class="buttons">
                <button type="submit" class="button" disabled=is_waiting>{texts.get(key::KIOSK_OPEN)}</button>
            </div>
        </form>
        <details class="definitions">
            <summary>{texts.get(key::KIOSK_FORGOTTEN)}</summary>
            <p>{texts.get(key::KIOSK_FORGOTTEN_TEXT)}</p>
            <p>{texts.get(key::KIOSK_FORGOTTEN_WAY)}</p>
        </details>
    }
}

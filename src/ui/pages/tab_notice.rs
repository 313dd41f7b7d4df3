//! What another tab did to the draft, and what can be done about it.

use leptos::prelude::*;

use crate::ui::parts::{Notice, Tone};
use crate::ui::state::{AppState, TabTrouble};
use crate::ui::text::{Texts, key};

/// A choice between the answers of two tabs; nothing where there is no quarrel.
#[component]
pub(super) fn TabNotice() -> impl IntoView {
    let state = AppState::expect();
    let texts = Texts::here();
    let interview = state.interview();
    let take = move |_| interview.take_other();
    let keep = move |_| interview.keep_own();
    move || {
        let title = texts.get(key::TABS_NEWER_TITLE);
        Some(match interview.tab_trouble()? {
            TabTrouble::Taken => view! {
                <p class="notice" role="status" data-testid="tab-notice">{texts.get(key::TABS_TAKEN)}</p>
            }
            .into_any(),
            TabTrouble::Newer => view! {
                <div data-testid="tab-notice">
                    <Notice tone=Tone::Warning title is_live=true>
                        <p>{texts.get(key::TABS_NEWER)}</p>
                        <div class="buttons">
                            <button type="button" class="button" on:click=take>{texts.get(key::TABS_TAKE)}</button>
                            <button type="button" class="button-second" on:click=keep>
                                {texts.get(key::TABS_KEEP)}
                            </button>
                        </div>
                    </Notice>
                </div>
            }
            .into_any(),
            TabTrouble::Gone => view! {
                <div data-testid="tab-notice">
                    <Notice tone=Tone::Warning title is_live=true>
                        <p>{texts.get(key::TABS_GONE)}</p>
                        <button type="button" class="button-second" on:click=keep>
                            {texts.get(key::TABS_KEEP_NEW)}
                        </button>
                    </Notice>
                </div>
            }
            .into_any(),
        })
    }
}

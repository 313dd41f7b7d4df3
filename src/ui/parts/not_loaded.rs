//! Said where a part of the page that comes late does not come.

use leptos::prelude::*;

use super::{Notice, Tone};
use crate::browser::dom;
use crate::ui::text::{Texts, key};

/// A warning with a button that loads the page anew.
#[component]
pub fn NotLoaded() -> impl IntoView {
    let texts = Texts::here();
    view! {
        <Notice tone=Tone::Warning title=texts.get(key::APP_NOT_LOADED) is_live=true>
            <button type="button" class="button-second" on:click=|_| dom::reload()>
                {texts.get(key::DEFINITION_RETRY)}
            </button>
        </Notice>
    }
}

//! Why there are no figures: the group is too small, or would give one away that is.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::survey::Survey;
use crate::ui::parts::{Notice, Tone};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Stands where the figures of the filtered responses would.
#[component]
pub(super) fn HiddenNotice(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let is_hidden = AppState::expect().results().is_hidden();
    let reason =
        StoredValue::new(texts.fill(key::DISCLOSURE_REASON, &[("n", &survey.entry.threshold.to_string())]));
    view! {
        <div role="status">
            <Show when=move || is_hidden.get()>
                <div data-testid="hidden">
                    <Notice tone=Tone::Warning title=texts.get(key::DISCLOSURE_TITLE)>
                        <p>{reason.get_value()}</p>
                    </Notice>
                </div>
            </Show>
        </div>
    }
}

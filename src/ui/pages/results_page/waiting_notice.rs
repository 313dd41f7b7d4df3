//! What a link leads to, while the files it needs are not chosen.

use leptos::prelude::*;

use super::filtering::Filtering;
use crate::domain::address::{Form, Showing};
use crate::domain::analysis::Filter;
use crate::ui::parts::{Notice, Tone};
use crate::ui::text::{Texts, key};

/// Says that the files must be chosen again, where the address holds more than the page itself.
#[component]
pub(super) fn WaitingNotice(shown: Memo<Showing>, filter: Filtering) -> impl IntoView {
    let texts = Texts::here();
    move || {
        let form = shown.with(Showing::form);
        let title = match form {
            Form::Report => key::VIEW_WAITING_REPORT,
            Form::Slides => key::VIEW_WAITING_SLIDES,
            Form::Page if shown.with(Showing::is_empty) && filter.with(Filter::is_empty) => return None,
            Form::Page => key::VIEW_WAITING_RESULTS,
        };
        let needs_files = (form != Form::Page).then(|| view! { <p>{texts.get(key::VIEW_NEEDS_FILES)}</p> });
        Some(view! {
            <div data-testid="waiting">
                <Notice tone=Tone::Plain title=texts.get(title)>
                    <p>{texts.get(key::VIEW_WAITING)}</p>
                    {needs_files}
                </Notice>
            </div>
        })
    }
}

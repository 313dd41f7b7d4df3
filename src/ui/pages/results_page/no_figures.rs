//! Why there are no figures on the page, and the way back to some.

use std::sync::Arc;

use leptos::prelude::*;

use super::filtering::Filtering;
use crate::browser::{dom, place};
use crate::domain::analysis::Filter;
use crate::domain::survey::Survey;
use crate::ui::parts::{Notice, Tone};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Stands once, beneath the title: the selection is kept from sight, or nothing is in it.
#[component]
pub(super) fn NoFigures(
    survey: Arc<Survey>,
    filter: Filtering,
    /// Whether the filters are at hand, which the way back leads to.
    #[prop(default = true)]
    has_filters: bool,
) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let (is_hidden, is_barren) = (results.is_hidden(), results.is_barren());
    let reason = StoredValue::new(texts.hidden_selection(survey.entry.threshold));
    let clear = move |_| {
        Filtering::change(Filter::clear);
        dom::later(0, || dom::focus("#filters"));
    };
    let way_back = move || {
        (has_filters && !filter.with(Filter::is_empty)).then(|| {
            view! {
                <button type="button" class="button-quiet" on:click=clear>{texts.get(key::FILTER_CLEAR)}</button>
            }
        })
    };
    let notice = move || {
        if is_hidden.get() {
            return view! {
                <div data-testid="hidden">
                    <Notice tone=Tone::Warning title=texts.get(key::DISCLOSURE_TITLE)>
                        <p>{reason.get_value()}</p>
                        {way_back}
                    </Notice>
                </div>
            }
            .into_any();
        }
        view! {
            <div data-testid="no-responses">
                <Notice tone=Tone::Plain title=texts.get(key::FILTER_EMPTY)>{way_back}</Notice>
            </div>
        }
        .into_any()
    };
    // It stands above the filters: what was just ticked there is not to move away from under the pointer.
    let is_shown = RwSignal::new(is_barren.get_untracked());
    Effect::new(move || {
        let is_barren = is_barren.get();
        if is_barren != is_shown.get_untracked() {
            place::hold();
            is_shown.set(is_barren);
        }
    });
    view! { <div role="status"><Show when=move || is_shown.get()>{notice}</Show></div> }
}

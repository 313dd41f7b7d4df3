//! The picture of a slide.

use leptos::prelude::*;

use super::super::sizer::Sizer;
use crate::ui::parts::ChartPicture;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// What is higher than the slide can be scrolled, by keys too.
#[component]
pub(super) fn Figures(name: String) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let picture = results.picture(&name);
    let is_hidden = results.is_question_hidden(&name);
    view! {
        <div
            class="slide-figures"
            tabindex="0"
            role="region"
            aria-label=texts.get(key::SLIDES_FIGURES)
            data-question=name
            hidden=move || is_hidden.get()
        >
            <div class="slide-zoom">
                <Sizer on_width=Callback::new(move |width| results.set_width(width))/>
                <ChartPicture picture failed=texts.get(key::RESULTS_CHART_FAILED) is_urgent=true/>
            </div>
        </div>
    }
}

//! The slide of the headline indicators.

use leptos::prelude::*;

use crate::domain::finding::Headline;
use crate::ui::text::{Texts, key};

/// Each as a large figure and its sentence.
#[component]
pub(super) fn Headlines(headlines: Memo<Vec<Headline>>) -> impl IntoView {
    let texts = Texts::here();
    let item = move |headline: Headline| {
        let base = texts.fill(key::RESULTS_BASE, &[("n", &texts.integer(headline.n))]);
        view! {
            <li class="indicator" data-indicator=headline.name.clone()>
                <p class="indicator-value">{texts.portion(headline.portion)}</p>
                <p class="slide-headline">{texts.headline(&headline)}</p>
                <p class="base">{base}</p>
            </li>
        }
    };
    view! {
        <div
            class="slide-figures"
            tabindex="0"
            role="region"
            aria-label=texts.get(key::RESULTS_INDICATORS)
        >
            <ul class="slide-headlines">{move || headlines.get().into_iter().map(item).collect_view()}</ul>
        </div>
    }
}

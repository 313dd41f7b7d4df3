//! The headline indicators as sentences.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::statements::headlines;
use crate::domain::finding::Headline;
use crate::domain::survey::Survey;
use crate::ui::text::{Texts, key};

/// Nothing where the survey has no indicators, or all are hidden.
#[component]
pub(super) fn Summary(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let headlines = headlines(survey);
    let item = move |headline: Headline| {
        let base = texts.fill(key::RESULTS_BASE, &[("n", &texts.integer(headline.n))]);
        view! {
            <li data-indicator=headline.name.clone()>
                <p class="printed-value">{texts.portion(headline.portion)}</p>
                <div>
                    <p>{texts.headline(&headline)}</p>
                    <p class="base">{base}</p>
                </div>
            </li>
        }
    };
    move || {
        let headlines = headlines.get();
        (!headlines.is_empty()).then(|| {
            view! {
                <section class="printed-part" aria-labelledby="printed-summary">
                    <h2 id="printed-summary">{texts.get(key::RESULTS_INDICATORS)}</h2>
                    <ul class="printed-summary">{headlines.into_iter().map(item).collect_view()}</ul>
                </section>
            }
        })
    }
}

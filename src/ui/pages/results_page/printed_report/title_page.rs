//! The report's first page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::clock;
use crate::domain::survey::{Instant, Survey};
use crate::ui::state::AppState;
use crate::ui::text::{Key, Texts, key};

/// Institution, title, and the dates and numbers that tell one report from another.
#[component]
pub(super) fn TitlePage(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let code = texts.code();
    let entry = &survey.entry;
    let made = results.part(|it| it.report.generated_at.clone());
    let made = move || {
        let at = Instant::parse(&made.get()?)?;
        Some(texts.moment(at, clock::offset_minutes(at)))
    };
    let size = results.size();
    let counted = move || texts.size(size.get());
    let is_sample = Memo::new(move |_| results.loaded().is_some_and(|loaded| loaded.is_sample));
    let fact = |name: Key, value: AnyView| view! { <div><dt>{texts.get(name)}</dt><dd>{value}</dd></div> };
    let year = entry.variables.get("year").map(|year| year.get(code).to_owned());
    view! {
        <header class="printed-title-page">
            <p class="printed-institution">{entry.institution.name.get(code).to_owned()}</p>
            <div class="printed-title-words">
                <p class="eyebrow">{texts.get(key::PRINTED_EYEBROW)}</p>
                <h2 class="printed-title" id="printed-title" tabindex="-1">
                    {survey.questionnaire.title.get(code).to_owned()}
                </h2>
            </div>
            <dl class="printed-facts">
                {period(&survey, texts).map(|period| fact(key::PRINTED_PERIOD, period.into_any()))}
                {year.map(|year| fact(key::PRINTED_SUBJECT_YEAR, year.into_any()))}
                {fact(key::PRINTED_RESPONSES, counted.into_any())}
                {fact(key::PRINTED_MADE, made.into_any())}
            </dl>
            <Show when=move || is_sample.get()>
                <p class="printed-sample">{texts.get(key::RESULTS_SAMPLE_NOTICE)}</p>
            </Show>
        </header>
    }
}

/// The days on which answers were taken.
pub(super) fn period(survey: &Survey, texts: Texts) -> Option<String> {
    let day = |day: Option<_>| day.map(|day| texts.day(day));
    match (day(survey.entry.opens), day(survey.entry.closes)) {
        (Some(from), Some(to)) => Some(texts.fill(key::TABLE_RANGE, &[("low", &from), ("high", &to)])),
        (Some(from), None) => Some(texts.fill(key::PRINTED_PERIOD_FROM, &[("from", &from)])),
        (None, Some(to)) => Some(texts.fill(key::PRINTED_PERIOD_UNTIL, &[("to", &to)])),
        (None, None) => None,
    }
}

//! The headline indicators, with the published ones beside.

use std::sync::Arc;

use leptos::prelude::*;

use super::caution::{caution, caution_note, is_small};
use super::picture_source::PictureSource;
use super::published::source;
use super::saved_chart::SavedChart;
use crate::browser::subject::Subject;
use crate::domain::analysis::Indicator;
use crate::domain::survey::{Baseline, HeadlineFigure, Survey};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// The report's indicators.
#[component]
pub(super) fn Indicators(survey: Arc<Survey>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let indicators = results.part(|it| {
        let shown = it.report.indicators.iter().filter(|indicator| !indicator.hidden);
        shown.cloned().collect::<Vec<_>>()
    });
    let card = move |indicator: Indicator| {
        let value = indicator.figure.and_then(|figure| figure.value);
        let value =
            value.map_or_else(|| texts.get(key::INDICATOR_NONE).to_owned(), |value| texts.percent(value));
        let published = survey.baseline.as_ref().and_then(|it| it.indicator(&indicator.name)).cloned();
        // Of nobody there is no share to be cautious about.
        let figure = indicator.figure.filter(|it| it.n > 0);
        let base = indicator.figure.map(|it| texts.fill(key::RESULTS_BASE, &[("n", &texts.integer(it.n))]));
        view! {
            <li class="indicator" data-indicator=indicator.name.clone()>
                <p class="indicator-value">{value}</p>
                <p class="indicator-name">{texts.indicator(&indicator.name)}</p>
                <p class="indicator-base">{base} " " {figure.and_then(|it| caution(it.n, texts))}</p>
                {published.map(|figure| view! { <PublishedFigure figure/> })}
            </li>
        }
    };
    move || {
        let cards = indicators.get().unwrap_or_default();
        let has_small =
            cards.iter().filter_map(|it| it.figure).any(|figure| figure.n > 0 && is_small(figure.n));
        let value = |it: &Indicator| it.figure.is_some_and(|figure| figure.value.is_some());
        let has_values = cards.iter().any(value);
        let base = |it: &Indicator| {
            it.figure.map(|it| texts.fill(key::RESULTS_BASE, &[("n", &texts.integer(it.n))]))
        };
        let name = |it: &Indicator| {
            let words = texts.indicator(&it.name);
            (it.name.clone(), base(it).map_or_else(|| words.clone(), |base| format!("{words} ({base})")))
        };
        let names = cards.iter().map(name).collect();
        let title = texts.get(key::RESULTS_INDICATORS).to_owned();
        let subject = Subject::Indicators { published: None, title, names };
        (!cards.is_empty()).then(|| {
            view! {
                <section aria-labelledby="indicators">
                    <h2 id="indicators">{texts.get(key::RESULTS_INDICATORS)}</h2>
                    <ul class="indicators">{cards.into_iter().map(card.clone()).collect_view()}</ul>
                    {caution_note(has_small, texts)}
                    <SavedChart
                        subject
                        title=texts.get(key::RESULTS_INDICATORS)
                        is_there=has_values
                        notes=Callback::new(|()| Vec::new())
                        source=PictureSource::here()
                    />
                </section>
            }
        })
    }
}

#[component]
fn PublishedFigure(figure: HeadlineFigure) -> impl IntoView {
    let texts = Texts::here();
    let value = texts.fill(key::RESULTS_PUBLISHED_SHORT, &[("value", &texts.published(figure.percent))]);
    view! {
        <p class="indicator-published"><strong>{value}</strong> " " <span class="mark">{texts.mark(figure.mark)}</span></p>
    }
}

/// The published indicators alone.
#[component]
pub(super) fn PublishedIndicators(
    /// Id of the survey.
    survey: String,
    baseline: Baseline,
) -> impl IntoView {
    let texts = Texts::here();
    let title = texts.get(key::RESULTS_INDICATORS).to_owned();
    let names = baseline.indicators.iter().map(|it| (it.name.clone(), texts.indicator(&it.name)));
    let subject = Subject::Indicators { published: Some(survey), title, names: names.collect() };
    let source = source(&baseline, texts);
    let has_any = !baseline.indicators.is_empty();
    let card = move |figure: HeadlineFigure| {
        view! {
            <li class="indicator" data-indicator=figure.name.clone()>
                <p class="indicator-value">{texts.published(figure.percent)}</p>
                <p class="indicator-name">{texts.indicator(&figure.name)}</p>
                <p class="indicator-base"><span class="mark">{texts.mark(figure.mark)}</span></p>
            </li>
        }
    };
    view! {
        <section aria-labelledby="indicators">
            <h2 id="indicators">{texts.get(key::RESULTS_INDICATORS)}</h2>
            <ul class="indicators">{baseline.indicators.into_iter().map(card).collect_view()}</ul>
            <SavedChart
                subject
                title=texts.get(key::RESULTS_INDICATORS)
                is_there=has_any
                notes=Callback::new(|()| Vec::new())
                source
            />
        </section>
    }
}

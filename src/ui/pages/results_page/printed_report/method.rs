//! What the survey was for, and how its answers became figures.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::filtering::Filtering;
use super::super::options::{self, Choices};
use crate::domain::analysis::Filter;
use crate::domain::exchange::FileEntry;
use crate::domain::finding::FEW;
use crate::domain::survey::{Mark, Survey};
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// Aim, files, filter, hidden groups, rounding and what is compared with.
#[component]
pub(super) fn Method(survey: Arc<Survey>, filter: Filtering, choices: Memo<Choices>) -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    let aim = survey.questionnaire.description.as_ref();
    let aim = aim.map(|aim| texts.fill(key::PRINTED_AIM, &[("text", aim.get(texts.code()))]));
    let files = Memo::new(move |_| results.loaded().map(|it| it.ledger.files).unwrap_or_default());
    let sources = move || texts.count(key::PRINTED_FILES, u64::try_from(files.with(Vec::len)).unwrap_or(0));
    let size = results.size();
    let counted = move || format!("{}.", texts.size(size.get()));
    let threshold = u64::try_from(survey.entry.threshold).unwrap_or(u64::MAX);
    let has_inferred = survey
        .baseline
        .as_ref()
        .is_some_and(|baseline| baseline.figures.iter().any(|figure| figure.mark == Mark::Inferred));
    let source = survey.baseline.as_ref().map(|baseline| {
        let source = baseline.source.get(texts.code());
        let inferred = if has_inferred { texts.get(key::MARK_INFERRED_NOTE) } else { "" };
        let words = texts.fill(key::RESULTS_PUBLISHED_SOURCE, &[("source", source)]);
        view! { <p>{texts.get(key::RESULTS_PUBLISHED)} ". " {words} ". " {inferred}</p> }
    });
    let filtered = {
        let survey = survey.clone();
        move || {
            let shown = filter.get();
            if shown.is_empty() {
                return view! { <p>{texts.get(key::PRINTED_ALL)} " " {counted()}</p> }.into_any();
            }
            let item = |label: String| view! { <li>{label}</li> };
            let labels = choices.with(|choices| labels(&survey, choices, &shown, texts));
            view! {
                <p>{texts.get(key::PRINTED_FILTERED)}</p>
                <ul data-testid="printed-filters">{labels.into_iter().map(item).collect_view()}</ul>
                <p>{counted()} " " {texts.get(key::PRINTED_FILTERED_NOTE)}</p>
            }
            .into_any()
        }
    };
    let others = move || {
        let accepted: u64 = files.with(|files| files.iter().map(|it| it.source.accepted).sum());
        let others = accepted.saturating_sub(size.get().all);
        (others > 0).then(|| {
            let words = texts.fill(key::PRINTED_OTHERS, &[("n", &texts.integer(others))]);
            view! { <p data-testid="printed-others">{words}</p> }
        })
    };
    view! {
        <section class="printed-part" aria-labelledby="printed-method">
            <h2 id="printed-method">{texts.get(key::PRINTED_METHOD)}</h2>
            {aim.map(|aim| view! { <p>{aim}</p> })}
            <p>{sources}</p>
            <Records files/>
            {others}
            {filtered}
            <p>{texts.count(key::PRINTED_THRESHOLD, threshold)}</p>
            <p>{texts.get(key::PRINTED_SHARES)} " " {texts.get(key::RESULTS_ROUNDING)}</p>
            <p>
                {texts.get(key::TABLE_INTERVAL_NOTE)} " "
                {texts.fill(key::PRINTED_FEW, &[("n", &FEW.to_string())])}
            </p>
            {source}
        </section>
    }
}

/// What became of the records of all files together.
#[component]
fn Records(files: Memo<Vec<FileEntry>>) -> impl IntoView {
    let texts = Texts::here();
    let fact = move |name, count: fn(&FileEntry) -> u64| {
        let sum = move || texts.integer(files.with(|files| files.iter().map(count).sum()));
        view! { <div><dt>{texts.get(name)}</dt><dd>{sum}</dd></div> }
    };
    view! {
        <dl class="printed-records" aria-label=texts.get(key::PRINTED_RECORDS)>
            {fact(key::LEDGER_ACCEPTED, |it| it.source.accepted)}
            {fact(key::LEDGER_DUPLICATES, |it| it.source.duplicates)}
            {fact(key::LEDGER_CONFLICTS, |it| it.source.conflicts)}
            {fact(key::LEDGER_REJECTED, |it| it.source.rejected)}
            {fact(key::LEDGER_OUTSIDE, |it| it.outside_period)}
        </dl>
        <p class="hint">{texts.get(key::LEDGER_EXPLAIN)}</p>
    }
}

/// Every condition of a filter in words.
fn labels(survey: &Survey, choices: &Choices, filter: &Filter, texts: Texts) -> Vec<String> {
    let mut labels = Vec::new();
    for (name, values) in &filter.values {
        labels.extend(values.iter().map(|value| options::label(survey, choices, name, value, texts)));
    }
    for (text, day) in [(key::FILTER_FROM, filter.first_day()), (key::FILTER_TO, filter.last_day())] {
        labels.extend(day.map(|day| format!("{} {}", texts.get(text), texts.day(day))));
    }
    labels
}

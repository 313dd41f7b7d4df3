//! Checking a report: whether the files give the same figures again, and what differs.

use leptos::prelude::*;

use super::showing;
use crate::browser::dom;
use crate::domain::exchange::Difference;
use crate::ui::parts::{Notice, Tone};
use crate::ui::state::{AppState, Recheck, ResultsState, Verdict};
use crate::ui::text::{Texts, key};

/// Differences shown at first; there may be one for every figure.
const SHOWN: usize = 200;

/// The report that is being checked, if there is one.
#[component]
pub(super) fn RecheckPanel() -> impl IntoView {
    let texts = Texts::here();
    let results = AppState::expect().results();
    // The figures are those of the report's own filter.
    Effect::new(move || {
        if let Some(Recheck { saved: Some(saved), .. }) = results.recheck() {
            showing::change_filter(|filter| *filter = saved.filter());
            dom::later(0, || dom::show("#recheck"));
        }
    });
    let verdict = results.verdict();
    move || {
        let name = results.recheck()?.name;
        let close = move |_| {
            results.end_recheck();
            dom::focus("main h1");
        };
        Some(view! {
            <section class="recheck" aria-labelledby="recheck" data-testid="recheck">
                <div class="section-head">
                    <h2 id="recheck" tabindex="-1">{texts.get(key::RECHECK_TITLE)}</h2>
                    <button type="button" class="button-quiet" on:click=close>{texts.get(key::RECHECK_END)}</button>
                </div>
                <p>{texts.fill(key::RECHECK_FILE, &[("file", &name)])}</p>
                <div role="status">{move || verdict.get().map(|verdict| outcome(verdict, &results, texts))}</div>
            </section>
        })
    }
}

fn outcome(verdict: Verdict, results: &ResultsState, texts: Texts) -> AnyView {
    let say = |tone, text| view! { <Notice tone title=texts.get(text)/> }.into_any();
    match verdict {
        Verdict::Unreadable => say(Tone::Warning, key::RECHECK_UNREADABLE),
        Verdict::UnknownSurvey => say(Tone::Warning, key::RECHECK_UNKNOWN_SURVEY),
        Verdict::Waiting => say(Tone::Plain, key::RECHECK_WAITING),
        Verdict::OtherFilter => {
            let results = *results;
            let back = move |_| {
                if let Some(Recheck { saved: Some(saved), .. }) = results.recheck() {
                    showing::change_filter(|filter| *filter = saved.filter());
                }
            };
            view! {
                <Notice tone=Tone::Plain title=texts.get(key::RECHECK_OTHER_FILTER)>
                    <button type="button" class="button-second" on:click=back>{texts.get(key::RECHECK_BACK)}</button>
                </Notice>
            }
            .into_any()
        }
        Verdict::Compared(differences) if differences.is_empty() => say(Tone::Plain, key::RECHECK_SAME),
        Verdict::Compared(differences) => {
            let (figures, rest): (Vec<Difference>, Vec<Difference>) =
                differences.into_iter().partition(|difference| difference.is_figure);
            let summary = if figures.is_empty() {
                say(Tone::Plain, key::RECHECK_SAME_FIGURES)
            } else {
                let count =
                    texts.count(key::RECHECK_DIFFERENT, u64::try_from(figures.len()).unwrap_or(u64::MAX));
                view! { <Notice tone=Tone::Warning title=count/> }.into_any()
            };
            view! {
                {summary}
                {table(&rest, key::RECHECK_REST, "recheck-rest", texts)}
                {table(&figures, key::RECHECK_FIGURES, "recheck-figures", texts)}
            }
            .into_any()
        }
    }
}

fn table(
    differences: &[Difference],
    title: crate::ui::text::Key,
    id: &'static str,
    texts: Texts,
) -> Option<AnyView> {
    if differences.is_empty() {
        return None;
    }
    let value =
        |value: &Option<String>| value.clone().unwrap_or_else(|| texts.get(key::RECHECK_ABSENT).to_owned());
    let row = |difference: &Difference| {
        view! {
            <tr>
                <th scope="row"><code>{difference.place.clone()}</code></th>
                <td>{value(&difference.saved)}</td>
                <td>{value(&difference.found)}</td>
            </tr>
        }
    };
    let more = differences.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| {
        let count = texts.count(key::RECHECK_MORE, u64::try_from(more).unwrap_or(u64::MAX));
        view! { <p class="hint">{count}</p> }
    });
    let title = texts.get(title);
    let table = view! {
        <h3>{title}</h3>
        <div class="table-scroll" tabindex="0" role="region" aria-label=title>
            <table class="figures recheck-table" data-testid=id>
                <thead>
                    <tr>
                        <th scope="col">{texts.get(key::RECHECK_PLACE)}</th>
                        <th scope="col">{texts.get(key::RECHECK_SAVED)}</th>
                        <th scope="col">{texts.get(key::RECHECK_FOUND)}</th>
                    </tr>
                </thead>
                <tbody>{differences.iter().take(SHOWN).map(row).collect_view()}</tbody>
            </table>
        </div>
        {more}
    };
    Some(table.into_any())
}

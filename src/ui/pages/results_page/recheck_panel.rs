//! Checking a report: whether the files give the same figures again, and what differs.

use leptos::prelude::*;

use super::recheck_words::{Row, Words};
use super::showing;
use crate::browser::dom;
use crate::domain::exchange::{Compared, Difference, Gap, SavedReport};
use crate::ui::parts::{Notice, Tone};
use crate::ui::state::{AppState, Load, Recheck, Verdict};
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
            if untrack(|| results.is_survey_known(&saved)) {
                showing::change_filter(|filter| *filter = saved.filter());
            }
            dom::later(0, || dom::show("#recheck"));
        }
    });
    Effect::new(move || results.note_recheck_taken());
    let verdict = results.verdict();
    move || {
        let Recheck { name, others, .. } = results.recheck()?;
        let others = (!others.is_empty()).then(|| {
            view! { <p data-testid="recheck-others">{texts.fill(key::RECHECK_OTHERS, &[("files", &others.join(", "))])}</p> }
        });
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
                {others}
                <div role="status">{move || verdict.get().map(|verdict| outcome(verdict, texts))}</div>
            </section>
        })
    }
}

fn outcome(verdict: Verdict, texts: Texts) -> AnyView {
    let results = AppState::expect().results();
    let say = |tone, text| view! { <Notice tone title=texts.get(text)/> }.into_any();
    match verdict {
        Verdict::Unreadable => say(Tone::Warning, key::RECHECK_UNREADABLE),
        Verdict::UnknownSurvey => say(Tone::Warning, key::RECHECK_UNKNOWN_SURVEY),
        Verdict::Waiting => say(Tone::Plain, key::RECHECK_WAITING),
        Verdict::OtherFilter => {
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
        Verdict::Compared(Compared { differences, gap: None }) if differences.is_empty() => {
            say(Tone::Plain, key::RECHECK_SAME)
        }
        Verdict::Compared(Compared { differences, gap: Some(gap) }) if differences.is_empty() => {
            let title = match gap {
                Gap::NoCodes => key::RECHECK_NO_CODES,
                Gap::NoThemes => key::RECHECK_NO_THEMES,
            };
            view! { <Notice tone=Tone::Plain title=texts.get(title)>{codes_wanted(gap, texts)}</Notice> }
                .into_any()
        }
        Verdict::Compared(Compared { differences, gap }) => {
            let left_out = gap.map(|gap| {
                let title = match gap {
                    Gap::NoCodes => key::RECHECK_WITHOUT_CODES,
                    Gap::NoThemes => key::RECHECK_WITHOUT_THEMES,
                };
                view! { <Notice tone=Tone::Plain title=texts.get(title)>{codes_wanted(gap, texts)}</Notice> }
            });
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
                {left_out}
                {table(&in_words(&rest, texts), key::RECHECK_REST, "recheck-rest", texts)}
                {table(&in_words(&figures, texts), key::RECHECK_FIGURES, "recheck-figures", texts)}
            }
            .into_any()
        }
    }
}

/// Which file of codes is wanted.
fn codes_wanted(gap: Gap, texts: Texts) -> Option<impl IntoView + use<>> {
    let recheck = AppState::expect().results().recheck()?;
    let wanted = recheck.saved.as_ref().and_then(SavedReport::codes_sha256);
    let wanted = wanted.filter(|_| gap == Gap::NoCodes)?.to_owned();
    Some(view! { <p>{texts.get(key::RECHECK_CODES)} ": " <code class="sha">{wanted}</code></p> })
}

fn in_words(differences: &[Difference], texts: Texts) -> Vec<Row> {
    let results = AppState::expect().results();
    let saved = results.recheck().and_then(|recheck| recheck.saved);
    let survey = saved.and_then(|saved| match AppState::expect().definitions().survey(saved.survey()) {
        Load::Ready(survey) => survey,
        _ => None,
    });
    let themes = results.with_codes(|codes| codes.themes().to_vec());
    let names = results.loaded().unwrap_or_default().ledger.files;
    let names =
        names.into_iter().enumerate().filter_map(|(at, it)| Some((results.digest(at)?, it.source.name)));
    let files = names.collect();
    Words { survey: survey.as_deref(), themes: &themes, files: &files, texts }.rows(differences)
}

fn table(
    differences: &[Row],
    title: crate::ui::text::Key,
    id: &'static str,
    texts: Texts,
) -> Option<AnyView> {
    if differences.is_empty() {
        return None;
    }
    let row = |difference: &Row| {
        view! {
            <tr>
                <th scope="row">{difference.place.clone()}</th>
                <td>{difference.saved.clone()}</td>
                <td>{difference.found.clone()}</td>
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

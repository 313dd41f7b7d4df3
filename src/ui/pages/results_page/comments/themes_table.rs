//! The tallies of themes of one question's texts as a table.

use leptos::prelude::*;

use super::super::caution::caution;
use super::super::interval_cell::interval;
use crate::domain::analysis::{ThemeTally, ThemesReport};
use crate::ui::text::{Texts, key};

/// The themes with count, share and interval.
#[component]
pub(in super::super) fn ThemesTable(
    /// What the texts are called.
    title: String,
    report: Memo<Option<ThemesReport>>,
) -> impl IntoView {
    let texts = Texts::here();
    let row = move |it: ThemeTally, answered: u64| {
        let interval = it.tally.interval.map(|ends| interval(ends, texts));
        view! {
            <tr>
                <th scope="row">{it.title}</th>
                <td class="number">{texts.integer(it.tally.count)}</td>
                <td class="number">{texts.share(it.tally.count, answered)}</td>
                <td class="number">{interval}</td>
            </tr>
        }
    };
    let rows = move || {
        let report = report.get()?;
        let answered = report.answered;
        Some(report.choices.into_iter().map(|it| row(it, answered)).collect_view())
    };
    let label = format!("{}: {title}", texts.get(key::COMMENTS_TALLIES));
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{texts.get(key::COMMENTS_THEME)}</th>
                        <th scope="col" class="number">{texts.get(key::TABLE_COUNT)}</th>
                        <th scope="col" class="number">{texts.get(key::TABLE_SHARE)}</th>
                        <th scope="col" class="number">{texts.get(key::TABLE_INTERVAL)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The base, marked where it is small.
#[component]
pub(in super::super) fn ThemesBase(report: Memo<Option<ThemesReport>>) -> impl IntoView {
    let texts = Texts::here();
    let mark = move || report.get().and_then(|report| caution(report.answered, texts));
    let base = move || report.get().map(|report| themes_base(&report, texts));
    view! { <p class="base">{base} " " {mark}</p> }
}

/// How many texts have themes, and how many have none.
pub(super) fn themes_base(report: &ThemesReport, texts: Texts) -> String {
    let count = |number| texts.integer(number);
    let (coded, all, uncoded) = (count(report.answered), count(report.texts), count(report.uncoded));
    texts.fill(key::COMMENTS_BASE, &[("coded", &coded), ("texts", &all), ("uncoded", &uncoded)])
}

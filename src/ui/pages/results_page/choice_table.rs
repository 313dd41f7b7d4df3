//! The figures of a choice question as a table.

use std::sync::Arc;

use leptos::prelude::*;

use super::interval_cell::interval;
use crate::domain::analysis::{QuestionReport, Tally};
use crate::domain::charts::as_drawn;
use crate::domain::survey::{Baseline, Question, Survey};
use crate::ui::text::{Texts, key};

/// Choice, count, share, interval and the published share, in the order of the picture.
#[component]
pub(super) fn ChoiceTable(
    survey: Arc<Survey>,
    question: Question,
    report: Memo<Option<QuestionReport>>,
) -> impl IntoView {
    let texts = Texts::here();
    let baseline = survey
        .baseline
        .clone()
        .filter(|baseline| baseline.figures.iter().any(|figure| figure.question == question.name));
    let has_baseline = baseline.is_some();
    let title = format!("{}: {}", texts.get(key::RESULTS_TABLE), question.title.get(texts.code()));
    let rows = move || {
        let report = report.get()?;
        let answered = report.answered.unwrap_or_default();
        let row = |tally: &Tally| row(&question, tally, answered, baseline.as_ref(), texts);
        Some(as_drawn(&question, report.choices.unwrap_or_default()).iter().map(row).collect_view())
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=title>
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{texts.get(key::TABLE_CHOICE)}</th>
                        <th scope="col" class="number">{texts.get(key::TABLE_COUNT)}</th>
                        <th scope="col" class="number">{texts.get(key::TABLE_SHARE)}</th>
                        <th scope="col" class="number">{texts.get(key::TABLE_INTERVAL)}</th>
                        {has_baseline.then(|| view! {
                            <th scope="col" class="number">{texts.get(key::TABLE_PUBLISHED)}</th>
                        })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(
    question: &Question,
    tally: &Tally,
    answered: u64,
    baseline: Option<&Baseline>,
    texts: Texts,
) -> impl IntoView + use<> {
    let published = baseline.map(|baseline| {
        let figure = baseline.figure(&question.name, None, &tally.value.key());
        let words = figure.map(|figure| (texts.published(figure.percent), texts.mark(figure.mark)));
        view! { <td class="number">{words.map(|(value, mark)| view! { {value} " " <span class="mark">{mark}</span> })}</td> }
    });
    view! {
        <tr>
            <th scope="row">{texts.value(question, &tally.value)}</th>
            <td class="number">{texts.integer(tally.count)}</td>
            <td class="number">{texts.share(tally.count, answered)}</td>
            <td class="number">{tally.interval.map(|ends| interval(ends, texts))}</td>
            {published}
        </tr>
    }
}

//! The figures of tests as a table.

use leptos::prelude::*;

use super::options::FilterOptions;
use crate::domain::analysis::{Outcome, Test};
use crate::domain::survey::{Question, Scalar};
use crate::ui::text::{Texts, key};

/// So many tests are shown at once, where there are more.
const SHOWN: usize = 40;

/// What was tested, by which test, and what it came to; the least probable first.
#[component]
pub(super) fn TestTable(question: Question, grouping: FilterOptions, family: Vec<Test>) -> impl IntoView {
    let texts = Texts::here();
    let by = grouping.full_title();
    let title = [("question", question.title.get(texts.code())), ("by", by.as_str())];
    let title = format!("{}: {}", texts.get(key::CERTAINTY_TESTS), texts.fill(key::CROSS_TITLE, &title));
    let mut family = family;
    // Those of all choices, or of all groups, together stay in front.
    let is_of_cells = |test: &Test| !test.cells.is_empty();
    family.sort_by(|left, right| {
        is_of_cells(left).cmp(&is_of_cells(right)).then(figure(left).total_cmp(&figure(right)))
    });
    let all = family.len();
    let has_untested = family.iter().any(|test| test.outcome == Outcome::NotTested);
    let shows_all = RwSignal::new(all <= SHOWN);
    let rows = move || {
        let shown = if shows_all.get() { all } else { SHOWN };
        family.iter().take(shown).map(|test| row(test, &question, &grouping, texts)).collect_view()
    };
    let more = move || {
        (!shows_all.get()).then(|| {
            let words = texts.fill(key::CERTAINTY_SHOW_ALL, &[("n", &texts.integer(all as u64))]);
            view! { <button type="button" class="button-second" on:click=move |_| shows_all.set(true)>{words}</button> }
        })
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=title>
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{texts.get(key::CERTAINTY_SUBJECT)}</th>
                        <th scope="col">{texts.get(key::CERTAINTY_TEST)}</th>
                        <th scope="col" class="number">{texts.get(key::CERTAINTY_STATISTIC)}</th>
                        <th scope="col" class="number">{texts.get(key::CERTAINTY_FREEDOM)}</th>
                        <th scope="col" class="number">{texts.get(key::CERTAINTY_P)}</th>
                        <th scope="col" class="number">{texts.get(key::CERTAINTY_ADJUSTED)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {more}
        {has_untested.then(|| view! { <p class="hint">{texts.get(key::CERTAINTY_UNTESTED_WHY)}</p> })}
    }
}

fn row(test: &Test, question: &Question, grouping: &FilterOptions, texts: Texts) -> impl IntoView + use<> {
    let group = |value: &Scalar| {
        let known = grouping.values.iter().find(|option| option.value == value.key());
        known.map_or_else(|| value.key(), |option| option.label.clone())
    };
    let whom = test.group.as_ref().map_or_else(|| texts.get(key::CERTAINTY_ALL_GROUPS).to_owned(), group);
    let about = [
        test.row.as_ref().map(|row| texts.row(question, row)),
        test.choice.as_ref().map(|choice| texts.value(question, choice)),
    ];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(": ");
    let about = (!about.is_empty()).then(|| view! { <span class="cell-more">{about}</span> });
    let figures = match &test.outcome {
        Outcome::Tested(figures) => {
            let freedom = figures.freedom.map_or_else(|| "–".to_owned(), |it| it.to_string());
            view! {
                <td>{texts.test_method(figures.method)}</td>
                <td class="number">{texts.test_statistic(figures)}</td>
                <td class="number">{freedom}</td>
                <td class="number">{texts.p_value(figures.p)}</td>
                <td class="number">{texts.p_value(figures.adjusted)}</td>
            }
            .into_any()
        }
        Outcome::NotTested => view! { <td colspan="5">{texts.get(key::CERTAINTY_UNTESTED)}</td> }.into_any(),
    };
    view! { <tr class:is-different=test.differs()><th scope="row">{whom} {about}</th> {figures}</tr> }
}

/// What tests are sorted by.
fn figure(test: &Test) -> f64 {
    match &test.outcome {
        Outcome::Tested(figures) => figures.p,
        Outcome::NotTested => f64::INFINITY,
    }
}

//! The tests of a table of groups: what they say, and their figures.

use leptos::prelude::*;

use super::difference_mark::Against;
use super::difference_words::DifferenceWords;
use super::how_computed::HowComputed;
use super::options::FilterOptions;
use super::test_table::TestTable;
use crate::domain::analysis::Certainty;
use crate::domain::survey::Question;
use crate::ui::text::{Texts, key};

/// In words; the figures behind a click, and how they are computed behind another.
#[component]
pub(super) fn DifferenceTests(
    question: Question,
    grouping: FilterOptions,
    certainty: Memo<Option<Certainty>>,
    against: Against,
) -> impl IntoView {
    let texts = Texts::here();
    let details = move || {
        let family = certainty.with(|certainty| match certainty {
            Some(Certainty::Tested(family)) if !family.is_empty() => Some(family.clone()),
            _ => None,
        })?;
        Some(view! {
            <details class="table-details" data-testid="tests">
                <summary>{texts.get(key::CERTAINTY_TESTS)}</summary>
                <TestTable question=question.clone() grouping=grouping.clone() family/>
            </details>
        })
    };
    view! {
        <div class="difference-tests">
            <DifferenceWords certainty against/>
            {details}
            <HowComputed/>
        </div>
    }
}

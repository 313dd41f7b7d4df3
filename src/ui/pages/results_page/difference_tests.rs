//! The tests of a table of groups: what they say, and their figures.

use leptos::prelude::*;

use super::how_computed::HowComputed;
use super::options::FilterOptions;
use super::test_table::TestTable;
use crate::domain::analysis::{Certainty, Test};
use crate::domain::survey::Question;
use crate::ui::text::{Texts, key};

/// In words; the figures behind a click, and how they are computed behind another.
#[component]
pub(super) fn DifferenceTests(
    question: Question,
    grouping: FilterOptions,
    certainty: Memo<Option<Certainty>>,
) -> impl IntoView {
    let texts = Texts::here();
    let words = move || {
        let said = certainty.with(|certainty| match certainty {
            None => None,
            Some(Certainty::Overlapping) => Some(key::CERTAINTY_OVERLAPPING),
            Some(Certainty::Defining) => Some(key::CERTAINTY_DEFINING),
            Some(Certainty::Tested(family)) if family.is_empty() => Some(key::CERTAINTY_NOTHING),
            Some(Certainty::Tested(family))
                if family.iter().any(|it| it.differs() && !it.cells.is_empty()) =>
            {
                Some(key::CERTAINTY_MARKS)
            }
            Some(Certainty::Tested(family)) if family.iter().any(Test::differs) => {
                Some(key::CERTAINTY_SOMEWHERE)
            }
            Some(Certainty::Tested(_)) => Some(key::CERTAINTY_NONE),
        });
        said.map(|said| view! { <p class="hint" data-testid="certainty">{texts.get(said)}</p> })
    };
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
            {words}
            {details}
            <HowComputed/>
        </div>
    }
}

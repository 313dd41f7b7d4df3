//! The formulas of intervals and tests, with their sources.

use leptos::prelude::*;

use crate::ui::text::{Key, Texts, key};

/// What is asked, in a sentence, and how it is computed.
const STEPS: [(Key, Key); 6] = [
    (key::CERTAINTY_HOW_INTERVAL, key::CERTAINTY_FORMULA_INTERVAL),
    (key::CERTAINTY_HOW_PAIR, key::CERTAINTY_FORMULA_PAIR),
    (key::CERTAINTY_HOW_TABLE, key::CERTAINTY_FORMULA_TABLE),
    (key::CERTAINTY_HOW_EXACT, key::CERTAINTY_FORMULA_EXACT),
    (key::CERTAINTY_HOW_SIMULATED, key::CERTAINTY_FORMULA_SIMULATED),
    (key::CERTAINTY_HOW_HOLM, key::CERTAINTY_FORMULA_HOLM),
];

/// To be opened by whoever wants to know.
#[component]
pub(super) fn HowComputed() -> impl IntoView {
    let texts = Texts::here();
    let step = |(words, formula): (Key, Key)| {
        view! { <li>{texts.get(words)} <span class="formula">{texts.get(formula)}</span></li> }
    };
    view! {
        <details class="table-details how-computed">
            <summary>{texts.get(key::CERTAINTY_HOW)}</summary>
            <p>{texts.get(key::CERTAINTY_HOW_SAMPLE)}</p>
            <ul>{STEPS.into_iter().map(step).collect_view()}</ul>
        </details>
    }
}

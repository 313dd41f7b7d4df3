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
    view! {
        <details class="table-details how-computed">
            <summary>{texts.get(key::CERTAINTY_HOW)}</summary>
            <Steps/>
        </details>
    }
}

/// The same on paper, where nothing opens.
#[component]
pub(super) fn HowComputedPrinted() -> impl IntoView {
    let texts = Texts::here();
    view! {
        <section class="printed-part how-computed" aria-labelledby="printed-how" data-testid="printed-how">
            <h2 id="printed-how">{texts.get(key::CERTAINTY_HOW)}</h2>
            <Steps/>
        </section>
    }
}

#[component]
fn Steps() -> impl IntoView {
    let texts = Texts::here();
    let step = |(words, formula): (Key, Key)| {
        view! { <li>{texts.get(words)} <span class="formula">{texts.get(formula)}</span></li> }
    };
    view! {
        <p>{texts.get(key::CERTAINTY_HOW_SAMPLE)}</p>
        <ul>{STEPS.into_iter().map(step).collect_view()}</ul>
    }
}

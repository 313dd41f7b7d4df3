//! What the tests of a table of groups say.

use leptos::prelude::*;

use super::difference_mark::Against;
use crate::domain::analysis::{Certainty, Test};
use crate::ui::text::{Key, Texts, key};

/// Whether the differences are certain, and how much of it holds; nothing while it is not known.
#[component]
pub(super) fn DifferenceWords(certainty: Memo<Option<Certainty>>, against: Against) -> impl IntoView {
    let texts = Texts::here();
    move || {
        let said = certainty.with(|certainty| certainty.as_ref().map(|it| said(it, against)));
        said.map(|said| view! { <p class="hint" data-testid="certainty">{texts.get(said)}</p> })
    }
}

fn said(certainty: &Certainty, against: Against) -> Key {
    let is_wave = against == Against::OtherSurvey;
    match certainty {
        Certainty::Overlapping => key::CERTAINTY_OVERLAPPING,
        Certainty::Defining => key::CERTAINTY_DEFINING,
        Certainty::Tested(family) if family.is_empty() => key::CERTAINTY_NOTHING,
        Certainty::Tested(family) if family.iter().any(|it| it.differs() && !it.cells.is_empty()) => {
            if is_wave {
                key::WAVES_MARKS
            } else {
                key::CERTAINTY_MARKS
            }
        }
        Certainty::Tested(family) if family.iter().any(Test::differs) => {
            if is_wave {
                key::WAVES_SOMEWHERE
            } else {
                key::CERTAINTY_SOMEWHERE
            }
        }
        Certainty::Tested(_) => key::CERTAINTY_NONE,
    }
}

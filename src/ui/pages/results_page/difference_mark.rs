//! The mark of a share that differs from that of all other groups together.

use leptos::prelude::*;

use crate::domain::analysis::{Certainty, Test};
use crate::domain::survey::Scalar;
use crate::ui::text::{Texts, key};

/// A cell of a table of groups.
#[derive(Clone, PartialEq)]
pub(super) struct Place {
    pub row: Option<Scalar>,
    pub choice: Scalar,
    pub group: Scalar,
}

/// The mark of a cell, once the tests are there.
pub(super) fn difference_mark(
    certainty: Memo<Option<Certainty>>,
    place: Place,
    texts: Texts,
) -> impl IntoView + use<> {
    move || {
        let is_higher = certainty.with(|certainty| match certainty {
            Some(Certainty::Tested(family)) => direction(family, &place),
            _ => None,
        })?;
        let (mark, words) = if is_higher {
            ("▲", texts.get(key::CERTAINTY_HIGHER))
        } else {
            ("▼", texts.get(key::CERTAINTY_LOWER))
        };
        Some(view! {
            <span class="difference" data-difference=if is_higher { "higher" } else { "lower" }>
                <span aria-hidden="true">{mark}</span>
                <span class="visually-hidden">{words}</span>
            </span>
        })
    }
}

/// Whether a cell is higher than the others, where a test says that it differs.
fn direction(tests: &[Test], place: &Place) -> Option<bool> {
    let of_row = tests.iter().filter(|test| test.row == place.row && test.differs());
    let mut cells = of_row.flat_map(|test| &test.cells);
    cells.find(|cell| cell.choice == place.choice && cell.group == place.group).map(|cell| cell.is_higher)
}

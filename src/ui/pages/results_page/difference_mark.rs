//! The mark of a share that differs from that of all other groups together, or from that in another survey.

use leptos::prelude::*;

use crate::domain::analysis::Certainty;
use crate::domain::survey::Scalar;
use crate::ui::text::{Texts, key};

/// A cell of a table of groups.
#[derive(Clone, PartialEq)]
pub(super) struct Place {
    pub row: Option<Scalar>,
    pub choice: Scalar,
    pub group: Scalar,
}

/// What shares are held against.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Against {
    /// All other groups together.
    OtherGroups,
    /// Those of another survey, which the place names.
    OtherSurvey,
}

/// The mark of a cell, once the tests are there.
pub(super) fn difference_mark(
    certainty: Memo<Option<Certainty>>,
    place: Place,
    against: Against,
    texts: Texts,
) -> impl IntoView + use<> {
    move || {
        // Only where a test says that it differs.
        let is_higher = certainty.with(|certainty| {
            let Place { row, choice, group } = &place;
            let (test, cell) = certainty.as_ref()?.of_cell(row.as_ref(), choice, group)?;
            // The cell is the other survey's, the mark that of the one that is shown.
            test.differs().then_some(cell.is_higher != (against == Against::OtherSurvey))
        })?;
        let words = match (against, is_higher) {
            (Against::OtherGroups, true) => key::CERTAINTY_HIGHER,
            (Against::OtherGroups, false) => key::CERTAINTY_LOWER,
            (Against::OtherSurvey, true) => key::WAVES_HIGHER,
            (Against::OtherSurvey, false) => key::WAVES_LOWER,
        };
        let (mark, words) = (if is_higher { "▲" } else { "▼" }, texts.get(words));
        Some(view! {
            <span class="difference" data-difference=if is_higher { "higher" } else { "lower" }>
                <span aria-hidden="true">{mark}</span>
                <span class="visually-hidden">{words}</span>
            </span>
        })
    }
}

//! The cells of a table of surveys.

use leptos::prelude::*;

use super::difference_mark::{Against, Place, difference_mark};
use super::interval_cell::interval_cell;
use crate::domain::analysis::Certainty;
use crate::domain::analysis::statistics::share;
use crate::domain::survey::Scalar;
use crate::ui::text::Texts;

/// A count, and of how many.
type Counted = Option<(u64, u64)>;

/// The share of a value with its count and interval; a dash where a survey has none.
pub(super) fn share_cell(counted: Counted, texts: Texts) -> impl IntoView {
    let share = counted.filter(|(_, answered)| *answered > 0);
    let words = share.map_or_else(|| "–".to_owned(), |(count, answered)| texts.share(count, answered));
    let more = counted.map(|(count, answered)| {
        view! { " " <span class="cell-more">{texts.integer(count)}</span> {interval_cell(count, answered, texts)} }
    });
    view! { <td class="number">{words} {more}</td> }
}

/// By how many percentage points the first share differs from the other, with a mark where that is certain.
pub(super) fn difference_cell(
    own: Counted,
    other: Counted,
    (certainty, (row, choice, id)): (Memo<Option<Certainty>>, (Option<Scalar>, Scalar, String)),
    texts: Texts,
) -> impl IntoView {
    let of = |counted: Counted| counted.and_then(|(count, answered)| share(count, answered));
    let difference = of(own).zip(of(other)).map(|(own, other)| texts.points(own - other));
    let difference = difference.unwrap_or_else(|| "–".to_owned());
    let place = Place { row, choice, group: id.as_str().into() };
    view! { <td class="number">{difference_mark(certainty, place, Against::OtherSurvey, texts)} " " {difference}</td> }
}

//! Wilson's interval beneath a share in a table, where intervals are shown.

use leptos::prelude::*;

use crate::domain::analysis::statistics::wilson;
use crate::ui::state::AppState;
use crate::ui::text::{Texts, key};

/// The interval of a count of a base, while intervals are shown.
pub(super) fn interval_cell(count: u64, answered: u64, texts: Texts) -> impl IntoView + use<> {
    let results = AppState::expect().results();
    let words = wilson(count, answered).map(|ends| interval(ends, texts));
    move || {
        let words = words.clone().filter(|_| results.has_intervals());
        words.map(|words| view! { <span class="cell-interval">{words}</span> })
    }
}

/// An interval of a share: `41,3–47,9 %`.
pub(super) fn interval([low, high]: [f64; 2], texts: Texts) -> String {
    texts.fill(key::TABLE_RANGE, &[("low", &texts.tenth(low * 100.0)), ("high", &texts.percent(high))])
}

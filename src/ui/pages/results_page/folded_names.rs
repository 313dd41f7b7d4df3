//! Names that stand beneath a table: what it leaves out.

use leptos::prelude::*;

use crate::ui::text::{Key, Texts};

/// More names stand behind a click.
const FEW: usize = 6;

/// A sentence with the names; many are folded away, but on paper nothing opens.
pub(super) fn folded_names(
    names: &[String],
    sentence: String,
    summary: Key,
    is_printed: bool,
    test_id: &'static str,
) -> Option<AnyView> {
    if names.is_empty() {
        return None;
    }
    let texts = Texts::here();
    if names.len() <= FEW || is_printed {
        return Some(view! { <p class="hint" data-testid=test_id>{sentence}</p> }.into_any());
    }
    let summary = texts.fill(summary, &[("n", &names.len().to_string())]);
    let view = view! {
        <details class="table-details" data-testid=test_id>
            <summary>{summary}</summary>
            <p class="hint">{sentence}</p>
        </details>
    };
    Some(view.into_any())
}

/// Names after one another.
pub(super) fn in_a_row(names: &[String]) -> String {
    names.join("; ")
}

//! How the results are shown, kept in the address.

use leptos::prelude::*;

use crate::browser::dom;
use crate::domain::address::{Form, Page, Route, Showing};
use crate::domain::analysis::Filter;
use crate::ui::state::AppState;

/// What the address says now, and at every change of it.
pub(super) fn here(state: AppState) -> Memo<Showing> {
    Memo::new(move |_| Showing::from_query(&state.route().query))
}

/// Has the results shown as the address says.
pub(super) fn start(state: AppState) -> Memo<Showing> {
    let shown = here(state);
    Effect::new(move || {
        let shown = shown.get();
        let results = state.results();
        results.choose_view(shown.view());
        results.choose_waves(shown.waves());
        results.show_intervals(shown.has_intervals());
        results.split_by(shown.by());
        results.order_by(shown.order());
    });
    shown
}

/// Changes how the results are shown; Back takes the change back.
pub(super) fn change(change: impl FnOnce(&mut Showing)) {
    dom::go(&changed(|_, shown| change(shown)));
}

/// Changes the filter in the address and keeps what is shown of it.
pub(super) fn change_filter(change: impl FnOnce(&mut Filter)) {
    dom::go(&changed(|filter, _| change(filter)));
}

/// Shows the results in another form.
pub(super) fn set_form(form: Form) {
    change(|shown| shown.set_form(form));
}

/// Goes to a slide; Back leads to where the slides were begun.
pub(super) fn turn_to(slide: usize) {
    dom::replace(&changed(|_, shown| shown.set_slide(slide)));
}

/// The address after a change. Read from the address itself: of several changes at once, the page hears only afterwards.
fn changed(change: impl FnOnce(&mut Filter, &mut Showing)) -> String {
    let query = Route::parse(&dom::fragment()).query;
    let (mut filter, mut shown) = (Filter::from_query(&query), Showing::from_query(&query));
    change(&mut filter, &mut shown);
    let parts = [filter.to_query(), shown.to_query()];
    let query = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("&");
    let path = Page::Results.fragment();
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

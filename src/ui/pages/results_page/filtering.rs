//! The filter in the address, and the one that the page shows.

use leptos::prelude::*;

use super::showing;
use crate::browser::dom;
use crate::domain::analysis::Filter;
use crate::ui::state::AppState;

/// The longest that the page shows a filter which is no longer that of the address, milliseconds.
const PATIENCE: i32 = 100;

/// What is filtered by.
#[derive(Clone, Copy)]
pub(super) struct Filtering {
    shown: RwSignal<Filter>,
}

impl Filtering {
    /// Has the responses counted at every change. What is said of the filter changes together with the
    /// counts, so that the page has nothing to do while they are awaited.
    pub fn start(state: AppState) -> Self {
        let results = state.results();
        let address = Memo::new(move |_| Filter::from_query(&state.route().query));
        let shown = RwSignal::new(address.get_untracked());
        let show = move || {
            // The page may have gone on.
            if let Some(filter) = address.try_get_untracked() {
                shown.try_set(filter);
            }
        };
        Effect::new(move || {
            let query = address.with(Filter::to_query);
            if results.has_files() {
                results.count(&query);
                dom::later(PATIENCE, show);
            } else {
                results.note_query(&query);
                show();
            }
        });
        Effect::new(move || {
            if results.is_reported() {
                show();
            }
        });
        Self { shown }
    }

    /// Reads what the page shows.
    pub fn with<T>(self, read: impl FnOnce(&Filter) -> T) -> T {
        self.shown.with(read)
    }

    /// What the page shows.
    pub fn get(self) -> Filter {
        self.shown.get()
    }

    /// Changes the filter in the address; Back takes the change back.
    pub fn change(change: impl FnOnce(&mut Filter)) {
        showing::change_filter(change);
    }
}

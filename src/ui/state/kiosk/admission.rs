//! Which addresses a kiosk shows.

use leptos::prelude::*;

use super::start_of;
use crate::browser::dom;
use crate::browser::storage::{self, Key};
use crate::domain::address::{Page, Route};
use crate::ui::state::AppState;

impl AppState {
    /// The address as it is shown; in a kiosk any other than the survey of somebody who is answering it leads, in its
    /// own place in the history, to the survey's start, and none is given.
    pub(in crate::ui::state) fn admit(self, route: Route) -> Option<Route> {
        let kiosk = self.0.kiosk;
        let Some(setting) = kiosk.setting else { return Some(route) };
        if route.page != Page::Device {
            kiosk.is_unlocked.set(false);
        }
        let start = start_of(setting);
        let is_of_survey = route.page.survey() == Some(&*setting.survey);
        let submitted = kiosk.submitted.get_untracked();
        let is_shown = match &route.page {
            Page::Device => true,
            Page::Receipt(_, id) => is_of_survey && submitted.as_ref() == Some(id),
            _ if submitted.is_some() => {
                self.start_over();
                return None;
            }
            Page::Privacy | Page::Accessibility => true,
            Page::Survey(_) => Route::parse(&start) == route,
            Page::Step(..) | Page::Review(_) => is_of_survey && self.has_somebody(),
            _ => false,
        };
        if is_shown {
            return Some(route);
        }
        dom::replace(&start);
        None
    }

    /// The address at the start of the page.
    pub(in crate::ui::state) fn admit_first(self) {
        let Some(setting) = self.0.kiosk.setting else { return };
        if self.admit(self.route_now()).is_none() {
            self.0.route.set(Route::parse(&start_of(setting)));
        }
        if !self.has_somebody()
            && let Some(texts) = crate::ui::text::Texts::of(&setting.language)
        {
            self.speak(texts);
        }
    }

    /// Whether the kiosk's survey has been begun.
    fn has_somebody(self) -> bool {
        let Some(setting) = self.0.kiosk.setting else { return false };
        self.0.interview.has_draft_now() || storage::load_raw(&Key::Draft(setting.survey.clone())).is_some()
    }
}

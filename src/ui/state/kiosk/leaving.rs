//! From one person to the next.

use leptos::prelude::*;

use super::start_of;
use crate::browser::dom;
use crate::browser::storage::{self, Key};
use crate::domain::survey::Survey;
use crate::ui::state::{AppState, Submitted};

impl AppState {
    /// Removes everything of the present person and begins anew for the next one.
    ///
    /// The page is loaded anew, which empties what only the browser holds: undo, scrolling, the words in fields.
    pub fn start_over(self) {
        let Some(kiosk) = self.0.kiosk.setting else { return };
        dom::hide();
        self.0.interview.delete();
        let _ = storage::remove(&Key::Draft(kiosk.survey.clone()));
        let _ = storage::save(&Key::Language, &kiosk.language);
        dom::replace(&start_of(kiosk));
        dom::reload();
    }

    /// Turns the draft into a stored response, encrypted where the survey has a recipient. Where that fails the draft
    /// stays, and it can be tried again.
    pub async fn submit_at_kiosk(self, survey: &Survey) -> Option<Submitted> {
        let kiosk = self.0.kiosk;
        if kiosk.is_storing.get_untracked() {
            return None;
        }
        kiosk.is_storing.set(true);
        kiosk.fault.set(None);
        let outcome = match self.0.interview.finished(survey) {
            Err(other) => Some(other),
            Ok(response) => {
                let id = response.id.clone();
                match self.0.interview.keep(response, survey.entry.recipient.as_deref()).await {
                    Ok(()) => {
                        kiosk.submitted.set(Some(id.clone()));
                        self.0.interview.delete();
                        Some(Submitted::Done(id))
                    }
                    Err(error) => {
                        kiosk.fault.set(Some(error));
                        None
                    }
                }
            }
        };
        kiosk.is_storing.set(false);
        outcome
    }
}

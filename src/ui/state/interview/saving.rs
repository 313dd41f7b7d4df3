//! Saving the draft, and getting along with other tabs that have the same survey open.

use leptos::prelude::*;

use super::InterviewState;
use crate::browser::storage::{self, Key};
use crate::browser::{BrowserError, clock};
use crate::domain::survey::{Instant, StoredDraft};

/// What another tab did to the draft this tab shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TabTrouble {
    /// It saved other answers that this tab has not seen.
    Newer,
    /// It submitted or deleted the draft.
    Gone,
    /// It saved answers and this tab, having nothing unsaved, took them over.
    Taken,
}

impl InterviewState {
    /// Writes the draft, unless nothing changed or another tab wrote in between.
    ///
    /// The one place that writes drafts.
    pub fn save(self) {
        let Some(draft) = self.draft.get() else { return };
        #[cfg(feature = "auditor")]
        if self.is_in_memory.get_value() {
            return;
        }
        let known = self.stored.get_value();
        if known.as_ref().is_some_and(|stored| stored.draft == draft)
            || (known.is_none() && draft.answers.is_empty() && draft.step.is_none())
            || matches!(self.tabs.get_untracked(), Some(TabTrouble::Newer | TabTrouble::Gone))
        {
            return;
        }
        let key = Key::Draft(draft.survey.clone());
        match (storage::load::<StoredDraft>(&key), &known) {
            // Where nothing has been answered yet there is nothing to overwrite.
            (Ok(Some(found)), known)
                if known.as_ref().is_none_or(|known| known.revision != found.revision)
                    && !found.draft.answers.is_empty() =>
            {
                self.tabs.set(Some(TabTrouble::Newer));
                return;
            }
            (Ok(None), Some(_)) => {
                self.tabs.set(Some(TabTrouble::Gone));
                return;
            }
            _ => {}
        }
        let revision = known.map_or(0, |stored| stored.revision) + 1;
        let now = clock::now();
        let stored = StoredDraft { revision, saved_at: now.0, draft };
        match storage::save(&key, &stored) {
            Ok(()) => {
                self.stored.set_value(Some(stored));
                self.saved_at.set(Some(now));
                self.set_trouble(None);
            }
            Err(error) => self.set_trouble(Some(error)),
        }
    }

    fn set_trouble(self, trouble: Option<BrowserError>) {
        if self.trouble.get_untracked() != trouble {
            self.trouble.set(trouble);
        }
    }

    /// Another tab wrote `key` (everything, where it is absent).
    pub fn other_tab_wrote(self, key: Option<&str>) {
        let Some(draft) = self.draft.get_untracked() else { return };
        let own_key = Key::Draft(draft.survey.clone());
        let Some(known) = self.stored.get_value() else { return };
        if key.is_some_and(|key| key != own_key.name()) {
            return;
        }
        match storage::load::<StoredDraft>(&own_key) {
            Ok(Some(found)) if found.revision == known.revision => {}
            Ok(Some(found)) if known.draft == draft => {
                self.adopt(found);
                self.tabs.set(Some(TabTrouble::Taken));
            }
            Ok(Some(_)) => self.tabs.set(Some(TabTrouble::Newer)),
            Ok(None) => self.tabs.set(Some(TabTrouble::Gone)),
            Err(_) => {}
        }
    }

    fn adopt(self, found: StoredDraft) {
        self.saved_at.set(Some(Instant(found.saved_at)));
        self.stored.set_value(Some(found.clone()));
        self.draft.set(Some(found.draft));
    }

    /// Shows the other tab's answers in place of this tab's.
    pub fn take_other(self) {
        let Some(draft) = self.draft.get_untracked() else { return };
        if let Ok(Some(found)) = storage::load::<StoredDraft>(&Key::Draft(draft.survey)) {
            self.adopt(found);
        }
        self.tabs.set(None);
    }

    /// Saves this tab's answers over the other tab's, as the respondent chose.
    pub fn keep_own(self) {
        let Some(mut draft) = self.draft.get_untracked() else { return };
        let gone = self.tabs.get_untracked() == Some(TabTrouble::Gone);
        if gone {
            // The old id may already be a submitted response's.
            draft.id = clock::new_id();
        }
        let found = storage::load::<StoredDraft>(&Key::Draft(draft.survey.clone())).ok().flatten();
        self.stored.set_value(found);
        self.tabs.set(None);
        self.draft.set(Some(draft));
        self.save();
    }

    /// Puts the notice that answers were taken over away.
    pub fn dismiss_tab_notice(self) {
        if self.tabs.get_untracked() == Some(TabTrouble::Taken) {
            self.tabs.set(None);
        }
    }
}

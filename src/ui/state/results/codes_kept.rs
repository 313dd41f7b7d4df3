//! Codes in the browser's storage, which other tabs change too.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::browser::BrowserError;
use crate::browser::storage::{self, Key};
use crate::domain::coding::{Codes, CodesCopy, Decided};

/// Why the codes on the page are not in the browser's storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodesTrouble {
    /// There is no room.
    Full,
    /// The browser forbids it.
    Blocked,
    /// What was stored cannot be read.
    Damaged,
    /// What was stored is gone.
    Gone,
}

impl From<BrowserError> for CodesTrouble {
    fn from(error: BrowserError) -> Self {
        match error {
            BrowserError::StorageFull => Self::Full,
            BrowserError::StorageDamaged => Self::Damaged,
            _ => Self::Blocked,
        }
    }
}

/// Codes by survey, and what became of them.
#[derive(Clone, Copy)]
pub(super) struct KeptCodes {
    kept: RwSignal<BTreeMap<String, Kept>>,
    pub(super) trouble: RwSignal<Option<CodesTrouble>>,
    /// Whether another tab has changed codes since this one did.
    pub(super) is_met: RwSignal<bool>,
}

/// The codes of a survey.
#[derive(Clone, Debug, Default)]
struct Kept {
    copy: CodesCopy,
    /// The text that stood in storage when it was last read or written.
    seen: Option<String>,
}

impl KeptCodes {
    pub(super) fn new() -> Self {
        Self {
            kept: RwSignal::new(BTreeMap::new()),
            trouble: RwSignal::new(None),
            is_met: RwSignal::new(false),
        }
    }

    /// Reads the codes of a survey, where they are here.
    pub(super) fn with<T>(self, survey: &str, read: impl FnOnce(&Codes) -> T) -> Option<T> {
        self.kept.with(|all| all.get(survey).map(|kept| read(kept.copy.codes())))
    }

    /// Whether codes of any survey are in no file.
    pub(super) fn is_any_unsaved(self) -> bool {
        let is_unsaved = |kept: &Kept| !kept.copy.is_saved() && !kept.copy.codes().is_empty();
        self.kept.with(|all| all.values().any(is_unsaved))
    }

    /// The surveys whose codes are here.
    pub(super) fn surveys(self) -> Vec<String> {
        self.kept.with_untracked(|all| all.keys().cloned().collect())
    }

    /// Brings the codes of a survey from storage, if they are not here.
    pub(super) fn bring(self, survey: &str) {
        if self.kept.with_untracked(|kept| kept.contains_key(survey)) {
            return;
        }
        let key = Key::Codes(survey.to_owned());
        let stored = storage::load::<Decided>(&key);
        let aside = Key::DamagedCodes(survey.to_owned());
        match (&stored, storage::load_raw(&key)) {
            (Err(error @ BrowserError::StorageDamaged), Some(text)) => {
                // The next change takes its place.
                let _ = storage::save(&aside, &text);
                self.trouble.set(Some(error.clone().into()));
            }
            (Err(error), _) => self.trouble.set(Some(error.clone().into())),
            (Ok(_), _) if storage::load_raw(&aside).is_some() => {
                self.trouble.set(Some(CodesTrouble::Damaged));
            }
            (Ok(_), _) => {}
        }
        let copy = CodesCopy::of(stored.ok().flatten().unwrap_or_default());
        let kept = Kept { copy, seen: storage::load_raw(&key) };
        self.kept.update(|all| drop(all.insert(survey.to_owned(), kept)));
    }

    /// Takes in what another tab stored of a survey; whether that changed any codes.
    pub(super) fn meet(self, survey: &str) -> bool {
        let key = Key::Codes(survey.to_owned());
        let text = storage::load_raw(&key);
        let is_news = |all: &BTreeMap<String, Kept>| all.get(survey).is_some_and(|kept| kept.seen != text);
        if !self.kept.with_untracked(is_news) {
            return false;
        }
        let stored = storage::load::<Decided>(&key);
        let is_changed = self.update(survey, |kept| {
            kept.seen = text;
            let is_changed = match stored {
                Ok(Some(stored)) => kept.copy.meet(stored),
                Ok(None) => {
                    self.trouble.set(Some(CodesTrouble::Gone));
                    return false;
                }
                // This copy is whole: it takes the place of what nobody can read.
                Err(_) => false,
            };
            if kept.copy.is_ahead() {
                self.store(survey, kept);
            }
            is_changed
        });
        if is_changed {
            self.is_met.set(true);
        }
        is_changed
    }

    /// Changes the codes of a survey and stores them; what came of it, and whether another tab had changed
    /// them too.
    pub(super) fn change<T>(self, survey: &str, change: impl FnOnce(&mut CodesCopy) -> T) -> (T, bool) {
        self.bring(survey);
        let is_met = self.meet(survey);
        self.is_met.set(is_met);
        let changed = self.update(survey, |kept| {
            let changed = change(&mut kept.copy);
            self.store(survey, kept);
            changed
        });
        (changed, is_met)
    }

    /// What stood in storage and could not be read.
    pub(super) fn damaged(survey: &str) -> Option<String> {
        storage::load(&Key::DamagedCodes(survey.to_owned())).ok().flatten()
    }

    /// What was damaged is in a file, or others have taken its place.
    pub(super) fn forget_damaged(self, survey: &str) {
        let _ = storage::remove(&Key::DamagedCodes(survey.to_owned()));
        if self.trouble.get_untracked() == Some(CodesTrouble::Damaged) {
            self.trouble.set(None);
        }
    }

    fn update<T>(self, survey: &str, change: impl FnOnce(&mut Kept) -> T) -> T {
        let mut all = self.kept.write();
        change(all.entry(survey.to_owned()).or_default())
    }

    fn store(self, survey: &str, kept: &mut Kept) {
        let key = Key::Codes(survey.to_owned());
        match storage::save(&key, kept.copy.to_store()) {
            Ok(()) => {
                kept.copy.set_stored();
                kept.seen = storage::load_raw(&key);
                // What was damaged is still lost.
                if self.trouble.get_untracked() != Some(CodesTrouble::Damaged) {
                    self.trouble.set(None);
                }
            }
            Err(error) => self.trouble.set(Some(error.into())),
        }
    }
}

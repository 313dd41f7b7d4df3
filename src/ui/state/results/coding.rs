//! The auditor's codes: by survey, on the page, in the browser's storage and known to the worker.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::ResultsState;
use crate::browser::message::Request;
use crate::browser::storage::{self, Key};
use crate::browser::{BrowserError, clock};
use crate::domain::coding::{CodedText, Codes, Coding as Coded, Shift, Theme};

use super::codes_file::CodesNews;

/// Codes by survey, and what became of them.
#[derive(Clone, Copy)]
pub(super) struct Coding {
    kept: RwSignal<BTreeMap<String, Kept>>,
    /// Why the latest codes are not in storage.
    trouble: RwSignal<Option<BrowserError>>,
    /// What became of a file of codes.
    pub(super) news: RwSignal<Option<CodesNews>>,
    /// The worker and survey that the codes were last told to.
    told: StoredValue<Option<(u32, String)>>,
}

/// Codes of a survey as they are stored.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) codes: Codes,
    /// Whether a file holds them.
    pub(super) is_saved: bool,
}

impl Coding {
    pub(super) fn new() -> Self {
        Self {
            kept: RwSignal::new(BTreeMap::new()),
            trouble: RwSignal::new(None),
            news: RwSignal::new(None),
            told: StoredValue::new(None),
        }
    }

    /// Brings the codes of a survey from storage, if they are not here.
    pub(super) fn bring(self, survey: &str) {
        if self.kept.with_untracked(|kept| kept.contains_key(survey)) {
            return;
        }
        let stored = storage::load::<Kept>(&Key::Codes(survey.to_owned()));
        if let Err(error) = &stored {
            self.trouble.set(Some(error.clone()));
        }
        let kept = stored.ok().flatten().unwrap_or_default();
        self.kept.update(|all| drop(all.insert(survey.to_owned(), kept)));
    }

    /// Changes the codes of a survey and stores them.
    pub(super) fn change<T>(self, survey: &str, change: impl FnOnce(&mut Kept) -> T) -> T {
        self.bring(survey);
        let mut kept = self.kept.with_untracked(|all| all.get(survey).cloned()).unwrap_or_default();
        let changed = change(&mut kept);
        self.trouble.set(storage::save(&Key::Codes(survey.to_owned()), &kept).err());
        self.kept.update(|all| drop(all.insert(survey.to_owned(), kept)));
        changed
    }
}

impl ResultsState {
    /// Reads the codes of the survey that is shown.
    pub fn with_codes<T: Default>(self, read: impl FnOnce(&Codes) -> T) -> T {
        let survey = self.reported.with(|reported| reported.as_ref().map(|it| it.survey.clone()));
        let Some(survey) = survey else { return T::default() };
        self.coding.kept.with(|all| all.get(&survey).map(|kept| read(&kept.codes))).unwrap_or_default()
    }

    /// The code book of the survey that is shown.
    pub fn themes(self) -> Memo<Vec<Theme>> {
        Memo::new(move |_| self.with_codes(|codes| codes.themes().to_vec()))
    }

    /// What was decided about a text.
    pub fn codes_of(self, question: &str, key: &str) -> Coded {
        self.with_codes(|codes| codes.of(question, key).cloned().unwrap_or_default())
    }

    /// Why the codes are not in the browser's storage.
    pub fn codes_trouble(self) -> Option<BrowserError> {
        self.coding.trouble.get()
    }

    /// Whether codes of any survey are in no file.
    pub fn has_unsaved_codes(self) -> bool {
        self.coding.kept.with(|all| all.values().any(|kept| !kept.is_saved && !kept.codes.is_empty()))
    }

    /// Adds a theme to the code book; false where its title is empty or there already.
    pub fn add_theme(self, title: &str) -> bool {
        self.change_book(|codes| codes.add_theme(clock::new_id(), title))
    }

    /// Gives a theme another title; false where that is empty or there already.
    pub fn rename_theme(self, id: &str, title: &str) -> bool {
        self.change_book(|codes| codes.rename_theme(id, title))
    }

    /// Moves a theme in the code book.
    pub fn move_theme(self, id: &str, shift: Shift) {
        self.change_book(|codes| codes.move_theme(id, shift));
    }

    /// Takes a theme out of the code book and off every text.
    pub fn delete_theme(self, id: &str) {
        self.change_book(|codes| codes.delete_theme(id));
    }

    /// Gives a text a theme, or takes it off.
    pub fn toggle_theme(self, question: &str, key: &str, id: &str) {
        self.change_text(|codes| codes.toggle_theme(question, key, id));
    }

    /// Marks a text to be left out of what is handed on, or takes the mark off.
    pub fn toggle_removed(self, question: &str, key: &str) {
        self.change_text(|codes| codes.toggle_removed(question, key));
    }

    /// Has the worker know the codes, if it does not yet.
    pub(super) fn tell_codes(self, survey: &str) {
        self.coding.bring(survey);
        let number = self.shown.with_value(|link| link.as_ref().map_or(0, |link| link.number));
        let told = Some((number, survey.to_owned()));
        let codes = self.coding.kept.with_untracked(|all| all.get(survey).map(|kept| kept.codes.clone()));
        if let Some(codes) = codes.filter(|_| self.coding.told.get_value() != told) {
            self.coding.told.set_value(told);
            self.send(&Request::Codes { survey: survey.to_owned(), codes });
        }
    }

    /// The worker is to be told the codes anew.
    pub(super) fn retell_codes(self, survey: &str) {
        self.coding.told.set_value(None);
        self.tell_codes(survey);
    }

    fn change_book<T: Default>(self, change: impl FnOnce(&mut Codes) -> T) -> T {
        let Some(survey) = self.shown_survey() else { return T::default() };
        let changed = self.coding.change(&survey, |kept| {
            kept.is_saved = false;
            change(&mut kept.codes)
        });
        self.retell_codes(&survey);
        self.ask_themes();
        changed
    }

    fn change_text(self, change: impl FnOnce(&mut Codes) -> CodedText) {
        let Some(survey) = self.shown_survey() else { return };
        let text = self.coding.change(&survey, |kept| {
            kept.is_saved = false;
            change(&mut kept.codes)
        });
        self.send(&Request::Code { survey, text });
        self.ask_themes();
    }

    pub(super) fn shown_survey(self) -> Option<String> {
        self.reported.with_untracked(|reported| reported.as_ref().map(|it| it.survey.clone()))
    }
}

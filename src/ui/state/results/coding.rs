//! The auditor's codes: by survey, on the page, in the browser's storage and known to the worker.

use leptos::prelude::*;

use super::ResultsState;
use crate::browser::clock;
use crate::browser::message::Request;
use crate::browser::storage::Key;
use crate::domain::coding::{CodedText, Codes, Coding as Coded, Shift, Theme};

use super::codes_file::CodesNews;
use super::codes_kept::{CodesTrouble, KeptCodes};

/// The codes, and who knows of them.
#[derive(Clone, Copy)]
pub(super) struct Coding {
    pub(super) kept: KeptCodes,
    /// What became of a file of codes.
    pub(super) news: RwSignal<Option<CodesNews>>,
    /// The worker and survey that the codes were last told to.
    told: StoredValue<Option<(u32, String)>>,
}

impl Coding {
    pub(super) fn new() -> Self {
        Self { kept: KeptCodes::new(), news: RwSignal::new(None), told: StoredValue::new(None) }
    }
}

impl ResultsState {
    /// Reads the codes of the survey that is shown.
    pub fn with_codes<T: Default>(self, read: impl FnOnce(&Codes) -> T) -> T {
        let survey = self.reported.with(|reported| reported.as_ref().map(|it| it.survey.clone()));
        let Some(survey) = survey else { return T::default() };
        self.coding.kept.with(&survey, read).unwrap_or_default()
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
    pub fn codes_trouble(self) -> Option<CodesTrouble> {
        self.coding.kept.trouble.get()
    }

    /// Whether another tab has changed the codes since this one did.
    pub fn are_codes_met(self) -> bool {
        self.coding.kept.is_met.get()
    }

    /// Whether codes of any survey are in no file.
    pub fn has_unsaved_codes(self) -> bool {
        self.coding.kept.is_any_unsaved()
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

    /// Another tab wrote `key` (everything, where it is absent).
    pub fn other_tab_wrote(self, key: Option<&str>) {
        let is_written = |survey: &String| key.is_none_or(|key| key == Key::Codes(survey.clone()).name());
        for survey in self.coding.kept.surveys().into_iter().filter(is_written) {
            if self.coding.kept.meet(&survey) && self.shown_survey().as_ref() == Some(&survey) {
                self.show_codes(&survey);
            }
        }
    }

    /// Has the worker know the codes, if it does not yet.
    pub(super) fn tell_codes(self, survey: &str) {
        self.coding.kept.bring(survey);
        let number = self.shown.with_value(|link| link.as_ref().map_or(0, |link| link.number));
        let told = Some((number, survey.to_owned()));
        let codes = untrack(|| self.coding.kept.with(survey, Clone::clone));
        if let Some(codes) = codes.filter(|_| self.coding.told.get_value() != told) {
            self.coding.told.set_value(told);
            self.send(&Request::Codes { survey: survey.to_owned(), codes });
        }
    }

    /// The worker is to be told the codes anew.
    fn retell_codes(self, survey: &str) {
        self.coding.told.set_value(None);
        self.tell_codes(survey);
    }

    /// Codes came from elsewhere: list and tallies follow.
    pub(super) fn show_codes(self, survey: &str) {
        self.retell_codes(survey);
        self.ask_themes();
        self.leave_lost_theme();
        self.ask_texts();
    }

    fn change_book<T: Default>(self, change: impl FnOnce(&mut Codes) -> T) -> T {
        let Some(survey) = self.shown_survey() else { return T::default() };
        let (changed, is_met) = self.coding.kept.change(&survey, |copy| copy.change(change));
        if is_met {
            self.show_codes(&survey);
        } else {
            self.retell_codes(&survey);
            self.ask_themes();
            self.leave_lost_theme();
        }
        changed
    }

    fn change_text(self, change: impl FnOnce(&mut Codes) -> CodedText) {
        let Some(survey) = self.shown_survey() else { return };
        let (text, is_met) = self.coding.kept.change(&survey, |copy| copy.change(change));
        if is_met {
            self.show_codes(&survey);
        } else {
            self.send(&Request::Code { survey, text });
            self.ask_themes();
        }
    }

    pub(super) fn shown_survey(self) -> Option<String> {
        self.reported.with_untracked(|reported| reported.as_ref().map(|it| it.survey.clone()))
    }
}

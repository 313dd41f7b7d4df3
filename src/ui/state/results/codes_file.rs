//! Codes as a file: saved, and loaded onto those that are here.

use leptos::prelude::*;

use super::ResultsState;
use super::codes_kept::KeptCodes;
use crate::browser::{clock, download};
use crate::domain::coding::{CodesFault, Merged, codes_file, read_codes};
use crate::domain::exchange::sha256;
use crate::ui::state::Load;

/// What became of a file of codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodesNews {
    /// It was loaded.
    Loaded(Merged),
    /// It was not.
    Refused(CodesFault),
}

impl ResultsState {
    /// Saves the codes of the survey that is shown as a file.
    pub fn save_codes(self) {
        let Some(survey) = self.shown_survey() else { return };
        let time = clock::now().to_string().replace([':', '-'], "");
        let name = format!("aptauja-codes-{survey}-{time}.json");
        let (text, is_met) = self.coding.kept.change(&survey, |copy| codes_file(&survey, copy.codes()));
        if download::save_file(&name, "application/json", &text).is_ok() {
            self.coding.kept.change(&survey, |copy| copy.set_saved(true));
        }
        if is_met {
            self.show_codes(&survey);
        }
    }

    /// Saves as a file what stood in the browser's storage in place of codes and could not be read.
    pub fn save_damaged_codes(self) {
        let Some(survey) = self.shown_survey() else { return };
        let Some(text) = KeptCodes::damaged(&survey) else { return };
        let name = format!("aptauja-codes-damaged-{survey}.txt");
        if download::save_file(&name, "text/plain", &text).is_ok() {
            self.coding.kept.forget_damaged(&survey);
        }
    }

    /// SHA-256 of the file that the codes of the survey that is shown are saved as; none where there are none.
    pub(super) fn codes_sha256(self) -> Option<String> {
        let survey = self.reported.with(|reported| reported.as_ref().map(|it| it.survey.clone()))?;
        let text = self.with_codes(|codes| (!codes.is_empty()).then(|| codes_file(&survey, codes)))?;
        Some(sha256(text.as_bytes()))
    }

    /// Loads a file of codes onto those that are here; where it is refused, nothing changes.
    pub(super) fn load_codes(self, text: &str) {
        let (survey, codes) = match read_codes(text) {
            Ok(read) => read,
            Err(fault) => return self.coding.news.set(Some(CodesNews::Refused(fault))),
        };
        let is_known = match self.shown_survey() {
            Some(shown) => shown == survey,
            None => matches!(
                untrack(|| self.definitions.installation()),
                Load::Ready(installation) if installation.surveys.iter().any(|entry| entry.id == survey)
            ),
        };
        if !is_known {
            let fault = CodesFault::OtherSurvey { survey };
            return self.coding.news.set(Some(CodesNews::Refused(fault)));
        }
        let (merged, _) = self.coding.kept.change(&survey, |copy| {
            let was_empty = copy.codes().is_empty();
            let merged = copy.change(|known| known.merge(codes));
            if was_empty {
                // The file holds all there is.
                copy.set_saved(true);
            }
            merged
        });
        self.coding.kept.forget_damaged(&survey);
        self.coding.news.set(Some(CodesNews::Loaded(merged)));
        if self.shown_survey().is_some() {
            self.show_codes(&survey);
        }
    }

    /// What became of the latest file of codes.
    pub fn codes_news(self) -> Option<CodesNews> {
        self.coding.news.get()
    }

    pub(super) fn forget_codes_news(self) {
        self.coding.news.set(None);
    }
}

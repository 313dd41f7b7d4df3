//! A saved report held against the files that are open.

use leptos::prelude::*;

use super::ResultsState;
use crate::domain::analysis::FilterFault;
use crate::domain::coding::Codes;
use crate::domain::exchange::{Compared, ReportFault, SavedReport};
use crate::ui::state::Load;

/// A saved report.
#[derive(Clone, Debug, PartialEq)]
pub struct Recheck {
    /// The file's name.
    pub name: String,
    /// What it says; none where it is cut off.
    pub saved: Option<SavedReport>,
    /// Reports chosen together with it, which are not checked.
    pub others: Vec<String>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// The file is no whole report.
    Unreadable,
    /// The responses' files are not open yet, or are being counted.
    Waiting,
    /// The filter is not the report's.
    OtherFilter,
    /// There is no such survey here.
    UnknownSurvey,
    /// In what it differs from what the files give; nothing where it is the same.
    Compared(Compared),
}

impl ResultsState {
    /// Takes a report to be checked; whether it is one.
    pub(super) fn check_report(self, name: &str, text: &str) -> bool {
        let saved = match SavedReport::parse(text) {
            Ok(saved) => Some(saved),
            Err(ReportFault::Cut) => None,
            // The ledger says that this is no file of responses.
            Err(ReportFault::NoReport) => return false,
        };
        self.is_recheck_taken.set(false);
        self.recheck.set(Some(Recheck { name: name.to_owned(), saved, others: Vec::new() }));
        self.need_texts();
        true
    }

    /// Of several reports chosen at once the last is checked: tells which are not.
    pub(super) fn note_unchecked(self, names: Vec<String>) {
        self.recheck.update(|recheck| {
            if let Some(recheck) = recheck {
                recheck.others = names;
            }
        });
    }

    /// Whether the survey of a saved report is one of those that are here.
    pub fn is_survey_known(self, saved: &SavedReport) -> bool {
        match self.definitions.installation() {
            Load::Ready(installation) => installation.surveys.iter().any(|it| it.id == saved.survey()),
            _ => true,
        }
    }

    /// The saved report that is checked.
    pub fn recheck(self) -> Option<Recheck> {
        self.recheck.get()
    }

    /// Checks no report any more.
    pub fn end_recheck(self) {
        self.recheck.set(None);
    }

    /// Notes when the page has taken over the filter of the saved report: another one is chosen only afterwards.
    pub fn note_recheck_taken(self) {
        let wanted = self.recheck.with(|it| Some(it.as_ref()?.saved.as_ref()?.filter().to_query()));
        if wanted.is_some_and(|wanted| self.query.with(|query| *query == wanted)) {
            self.is_recheck_taken.set(true);
        }
    }

    /// What has come of checking the saved report.
    pub fn verdict(self) -> Memo<Option<Verdict>> {
        Memo::new(move |_| {
            let Recheck { saved, .. } = self.recheck.get()?;
            let Some(saved) = saved else { return Some(Verdict::Unreadable) };
            if !self.is_survey_known(&saved) {
                return Some(Verdict::UnknownSurvey);
            }
            if self.loaded.with(Option::is_none) {
                return Some(Verdict::Waiting);
            }
            let wanted = saved.filter().to_query();
            if self.query.get() != wanted {
                // The page may not have taken over the report's filter yet.
                let is_left = self.is_recheck_taken.get();
                return Some(if is_left { Verdict::OtherFilter } else { Verdict::Waiting });
            }
            let unknown = FilterFault::UnknownSurvey(saved.survey().to_owned());
            if self.reported.with(|it| it.as_ref().is_some_and(|it| it.faults.contains(&unknown))) {
                return Some(Verdict::UnknownSurvey);
            }
            // Counts of the filter before may still stand here.
            let report = self.whole_report().filter(|report| saved.is_of(report));
            let has_codes = self.with_codes(|codes: &Codes| !codes.is_empty());
            Some(
                report
                    .map_or(Verdict::Waiting, |report| Verdict::Compared(saved.compare(&report, has_codes))),
            )
        })
    }
}

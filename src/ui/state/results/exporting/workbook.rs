//! The report as a workbook, once all that is to be in it is here.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::{Beside, ResultsState};
use super::{Exporting, file_name};
use crate::browser::clock;
use crate::browser::export_message::{BookOrder, WORKBOOK};
use crate::browser::message::Request;
use crate::domain::analysis::{Report, ThemesReport};
use crate::domain::exchange::Rejection;
use crate::domain::exchange::tables::{Compared, Shown, book, shown_rows};
use crate::domain::survey::Survey;

/// What a workbook needs beside the report.
#[derive(Clone)]
pub(super) struct Draft {
    survey: Arc<Survey>,
    report: Report,
    filter: Vec<String>,
    compared: Vec<Compared>,
    beside: Option<Beside>,
    themes: Option<Vec<ThemesReport>>,
    rejections: Option<Vec<Rejection>>,
}

impl ResultsState {
    /// Saves the report as a workbook, once the files' SHA-256 are there.
    pub fn save_workbook(self, survey: Arc<Survey>, filter: Vec<String>, compared: Vec<Compared>) {
        let Some(report) = self.report_now() else { return };
        if !self.exports.may_begin() {
            return;
        }
        self.exports.is_of_earlier.set(false);
        self.exports.end(Exporting::Waiting);
        let beside = untrack(|| self.beside_now(&survey)).filter(Beside::is_compared);
        let themes = untrack(|| self.themes_of_report());
        let draft = Draft { survey, report, filter, compared, beside, themes, rejections: None };
        self.exports.draft.set_value(Some(draft));
        self.send(&Request::Rejections);
    }

    /// The refused records have come.
    pub(in crate::ui::state::results) fn take_rejections(self, rejections: &[Rejection]) {
        self.exports.draft.update_value(|draft| {
            if let Some(draft) = draft {
                draft.rejections = Some(rejections.to_vec());
            }
        });
        self.write_workbook();
    }

    /// Writes the workbook that waits, once everything for it is here.
    pub(in crate::ui::state::results) fn write_workbook(self) {
        let digests = self.digests.get_untracked();
        let (Some(draft), Some(digests)) = (self.exports.draft.get_value(), digests) else { return };
        let Some(rejections) = draft.rejections else { return };
        let themes = draft.themes.or_else(|| untrack(|| self.themes_of_report()));
        let Some(themes) = themes else { return };
        self.exports.draft.set_value(None);
        let mut report = draft.report;
        report.themes = themes;
        report.generated_at = clock::now().to_string();
        let mut files = self
            .loaded
            .with_untracked(|it| it.as_ref().map(|it| it.ledger.files.clone()))
            .unwrap_or_default();
        files.iter_mut().zip(digests).for_each(|(file, digest)| file.source.sha256 = digest);
        let shown = Shown {
            survey: &draft.survey,
            report: &report,
            filter: &draft.filter,
            compared: &draft.compared,
            waves: draft.beside.as_ref().map(Beside::as_waves),
            files: &files,
            rejections: &rejections,
        };
        let rows = shown_rows(&shown);
        let book = book(&shown, &self.texts.get_untracked());
        let order = BookOrder { book, made_at: report.generated_at.clone() };
        let file = file_name("report", &report.survey, "xlsx");
        self.run(WORKBOOK, file, rows, |job| job.tell(&order, &[]));
    }
}

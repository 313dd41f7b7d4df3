//! Tables that are saved at once.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::{Beside, ResultsState};
use super::{Exporting, file_name};
use crate::browser::download;
use crate::domain::exchange::tables::{
    Compared, Separator, Sheet, TableError, Wording, Written, code_book, comparison_table, csv, report_table,
    shown_comparisons, shown_figures, shown_waves, wave_table,
};
use crate::domain::survey::Survey;
use crate::ui::text::Texts;

impl ResultsState {
    /// Saves the report's questions as a table.
    pub fn save_tables(self, survey: &Survey, separator: Separator) {
        let Some(report) = self.report_now() else { return };
        let sheet = report_table(survey, &report, &self.texts.get_untracked());
        self.save_sheet("report", &report.survey, &sheet, shown_figures(&report), separator);
    }

    /// Saves comparisons as a table.
    pub fn save_comparisons(self, survey: &Survey, compared: &[Compared], separator: Separator) {
        let sheet = comparison_table(survey, compared, &self.texts.get_untracked());
        self.save_sheet("comparison", &survey.entry.id, &sheet, shown_comparisons(compared), separator);
    }

    /// Saves the comparison with another survey as a table.
    pub fn save_waves(self, survey: &Arc<Survey>, separator: Separator) {
        let Some(beside) = untrack(|| self.beside_now(survey)).filter(Beside::is_compared) else { return };
        let sheet = wave_table(&beside.as_waves(), &self.texts.get_untracked());
        self.save_sheet("waves", &survey.entry.id, &sheet, shown_waves(&beside.questions), separator);
    }

    /// Saves what the columns and values of the responses' table mean.
    pub fn save_code_book(self, survey: &Survey, separator: Separator) {
        let languages: Vec<Texts> = Texts::all().collect();
        let languages: Vec<&dyn Wording> = languages.iter().map(|it| it as &dyn Wording).collect();
        let sheet = code_book(&survey.questionnaire, &languages);
        let shown = sheet.rows.len() as u64;
        self.save_sheet("codebook", &survey.entry.id, &sheet, shown, separator);
    }

    fn save_sheet(self, kind: &str, survey: &str, sheet: &Sheet, shown: u64, separator: Separator) {
        let state = match csv(sheet, separator).and_then(|written| written.checked(shown)) {
            Ok(Written { bytes, rows }) => {
                let file = file_name(kind, survey, "csv");
                match download::save_bytes(&file, "text/csv", &bytes) {
                    Ok(()) => Exporting::Done { file, rows },
                    Err(error) => Exporting::Failed(error.to_string()),
                }
            }
            Err(error) => failure(&error),
        };
        // It is there at once: what takes longer goes on.
        if self.exports.is_busy() {
            self.exports.beside.set(Some(state));
        } else {
            self.exports.is_of_earlier.set(false);
            self.exports.end(state);
        }
    }
}

fn failure(error: &TableError) -> Exporting {
    match error {
        TableError::Rows { written, shown } => Exporting::Rows { written: *written, shown: *shown },
        TableError::Format(reason) => Exporting::Failed(reason.clone()),
    }
}

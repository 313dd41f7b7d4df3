//! Files for other programs: which is being written, how far it is, and what came of it.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File};

use super::{Beside, ResultsState};
use crate::browser::export_message::{BookOrder, COPIER, CopyOrder, Told, WORKBOOK};
use crate::browser::message::Request;
use crate::browser::worker_link::WorkerLink;
use crate::browser::{BrowserError, clock, download};
use crate::domain::analysis::{Filter, Report, ThemesReport};
use crate::domain::exchange::Rejection;
use crate::domain::exchange::copies::Form;
use crate::domain::exchange::tables::{
    Compared, Separator, Sheet, Shown, TableError, Wording, Written, book, code_book, comparison_table, csv,
    report_table, shown_comparisons, shown_figures, shown_rows, shown_waves, wave_table,
};
use crate::domain::survey::Survey;
use crate::ui::text::Texts;

/// What is being done about a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Exporting {
    /// Nothing.
    Idle,
    /// It waits for the files' SHA-256.
    Waiting,
    /// It is being written, 0 to 1; none where nobody knows how far it is.
    Running(Option<f64>),
    /// It was saved.
    Done {
        /// Its name.
        file: String,
        /// Rows in it, headings apart.
        rows: u64,
    },
    /// It was given up by hand.
    Cancelled,
    /// It was not saved, as it would hold other rows than the page shows.
    Rows {
        /// In the file.
        written: u64,
        /// On the page.
        shown: u64,
    },
    /// It could not be written.
    Failed(String),
    /// It was not begun, as another is being written.
    Busy,
    /// It was given up while it waited, as other files were opened.
    Outdated,
}

/// A worker that writes one file.
type Job = WorkerLink<Told>;

/// The file that is being written.
#[derive(Clone, Copy)]
pub(super) struct Exports {
    state: RwSignal<Exporting>,
    /// What came of a file that was asked for while another was being written.
    beside: RwSignal<Option<Exporting>>,
    /// Whether other files were opened since the file that is being written was asked for.
    is_of_earlier: RwSignal<bool>,
    job: StoredValue<Option<Job>, LocalStorage>,
    /// How many were begun: what earlier workers say comes too late.
    number: StoredValue<u32>,
    /// A workbook that waits for what is to be in it.
    draft: StoredValue<Option<Draft>>,
}

/// What a workbook needs beside the report.
#[derive(Clone)]
struct Draft {
    survey: Arc<Survey>,
    report: Report,
    filter: Vec<String>,
    compared: Vec<Compared>,
    beside: Option<Beside>,
    themes: Option<Vec<ThemesReport>>,
    rejections: Option<Vec<Rejection>>,
}

impl Exports {
    pub fn new() -> Self {
        Self {
            state: RwSignal::new(Exporting::Idle),
            beside: RwSignal::new(None),
            is_of_earlier: RwSignal::new(false),
            job: StoredValue::new_local(None),
            number: StoredValue::new(0),
            draft: StoredValue::new(None),
        }
    }

    /// Ends what is being written, and forgets what was; whether anything was being written.
    pub fn forget(self) -> bool {
        let is_busy = self.is_busy();
        self.end(Exporting::Idle);
        is_busy
    }

    /// Other files are open: what is being written has what it needs, what waits does not.
    pub fn outlive_files(self) {
        match self.state.get_untracked() {
            Exporting::Running(_) => self.is_of_earlier.set(true),
            Exporting::Waiting => self.end(Exporting::Outdated),
            _ => self.end(Exporting::Idle),
        }
    }

    fn is_busy(self) -> bool {
        matches!(self.state.get_untracked(), Exporting::Running(_) | Exporting::Waiting)
    }

    /// Whether a file can be begun; if not, that is said.
    fn may_begin(self) -> bool {
        let is_busy = self.is_busy();
        self.beside.set(is_busy.then_some(Exporting::Busy));
        !is_busy
    }

    fn end(self, state: Exporting) {
        self.job.set_value(None);
        self.draft.set_value(None);
        self.beside.set(None);
        if !matches!(state, Exporting::Running(_) | Exporting::Done { .. }) {
            self.is_of_earlier.set(false);
        }
        self.state.set(state);
    }
}

impl ResultsState {
    /// What is being done about a file for another program.
    pub fn exporting(self) -> Exporting {
        self.exports.state.get()
    }

    /// What came of a file that was asked for while another was being written.
    pub fn exporting_beside(self) -> Option<Exporting> {
        self.exports.beside.get()
    }

    /// Whether the file that is being written, or was last, is of files that were open before.
    pub fn is_export_of_earlier(self) -> bool {
        self.exports.is_of_earlier.get()
    }

    /// Gives up the file that is being written.
    pub fn cancel_export(self) {
        self.exports.end(Exporting::Cancelled);
    }

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

    /// Saves the responses that are counted, of which none may be hidden.
    pub fn save_responses(self, form: Form) {
        let Some(report) = self.report_now() else { return };
        if self.is_hidden().get_untracked() || !self.exports.may_begin() {
            return;
        }
        self.exports.is_of_earlier.set(false);
        // Of the others nothing counts, whatever is in them.
        let entries = self.loaded.with_untracked(|loaded| loaded.as_ref().map(|it| it.ledger.files.clone()));
        let files: Vec<File> = self
            .files
            .get_untracked()
            .into_iter()
            .zip(entries.unwrap_or_default())
            .filter(|(_, entry)| entry.source.accepted > 0)
            .map(|(file, _)| file)
            .collect();
        let order = CopyOrder {
            names: files.iter().map(File::name).collect(),
            identities: self.keys.secrets(),
            survey: report.survey.clone(),
            // What was counted, whatever is being asked for meanwhile.
            query: Filter::of_report(&report.filter).to_query(),
            form,
            codes: untrack(|| self.with_codes(Clone::clone)),
        };
        let ending = if form == Form::Ndjson { "ndjson" } else { "csv" };
        let file = file_name("responses", &report.survey, ending);
        self.run(COPIER, file, report.responses.unwrap_or_default(), |job| {
            job.tell(&self.opening(), &[])?;
            job.tell(&order, &files)
        });
    }

    /// The refused records have come.
    pub(super) fn take_rejections(self, rejections: &[Rejection]) {
        self.exports.draft.update_value(|draft| {
            if let Some(draft) = draft {
                draft.rejections = Some(rejections.to_vec());
            }
        });
        self.write_workbook();
    }

    /// Writes the workbook that waits, once everything for it is here.
    pub(super) fn write_workbook(self) {
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

    fn report_now(self) -> Option<Report> {
        self.reported.with_untracked(|reported| reported.as_ref().map(|it| it.report.clone()))
    }

    /// Has a worker write a file, which is saved should it hold so many rows.
    fn run(self, name: &str, file: String, shown: u64, order: impl FnOnce(&Job) -> Result<(), BrowserError>) {
        let number = self.exports.number.get_value() + 1;
        self.exports.number.set_value(number);
        self.exports.end(Exporting::Running(None));
        let hear = move |told, beside: JsValue| {
            let is_running = matches!(self.exports.state.get_untracked(), Exporting::Running(_));
            if is_running && self.exports.number.get_value() == number {
                self.hear_export(told, beside.dyn_into().ok(), &file, shown);
            }
        };
        let begun = Job::start(name, hear).and_then(|job| order(&job).map(|()| job));
        match begun {
            Ok(job) => self.exports.job.set_value(Some(job)),
            Err(error) => self.exports.end(Exporting::Failed(error.to_string())),
        }
    }

    fn hear_export(self, told: Told, blob: Option<Blob>, file: &str, shown: u64) {
        let state = match (told, blob) {
            (Told::Progress(progress), _) => {
                return self.exports.state.set(Exporting::Running(Some(progress)));
            }
            (Told::Done { rows }, _) if rows != shown => Exporting::Rows { written: rows, shown },
            (Told::Done { rows }, Some(blob)) => match download::save_blob(file, &blob) {
                Ok(()) => Exporting::Done { file: file.to_owned(), rows },
                Err(error) => Exporting::Failed(error.to_string()),
            },
            (Told::Done { .. }, None) => Exporting::Failed(String::new()),
            (Told::Failed { reason }, _) => Exporting::Failed(reason),
        };
        self.exports.end(state);
    }
}

fn failure(error: &TableError) -> Exporting {
    match error {
        TableError::Rows { written, shown } => Exporting::Rows { written: *written, shown: *shown },
        TableError::Format(reason) => Exporting::Failed(reason.clone()),
    }
}

fn file_name(kind: &str, survey: &str, ending: &str) -> String {
    let time = clock::now().to_string().replace([':', '-'], "");
    format!("aptauja-{kind}-{survey}-{time}.{ending}")
}

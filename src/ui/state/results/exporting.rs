//! Files for other programs: which is being written, how far it is, and what came of it.

mod sheets;
mod workbook;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File};

use super::ResultsState;
use crate::browser::export_message::{COPIER, CopyOrder, Told};
use crate::browser::worker_link::WorkerLink;
use crate::browser::{BrowserError, clock, download};
use crate::domain::analysis::{Filter, Report};
use crate::domain::exchange::copies::Form;
use workbook::Draft;

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

fn file_name(kind: &str, survey: &str, ending: &str) -> String {
    let time = clock::now().to_string().replace([':', '-'], "");
    format!("aptauja-{kind}-{survey}-{time}.{ending}")
}

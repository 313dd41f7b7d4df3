//! The lead: hears the page, has files read, and tells what became of them.

mod reports;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File};

use super::colleague::Colleague;
use super::order::Answer;
use super::sharing::Sharing;
use super::slices::Slices;
use super::{Definitions, drawing, hashing, listen};
use crate::browser::BrowserError;
use crate::browser::message::{Drawing, Reply, Request};
use crate::domain::analysis::Report;
use crate::domain::exchange::{FileProblem, Import, Ledger, Reader};
use reports::Asked;

/// With fewer bytes, starting readers takes longer than reading.
const SHARED_FROM: f64 = 33_554_432.0;
/// Refused records sent to the page at first; all of them are saved on request.
const SHOWN: usize = 100;
/// Conflicting records sent to the page.
const SHOWN_CONFLICTS: usize = 5_000;

struct Lead {
    scope: DedicatedWorkerGlobalScope,
    /// The page's request that brought the definitions, as it was.
    open: String,
    definitions: Definitions,
    columns: Columns,
    ledger: Option<Ledger>,
    hasher: Option<Colleague>,
    files: Vec<File>,
    asked: Option<Asked>,
    /// Questions asked so far.
    questions: u32,
    to_draw: Option<(Report, Drawing)>,
}

/// Where the columns are.
enum Columns {
    Nowhere,
    Here(Box<Reader>),
    Shared(Box<Sharing>),
}

/// Starts answering messages.
pub(super) fn start(scope: &DedicatedWorkerGlobalScope) {
    let lead = Lead {
        scope: scope.clone(),
        open: String::new(),
        definitions: Definitions::default(),
        columns: Columns::Nowhere,
        ledger: None,
        hasher: None,
        files: Vec::new(),
        asked: None,
        questions: 0,
        to_draw: None,
    };
    let lead = Rc::new(RefCell::new(lead));
    listen(scope, move |data| {
        if let Err(error) = hear(&lead, data) {
            lead.borrow().say(&Reply::Failed { reason: error.to_string() });
        }
    });
}

fn hear(lead: &Rc<RefCell<Lead>>, data: &JsValue) -> Result<(), BrowserError> {
    let parts: &Array = data.unchecked_ref();
    let text = parts.get(0).as_string().unwrap_or_default();
    let request = serde_json::from_str(&text).map_err(|error| BrowserError::Other(error.to_string()))?;
    match request {
        Request::Open { .. } => match Definitions::read(&request) {
            Ok(definitions) => {
                let mut lead = lead.borrow_mut();
                (lead.open, lead.definitions) = (text, definitions);
                lead.say(&Reply::Opened);
            }
            Err(error) => lead.borrow().say(&error.into()),
        },
        Request::Import { names, readers } => {
            let files: Vec<File> = Array::from(&parts.get(1)).iter().map(JsCast::unchecked_into).collect();
            import(lead, &names, &files, readers)?;
        }
        Request::Report { query, generated_at, drawing } => {
            let mut this = lead.borrow_mut();
            if this.ask(&query, generated_at, drawing)? {
                this.report(lead);
            }
        }
        Request::Published { survey, drawing } => {
            let lead = lead.borrow();
            let survey = lead.definitions.surveys.iter().find(|known| known.entry.id == survey);
            let pictures = survey.map(|survey| drawing::of_published(survey, &drawing)).unwrap_or_default();
            lead.say(&Reply::Published { pictures });
        }
        Request::Rejections => {
            let lead = lead.borrow();
            let ledger = lead.ledger.as_ref().map(|ledger| ledger.rejections.clone());
            lead.say(&Reply::Rejections(ledger.unwrap_or_default()));
        }
    }
    Ok(())
}

/// Has the files read: by readers where there is much to read, else here and now.
fn import(
    lead: &Rc<RefCell<Lead>>,
    names: &[String],
    files: &[File],
    readers: usize,
) -> Result<(), BrowserError> {
    let total: f64 = files.iter().map(|file| file.size()).sum();
    let shared = if readers > 1 && total >= SHARED_FROM {
        let this = lead.clone();
        let hear = move |answer, bytes: Vec<u8>| hear_reader(&this, answer, &bytes);
        let lead = lead.borrow();
        Sharing::start(readers, lead.definitions.surveys.clone(), &lead.open, names, files, hear).ok()
    } else {
        None
    };
    let mut lead = lead.borrow_mut();
    match shared {
        Some(sharing) => {
            lead.columns = Columns::Shared(Box::new(sharing));
            lead.files = files.to_vec();
        }
        None => lead.import_here(names, files, total)?,
    }
    Ok(())
}

fn hear_reader(lead: &Rc<RefCell<Lead>>, answer: Answer, bytes: &[u8]) {
    let this = &mut *lead.borrow_mut();
    let Columns::Shared(sharing) = &mut this.columns else { return };
    match answer {
        Answer::Progress { file, bytes } => {
            let (file, done, total) = sharing.progress(file, bytes);
            this.say(&Reply::Progress { file, done, total });
        }
        Answer::Batch { number, survey, first } => sharing.take_batch(number, survey, first, bytes),
        Answer::Done { number, portion } => {
            if let Some(ledger) = sharing.take_portion(number, portion) {
                this.imported(ledger);
                this.hash(lead);
            }
        }
        Answer::Counted { number, tallies, languages } => {
            if this.take_counts(number, &tallies, languages) {
                this.report(lead);
            }
        }
        Answer::Hashed { .. } => {}
        Answer::Failed { reason } => this.say(&Reply::Failed { reason }),
    }
}

impl Lead {
    fn say(&self, reply: &Reply) {
        if let Ok(text) = serde_json::to_string(reply) {
            let _ = self.scope.post_message(&JsValue::from_str(&text));
        }
    }

    fn import_here(&mut self, names: &[String], files: &[File], total: f64) -> Result<(), BrowserError> {
        let mut import = Import::new(self.definitions.surveys.clone());
        let mut slices = Slices::new()?;
        let mut done = 0.0;
        for (name, file) in names.iter().zip(files) {
            self.say(&Reply::Progress { file: name.clone(), done, total });
            import.begin_file(name);
            let read = slices.read_all(file, |bytes| {
                import.push(bytes);
                #[allow(clippy::cast_precision_loss)]
                let length = bytes.len() as f64;
                done += length;
                self.say(&Reply::Progress { file: name.clone(), done, total });
            });
            match read {
                Ok(()) => import.finish_file(),
                Err(_) => import.fail_file(FileProblem::Unreadable),
            }
        }
        import.finish();
        let (reader, ledger) = import.into_parts();
        self.columns = Columns::Here(Box::new(reader));
        self.imported(ledger);
        Ok(())
    }

    fn imported(&mut self, ledger: Ledger) {
        let shown = Ledger {
            files: ledger.files.clone(),
            rejections: ledger.rejections.iter().take(SHOWN).cloned().collect(),
            conflicts: ledger.conflicts.iter().take(SHOWN_CONFLICTS).cloned().collect(),
        };
        let surveys = ledger.survey_counts(&self.definitions.surveys);
        self.ledger = Some(ledger);
        self.say(&Reply::Imported { ledger: shown, surveys });
    }

    /// Has the files' SHA-256 computed, by a worker that nothing else waits for.
    fn hash(&mut self, lead: &Rc<RefCell<Self>>) {
        let lead = lead.clone();
        let hear = move |answer, _| lead.borrow_mut().hear_hasher(answer);
        match Colleague::start(hashing::NAME, hear) {
            Ok(hasher) => {
                hasher.send("", &std::mem::take(&mut self.files));
                self.hasher = Some(hasher);
            }
            Err(error) => self.say(&Reply::Failed { reason: error.to_string() }),
        }
    }

    fn hear_hasher(&mut self, answer: Answer) {
        match answer {
            Answer::Hashed { file, sha256 } => {
                let Some(ledger) = &mut self.ledger else { return };
                ledger.files[file].source.sha256 = sha256;
                if file + 1 == ledger.files.len() {
                    let all = ledger.files.iter().map(|file| file.source.sha256.clone()).collect();
                    self.hasher = None;
                    self.say(&Reply::Hashed { sha256: all });
                }
            }
            Answer::Failed { reason } => self.say(&Reply::Failed { reason }),
            _ => {}
        }
    }
}

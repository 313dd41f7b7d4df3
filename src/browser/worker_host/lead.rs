//! The lead: hears the page, has files read, and tells what became of them.

mod crosses;
mod drawing;
mod gathering;
mod groups;
mod importing;
mod rehearsal;
mod reports;
mod sketching;
mod texts;
mod themes;

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File};

use super::colleague::Colleague;
use super::order::Answer;
use super::sharing::Sharing;
use super::{Definitions, files_of, hashing, listen, read, text_of};
use crate::browser::BrowserError;
use crate::browser::message::{Reply, Request};
use crate::browser::worker_link::write;
use crate::domain::analysis::{Protection, Report};
use crate::domain::exchange::{Ledger, Reader};
use crosses::Wanted;
use drawing::Sketches;
use groups::{Counted, GroupSketches};
use rehearsal::Learning;
use reports::Asked;
use texts::Shelf;

/// How long the page has the cores for itself to show the first counts, milliseconds.
const SHOWING: i32 = 500;
/// Time between two words about progress, milliseconds.
const BETWEEN: f64 = 80.0;
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
    /// When progress was told last, milliseconds since 1970.
    told_at: f64,
    /// Reports that wait for readers.
    asked: Vec<Asked>,
    /// Questions asked so far.
    questions: u32,
    /// Counts by groups that wait for readers.
    wanted: Vec<Wanted>,
    /// What is known of small groups, by the survey's position.
    protections: BTreeMap<usize, Protection>,
    /// What is being found out of them before it is asked for.
    learning: Vec<Learning>,
    /// The latest report; none while another is being counted.
    reported: Option<Report>,
    sketches: Option<Sketches>,
    /// The latest counts by groups, by question.
    counted: BTreeMap<String, Counted>,
    /// Pictures of groups still to be drawn.
    group_sketches: VecDeque<GroupSketches>,
    /// Texts, once they were asked for.
    shelf: Shelf,
}

/// Where the columns are.
enum Columns {
    Nowhere,
    Here(Rc<Reader>),
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
        told_at: 0.0,
        asked: Vec::new(),
        questions: 0,
        wanted: Vec::new(),
        protections: BTreeMap::new(),
        learning: Vec::new(),
        reported: None,
        sketches: None,
        counted: BTreeMap::new(),
        group_sketches: VecDeque::new(),
        shelf: Shelf::default(),
    };
    let lead = Rc::new(RefCell::new(lead));
    listen(scope, move |data| {
        if let Err(error) = hear(&lead, data) {
            lead.borrow().say(&Reply::Failed { reason: error.to_string() });
        }
    });
}

fn hear(lead: &Rc<RefCell<Lead>>, data: &JsValue) -> Result<(), BrowserError> {
    let text = text_of(data);
    let request = read(&text)?;
    match request {
        Request::Open { .. } => match Definitions::read(&request) {
            Ok(definitions) => {
                let mut lead = lead.borrow_mut();
                (lead.open, lead.definitions) = (text, definitions);
                lead.say(&Reply::Opened);
            }
            Err(error) => lead.borrow().say(&error.into()),
        },
        Request::Import { names, readers, identities } => {
            lead.borrow_mut().shelf.clear();
            import(lead, names, files_of(data), readers, identities);
        }
        Request::Report { query, generated_at } => {
            lead.borrow_mut().ask(&query, generated_at, false)?;
        }
        Request::Wave { query } => lead.borrow_mut().ask(&query, String::new(), true)?,
        Request::Cross { query, split } => lead.borrow_mut().cross(&query, split)?,
        Request::Test { split } => lead.borrow().test(split),
        Request::DrawGroups { split, drawing } => lead.borrow_mut().draw_groups(lead, split, drawing),
        Request::Draw { drawing } => lead.borrow_mut().draw(lead, drawing),
        Request::Sketch { subject, drawing } => lead.borrow().sketch(subject, &drawing),
        Request::Published { survey, drawing } => {
            let lead = lead.borrow();
            let survey = lead.definitions.surveys.iter().find(|known| known.entry.id == survey);
            let pictures = survey.map(|survey| drawing::of_published(survey, &drawing)).unwrap_or_default();
            lead.say(&Reply::Published { pictures });
        }
        Request::Texts { query, wanted } => lead.borrow_mut().list_texts(lead, query, wanted)?,
        Request::StopTexts => lead.borrow_mut().stop_texts(),
        Request::Codes { survey, codes } => lead.borrow_mut().know_codes(survey, codes),
        Request::Code { survey, text } => lead.borrow_mut().know_code(survey, text),
        Request::Themes { query } => lead.borrow_mut().tally_themes(lead, query)?,
        Request::DrawThemes { drawing } => lead.borrow().draw_themes(&drawing),
        Request::Rejections => {
            let lead = lead.borrow();
            let ledger = lead.ledger.as_ref().map(|ledger| ledger.rejections.clone());
            lead.say(&Reply::Rejections(ledger.unwrap_or_default()));
        }
    }
    Ok(())
}

/// Has the files read: by readers where several are wanted, else here and now.
fn import(
    lead: &Rc<RefCell<Lead>>,
    names: Vec<String>,
    files: Vec<File>,
    readers: usize,
    identities: Vec<String>,
) {
    let shared = if readers > 1 {
        let this = lead.clone();
        let hear = move |answer, bytes: Option<Uint8Array>| hear_colleague(&this, answer, bytes.as_ref());
        Sharing::start(readers, &lead.borrow().open, &names, &files, &identities, hear).ok()
    } else {
        None
    };
    match shared {
        Some(sharing) => {
            let mut lead = lead.borrow_mut();
            lead.columns = Columns::Shared(Box::new(sharing));
            lead.files = files;
        }
        None => spawn_local(importing::import_here(lead.clone(), names, files, identities)),
    }
}

fn hear_colleague(lead: &Rc<RefCell<Lead>>, answer: Answer, bytes: Option<&Uint8Array>) {
    let this = &mut *lead.borrow_mut();
    let Columns::Shared(sharing) = &mut this.columns else { return };
    match answer {
        Answer::Progress { file, bytes } => {
            let (file, done, total) = sharing.progress(file, bytes);
            this.tell_progress(file, done, total);
        }
        Answer::Opening { file } => {
            let file = sharing.name(file);
            this.say(&Reply::Opening { file });
        }
        Answer::Batch { number, survey, first } => {
            if let Some(bytes) = bytes {
                sharing.pass_batch(number, survey, first, bytes);
            }
        }
        Answer::Done { number, portion } => sharing.take_portion(number, portion),
        Answer::Assembled { ledger, removed } => {
            sharing.remove(removed);
            this.imported(ledger);
            do_the_rest(lead, &this.scope);
        }
        Answer::Counted { number, tallies, languages, joint } => {
            this.take_counts(number, &tallies, languages, joint);
        }
        Answer::Crossed { number, cross, joint } => this.take_cross(number, cross, joint),
        Answer::Gathering { number, reader, progress } => {
            this.note_gathering(number, reader, progress);
        }
        Answer::Gathered { number, reader, texts, is_last } => {
            this.take_texts(lead, (number, reader), texts, bytes, is_last);
        }
        Answer::TextsCounted { number, reader, counts, joint } => {
            this.take_text_counts(number, reader, counts, joint);
        }
        Answer::Hashing { .. } | Answer::Hashed { .. } => {}
        Answer::Failed { reason } => this.say(&Reply::Failed { reason }),
    }
}

/// What can wait until the page has shown the first counts: trying out filters, and the files' SHA-256,
/// computed by a worker that nothing else waits for.
fn do_the_rest(lead: &Rc<RefCell<Lead>>, scope: &DedicatedWorkerGlobalScope) {
    let lead = lead.clone();
    let rest = Closure::once_into_js(move || {
        let this = lead.clone();
        lead.borrow_mut().rehearse();
        lead.borrow_mut().hash(move |answer, _| this.borrow_mut().hear_hasher(answer));
    });
    let _ = scope.set_timeout_with_callback_and_timeout_and_arguments_0(rest.unchecked_ref(), SHOWING);
}

impl Lead {
    fn say(&self, reply: &Reply) {
        if let Ok(text) = write(reply) {
            let _ = self.scope.post_message(&Array::of1(&text.into()));
        }
    }

    /// Tells the page how far the reading is, as often as somebody can see it.
    fn tell_progress(&mut self, file: String, done: f64, total: f64) {
        let now = js_sys::Date::now();
        if done >= total || (now - self.told_at).abs() >= BETWEEN {
            self.told_at = now;
            self.say(&Reply::Progress { file, done, total });
        }
    }

    fn imported(&mut self, ledger: Ledger) {
        let shown = Ledger {
            files: ledger.files.clone(),
            rejections: ledger.rejections.iter().take(SHOWN).cloned().collect(),
            conflicts: ledger.conflicts.iter().take(SHOWN_CONFLICTS).cloned().collect(),
        };
        let surveys = ledger.survey_counts(&self.definitions.surveys);
        let sealed = ledger.sealed();
        self.ledger = Some(ledger);
        self.say(&Reply::Imported { ledger: shown, surveys, sealed });
    }

    fn hash(&mut self, hear: impl Fn(Answer, Option<Uint8Array>) + Clone + 'static) {
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
            Answer::Hashing { progress } => self.say(&Reply::Hashing { progress }),
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

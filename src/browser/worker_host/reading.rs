//! A reader: parts of files into columns, and counts from them.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File};

use super::colleague::answer;
use super::gathering;
use super::order::{Answer, Order, Question};
use super::returning::{self, Noted};
use super::slices::Slices;
use super::{Definitions, files_of, listen, read, text_of};
use crate::browser::BrowserError;
use crate::browser::message::Split;
use crate::domain::analysis::{Bitmap, Cross, Dataset, Filter, Joint, Tallies};
use crate::domain::coding::Gathered;
use crate::domain::exchange::returned::Kind;
use crate::domain::exchange::{Batch, Candidate, FileProblem, Reader, Task};

/// The worker's name.
pub(super) const NAME: &str = "reader";
/// Candidates handed on at a time, or a few more.
const BATCH: usize = 16_384;
/// Bytes read between two words about it.
const STEP: usize = 4 << 20;
/// Texts given at a time.
const TEXTS: usize = 8_192;

/// Orders still to be followed, and who follows them while at rest.
#[derive(Default)]
struct Desk {
    host: Option<Host>,
    orders: VecDeque<Order>,
}

struct Host {
    scope: DedicatedWorkerGlobalScope,
    reader: Reader,
    slices: Slices,
    names: Vec<String>,
    files: Vec<File>,
    identities: Vec<String>,
    /// Texts that were gathered, by the survey's position.
    gathered: BTreeMap<usize, Gathered>,
}

/// Waits for the definitions and the files, then follows orders, one after another.
pub(super) fn start(scope: DedicatedWorkerGlobalScope) {
    let desk = Rc::new(RefCell::new(Desk::default()));
    let mut is_open = false;
    listen(&scope.clone(), move |data| {
        let heard = if is_open { take(&desk, data) } else { open(&scope, &desk, data) };
        is_open = true;
        if let Err(error) = heard {
            answer(&scope, &Answer::Failed { reason: error.to_string() }, None);
        }
    });
}

fn open(
    scope: &DedicatedWorkerGlobalScope,
    desk: &Rc<RefCell<Desk>>,
    data: &JsValue,
) -> Result<(), BrowserError> {
    let definitions = Definitions::from_message(data)?;
    desk.borrow_mut().host = Some(Host {
        scope: scope.clone(),
        reader: Reader::new(definitions.surveys),
        slices: Slices::default(),
        names: Vec::new(),
        files: Vec::new(),
        identities: Vec::new(),
        gathered: BTreeMap::new(),
    });
    Ok(())
}

fn take(desk: &Rc<RefCell<Desk>>, data: &JsValue) -> Result<(), BrowserError> {
    let mut this = desk.borrow_mut();
    match (read(&text_of(data))?, &mut this.host) {
        // They come before everything else.
        (Order::Files { names, identities }, Some(host)) => {
            host.names = names;
            host.identities = identities;
            host.files = files_of(data);
        }
        (order, _) => this.orders.push_back(order),
    }
    if let Some(host) = this.host.take() {
        spawn_local(follow(desk.clone(), host));
    }
    Ok(())
}

/// Follows orders until none is left.
async fn follow(desk: Rc<RefCell<Desk>>, mut host: Host) {
    loop {
        let order = desk.borrow_mut().orders.pop_front();
        match order {
            Some(Order::Read { number, task, may_stop }) => host.read(number, task, may_stop).await,
            Some(Order::ForgetKeys) => host.identities.clear(),
            Some(Order::Remove { survey, indexes }) => host.reader.remove(survey, indexes),
            Some(Order::Gather { number, survey, reader }) => {
                host.gather(&desk, number, survey, reader).await;
            }
            Some(order) => host.count_as(&order),
            None => break,
        }
    }
    desk.borrow_mut().host = Some(host);
}

impl Host {
    async fn read(&mut self, number: usize, task: Task, may_stop: bool) {
        let Self { scope, reader, slices, names, files, identities, .. } = self;
        let (file, name) = (&files[task.file], &names[task.file]);
        reader.begin(name, task, may_stop);
        // Lines begin after the end of the one before.
        let from = if task.is_lines { task.from - 1 } else { task.from };
        #[allow(clippy::cast_precision_loss)]
        let (from, to) = (from as f64, task.to as f64);
        let mut bytes_read = 0;
        let mut kind = task.is_lines.then_some(Kind::Responses);
        let read = slices.read(file, from, to, |bytes| {
            if !kind.get_or_insert_with(|| Kind::of(name, bytes)).is_plain() {
                return false;
            }
            let needs_more = reader.push(bytes);
            bytes_read += bytes.len();
            if bytes_read >= STEP {
                tell(scope, task, &mut bytes_read);
            }
            if reader.candidates() >= BATCH {
                hand_on(scope, reader, number);
            }
            needs_more
        });
        let mut read = read.await;
        if let Some(kind) = kind.filter(|kind| !kind.is_plain()) {
            let note = |noted: Noted<'_>| match noted {
                Noted::Read(bytes) => {
                    bytes_read += bytes.len();
                    if bytes_read >= STEP {
                        tell(scope, task, &mut bytes_read);
                    }
                }
                Noted::Opening => answer(scope, &Answer::Opening { file: task.file }, None),
            };
            read = returning::read(slices, file, kind, reader, identities, note).await;
        }
        tell(scope, task, &mut bytes_read);
        let portion = match read {
            Ok(()) => reader.finish(),
            Err(_) => reader.fail(FileProblem::Unreadable),
        };
        hand_on(scope, reader, number);
        answer(scope, &Answer::Done { number, portion }, None);
    }

    /// The dataset a question is about, and the responses that pass its filter.
    fn select(&self, question: &Question) -> (&Dataset, Bitmap) {
        let dataset = self.reader.dataset(question.survey);
        let survey = &self.reader.surveys()[question.survey];
        (dataset, Filter::from_query(&question.query).select(survey, dataset))
    }

    /// Counts what an order asks for; other orders are not about counts.
    fn count_as(&self, order: &Order) {
        match order {
            Order::Count(question) => self.count(question),
            Order::Cross(question, split) => self.cross(question, split),
            Order::CountTexts { question, reader } => self.count_texts(question, *reader),
            _ => {}
        }
    }

    fn count(&self, question: &Question) {
        let (dataset, selected) = self.select(question);
        let tallies = Tallies::count(dataset, &selected);
        let languages = dataset.language_tags();
        let (number, joint) = (question.number, joint(dataset, question));
        answer(&self.scope, &Answer::Counted { number, tallies, languages, joint }, None);
    }

    fn cross(&self, question: &Question, split: &Split) {
        let (dataset, selected) = self.select(question);
        let survey = &self.reader.surveys()[question.survey];
        let cross = Cross::count(survey, dataset, &selected, &split.question, &split.by);
        let (number, joint) = (question.number, joint(dataset, question));
        answer(&self.scope, &Answer::Crossed { number, cross, joint }, None);
    }

    /// Gathers texts in turns. What is to be counted meanwhile is counted in between.
    async fn gather(&mut self, desk: &Rc<RefCell<Desk>>, number: u32, survey: usize, reader: usize) {
        let names = self.reader.surveys()[survey].questionnaire.names();
        let this = &*self;
        let between = |progress| {
            answer(&this.scope, &Answer::Gathering { number, reader, progress }, None);
            this.follow_between(desk, number)
        };
        let found = gathering::gather(&this.scope, this.reader.dataset(survey), &names, between).await;
        let Some((gathered, texts)) = found else { return };
        let mut rest = texts.as_slice();
        loop {
            let (some, more) = rest.split_at(rest.len().min(TEXTS));
            let keys: Vec<u8> = some.iter().flat_map(|text| text.key).collect();
            let texts = some.iter().map(|it| (it.question, it.text.clone(), it.is_personal)).collect();
            let is_last = more.is_empty();
            answer(&self.scope, &Answer::Gathered { number, reader, texts, is_last }, Some(&keys));
            if is_last {
                break;
            }
            rest = more;
        }
        self.gathered.insert(survey, gathered);
    }

    /// Follows what has come while this gathering goes on; whether it is still wanted. Another one waits for
    /// its end.
    fn follow_between(&self, desk: &Rc<RefCell<Desk>>, number: u32) -> bool {
        let mut is_wanted = true;
        let orders = std::mem::take(&mut desk.borrow_mut().orders);
        for order in orders {
            match order {
                Order::StopGathering { number: stopped } if stopped == number => is_wanted = false,
                Order::Gather { .. } | Order::StopGathering { .. } => {
                    desk.borrow_mut().orders.push_back(order);
                }
                order => self.count_as(&order),
            }
        }
        is_wanted
    }

    fn count_texts(&self, question: &Question, reader: usize) {
        let (dataset, selected) = self.select(question);
        let gathered = self.gathered.get(&question.survey);
        let counts = gathered.map(|gathered| gathered.count(dataset, &selected)).unwrap_or_default();
        let (number, joint) = (question.number, joint(dataset, question));
        answer(&self.scope, &Answer::TextsCounted { number, reader, counts, joint }, None);
    }
}

fn joint(dataset: &Dataset, question: &Question) -> Option<Joint> {
    question.joint.as_ref().map(|variables| Joint::count(dataset, variables))
}

/// Tells how many bytes were read since the last time.
fn tell(scope: &DedicatedWorkerGlobalScope, task: Task, bytes: &mut usize) {
    answer(scope, &Answer::Progress { file: task.file, bytes: std::mem::take(bytes) }, None);
}

/// Hands the candidates that came on to the lead.
fn hand_on(scope: &DedicatedWorkerGlobalScope, reader: &mut Reader, number: usize) {
    for Batch { survey, first, candidates } in reader.take_candidates() {
        let mut bytes = Vec::with_capacity(candidates.len() * Candidate::SIZE);
        for candidate in candidates {
            bytes.extend_from_slice(&candidate.to_bytes());
        }
        answer(scope, &Answer::Batch { number, survey, first }, Some(&bytes));
    }
}

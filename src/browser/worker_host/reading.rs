//! A reader: parts of files into columns, and counts from them.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File};

use super::colleague::answer;
use super::order::{Answer, Order, Question};
use super::slices::Slices;
use super::{Definitions, listen};
use crate::browser::BrowserError;
use crate::browser::message::Request;
use crate::domain::analysis::{Filter, Tallies};
use crate::domain::exchange::{Batch, Candidate, FileProblem, Reader, Task};

/// The worker's name.
pub(super) const NAME: &str = "reader";
/// Candidates handed on at a time, or a few more.
const BATCH: usize = 16_384;

struct Host {
    scope: DedicatedWorkerGlobalScope,
    reader: Reader,
    names: Vec<String>,
    files: Vec<File>,
}

/// Waits for the definitions, then follows orders.
pub(super) fn start(scope: DedicatedWorkerGlobalScope) {
    let mut host = None;
    listen(&scope.clone(), move |data| {
        if let Err(error) = hear(&scope, &mut host, data) {
            answer(&scope, &Answer::Failed { reason: error.to_string() }, None);
        }
    });
}

fn hear(
    scope: &DedicatedWorkerGlobalScope,
    host: &mut Option<Host>,
    data: &JsValue,
) -> Result<(), BrowserError> {
    let parts: &Array = data.unchecked_ref();
    let text = parts.get(0).as_string().unwrap_or_default();
    let wrong = |error: serde_json::Error| BrowserError::Other(error.to_string());
    let Some(host) = host else {
        let request: Request = serde_json::from_str(&text).map_err(wrong)?;
        let definitions =
            Definitions::read(&request).map_err(|error| BrowserError::Other(error.to_string()))?;
        let reader = Reader::new(definitions.surveys);
        *host = Some(Host { scope: scope.clone(), reader, names: Vec::new(), files: Vec::new() });
        return Ok(());
    };
    match serde_json::from_str(&text).map_err(wrong)? {
        Order::Files { names } => {
            host.names = names;
            host.files = Array::from(&parts.get(1)).iter().map(JsCast::unchecked_into).collect();
        }
        Order::Read { number, task, may_stop } => host.read(number, task, may_stop)?,
        Order::Remove { survey, indexes } => host.reader.remove(survey, indexes),
        Order::Count(question) => host.count(&question),
    }
    Ok(())
}

impl Host {
    fn read(&mut self, number: usize, task: Task, may_stop: bool) -> Result<(), BrowserError> {
        let Self { scope, reader, names, files } = self;
        let file = &files[task.file];
        reader.begin(&names[task.file], task, may_stop);
        // Lines begin after the end of the one before.
        let from = if task.is_lines { task.from - 1 } else { task.from };
        #[allow(clippy::cast_precision_loss)]
        let (from, to) = (from as f64, task.to as f64);
        let read = Slices::new()?.read(file, from, to, |bytes| {
            let needs_more = reader.push(bytes);
            answer(scope, &Answer::Progress { file: task.file, bytes: bytes.len() }, None);
            if reader.candidates() >= BATCH {
                hand_on(scope, reader, number);
            }
            needs_more
        });
        let portion = match read {
            Ok(()) => reader.finish(),
            Err(_) => reader.fail(FileProblem::Unreadable),
        };
        hand_on(scope, reader, number);
        answer(scope, &Answer::Done { number, portion }, None);
        Ok(())
    }

    fn count(&self, question: &Question) {
        let Question { number, survey, query } = question;
        let dataset = self.reader.dataset(*survey);
        let survey = &self.reader.surveys()[*survey];
        let selected = Filter::from_query(query).select(survey, dataset);
        let tallies = Tallies::count(dataset, &selected);
        let languages = dataset.language_tags();
        answer(&self.scope, &Answer::Counted { number: *number, tallies, languages }, None);
    }
}

/// Hands the candidates that came on to the lead.
fn hand_on(scope: &DedicatedWorkerGlobalScope, reader: &mut Reader, number: usize) {
    for Batch { survey, first, candidates } in reader.take_candidates() {
        let mut bytes = Vec::with_capacity(candidates.len() * Candidate::SIZE);
        candidates.iter().for_each(|candidate| bytes.extend_from_slice(&candidate.to_bytes()));
        answer(scope, &Answer::Batch { number, survey, first }, Some(&bytes));
    }
}

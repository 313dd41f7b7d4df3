//! A part of a file while it is read: what was refused of it, and what it is as a whole.

use super::task::Portion;
use crate::domain::exchange::{FileProblem, Rejection, record};
use crate::domain::survey::{Fault, FaultReason};

/// Characters of a refused record that are kept.
const KEPT_TEXT: usize = 400;
/// Refused records whose text is kept; of the others their place and reason.
pub(super) const KEPT_TEXTS: usize = 20_000;

/// What is known of the part so far.
#[derive(Default)]
pub(super) struct Part {
    pub portion: Portion,
    name: String,
    /// Refused records of earlier parts.
    kept_texts: usize,
    /// The first characters, for the list of what was refused.
    start: Vec<u8>,
    refusal: Option<FileProblem>,
}

impl Part {
    pub fn new(name: &str, surveys: usize, kept_texts: usize) -> Self {
        let portion = Portion { taken: vec![0; surveys], ..Portion::default() };
        Self { portion, name: name.to_owned(), kept_texts, ..Self::default() }
    }

    /// Notes a record that the definitions do not allow; whether its text was JSON.
    pub fn refuse_record(&mut self, bytes: &[u8], line: u64, number: u64, fault: Fault) -> bool {
        let is_json = !record::is_no_json(&fault);
        if fault.reason == FaultReason::Truncated {
            self.portion.problem = Some(FileProblem::Truncated);
        }
        self.reject(bytes, line, number, fault);
        is_json
    }

    /// Notes a record that cannot be read at all.
    pub fn broken(&mut self, bytes: &[u8], line: u64, number: u64, reason: FaultReason) {
        self.reject(bytes, line, number, Fault { path: "$".to_owned(), reason });
    }

    /// Notes something about the file as a whole.
    pub fn note_problem(&mut self, problem: FileProblem) {
        if problem == FileProblem::Truncated {
            self.portion.problem = Some(problem);
        } else {
            self.refusal.get_or_insert(problem);
        }
    }

    /// Says what is wrong with the file as a whole, once it has been read.
    pub fn judge(&mut self, is_whole: bool) {
        if !is_whole {
            self.portion.problem = Some(FileProblem::DamagedGzip);
        }
        if let Some(refusal) = self.refusal.take() {
            self.refuse(&refusal);
        }
    }

    pub fn reject(&mut self, bytes: &[u8], line: u64, record: u64, fault: Fault) {
        let is_kept = self.kept_texts + self.portion.rejections.len() < KEPT_TEXTS;
        let text = if is_kept { start_of(bytes) } else { String::new() };
        self.portion.rejections.push(Rejection { file: self.name.clone(), record, line, fault, text });
    }

    pub fn keep_start(&mut self, bytes: &[u8]) {
        let room = KEPT_TEXT * 4 - self.start.len();
        self.start.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }

    /// Refuses the file as a whole; it stands in the list as one record.
    fn refuse(&mut self, problem: &FileProblem) {
        let taken = vec![0; self.portion.taken.len()];
        self.portion =
            Portion { problem: Some(problem.clone()), is_refused: true, taken, ..Portion::default() };
        let start = std::mem::take(&mut self.start);
        self.reject(&start, 1, 1, fault_of(problem));
    }
}

/// What is wrong with a file as a whole, said of a record that stands for it.
pub(super) fn fault_of(problem: &FileProblem) -> Fault {
    let (path, reason) = match problem {
        FileProblem::UnknownFormat { format, .. } if format.is_empty() => ("$.format", FaultReason::Missing),
        FileProblem::UnknownFormat { format, .. } if format != "aptauja.responses" => {
            ("$.format", FaultReason::UnknownValue)
        }
        FileProblem::UnknownFormat { version, .. } if version.is_empty() => {
            ("$.version", FaultReason::Missing)
        }
        FileProblem::UnknownFormat { .. } => ("$.version", FaultReason::UnknownValue),
        FileProblem::DamagedGzip => ("$", FaultReason::BlockDamaged),
        _ => ("$", FaultReason::NotJson),
    };
    Fault { path: path.to_owned(), reason }
}

/// The first characters; four bytes hold any of them, so no more of the record is looked at.
fn start_of(bytes: &[u8]) -> String {
    let start = &bytes[..bytes.len().min(KEPT_TEXT * 4)];
    String::from_utf8_lossy(start).chars().take(KEPT_TEXT).collect()
}

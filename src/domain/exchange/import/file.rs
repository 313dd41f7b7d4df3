//! One file's entry in the ledger: what its records came to, and what it is as a whole.

use super::Taken;
use crate::domain::analysis::{Dataset, Mark, Source};
use crate::domain::exchange::record;
use crate::domain::exchange::split::Piece;
use crate::domain::exchange::{FileEntry, FileProblem, Rejection};
use crate::domain::survey::{Fault, FaultReason};

/// Characters of a refused record that are kept.
const KEPT_TEXT: usize = 400;
/// Refused records whose text is kept; of the others their place and reason.
const KEPT_TEXTS: usize = 20_000;

/// What is known of the file so far.
pub(super) struct File {
    pub entry: FileEntry,
    /// Accepted responses by position of their survey.
    pub surveys: Vec<u64>,
    marks: Vec<Mark>,
    rejections: usize,
    conflicts: usize,
    /// The first characters, for the list of what was refused.
    start: Vec<u8>,
    refusal: Option<FileProblem>,
    other_format: Option<FileProblem>,
}

impl File {
    pub fn new(name: &str, taken: &Taken) -> Self {
        let source = Source { name: name.to_owned(), ..Source::default() };
        Self {
            entry: FileEntry { source, ..FileEntry::default() },
            surveys: vec![0; taken.surveys.len()],
            marks: taken.datasets.iter().map(Dataset::mark).collect(),
            rejections: taken.ledger.rejections.len(),
            conflicts: taken.ledger.conflicts.len(),
            start: Vec::new(),
            refusal: None,
            other_format: None,
        }
    }

    /// What a piece of the file brings; whether its text was JSON.
    pub fn take(&mut self, piece: &Piece<'_>, taken: &mut Taken) -> bool {
        match piece {
            Piece::Record { bytes, line, number, is_last } => {
                match record::read(bytes, *is_last, &taken.surveys) {
                    Ok(record) => taken.accept(self, &record, *line, *number),
                    Err(fault) => {
                        let is_json = !record::is_no_json(&fault);
                        if fault.reason == FaultReason::Truncated {
                            self.entry.problem = Some(FileProblem::Truncated);
                        }
                        self.reject(bytes, *line, *number, fault, taken);
                        return is_json;
                    }
                }
            }
            Piece::Broken { bytes, line, number, reason } => {
                let fault = Fault { path: "$".to_owned(), reason: reason.clone() };
                self.reject(bytes, *line, *number, fault, taken);
            }
            Piece::Problem(FileProblem::Truncated) => self.entry.problem = Some(FileProblem::Truncated),
            Piece::Problem(problem) => drop(self.refusal.get_or_insert_with(|| problem.clone())),
            Piece::OtherFormat(format) => drop(self.other_format.get_or_insert_with(|| format.clone())),
        }
        true
    }

    /// Says what is wrong with the file as a whole, once it has been read.
    pub fn judge(&mut self, is_whole: bool, taken: &mut Taken) {
        if !is_whole {
            self.entry.problem = Some(FileProblem::DamagedGzip);
        }
        if let Some(refusal) = self.refusal.take() {
            self.refuse(&refusal, taken);
        } else if self.entry.problem.is_none() {
            self.entry.problem = self.problem_of_content(taken);
        }
    }

    fn reject(&mut self, bytes: &[u8], line: u64, record: u64, fault: Fault, taken: &mut Taken) {
        self.entry.source.rejected += 1;
        let is_kept = taken.ledger.rejections.len() < KEPT_TEXTS;
        let text = if is_kept { start_of(bytes) } else { String::new() };
        let file = self.entry.source.name.clone();
        taken.ledger.rejections.push(Rejection { file, record, line, fault, text });
    }

    pub fn keep_start(&mut self, bytes: &[u8]) {
        let room = KEPT_TEXT * 4 - self.start.len();
        self.start.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }

    /// Refuses the file as a whole; it stands in the list as one record.
    fn refuse(&mut self, problem: &FileProblem, taken: &mut Taken) {
        self.take_back(problem.clone(), taken);
        let (path, reason) = match problem {
            FileProblem::UnknownFormat { format, .. } if format.is_empty() => {
                ("$.format", FaultReason::Missing)
            }
            FileProblem::UnknownFormat { format, .. } if format != "aptauja.responses" => {
                ("$.format", FaultReason::UnknownValue)
            }
            FileProblem::UnknownFormat { version, .. } if version.is_empty() => {
                ("$.version", FaultReason::Missing)
            }
            FileProblem::UnknownFormat { .. } => ("$.version", FaultReason::UnknownValue),
            _ => ("$", FaultReason::NotJson),
        };
        let start = std::mem::take(&mut self.start);
        self.reject(&start, 1, 1, Fault { path: path.to_owned(), reason }, taken);
    }

    /// Forgets everything the file brought.
    pub fn take_back(&mut self, problem: FileProblem, taken: &mut Taken) {
        if self.entry.source.accepted > 0 {
            let file = taken.next_file();
            taken.seen.retain(|_, seen| seen.file != file);
            for (dataset, mark) in taken.datasets.iter_mut().zip(&self.marks) {
                dataset.truncate(*mark);
            }
        }
        taken.ledger.rejections.truncate(self.rejections);
        taken.ledger.conflicts.truncate(self.conflicts);
        self.surveys.fill(0);
        let Source { name, bytes, .. } = std::mem::take(&mut self.entry.source);
        let source = Source { name, bytes, ..Source::default() };
        self.entry = FileEntry { source, problem: Some(problem), ..FileEntry::default() };
    }

    /// What can be said of a file that brought nothing.
    fn problem_of_content(&mut self, taken: &Taken) -> Option<FileProblem> {
        let source = &self.entry.source;
        if source.accepted + source.duplicates + source.conflicts > 0 {
            return None;
        }
        let first = taken.ledger.rejections[self.rejections..].first().map(|found| &found.fault.reason);
        match first {
            None => Some(FileProblem::Empty),
            Some(FaultReason::NotJson | FaultReason::NotAnObject) => Some(FileProblem::NotResponses),
            Some(_) => self.other_format.take(),
        }
    }

    pub fn close(mut self, digest: &str, taken: &mut Taken) {
        digest.clone_into(&mut self.entry.source.sha256);
        let counted = taken.surveys.iter().zip(&self.surveys).filter(|(_, count)| **count > 0);
        self.entry.surveys = counted.map(|(survey, count)| (survey.entry.id.clone(), *count)).collect();
        taken.ledger.files.push(self.entry);
    }
}

/// The first characters; four bytes hold any of them, so no more of the record is looked at.
fn start_of(bytes: &[u8]) -> String {
    let start = &bytes[..bytes.len().min(KEPT_TEXT * 4)];
    String::from_utf8_lossy(start).chars().take(KEPT_TEXT).collect()
}

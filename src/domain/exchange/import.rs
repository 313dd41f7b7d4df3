//! Importing files of responses: every record accepted, duplicate, conflict or rejected.
//!
//! [`Reader`]s read parts of files into columns, each for itself; an [`Assembly`] puts together what they
//! found. [`Import`] is both for one reader and whole files. What comes of the files does not depend on
//! how they are shared out.

mod assembly;
mod line_reader;
mod part;
mod reader;
mod register;
mod sums;
mod task;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Digest, FileProblem, Ledger};
use crate::domain::analysis::Dataset;
use crate::domain::survey::Survey;

pub use assembly::{Assembled, Assembly, Removed};
pub use reader::{Kept, Reader};
pub use task::{Batch, Candidate, Portion, Task};

/// Files in the order in which they are read: by name, then by size.
pub fn sort_files<T>(files: &mut [T], name_and_size: impl Fn(&T) -> (String, u64)) {
    files.sort_by_key(name_and_size);
}

/// Responses read by a single reader, with the ledger of what became of each record.
///
/// For each file: [`Import::begin_file`], [`Import::push`] for every slice, [`Import::finish_file`]; at the
/// end [`Import::finish`].
pub struct Import {
    reader: Reader,
    assembly: Assembly,
    file: Option<OpenFile>,
    ledger: Ledger,
}

/// The file being read.
struct OpenFile {
    file: usize,
    task: usize,
    bytes: u64,
    digest: Digest,
}

impl Import {
    /// Nothing read yet.
    pub fn new(surveys: Rc<Vec<Survey>>) -> Self {
        let assembly = Assembly::new(surveys.clone());
        Self { reader: Reader::new(surveys), assembly, file: None, ledger: Ledger::default() }
    }

    /// Begins a file.
    pub fn begin_file(&mut self, name: &str) {
        let file = self.assembly.add_file(name, 0);
        let task = Task { file, from: 0, to: u64::MAX, is_lines: false };
        self.reader.begin(name, task, false);
        let task = self.assembly.add_task(task);
        self.file = Some(OpenFile { file, task, bytes: 0, digest: Digest::default() });
    }

    /// Takes the next bytes of the file, as read: packed, where the file is.
    pub fn push(&mut self, bytes: &[u8]) {
        if let Some(file) = &mut self.file {
            file.bytes += bytes.len() as u64;
            file.digest.push(bytes);
            self.reader.push(bytes);
        }
    }

    /// Notes size and digest of a file that is read in another way.
    pub fn note(&mut self, bytes: u64, digest: Digest) {
        if let Some(file) = &mut self.file {
            (file.bytes, file.digest) = (bytes, digest);
        }
    }

    /// The reader, for a file that is read in another way.
    pub fn reader(&mut self) -> &mut Reader {
        &mut self.reader
    }

    /// Ends the file.
    pub fn finish_file(&mut self) {
        let portion = self.reader.finish();
        self.close(portion);
    }

    /// Ends a file that could not be read to its end; nothing of it counts.
    pub fn fail_file(&mut self, problem: FileProblem) {
        let portion = self.reader.fail(problem);
        self.close(portion);
    }

    fn close(&mut self, portion: Portion) {
        if let Some(OpenFile { file, task, bytes, digest }) = self.file.take() {
            self.assembly.set_source(file, bytes, digest.finish());
            for batch in self.reader.take_candidates() {
                self.assembly.add_batch(task, batch);
            }
            self.assembly.add_portion(task, portion);
        }
    }

    /// All files have been read.
    pub fn finish(&mut self) {
        let Assembled { ledger, removed } = self.assembly.finish();
        for Removed { survey, indexes, .. } in removed {
            self.reader.remove(survey, indexes);
        }
        self.ledger = ledger;
    }

    /// What became of every record.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The reader, which has the columns, and what became of every record; the ids are let go.
    pub fn into_parts(self) -> (Reader, Ledger) {
        (self.reader, self.ledger)
    }

    /// A survey of the installation and its responses.
    pub fn dataset(&self, survey: &str) -> Option<(&Survey, &Dataset)> {
        let index = self.reader.surveys().iter().position(|known| known.entry.id == survey)?;
        Some((&self.reader.surveys()[index], self.reader.dataset(index)))
    }

    /// Survey id → accepted responses, for every survey of the installation.
    pub fn survey_counts(&self) -> BTreeMap<String, u64> {
        self.ledger.survey_counts(self.reader.surveys())
    }

    /// The survey that most accepted responses belong to; the index's order decides a tie.
    pub fn main_survey(&self) -> &str {
        self.ledger.main_survey(self.reader.surveys())
    }
}

//! Importing files of responses: every record accepted, duplicate, conflict or rejected.

mod file;
mod reading;
mod taken;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{FileProblem, Ledger};
use crate::domain::analysis::Dataset;
use crate::domain::survey::Survey;
use reading::Reading;
use taken::Taken;

/// Files in the order in which they are read: by name, then by size.
pub fn sort_files<T>(files: &mut [T], name_and_size: impl Fn(&T) -> (String, u64)) {
    files.sort_by_key(name_and_size);
}

/// Responses read so far, with the ledger of what became of each record.
///
/// For each file: [`Import::begin_file`], [`Import::push`] for every slice, [`Import::finish_file`].
pub struct Import {
    taken: Taken,
    reading: Option<Reading>,
}

impl Import {
    /// Nothing read yet.
    pub fn new(surveys: Rc<Vec<Survey>>) -> Self {
        Self { taken: Taken::new(surveys), reading: None }
    }

    /// Begins a file.
    pub fn begin_file(&mut self, name: &str) {
        self.reading = Some(Reading::new(name, &self.taken));
    }

    /// Takes the next bytes of the file, as read: packed, where the file is.
    pub fn push(&mut self, bytes: &[u8]) {
        if let Some(reading) = &mut self.reading {
            reading.push(bytes, &mut self.taken);
        }
    }

    /// Ends the file.
    pub fn finish_file(&mut self) {
        if let Some(reading) = self.reading.take() {
            reading.finish(&mut self.taken);
        }
    }

    /// Ends a file that could not be read to its end; nothing of it counts.
    pub fn fail_file(&mut self, problem: FileProblem) {
        if let Some(reading) = self.reading.take() {
            reading.fail(problem, &mut self.taken);
        }
    }

    /// What became of every record of the finished files.
    pub fn ledger(&self) -> &Ledger {
        &self.taken.ledger
    }

    /// A survey of the installation and its accepted responses.
    pub fn dataset(&self, survey: &str) -> Option<(&Survey, &Dataset)> {
        let index = self.taken.surveys.iter().position(|known| known.entry.id == survey)?;
        Some((&self.taken.surveys[index], &self.taken.datasets[index]))
    }

    /// Survey id → accepted responses, for every survey of the installation.
    pub fn survey_counts(&self) -> BTreeMap<String, u64> {
        let ids = self.taken.surveys.iter().map(|survey| survey.entry.id.clone());
        ids.zip(self.taken.datasets.iter().map(|dataset| dataset.len() as u64)).collect()
    }

    /// The survey that most accepted responses belong to; the index's order decides a tie.
    pub fn main_survey(&self) -> &str {
        let lengths = self.taken.datasets.iter().map(Dataset::len);
        let largest = lengths.clone().max().unwrap_or_default();
        let index = lengths.clone().position(|length| length == largest).unwrap_or_default();
        self.taken.surveys.get(index).map_or("", |survey| &survey.entry.id)
    }
}

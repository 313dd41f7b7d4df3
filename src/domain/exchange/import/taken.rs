//! What all files have brought: the responses, their ids and the ledger.

use std::collections::HashMap;
use std::rc::Rc;

use super::file::File;
use crate::domain::analysis::Dataset;
use crate::domain::exchange::record::Record;
use crate::domain::exchange::{Conflict, Ledger};
use crate::domain::survey::Survey;

/// What the finished files, and the present one so far, have brought.
pub(super) struct Taken {
    pub surveys: Rc<Vec<Survey>>,
    pub datasets: Vec<Dataset>,
    pub seen: HashMap<u128, Seen>,
    pub ledger: Ledger,
}

/// A response that was taken. A million are kept, so it is small.
pub(super) struct Seen {
    fingerprint: u64,
    /// Position of its file in the ledger.
    pub file: u32,
    record: u32,
}

impl Taken {
    pub fn new(surveys: Rc<Vec<Survey>>) -> Self {
        let datasets = surveys.iter().map(|survey| Dataset::new(&survey.questionnaire)).collect();
        Self { surveys, datasets, seen: HashMap::new(), ledger: Ledger::default() }
    }

    /// The position that the file being read will have in the ledger.
    pub fn next_file(&self) -> u32 {
        u32::try_from(self.ledger.files.len()).unwrap_or(u32::MAX)
    }

    /// Counts a record that the definition allows as accepted, duplicate or conflict.
    pub fn accept(&mut self, file: &mut File, record: &Record, line: u64, number: u64) {
        let fingerprint = record.fingerprint();
        let counts = &mut file.entry.source;
        if let Some(seen) = self.seen.get(&record.id) {
            if seen.fingerprint == fingerprint {
                counts.duplicates += 1;
                return;
            }
            counts.conflicts += 1;
            let finished = self.ledger.files.get(seen.file as usize);
            self.ledger.conflicts.push(Conflict {
                id: record.id_text.clone(),
                file: counts.name.clone(),
                record: number,
                line,
                first_file: finished.map_or(&counts.name, |file| &file.source.name).clone(),
                first_record: u64::from(seen.record),
            });
            return;
        }
        let seen =
            Seen { fingerprint, file: self.next_file(), record: u32::try_from(number).unwrap_or(u32::MAX) };
        self.seen.insert(record.id, seen);
        counts.accepted += 1;
        let survey = &self.surveys[record.survey];
        let day = record.submitted_at.day();
        self.datasets[record.survey].push(&survey.questionnaire, &record.answers, day, &record.language);
        file.surveys[record.survey] += 1;
        file.entry.outside_period += u64::from(!survey.entry.is_open(day));
    }
}

//! The ledger as it is added up, part by part and file by file.

use std::collections::BTreeMap;

use super::assembly::{Assembled, Removed};
use super::part::KEPT_TEXTS;
use super::task::Portion;
use crate::domain::analysis::Source;
use crate::domain::exchange::{Conflict, FileEntry, FileProblem, Ledger};
use crate::domain::survey::{FaultReason, Survey};

/// What has been added up so far.
pub(super) struct Sums<'a> {
    surveys: &'a [Survey],
    ledger: Ledger,
    /// Accepted responses of each file by the survey's position.
    taken: Vec<Vec<u64>>,
    /// Task → records and lines of its file before it.
    before: BTreeMap<usize, (u64, u64)>,
    /// Records and lines of the file so far.
    passed: (u64, u64),
    /// Refused records of the files before.
    rejections: usize,
    other_format: Option<FileProblem>,
    /// Task and survey → positions.
    removed: BTreeMap<(usize, usize), Vec<usize>>,
}

impl<'a> Sums<'a> {
    pub fn new(surveys: &'a [Survey]) -> Self {
        Self {
            surveys,
            ledger: Ledger::default(),
            taken: Vec::new(),
            before: BTreeMap::new(),
            passed: (0, 0),
            rejections: 0,
            other_format: None,
            removed: BTreeMap::new(),
        }
    }

    /// Begins a file's entry.
    pub fn begin_file(&mut self, source: Source) {
        self.ledger.files.push(FileEntry { source, ..FileEntry::default() });
        self.taken.push(vec![0; self.surveys.len()]);
        self.passed = (0, 0);
        self.rejections = self.ledger.rejections.len();
        self.other_format = None;
    }

    /// Adds a part of the file, in order.
    pub fn add(&mut self, task: usize, portion: Portion) {
        let (records, lines) = self.passed;
        self.before.insert(task, self.passed);
        self.passed = (records + portion.records, lines + portion.lines);
        self.other_format = self.other_format.take().or(portion.other_format);
        let (Some(entry), Some(taken)) = (self.ledger.files.last_mut(), self.taken.last_mut()) else {
            return;
        };
        entry.problem = portion.problem.or_else(|| entry.problem.take());
        entry.outside_period += portion.outside_period;
        entry.source.accepted += portion.taken.iter().sum::<u64>();
        entry.source.rejected += portion.rejections.len() as u64;
        taken.iter_mut().zip(&portion.taken).for_each(|(sum, more)| *sum += more);
        self.ledger.rejections.extend(portion.rejections.into_iter().map(|mut rejection| {
            rejection.record += records;
            rejection.line += lines;
            rejection
        }));
    }

    /// Refuses the file: nothing of it counts but what is said of it as a whole.
    pub fn refuse(&mut self, portion: Portion) {
        let Some(entry) = self.ledger.files.last_mut() else { return };
        entry.problem = portion.problem;
        entry.source.rejected = portion.rejections.len() as u64;
        self.ledger.rejections.extend(portion.rejections);
    }

    /// Says what the file is where it brought nothing.
    pub fn judge(&mut self) {
        let Some(entry) = self.ledger.files.last_mut() else { return };
        if entry.problem.is_some() || entry.source.accepted > 0 {
            return;
        }
        let first = self.ledger.rejections.get(self.rejections).map(|found| &found.fault.reason);
        entry.problem = match first {
            None => Some(FileProblem::Empty),
            Some(FaultReason::NotJson | FaultReason::NotAnObject) => Some(FileProblem::NotResponses),
            Some(_) => self.other_format.take(),
        };
    }

    /// Records and lines of a task's file before it.
    pub fn before(&self, task: usize) -> (u64, u64) {
        self.before.get(&task).copied().unwrap_or_default()
    }

    /// Counts a record as duplicate or conflict that is counted as accepted.
    pub fn lose(&mut self, file: usize, survey: usize, is_outside_period: bool, conflict: Option<Conflict>) {
        let entry = &mut self.ledger.files[file];
        entry.source.accepted -= 1;
        entry.outside_period -= u64::from(is_outside_period);
        self.taken[file][survey] -= 1;
        match conflict {
            None => entry.source.duplicates += 1,
            Some(conflict) => {
                entry.source.conflicts += 1;
                self.ledger.conflicts.push(conflict);
            }
        }
    }

    /// Notes responses to be taken back.
    pub fn remove(&mut self, task: usize, survey: usize, indexes: impl IntoIterator<Item = usize>) {
        self.removed.entry((task, survey)).or_default().extend(indexes);
    }

    pub fn finish(self) -> Assembled {
        let Self { surveys, mut ledger, taken, removed, .. } = self;
        for (entry, taken) in ledger.files.iter_mut().zip(&taken) {
            let counted = surveys.iter().zip(taken).filter(|(_, count)| **count > 0);
            entry.surveys = counted.map(|(survey, count)| (survey.entry.id.clone(), *count)).collect();
        }
        for rejection in ledger.rejections.iter_mut().skip(KEPT_TEXTS) {
            rejection.text.clear();
        }
        let removed = removed.into_iter().map(|((task, survey), indexes)| Removed { task, survey, indexes });
        Assembled { ledger, removed: removed.collect() }
    }
}

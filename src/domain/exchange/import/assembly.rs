//! Putting together what readers found in the parts of files: the ledger, and which candidates count.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::register::{Loser, Register};
use super::sums::Sums;
use super::task::{Batch, Portion, Task};
use crate::domain::analysis::Source;
use crate::domain::exchange::{Conflict, Ledger};
use crate::domain::survey::{Survey, uuid_text};

/// All files of one import while their parts come in, in any order.
pub struct Assembly {
    surveys: Rc<Vec<Survey>>,
    /// Name, size and digest of each; the counts are made at the end.
    files: Vec<Source>,
    tasks: Vec<(Task, Option<Portion>)>,
    register: Register,
}

/// What has come of all files.
#[derive(Default)]
pub struct Assembled {
    /// What became of every record.
    pub ledger: Ledger,
    /// Responses to be taken back by the reader that has them.
    pub removed: Vec<Removed>,
}

/// Responses of one task that do not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    /// Number of the task.
    pub task: usize,
    /// Position of the survey.
    pub survey: usize,
    /// Positions in the dataset of the reader that did the task.
    pub indexes: Vec<usize>,
}

impl Assembly {
    /// Nothing has come in yet.
    pub fn new(surveys: Rc<Vec<Survey>>) -> Self {
        Self { surveys, files: Vec::new(), tasks: Vec::new(), register: Register::default() }
    }

    /// Makes room for so many records before the first of them comes.
    pub fn reserve(&mut self, records: usize) {
        self.register.reserve(records);
    }

    /// Adds a file after those before, and answers its position.
    pub fn add_file(&mut self, name: &str, bytes: u64) -> usize {
        self.files.push(Source { name: name.to_owned(), bytes, ..Source::default() });
        self.files.len() - 1
    }

    /// Gives a file its size and SHA-256.
    pub fn set_source(&mut self, file: usize, bytes: u64, sha256: String) {
        let file = &mut self.files[file];
        (file.bytes, file.sha256) = (bytes, sha256);
    }

    /// Adds a task, and answers its number.
    pub fn add_task(&mut self, task: Task) -> usize {
        self.tasks.push((task, None));
        self.tasks.len() - 1
    }

    /// The task of this number.
    pub fn task(&self, number: usize) -> Task {
        self.tasks[number].0
    }

    /// Takes candidates of a task.
    pub fn add_batch(&mut self, task: usize, batch: Batch) {
        self.register.add(task, batch);
    }

    /// Takes what a task came to, after all its candidates.
    pub fn add_portion(&mut self, task: usize, portion: Portion) {
        self.tasks[task].1 = Some(portion);
    }

    /// Puts together what has come in; to be called once.
    pub fn finish(&mut self) -> Assembled {
        let mut order: Vec<usize> = (0..self.tasks.len()).collect();
        order.sort_by_key(|task| (self.tasks[*task].0.file, self.tasks[*task].0.from));
        let surveys = self.surveys.clone();
        let mut sums = Sums::new(&surveys);
        let mut ranks = vec![None; self.tasks.len()];
        let (mut at, mut rank) = (0, 0);
        for (number, file) in self.files.iter().enumerate() {
            sums.begin_file(file.clone());
            let mut portions = Vec::new();
            while let Some(task) = order.get(at).filter(|task| self.tasks[**task].0.file == number) {
                portions.extend(self.tasks[*task].1.take().map(|portion| (*task, portion)));
                at += 1;
            }
            if let Some(refused) = portions.iter().position(|(_, portion)| portion.is_refused) {
                for (task, _) in &portions {
                    self.register
                        .batches_of(*task)
                        .for_each(|(survey, indexes)| sums.remove(*task, survey, indexes));
                }
                sums.refuse(portions.swap_remove(refused).1);
                continue;
            }
            for (task, portion) in portions {
                ranks[task] = Some(rank);
                rank += 1;
                sums.add(task, portion);
            }
            sums.judge();
        }
        self.settle(&mut sums, &ranks);
        sums.finish()
    }

    /// Counts duplicates and conflicts, which the files' entries have as accepted so far.
    fn settle(&mut self, sums: &mut Sums<'_>, ranks: &[Option<usize>]) {
        let mut losers = self.register.losers(|task| ranks[task]);
        losers.sort_by_key(|loser| (ranks[loser.found.task], loser.found.candidate.record));
        for Loser { found, conflicts_with } in losers {
            let (file, candidate) = (self.tasks[found.task].0.file, found.candidate);
            let conflict = conflicts_with.map(|(winner, record)| {
                let [high, low] = candidate.id.map(u128::from);
                let (records, lines) = sums.before(found.task);
                Conflict {
                    id: uuid_text(high << 64 | low),
                    file: self.files[file].name.clone(),
                    record: records + u64::from(candidate.record),
                    line: lines + candidate.line(),
                    first_file: self.files[self.tasks[winner].0.file].name.clone(),
                    first_record: sums.before(winner).0 + u64::from(record),
                }
            });
            sums.lose(file, found.survey, candidate.is_outside_period(), conflict);
            sums.remove(found.task, found.survey, [found.index]);
        }
    }
}

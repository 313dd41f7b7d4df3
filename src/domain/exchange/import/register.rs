//! The ids of all records: which counts where several bear the same.

use hashbrown::HashTable;

use super::task::{Batch, Candidate};

/// Ids of candidates from every part of every file, in whatever order they arrive.
#[derive(Default)]
pub(super) struct Register {
    batches: Vec<(usize, Batch)>,
    /// Number of the first candidate of each batch.
    starts: Vec<u32>,
    count: u32,
    /// Numbers of candidates, one for each id.
    first: HashTable<u32>,
    /// The candidate that bore the id first to arrive, and another that bears it.
    shared: Vec<(u32, u32)>,
}

/// One candidate with all that is known of it.
#[derive(Clone, Copy)]
pub(super) struct Found {
    /// Number of its task.
    pub task: usize,
    /// Position of its survey.
    pub survey: usize,
    /// Its position in its reader's dataset.
    pub index: usize,
    pub candidate: Candidate,
}

/// A candidate that does not count.
pub(super) struct Loser {
    pub found: Found,
    /// Task and record of the one that counts; none where both have the same content.
    pub conflicts_with: Option<(usize, u32)>,
}

fn hash(id: [u64; 2]) -> u64 {
    // Ids may count up, and the table wants its bits spread.
    let mixed = (id[0] ^ id[1].rotate_left(32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    mixed ^ (mixed >> 32)
}

impl Register {
    /// Makes room for so many ids before the first comes, so that the table need not grow by steps.
    pub fn reserve(&mut self, ids: usize) {
        if self.first.is_empty() {
            self.first = HashTable::with_capacity(ids);
        }
    }

    /// Takes candidates of a task.
    pub fn add(&mut self, task: usize, batch: Batch) {
        let start = self.count;
        self.batches.push((task, batch));
        self.starts.push(start);
        let Self { batches, starts, count, first, shared } = self;
        let id_of = |number: u32| find(batches, starts, number).candidate.id;
        let candidates = batches.last().map_or(&[][..], |(_, batch)| &batch.candidates);
        for candidate in candidates {
            let same = |number: &u32| id_of(*number) == candidate.id;
            match first.find(hash(candidate.id), same) {
                Some(number) => shared.push((*number, *count)),
                None => drop(first.insert_unique(hash(candidate.id), *count, |number| hash(id_of(*number)))),
            }
            // No device holds 2³² responses.
            *count = count.saturating_add(1);
        }
    }

    /// The candidates that do not count because another of the same id comes before them. `rank` gives
    /// a task's place in the order of reading; none to a task of which nothing counts.
    pub fn losers(&mut self, rank: impl Fn(usize) -> Option<usize>) -> Vec<Loser> {
        self.shared.sort_unstable();
        let mut losers = Vec::new();
        for group in self.shared.chunk_by(|left, right| left.0 == right.0) {
            let numbers = group.iter().map(|(_, other)| *other).chain([group[0].0]);
            let mut found: Vec<Found> =
                numbers.map(|number| find(&self.batches, &self.starts, number)).collect();
            found.retain(|found| rank(found.task).is_some());
            found.sort_unstable_by_key(|found| (rank(found.task), found.candidate.record));
            let Some((winner, others)) = found.split_first() else { continue };
            losers.extend(others.iter().map(|found| {
                Loser {
                    found: *found,
                    conflicts_with: (found.candidate.fingerprint != winner.candidate.fingerprint)
                        .then_some((winner.task, winner.candidate.record)),
                }
            }));
        }
        losers
    }

    /// Survey and positions of every batch of a task.
    pub fn batches_of(&self, task: usize) -> impl Iterator<Item = (usize, std::ops::Range<usize>)> {
        let batches = self.batches.iter().filter(move |(of, _)| *of == task);
        batches.map(|(_, batch)| (batch.survey, batch.first..batch.first + batch.candidates.len()))
    }
}

fn find(batches: &[(usize, Batch)], starts: &[u32], number: u32) -> Found {
    let at = starts.partition_point(|start| *start <= number) - 1;
    let (task, batch) = &batches[at];
    let offset = (number - starts[at]) as usize;
    Found {
        task: *task,
        survey: batch.survey,
        index: batch.first + offset,
        candidate: batch.candidates[offset],
    }
}

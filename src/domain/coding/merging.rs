//! The texts of several parts put together step by step, so that other things can be done in between.

use std::cmp::Ordering;
use std::iter::Peekable;
use std::vec::IntoIter;

use super::{Collection, Distinct};

/// Texts put together in a step: a few thousandths of a second.
const STEP: usize = 8_192;

/// Texts being put together. However the responses are shared out, the collection is the same.
pub struct Merging {
    /// Of each part, sorted, what is still to come.
    parts: Vec<Peekable<IntoIter<Distinct>>>,
    collection: Collection,
    done: usize,
    all: usize,
}

impl Merging {
    /// Begins with the texts of each part, sorted.
    pub fn of(parts: Vec<Vec<Distinct>>) -> Self {
        let all = parts.iter().map(Vec::len).sum();
        let collection = Collection::for_parts(parts.len());
        let parts = parts.into_iter().map(|part| part.into_iter().peekable()).collect();
        Self { parts, collection, done: 0, all }
    }

    /// Does a little; whether there is more to do.
    pub fn step(&mut self) -> bool {
        for _ in 0..STEP {
            let Some((part, distinct)) = self.next() else { return false };
            self.done += 1;
            self.collection.add(part, distinct);
        }
        true
    }

    /// How far it is, 0 to 1.
    pub fn progress(&self) -> f64 {
        #[allow(clippy::cast_precision_loss)]
        let progress = self.done as f64 / self.all.max(1) as f64;
        progress
    }

    /// Does all there is to do.
    pub fn finish(mut self) -> Collection {
        while self.step() {}
        self.collection.index();
        self.collection
    }

    /// The first text of those still to come, and the part it is of.
    fn next(&mut self) -> Option<(usize, Distinct)> {
        let mut first: Option<usize> = None;
        for at in 0..self.parts.len() {
            let (before, rest) = self.parts.split_at_mut(at);
            let Some(text) = rest[0].peek() else { continue };
            let earlier = first.and_then(|first| before[first].peek());
            if earlier.is_none_or(|earlier| text.order(earlier) == Ordering::Less) {
                first = Some(at);
            }
        }
        let first = first?;
        Some((first, self.parts[first].next()?))
    }
}

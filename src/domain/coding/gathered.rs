//! The texts of a dataset: each distinct one once, and who wrote which.

use super::collection::Distinct;
use super::gathering::{Gathering, NOBODY};
use crate::domain::analysis::{Bitmap, Dataset, Texts};

/// Which distinct text each response wrote.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// For each question, in the order its texts come: the number of the distinct text.
    pub(super) numbers: Vec<Vec<u32>>,
    pub(super) distinct: usize,
}

impl Gathered {
    /// Gathers the texts of the responses that count at once; the distinct ones come sorted.
    pub fn of(dataset: &Dataset, names: &[&str]) -> (Self, Vec<Distinct>) {
        Gathering::of(dataset, names).finish()
    }

    /// How many of the selected responses wrote each distinct text.
    pub fn count(&self, dataset: &Dataset, selected: &Bitmap) -> Vec<u32> {
        let mut counts = vec![0; self.distinct];
        for (slot, numbers) in dataset.slots().iter().zip(&self.numbers) {
            let texts = slot.texts().into_iter().flat_map(Texts::iter);
            for ((response, _), number) in texts.zip(numbers) {
                if *number != NOBODY && selected.has(response) {
                    counts[*number as usize] += 1;
                }
            }
        }
        counts
    }
}

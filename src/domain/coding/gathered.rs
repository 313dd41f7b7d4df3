//! The texts of a dataset: each distinct one once, and who wrote which.

use std::collections::HashMap;

use super::collection::Distinct;
use crate::domain::analysis::{Bitmap, Dataset, Texts};

/// Stands for a text of a response that was taken back.
const NOBODY: u32 = u32::MAX;

/// Which distinct text each response wrote.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// For each question, in the order its texts come: the number of the distinct text.
    numbers: Vec<Vec<u32>>,
    distinct: usize,
}

impl Gathered {
    /// Gathers the texts of the responses that count; the distinct ones come sorted.
    pub fn of(dataset: &Dataset, names: &[&str]) -> (Self, Vec<Distinct>) {
        let present = dataset.present();
        let mut known: HashMap<(usize, &str), u32> = HashMap::new();
        let mut numbers = Vec::new();
        for (question, slot) in dataset.slots().iter().enumerate() {
            let texts = slot.texts().into_iter().flat_map(Texts::iter);
            let number = |(response, text)| {
                if !present.has(response) {
                    return NOBODY;
                }
                let next = u32::try_from(known.len()).unwrap_or(NOBODY);
                *known.entry((question, text)).or_insert(next)
            };
            numbers.push(texts.map(number).collect::<Vec<u32>>());
        }
        let mut distinct: Vec<(Distinct, u32)> = known
            .into_iter()
            .map(|((question, text), number)| (Distinct::new(question, names[question], text), number))
            .collect();
        distinct.sort_unstable_by(|(left, _), (right, _)| left.order(right));
        // Numbers as they are sorted.
        let mut places = vec![NOBODY; distinct.len()];
        for ((_, number), place) in distinct.iter().zip(0..) {
            places[*number as usize] = place;
        }
        for number in numbers.iter_mut().flatten().filter(|number| **number != NOBODY) {
            *number = places[*number as usize];
        }
        let gathered = Self { numbers, distinct: distinct.len() };
        (gathered, distinct.into_iter().map(|(distinct, _)| distinct).collect())
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

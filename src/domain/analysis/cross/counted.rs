//! What a cross counts within each group: a question as a row of cells, one for each mask of responses.

use super::block::{Block, write_column};
use crate::domain::analysis::{Bitmap, Column, Counts, Slot};

/// A question as cells: who answered, where that is held, then each value of each column, then each
/// option of a multiple choice.
pub(super) struct Counted<'a> {
    slot: &'a Slot,
    answered: Option<&'a Bitmap>,
    columns: &'a [Column],
    /// Values of each column.
    values: usize,
    bitmaps: &'a [Bitmap],
}

impl<'a> Counted<'a> {
    pub fn of(slot: &'a Slot) -> Self {
        let nothing = Self { slot, answered: None, columns: &[], values: 0, bitmaps: &[] };
        match slot {
            Slot::Nothing => nothing,
            Slot::Single { values, column, .. } => {
                Self { columns: std::slice::from_ref(column), values: values.len(), ..nothing }
            }
            Slot::Multiple { bitmaps, answered, .. } => Self { answered: Some(answered), bitmaps, ..nothing },
            Slot::Matrix { values, columns, answered, .. } => {
                Self { answered: Some(answered), columns, values: values.len(), ..nothing }
            }
            Slot::Text { answered, .. } => Self { answered: Some(answered), ..nothing },
        }
    }

    pub fn cells(&self) -> usize {
        usize::from(self.answered.is_some()) + self.columns.len() * self.values + self.bitmaps.len()
    }

    pub fn is_sliced(&self) -> bool {
        self.columns.iter().all(|column| column.planes().is_some())
    }

    /// The cells as the question's counts.
    pub fn counts(&self, cells: &[u64]) -> Counts {
        let (answered, cells) = cells.split_at(usize::from(self.answered.is_some()));
        let answered = answered.first().copied().unwrap_or_default();
        match self.slot {
            Slot::Nothing => Counts::Nothing,
            Slot::Single { .. } => Counts::Choice { answered: cells.iter().sum(), values: cells.to_vec() },
            Slot::Multiple { .. } => Counts::Choice { answered, values: cells.to_vec() },
            Slot::Matrix { .. } => {
                let row = |at: usize| {
                    let values = &cells[at * self.values..][..self.values];
                    (values.iter().sum(), values.to_vec())
                };
                Counts::Matrix { answered, rows: (0..self.columns.len()).map(row).collect() }
            }
            Slot::Text { .. } => Counts::Text(answered),
        }
    }

    /// The masks of the cells from a word on. Words without selected responses may hold anything.
    pub fn write(&self, first: usize, selected: &[u64], cells: &mut [Block]) {
        let mut cells = cells.iter_mut();
        for (bitmap, cell) in self.answered.into_iter().zip(&mut cells) {
            copy(bitmap, first, cell);
        }
        let cells = cells.into_slice();
        let (of_columns, of_bitmaps) = cells.split_at_mut(self.columns.len() * self.values);
        for (at, column) in self.columns.iter().enumerate() {
            let cells = &mut of_columns[at * self.values..][..self.values];
            write_column(column, first, selected, |value, word, mask| {
                if let Some(cell) = cells.get_mut(value) {
                    cell[word] = mask;
                }
            });
        }
        for (bitmap, cell) in self.bitmaps.iter().zip(of_bitmaps) {
            copy(bitmap, first, cell);
        }
    }

    /// The cells that one response counts in.
    pub fn of_response(&self, index: usize, cells: &mut Vec<usize>) {
        cells.clear();
        let held = usize::from(self.answered.is_some());
        cells.extend(self.answered.filter(|answered| answered.has(index)).map(|_| 0));
        for (at, column) in self.columns.iter().enumerate() {
            cells.extend(column.code(index).checked_sub(1).map(|value| held + at * self.values + value));
        }
        let chosen = self.bitmaps.iter().enumerate().filter(|(_, bitmap)| bitmap.has(index));
        cells.extend(chosen.map(|(at, _)| held + at));
    }
}

fn copy(bitmap: &Bitmap, first: usize, block: &mut Block) {
    for (word, from) in block.iter_mut().zip(bitmap.words().iter().skip(first)) {
        *word = *from;
    }
}

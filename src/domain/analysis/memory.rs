//! What a dataset costs: bytes on the heap, as allocated.

use super::{Bitmap, Column, Slot};

/// Bytes held for the responses of a dataset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// Columns, bitmaps, days and languages, with the room they have to grow.
    pub columns: usize,
    /// Free texts and their index.
    pub texts: usize,
}

impl Memory {
    pub(super) fn add(&mut self, other: Self) {
        self.columns += other.columns;
        self.texts += other.texts;
    }

    pub(super) fn of(slot: &Slot) -> Self {
        let bitmaps = |bitmaps: &[Bitmap]| bitmaps.iter().map(Bitmap::heap_bytes).sum::<usize>();
        match slot {
            Slot::Nothing => Self::default(),
            Slot::Single { column, others, .. } => {
                Self { columns: column.heap_bytes(), texts: others.heap_bytes() }
            }
            Slot::Multiple { bitmaps: chosen, answered, others, .. } => {
                Self { columns: bitmaps(chosen) + answered.heap_bytes(), texts: others.heap_bytes() }
            }
            Slot::Matrix { columns, answered, .. } => Self {
                columns: columns.iter().map(Column::heap_bytes).sum::<usize>() + answered.heap_bytes(),
                texts: 0,
            },
            Slot::Text { answered, texts } => {
                Self { columns: answered.heap_bytes(), texts: texts.heap_bytes() }
            }
        }
    }
}

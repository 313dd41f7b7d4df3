//! One code per response, in as few bytes as the number of values allows.

use super::Bitmap;

/// Codes of the responses, in order: 0 unanswered, else the position of the value + 1.
#[derive(Clone, Debug)]
pub enum Column {
    /// At most 254 values.
    Narrow(Vec<u8>),
    /// More.
    Wide(Vec<u16>),
}

/// Most values that a byte tells apart from each other and from "unanswered".
const NARROW: usize = 254;
/// Responses of one word of a bitmap.
const WORD: usize = 64;

impl Column {
    pub(super) fn for_values(count: usize) -> Self {
        if count <= NARROW { Self::Narrow(Vec::new()) } else { Self::Wide(Vec::new()) }
    }

    pub(super) fn push(&mut self, code: usize) {
        // `for_values` chose the width, so the code fits; 0 stands for what no width holds.
        match self {
            Self::Narrow(codes) => codes.push(u8::try_from(code).unwrap_or(0)),
            Self::Wide(codes) => codes.push(u16::try_from(code).unwrap_or(0)),
        }
    }

    pub(super) fn truncate(&mut self, length: usize) {
        match self {
            Self::Narrow(codes) => codes.truncate(length),
            Self::Wide(codes) => codes.truncate(length),
        }
    }

    /// The code of a response.
    pub fn code(&self, index: usize) -> usize {
        match self {
            Self::Narrow(codes) => usize::from(codes[index]),
            Self::Wide(codes) => usize::from(codes[index]),
        }
    }

    /// How often each of the codes from 0 to `codes` - 1 occurs among the selected.
    pub fn counts(&self, selected: &Bitmap, codes: usize) -> Vec<u64> {
        match self {
            Self::Narrow(column) => counts(column, selected, codes),
            Self::Wide(column) => counts(column, selected, codes),
        }
    }

    /// The responses whose code is wanted.
    pub fn matching(&self, wanted: &[usize]) -> Bitmap {
        let mut table = vec![false; wanted.iter().max().map_or(0, |most| most + 1)];
        for code in wanted {
            table[*code] = true;
        }
        let is_wanted = |code: usize| table.get(code).is_some_and(|is_wanted| *is_wanted);
        match self {
            Self::Narrow(codes) => codes.iter().map(|code| is_wanted(usize::from(*code))).collect(),
            Self::Wide(codes) => codes.iter().map(|code| is_wanted(usize::from(*code))).collect(),
        }
    }
}

fn counts<Code: Copy + Into<usize>>(column: &[Code], selected: &Bitmap, codes: usize) -> Vec<u64> {
    let mut counts = vec![0; codes];
    for (chunk, word) in column.chunks(WORD).zip(selected.words()) {
        if *word == u64::MAX {
            for code in chunk {
                counts[(*code).into()] += 1;
            }
            continue;
        }
        let mut rest = *word;
        while rest != 0 {
            counts[chunk[rest.trailing_zeros() as usize].into()] += 1;
            rest &= rest - 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_255th_value_needs_a_wider_column() {
        for count in [254, 255, 300] {
            let mut column = Column::for_values(count);
            column.push(count);
            assert_eq!((column.code(0), matches!(column, Column::Narrow(_))), (count, count <= 254));
        }
    }

    #[test]
    fn only_the_selected_are_counted() {
        let mut column = Column::for_values(2);
        (0..130).for_each(|index| column.push(index % 3));
        assert_eq!(column.counts(&Bitmap::all(130), 3), [44, 43, 43]);
        assert_eq!(column.counts(&column.matching(&[1, 2]), 3), [0, 43, 43]);
        assert_eq!(column.matching(&[]).count(), 0);
    }
}

//! Counting and matching the codes of a column.

use super::planes::{CODES, Planes};
use super::{Codes, Column};
use crate::domain::analysis::Bitmap;
use crate::domain::analysis::bitmap::WORD;

impl Column {
    /// How often each of the codes from 0 to `codes` - 1 occurs among the selected.
    pub fn counts(&self, selected: &Bitmap, codes: usize) -> Vec<u64> {
        match &self.0 {
            Codes::Sliced(planes) => sliced_counts(planes, selected, codes),
            Codes::Narrow(column) => counts(column, selected, codes, |code| usize::from(*code)),
            Codes::Wide(column) => counts(column, selected, codes, |code| *code as usize),
        }
    }

    /// The responses whose code is wanted.
    pub fn matching(&self, wanted: &[usize]) -> Bitmap {
        let mut table = vec![false; wanted.iter().max().map_or(0, |most| most + 1)];
        for code in wanted {
            table[*code] = true;
        }
        let is_wanted = |code: usize| table.get(code).is_some_and(|is_wanted| *is_wanted);
        match &self.0 {
            Codes::Sliced(planes) => sliced_matching(planes, wanted),
            Codes::Narrow(codes) => Bitmap::of(codes, |code| is_wanted(usize::from(*code))),
            Codes::Wide(codes) => Bitmap::of(codes, |code| is_wanted(*code as usize)),
        }
    }
}

fn sliced_counts(planes: &Planes, selected: &Bitmap, codes: usize) -> Vec<u64> {
    let mut counted = [0_u64; CODES];
    planes.for_each_word(0, selected.words().iter().copied(), |_, masks| {
        // The unanswered are those left over.
        for (count, mask) in counted.iter_mut().zip(masks).skip(1) {
            *count += u64::from(mask.count_ones());
        }
    });
    counted[0] = selected.count() - counted.iter().sum::<u64>();
    let mut counts = counted.to_vec();
    counts.resize(codes, 0);
    counts
}

fn sliced_matching(planes: &Planes, wanted: &[usize]) -> Bitmap {
    let mut words = vec![0; planes.len().div_ceil(WORD)];
    let all = std::iter::repeat_n(u64::MAX, words.len());
    planes.for_each_word(0, all, |index, masks| {
        words[index] = wanted.iter().filter_map(|code| masks.get(*code)).fold(0, |any, mask| any | mask);
    });
    Bitmap::from_words(words, planes.len())
}

fn counts<Code>(
    column: &[Code],
    selected: &Bitmap,
    codes: usize,
    code_of: impl Fn(&Code) -> usize,
) -> Vec<u64> {
    let mut counts = vec![0; codes];
    for (chunk, word) in column.chunks(WORD).zip(selected.words()) {
        if *word == u64::MAX {
            for code in chunk {
                counts[code_of(code)] += 1;
            }
            continue;
        }
        let mut rest = *word;
        while rest != 0 {
            counts[code_of(&chunk[rest.trailing_zeros() as usize])] += 1;
            rest &= rest - 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_selected_are_counted() {
        let mut column = Column::for_values(2);
        (0..130).for_each(|index| column.push(index % 3));
        assert_eq!(column.counts(&Bitmap::all(130), 3), [44, 43, 43]);
        assert_eq!(column.counts(&column.matching(&[1, 2]), 3), [0, 43, 43]);
        assert_eq!(column.matching(&[]).count(), 0);
    }

    #[test]
    fn columns_of_every_width_count_and_match_alike() {
        for values in [0, 1, 2, 3, 4, 7, 8, 15, 16, 26, 31, 32, 62, 63, 64, 100, 255, 256, 300] {
            for length in [0, 1, 63, 64, 65, 127, 128, 129, 1000] {
                let codes: Vec<usize> = (0..length).map(|index| index * 31 % (values + 1)).collect();
                let mut column = Column::for_values(values);
                for code in &codes {
                    column.push(*code);
                }
                for selected in [Bitmap::all(length), Bitmap::of(&codes, |code| code % 3 != 1)] {
                    let times = |code: &usize| selected.positions().filter(|at| codes[*at] == *code).count();
                    let expected: Vec<u64> = (0..=values).map(|code| times(&code) as u64).collect();
                    assert_eq!(column.counts(&selected, values + 1), expected, "{values} values, {length}");
                }
                for wanted in [vec![], vec![0], vec![1, values], vec![values + 1000], vec![0, 2, 5]] {
                    let expected = Bitmap::of(&codes, |code| wanted.contains(code));
                    assert_eq!(column.matching(&wanted), expected, "{values} values, {length}: {wanted:?}");
                }
            }
        }
    }
}

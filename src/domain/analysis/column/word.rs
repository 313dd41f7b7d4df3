//! Codes of 64 responses at a time, as numbers.

use super::planes::Planes;
use super::{Codes, Column};
use crate::domain::analysis::bitmap::WORD;

/// Each bit of a byte as a byte of its own.
static SPREAD: [u64; 256] = spread();

const fn spread() -> [u64; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut bit = 0;
        while bit < 8 {
            table[byte] |= ((byte >> bit & 1) as u64) << (8 * bit);
            bit += 1;
        }
        byte += 1;
    }
    table
}

impl Column {
    /// Adds the codes of the responses of a word, times `stride`; what is added past the end means nothing.
    pub fn add_word(&self, word: usize, stride: u64, sums: &mut [u64; WORD]) {
        let rest = |codes: usize| word * WORD..codes.min((word + 1) * WORD);
        match &self.0 {
            Codes::Sliced(planes) => add_sliced(planes, word, stride, sums),
            Codes::Narrow(codes) => {
                let codes = &codes[rest(codes.len())];
                sums.iter_mut().zip(codes).for_each(|(sum, code)| *sum += u64::from(*code) * stride);
            }
            Codes::Wide(codes) => {
                let codes = &codes[rest(codes.len())];
                sums.iter_mut().zip(codes).for_each(|(sum, code)| *sum += u64::from(*code) * stride);
            }
        }
    }
}

fn add_sliced(planes: &Planes, word: usize, stride: u64, sums: &mut [u64; WORD]) {
    let start = word * planes.depth;
    match planes.words.get(start..start + planes.depth) {
        Some(planes) => add_planes(planes, stride, sums),
        None => sums.iter_mut().zip(&planes.tail).for_each(|(sum, code)| *sum += u64::from(*code) * stride),
    }
}

/// Adds the codes of up to eight planes, the lowest bits first, times `stride`.
pub(in crate::domain::analysis) fn add_planes(planes: &[u64], stride: u64, sums: &mut [u64; WORD]) {
    for (at, sums) in sums.as_chunks_mut::<8>().0.iter_mut().enumerate() {
        let codes = planes
            .iter()
            .enumerate()
            .fold(0, |codes, (bit, plane)| codes | SPREAD[usize::from(plane.to_le_bytes()[at])] << bit);
        for (sum, code) in sums.iter_mut().zip(codes.to_le_bytes()) {
            *sum += u64::from(code) * stride;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_every_width_add_the_codes_of_a_word() {
        for values in [1, 2, 3, 7, 26, 31, 32, 62, 63, 64, 255, 256, 300] {
            let mut column = Column::for_values(values);
            (0..200).for_each(|index| column.push(index * 31 % (values + 1)));
            for word in 0..4 {
                let mut sums = [5; WORD];
                column.add_word(word, 1_000, &mut sums);
                for (bit, sum) in sums.iter().enumerate().take_while(|(bit, _)| word * WORD + bit < 200) {
                    let code = column.code(word * WORD + bit) as u64;
                    assert_eq!(*sum, 5 + 1_000 * code, "{values} values, word {word}, {bit}");
                }
            }
        }
    }
}

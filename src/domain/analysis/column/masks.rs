//! Planes expanded into one mask per code, 64 responses at a time: two ANDs a mask.

use super::planes::{CODES, Planes, slice};
use crate::domain::analysis::bitmap::WORD;

impl Planes {
    /// Shows, word by word from the word `first` on, which of the responses that `selected` gives for
    /// it have which code: one mask per code. Words without any are passed over.
    pub fn for_each_word(
        &self,
        first: usize,
        selected: impl IntoIterator<Item = u64>,
        see: impl FnMut(usize, &[u64]),
    ) {
        let selected = selected.into_iter();
        match self.depth {
            1 => self.expand::<1, 2>(first, selected, see),
            2 => self.expand::<2, 4>(first, selected, see),
            3 => self.expand::<3, 8>(first, selected, see),
            4 => self.expand::<4, 16>(first, selected, see),
            5 => self.expand::<5, 32>(first, selected, see),
            _ => self.expand::<6, CODES>(first, selected, see),
        }
    }

    /// One compiled loop for each number of planes; `M` is two to the power of `P`.
    fn expand<const P: usize, const M: usize>(
        &self,
        first: usize,
        mut selected: impl Iterator<Item = u64>,
        mut see: impl FnMut(usize, &[u64]),
    ) {
        let full = self.words.as_chunks::<P>().0;
        let mut index = first;
        for (planes, selected) in full.iter().skip(first).zip(&mut selected) {
            if selected != 0 {
                see(index, &masks::<P, M>(planes, selected));
            }
            index += 1;
        }
        if index == full.len()
            && let Some(selected) = selected.next()
        {
            let sliced = slice(&self.tail);
            let selected = selected & ((1 << (self.length % WORD)) - 1);
            if let (Some(planes), true) = (sliced.first_chunk::<P>(), selected != 0) {
                see(index, &masks::<P, M>(planes, selected));
            }
        }
    }
}

/// Which of the selected responses have which code.
#[inline]
fn masks<const P: usize, const M: usize>(planes: &[u64; P], selected: u64) -> [u64; M] {
    let mut masks = [0; M];
    masks[0] = selected;
    for (done, plane) in planes.iter().rev().enumerate() {
        for at in (0..1 << done).rev() {
            let mask = masks[at];
            masks[2 * at + 1] = mask & plane;
            masks[2 * at] = mask & !plane;
        }
    }
    masks
}

#[cfg(test)]
mod tests {
    use crate::domain::analysis::column::planes::{MOST, Planes};

    #[test]
    fn every_response_is_shown_once_under_its_code() {
        for depth in 1..=MOST {
            for (length, first) in
                [(0_usize, 0), (63, 0), (64, 0), (65, 0), (128, 1), (200, 2), (200, 3), (64, 1)]
            {
                let mut column = Planes::new(depth);
                (0..length).for_each(|index| column.push(u8::try_from(index * 7 % (1 << depth)).unwrap()));
                let all = std::iter::repeat_n(u64::MAX, length.div_ceil(64) - first);
                let mut seen = Vec::new();
                column.for_each_word(first, all, |word, masks| {
                    for (code, mask) in masks.iter().enumerate() {
                        let bits = (0..64).filter(|bit| mask >> bit & 1 == 1);
                        seen.extend(bits.map(|bit| (word * 64 + bit, code)));
                    }
                });
                seen.sort_unstable();
                let expected: Vec<_> = (first * 64..length).map(|at| (at, column.code(at))).collect();
                assert_eq!(seen, expected, "{depth} planes, {length} codes from word {first}");
            }
        }
    }
}

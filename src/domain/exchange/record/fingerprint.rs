//! A hash that tells records of other content apart: quick, and the same on every machine.

use std::hash::Hasher;

/// Every word is mixed in by a multiplication and a shift, so that equal sums of other parts differ.
#[derive(Default)]
pub(super) struct Fingerprint(u64);

/// An odd number with its bits well spread: the golden ratio's.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// The hash with a word more.
pub(super) fn mix(hash: u64, word: u64) -> u64 {
    let mixed = (hash ^ word).wrapping_mul(SPREAD);
    mixed ^ (mixed >> 32)
}

impl Hasher for Fingerprint {
    fn write_u64(&mut self, word: u64) {
        self.0 = mix(self.0, word);
    }

    fn write_u32(&mut self, word: u32) {
        self.write_u64(u64::from(word));
    }

    fn write_usize(&mut self, word: usize) {
        self.write_u64(word as u64);
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.write_u64(u64::from_le_bytes(*word));
        }
        self.write_u64(rest.iter().fold(bytes.len() as u64, |word, byte| word << 8 | u64::from(*byte)));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::hash::Hash;

    use super::*;

    #[test]
    fn other_content_has_another_fingerprint() {
        let mut seen = HashSet::new();
        let mut count = 0;
        for text in ["", "a", "aa", "aaaaaaaa", "aaaaaaaaa", "baaaaaaa", "aaaaaaab", "ā"] {
            for cells in [[0_u64, 0], [0, 1], [1, 0], [1 << 48, 0], [0, 1 << 48], [1, 1], [u64::MAX, 0]] {
                let mut hasher = Fingerprint::default();
                (cells, text).hash(&mut hasher);
                count += 1;
                assert!(seen.insert(hasher.finish()), "{text} {cells:?}");
            }
        }
        assert_eq!(seen.len(), count);
    }
}

//! Bit-sliced codes: for every 64 responses one word per bit of the code (O'Neil and Quass, "Improved
//! Query Performance with Variant Indexes", SIGMOD 1997).

use crate::domain::analysis::bitmap::WORD;

/// Most bits a code has here: codes 0 to 63.
pub(in crate::domain::analysis) const MOST: usize = 6;
/// Codes that many bits tell apart.
pub(in crate::domain::analysis) const CODES: usize = 1 << MOST;

/// Codes of the responses, in order.
#[derive(Clone, Debug)]
pub(in crate::domain::analysis) struct Planes {
    /// Bits of a code.
    pub(super) depth: usize,
    /// The full words: lowest bits of the first 64 codes, their second bits, …, then the next 64.
    pub(super) words: Vec<u64>,
    /// The codes after the last full word; what stands past the end means nothing.
    pub(super) tail: [u8; WORD],
    pub(super) length: usize,
}

impl Planes {
    /// No codes yet; `depth` is at least 1 and at most [`MOST`].
    pub fn new(depth: usize) -> Self {
        Self { depth, words: Vec::new(), tail: [0; WORD], length: 0 }
    }

    /// Bits of a code.
    pub fn depth(&self) -> usize {
        self.depth
    }

    pub fn len(&self) -> usize {
        self.length
    }

    /// Adds a code that fits into the planes. Held as a byte until its word is full: slicing 64 codes
    /// at once costs a third of writing each into every plane.
    #[inline]
    pub fn push(&mut self, code: u8) {
        debug_assert!(code >> self.depth == 0, "code {code} in {} planes", self.depth);
        self.tail[self.length % WORD] = code;
        self.length += 1;
        if self.length.is_multiple_of(WORD) {
            let sliced = slice(&self.tail);
            self.words.extend_from_slice(&sliced[..self.depth]);
        }
    }

    pub fn code(&self, index: usize) -> usize {
        let (word, bit) = (index / WORD, index % WORD);
        if word == self.length / WORD {
            return usize::from(self.tail[bit]);
        }
        let planes = &self.words[word * self.depth..][..self.depth];
        planes.iter().rev().fold(0, |code, plane| code << 1 | usize::from(plane >> bit & 1 == 1))
    }

    pub fn heap_bytes(&self) -> usize {
        self.words.capacity() * size_of::<u64>()
    }
}

/// Codes turned into planes, eight codes at a time: the product gathers the lowest bit of each of eight
/// bytes in its highest byte (Warren, "Hacker's Delight", section 7-3).
pub(super) fn slice(codes: &[u8; WORD]) -> [u64; MOST] {
    let mut planes = [0; MOST];
    for (at, codes) in codes.as_chunks::<8>().0.iter().enumerate() {
        let codes = u64::from_le_bytes(*codes);
        for (bit, plane) in planes.iter_mut().enumerate() {
            let bits = (codes >> bit & 0x0101_0101_0101_0101).wrapping_mul(0x0102_0408_1020_4080) >> 56;
            *plane |= bits << (8 * at);
        }
    }
    planes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pushed(planes: usize, length: usize) -> Planes {
        let mut column = Planes::new(planes);
        (0..length).for_each(|index| column.push(u8::try_from(index * 7 % (1 << planes)).unwrap()));
        column
    }

    #[test]
    fn codes_come_back_as_they_were_pushed() {
        for planes in 1..=MOST {
            for length in [1, 63, 64, 65, 128, 200] {
                let column = pushed(planes, length);
                assert!((0..length).all(|index| column.code(index) == index * 7 % (1 << planes)));
            }
        }
    }
}

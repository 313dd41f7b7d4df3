//! One bit per response.

/// A set of responses, by their position in the dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bitmap {
    words: Vec<u64>,
    length: usize,
}

const BITS: usize = 64;

impl Bitmap {
    /// All of `length` responses.
    pub fn all(length: usize) -> Self {
        let mut bitmap = Self { words: vec![u64::MAX; length.div_ceil(BITS)], length };
        bitmap.clear_tail();
        bitmap
    }

    /// None of `length` responses.
    pub fn none(length: usize) -> Self {
        Self { words: vec![0; length.div_ceil(BITS)], length }
    }

    /// How many responses the set is about.
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether it is about no responses at all.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Adds one response, in the set or not.
    pub fn push(&mut self, is_in: bool) {
        if self.length.is_multiple_of(BITS) {
            self.words.push(0);
        }
        if is_in {
            self.set(self.length);
        }
        self.length += 1;
    }

    /// Forgets all responses from `length` on.
    pub fn truncate(&mut self, length: usize) {
        self.words.truncate(length.div_ceil(BITS));
        self.length = length;
        self.clear_tail();
    }

    /// Grows with responses that are not in the set, or forgets those past `length`.
    pub fn resize(&mut self, length: usize) {
        self.words.resize(length.div_ceil(BITS), 0);
        self.length = length;
        self.clear_tail();
    }

    /// Puts a response into the set.
    pub fn set(&mut self, index: usize) {
        self.words[index / BITS] |= 1 << (index % BITS);
    }

    /// Whether a response is in the set.
    pub fn has(&self, index: usize) -> bool {
        self.words.get(index / BITS).is_some_and(|word| word >> (index % BITS) & 1 == 1)
    }

    /// 64 responses a word, the first in the lowest bit.
    pub(super) fn words(&self) -> &[u64] {
        &self.words
    }

    /// Keeps what is in both.
    pub fn and(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Leaves out what the other has, which may be shorter.
    pub fn and_not(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// Takes in what the other has.
    pub fn or(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// How many are in the set.
    pub fn count(&self) -> u64 {
        self.words.iter().map(|word| u64::from(word.count_ones())).sum()
    }

    /// How many are in both sets.
    pub fn count_and(&self, other: &Self) -> u64 {
        self.words.iter().zip(&other.words).map(|(left, right)| u64::from((left & right).count_ones())).sum()
    }

    /// Positions in the set, ascending.
    pub fn positions(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(index, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                (rest != 0).then(|| {
                    let bit = rest.trailing_zeros() as usize;
                    rest &= rest - 1;
                    index * BITS + bit
                })
            })
        })
    }

    /// Bits past the end stay zero, so that counting needs no care.
    fn clear_tail(&mut self) {
        let used = self.length % BITS;
        if used > 0
            && let Some(last) = self.words.last_mut()
        {
            *last &= (1 << used) - 1;
        }
    }
}

impl FromIterator<bool> for Bitmap {
    fn from_iter<Members: IntoIterator<Item = bool>>(members: Members) -> Self {
        let mut bitmap = Self::default();
        let mut word = 0;
        for is_in in members {
            word |= u64::from(is_in) << (bitmap.length % BITS);
            bitmap.length += 1;
            if bitmap.length.is_multiple_of(BITS) {
                bitmap.words.push(std::mem::take(&mut word));
            }
        }
        if !bitmap.length.is_multiple_of(BITS) {
            bitmap.words.push(word);
        }
        bitmap
    }
}

#[cfg(test)]
mod tests {
    use super::Bitmap;

    #[test]
    fn a_collected_bitmap_is_the_pushed_one() {
        for length in [0, 1, 63, 64, 65, 128] {
            let mut pushed = Bitmap::default();
            (0..length).for_each(|index| pushed.push(index % 3 == 0));
            assert_eq!((0..length).map(|index| index % 3 == 0).collect::<Bitmap>(), pushed);
        }
    }

    #[test]
    fn a_truncated_bitmap_forgets_what_it_held() {
        let mut bitmap = Bitmap::default();
        (0..130).for_each(|index| bitmap.push(index % 2 == 0));
        bitmap.truncate(65);
        assert_eq!((bitmap.len(), bitmap.count()), (65, 33));
        bitmap.push(false);
        assert!(!bitmap.has(65));
    }

    #[test]
    fn all_has_no_bits_past_its_end() {
        assert_eq!(Bitmap::all(70).count(), 70);
        assert_eq!(Bitmap::all(70).positions().last(), Some(69));
    }
}

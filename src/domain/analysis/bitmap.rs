//! One bit per response.

/// A set of responses, by their position in the dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bitmap {
    words: Vec<u64>,
    length: usize,
}

/// Responses of one word.
pub(super) const WORD: usize = 64;

impl Bitmap {
    /// All of `length` responses.
    pub fn all(length: usize) -> Self {
        Self::from_words(vec![u64::MAX; length.div_ceil(WORD)], length)
    }

    /// None of `length` responses.
    pub fn none(length: usize) -> Self {
        Self { words: vec![0; length.div_ceil(WORD)], length }
    }

    /// The items that are wanted, by their position. Written a word at a time.
    pub(super) fn of<Item>(items: &[Item], is_in: impl Fn(&Item) -> bool) -> Self {
        let word = |items: &[Item]| {
            items.iter().enumerate().fold(0, |word, (bit, item)| word | u64::from(is_in(item)) << bit)
        };
        Self { words: items.chunks(WORD).map(word).collect(), length: items.len() }
    }

    /// 64 responses a word; of the last one, the bits past the end are cleared.
    pub(super) fn from_words(words: Vec<u64>, length: usize) -> Self {
        let mut bitmap = Self { words, length };
        bitmap.clear_tail();
        bitmap
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
    #[inline]
    pub fn push(&mut self, is_in: bool) {
        let bit = self.length % WORD;
        if bit == 0 {
            self.words.push(u64::from(is_in));
        } else if let Some(last) = self.words.last_mut() {
            *last |= u64::from(is_in) << bit;
        }
        self.length += 1;
    }

    /// Grows with responses that are not in the set, or forgets those past `length`.
    pub fn resize(&mut self, length: usize) {
        self.words.resize(length.div_ceil(WORD), 0);
        self.length = length;
        self.clear_tail();
    }

    /// Puts a response into the set.
    pub fn set(&mut self, index: usize) {
        self.words[index / WORD] |= 1 << (index % WORD);
    }

    /// Whether a response is in the set.
    pub fn has(&self, index: usize) -> bool {
        self.words.get(index / WORD).is_some_and(|word| word >> (index % WORD) & 1 == 1)
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
                    index * WORD + bit
                })
            })
        })
    }

    pub(super) fn heap_bytes(&self) -> usize {
        self.words.capacity() * size_of::<u64>()
    }

    /// Bits past the end stay zero, so that counting needs no care.
    fn clear_tail(&mut self) {
        let used = self.length % WORD;
        if used > 0
            && let Some(last) = self.words.last_mut()
        {
            *last &= (1 << used) - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Bitmap;

    #[test]
    fn a_bitmap_of_items_is_the_pushed_one() {
        for length in [0, 1, 63, 64, 65, 128] {
            let mut pushed = Bitmap::default();
            (0..length).for_each(|index| pushed.push(index % 3 == 0));
            let items: Vec<usize> = (0..length).collect();
            assert_eq!(Bitmap::of(&items, |index| index % 3 == 0), pushed);
        }
    }

    #[test]
    fn a_shorter_bitmap_forgets_what_it_held() {
        let mut bitmap = Bitmap::default();
        (0..130).for_each(|index| bitmap.push(index % 2 == 0));
        bitmap.resize(65);
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

//! The words a definition knows, found by their bytes.

use super::scan::Token;

/// A few words, each with a number.
pub(super) struct Words {
    /// Twice as many places as words, or more; a power of two.
    places: Vec<Option<Word>>,
}

struct Word {
    hash: u64,
    first: u64,
    bytes: Box<[u8]>,
    number: u16,
}

impl Words {
    /// Words with their numbers; of the same word twice the first counts, and none is empty.
    pub fn new<'a>(words: impl IntoIterator<Item = (&'a [u8], usize)>) -> Self {
        let words: Vec<_> = words.into_iter().filter(|(word, _)| !word.is_empty()).collect();
        let mut places: Vec<Option<Word>> = Vec::new();
        places.resize_with((words.len() * 2).next_power_of_two().max(2), || None);
        let mut made = Self { places };
        for (bytes, number) in words {
            let token = Token::new(bytes);
            if let (None, Ok(number)) = (made.find(token), u16::try_from(number)) {
                let at = made.place(token);
                made.places[at] =
                    Some(Word { hash: token.hash, first: token.first, bytes: bytes.into(), number });
            }
        }
        made
    }

    /// The number of a word.
    pub fn find(&self, token: Token<'_>) -> Option<usize> {
        let word = self.places[self.place(token)].as_ref()?;
        Some(usize::from(word.number))
    }

    /// Where the word stands or would stand.
    fn place(&self, token: Token<'_>) -> usize {
        let mask = self.places.len() - 1;
        #[allow(clippy::cast_possible_truncation)]
        let mut at = token.hash as usize & mask;
        while let Some(word) = &self.places[at] {
            if word.hash == token.hash && token.is(&word.bytes, word.first) {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_by_every_byte() {
        let mut words: Vec<String> = (0..40).map(|length| "x".repeat(length)).collect();
        words.extend((0..20).map(|at| "y".repeat(at) + "z" + &"y".repeat(19 - at)));
        words.extend(["mfa-01", "mfa-10", "ž", "zz"].map(str::to_owned));
        let known = Words::new(words.iter().enumerate().map(|(at, word)| (word.as_bytes(), at)));
        for (at, word) in words.iter().enumerate() {
            let found = known.find(Token::new(word.as_bytes()));
            assert_eq!(found, (at > 0).then_some(at), "{word}");
        }
        assert_eq!(known.find(Token::new(b"mfa-02")), None);
        assert_eq!(known.find(Token::new("x".repeat(41).as_bytes())), None);
    }

    #[test]
    fn the_first_of_two_equal_words_counts() {
        let known = Words::new([(b"a".as_slice(), 1), (b"a", 2)]);
        assert_eq!(known.find(Token::new(b"a")), Some(1));
    }
}

//! The words a definition knows, found by their bytes.

use std::cell::Cell;

use super::scan::{Scan, Token, needs_escape};

/// A few words, each with a number.
pub(super) struct Words {
    /// For twice as many places as words, or more, the position of a word + 1; a power of two.
    places: Vec<u16>,
    known: Vec<Word>,
    /// The word that was read last as a value.
    last: Cell<usize>,
}

struct Word {
    hash: u64,
    first: u64,
    bytes: Box<[u8]>,
    number: usize,
    /// The word that came after it last time.
    next: Cell<usize>,
}

/// The name of a member.
pub(super) enum Named<'a> {
    /// The word's number.
    Known(usize),
    Unknown(Token<'a>),
}

impl Words {
    /// Words with their numbers; of the same word twice the first counts. Empty ones, and those that JSON
    /// writes with escapes, are left out.
    pub fn new<'a>(words: impl IntoIterator<Item = (&'a [u8], usize)>) -> Self {
        let is_plain = |word: &[u8]| !word.is_empty() && !word.iter().any(|byte| needs_escape(*byte));
        let words: Vec<_> = words.into_iter().filter(|(word, _)| is_plain(word)).collect();
        let places = vec![0; (words.len() * 2).next_power_of_two().max(2)];
        let mut made = Self { places, known: Vec::new(), last: Cell::new(0) };
        for (bytes, number) in words {
            let token = Token::new(bytes);
            let (place, found) = made.look(token);
            if let (None, Ok(position)) = (found, u16::try_from(made.known.len() + 1)) {
                made.places[place] = position;
                let (hash, first) = (token.hash, token.first);
                made.known.push(Word { hash, first, bytes: bytes.into(), number, next: Cell::new(0) });
            }
        }
        made
    }

    /// The number of a word.
    pub fn find(&self, token: Token<'_>) -> Option<usize> {
        self.look(token).1.map(|at| self.known[at].number)
    }

    /// Reads the name of a member and its colon. Members come in the same order in record after record,
    /// so the one that followed `previous` last time is tried first; `previous` becomes this one.
    pub fn member<'a>(&self, scan: &mut Scan<'a>, previous: &mut usize) -> Option<Named<'a>> {
        let guess = self.known.get(*previous).map_or(0, |word| word.next.get());
        if let Some(word) = self.known.get(guess)
            && scan.is_name(&word.bytes, word.first)
        {
            *previous = guess;
            return Some(Named::Known(word.number));
        }
        let token = scan.string()?;
        scan.expect(b':')?;
        let Some(found) = self.look(token).1 else { return Some(Named::Unknown(token)) };
        if let Some(word) = self.known.get(*previous) {
            word.next.set(found);
        }
        *previous = found;
        Some(Named::Known(self.known[found].number))
    }

    /// Reads a string and answers its number. The same value is often given again, so the last one is
    /// tried first.
    pub fn value(&self, scan: &mut Scan<'_>) -> Option<usize> {
        if let Some(word) = self.known.get(self.last.get())
            && scan.is_string(&word.bytes, word.first)
        {
            return Some(word.number);
        }
        let found = self.look(scan.string()?).1?;
        self.last.set(found);
        Some(self.known[found].number)
    }

    /// Where the word stands or would stand, and which it is.
    fn look(&self, token: Token<'_>) -> (usize, Option<usize>) {
        let mask = self.places.len() - 1;
        #[allow(clippy::cast_possible_truncation)]
        let mut place = token.hash as usize & mask;
        loop {
            let Some(at) = usize::from(self.places[place]).checked_sub(1) else { return (place, None) };
            let word = &self.known[at];
            if word.hash == token.hash && token.is(&word.bytes, word.first) {
                return (place, Some(at));
            }
            place = (place + 1) & mask;
        }
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

//! All distinct texts of a survey's responses, from one dataset or from several.

use std::cmp::Ordering;

use crate::domain::exchange::{hexadecimal, sha256_of_text};
use crate::domain::survey::fold;

/// A text that somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distinct {
    /// The question's place in the questionnaire.
    pub question: usize,
    /// The text.
    pub text: String,
    /// The text for searching and sorting.
    folded: String,
    /// See [`super::text_key`], as bytes.
    pub key: [u8; 32],
}

impl Distinct {
    /// A text of a question, with its key.
    pub fn new(question: usize, name: &str, text: &str) -> Self {
        Self::with_key(question, text.to_owned(), sha256_of_text(&format!("{name}\n{text}")))
    }

    /// A text whose key is known.
    pub fn with_key(question: usize, text: String, key: [u8; 32]) -> Self {
        Self { question, folded: fold(&text), text, key }
    }

    /// The order in which texts are listed: by question, then as in a dictionary, case and marks aside.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        let by_text = || self.folded.cmp(&other.folded).then_with(|| self.text.cmp(&other.text));
        self.question.cmp(&other.question).then_with(by_text)
    }
}

/// How many responses wrote each text of a collection.
pub type Counts = Vec<u32>;

/// Distinct texts, sorted; which part of the responses has which.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    /// The question of each text.
    questions: Vec<u16>,
    texts: Joined,
    folded: Joined,
    keys: Vec<[u8; 32]>,
    /// Places of the texts, sorted by their keys.
    by_key: Vec<u32>,
    /// For each part: the place of each of its texts.
    places: Vec<Vec<u32>>,
}

impl Collection {
    /// Puts the texts of parts together. However the responses are shared out, the collection is the same.
    pub fn of(parts: Vec<Vec<Distinct>>) -> Self {
        let mut places: Vec<Vec<u32>> = parts.iter().map(|part| vec![0; part.len()]).collect();
        let numbered = |(at, part): (usize, Vec<Distinct>)| {
            part.into_iter().enumerate().map(move |(number, text)| (text, at, number))
        };
        let mut all: Vec<(Distinct, usize, usize)> =
            parts.into_iter().enumerate().flat_map(numbered).collect();
        // Each part is sorted: this merges runs.
        all.sort_by(|(left, ..), (right, ..)| left.order(right));
        let mut collection = Self::default();
        let mut last: Option<(usize, String)> = None;
        for (distinct, part, number) in all {
            let Distinct { question, text, folded, key } = distinct;
            if last.as_ref().is_none_or(|(of, before)| *of != question || *before != text) {
                collection.questions.push(u16::try_from(question).unwrap_or(u16::MAX));
                collection.texts.push(&text);
                collection.folded.push(&folded);
                collection.keys.push(key);
                last = Some((question, text));
            }
            places[part][number] = u32::try_from(collection.keys.len() - 1).unwrap_or(u32::MAX);
        }
        collection.places = places;
        collection.by_key = (0..u32::try_from(collection.keys.len()).unwrap_or(u32::MAX)).collect();
        let keys = &collection.keys;
        collection.by_key.sort_unstable_by_key(|place| keys[*place as usize]);
        collection
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether nobody wrote anything.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Adds up how many responses of each part wrote each of its texts.
    pub fn sum(&self, parts: &[Vec<u32>]) -> Counts {
        let mut sum = vec![0; self.len()];
        for (places, counts) in self.places.iter().zip(parts) {
            for (place, count) in places.iter().zip(counts) {
                sum[*place as usize] += count;
            }
        }
        sum
    }

    /// The place of the text with this key.
    pub(super) fn find(&self, key: &str) -> Option<usize> {
        let key = bytes(key)?;
        let found = self.by_key.binary_search_by_key(&key, |place| self.keys[*place as usize]).ok()?;
        Some(self.by_key[found] as usize)
    }

    pub(super) fn question(&self, place: usize) -> usize {
        self.questions[place].into()
    }

    pub(super) fn text(&self, place: usize) -> &str {
        self.texts.get(place)
    }

    pub(super) fn folded(&self, place: usize) -> &str {
        self.folded.get(place)
    }

    pub(super) fn key(&self, place: usize) -> String {
        hexadecimal(&self.keys[place])
    }
}

/// Texts one after another.
#[derive(Clone, Debug, Default)]
struct Joined {
    joined: String,
    ends: Vec<u32>,
}

impl Joined {
    fn push(&mut self, text: &str) {
        self.joined.push_str(text);
        self.ends.push(u32::try_from(self.joined.len()).unwrap_or(u32::MAX));
    }

    fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.joined.get(start..self.ends[at] as usize).unwrap_or_default()
    }
}

/// Hexadecimal digits as bytes.
fn bytes(digits: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(digits.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(bytes)
}

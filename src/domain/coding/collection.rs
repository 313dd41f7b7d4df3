//! All distinct texts of a survey's responses, from one dataset or from several.

use std::cmp::Ordering;

use super::Merging;
use super::key_index::KeyIndex;
use crate::domain::exchange::{hexadecimal, sha256_of_text};
use crate::domain::survey::{fold, personal_data};

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
    /// Whether something in it looks like personal data.
    pub is_personal: bool,
}

impl Distinct {
    /// A text of a question, with its key.
    pub fn new(question: usize, name: &str, text: &str) -> Self {
        let key = sha256_of_text(&format!("{name}\n{text}"));
        Self::known(question, text.to_owned(), key, !personal_data(text).is_empty())
    }

    /// A text of which another worker knows all this.
    pub fn known(question: usize, text: String, key: [u8; 32], is_personal: bool) -> Self {
        Self { question, folded: fold(&text), text, key, is_personal }
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
    personal: Vec<bool>,
    by_key: KeyIndex,
    /// For each part: the place of each of its texts.
    places: Vec<Vec<u32>>,
}

impl Collection {
    /// Puts the texts of parts together at once.
    pub fn of(parts: Vec<Vec<Distinct>>) -> Self {
        Merging::of(parts).finish()
    }

    /// One for so many parts, without a text yet.
    pub(super) fn for_parts(count: usize) -> Self {
        Self { places: vec![Vec::new(); count], ..Self::default() }
    }

    /// Adds a text of a part: the first one still missing, or the last one once more.
    pub(super) fn add(&mut self, part: usize, distinct: Distinct) {
        let Distinct { question, text, folded, key, is_personal } = distinct;
        let question = u16::try_from(question).unwrap_or(u16::MAX);
        let last = self.len().checked_sub(1);
        if !last.is_some_and(|last| self.questions[last] == question && self.text(last) == text) {
            self.questions.push(question);
            self.texts.push(&text);
            self.folded.push(&folded);
            self.keys.push(key);
            self.personal.push(is_personal);
        }
        let place = u32::try_from(self.len() - 1).unwrap_or(u32::MAX);
        self.places[part].push(place);
    }

    /// Has texts found by their keys, once all are added.
    pub(super) fn index(&mut self) {
        self.by_key = KeyIndex::of(&self.keys);
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
        self.by_key.near(&key).find(|place| self.keys[*place] == key)
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

    pub(super) fn is_personal(&self, place: usize) -> bool {
        self.personal[place]
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

//! A response as codes: what a record comes to once its definition has been applied to it.

use std::hash::{Hash, Hasher};
use std::ops::Range;

/// The answers of one response. A reader fills the same one again and again.
///
/// `cells` stand as the [`Layout`](super::Layout) of the questionnaire says: for a single choice or a
/// matrix row 0 where there is no answer, else the position of the value + 1; for each option of a
/// multiple choice 1 where it is chosen.
#[derive(Clone, Debug, Default)]
pub struct Coded {
    pub(super) cells: Vec<u16>,
    /// For each question its text, or the text of its "other", as a part of `joined`.
    texts: Vec<Range<u32>>,
    joined: String,
}

impl Coded {
    pub(super) fn new(cells: usize, questions: usize) -> Self {
        Self { cells: vec![0; cells], texts: vec![0..0; questions], joined: String::new() }
    }

    /// Forgets the answers.
    pub fn clear(&mut self) {
        self.cells.fill(0);
        if !self.joined.is_empty() {
            self.texts.fill(0..0);
            self.joined.clear();
        }
    }

    /// Whether the cell has a code other than 0.
    pub fn is_set(&self, cell: usize) -> bool {
        self.cells[cell] != 0
    }

    /// Gives a cell its code.
    pub fn set(&mut self, cell: usize, code: u16) {
        self.cells[cell] = code;
    }

    /// Gives a question the text that `write` appends to the string it gets.
    pub fn set_text(&mut self, question: usize, write: impl FnOnce(&mut String) -> Option<()>) -> Option<()> {
        let start = self.joined.len();
        write(&mut self.joined)?;
        // A record is a few MiB at most.
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.texts[question] = place(start)..place(self.joined.len());
        Some(())
    }

    /// The text of a question, never an empty one.
    pub fn text(&self, question: usize) -> Option<&str> {
        let Range { start, end } = self.texts[question];
        (start < end).then(|| &self.joined[start as usize..end as usize])
    }
}

/// The same for the same answers, however they were written.
impl Hash for Coded {
    fn hash<To: Hasher>(&self, hasher: &mut To) {
        for cells in self.cells.chunks(4) {
            hasher.write_u64(cells.iter().fold(0, |word, cell| word << 16 | u64::from(*cell)));
        }
        if !self.joined.is_empty() {
            for question in 0..self.texts.len() {
                let text = self.text(question).unwrap_or_default();
                hasher.write_usize(text.len());
                hasher.write(text.as_bytes());
            }
        }
    }
}

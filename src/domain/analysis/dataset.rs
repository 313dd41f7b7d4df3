//! Answers of one survey as columns: a code per response and single choice or matrix row, a bitmap
//! per option of a multiple choice, day and language as codes, texts apart.

use super::dictionary::Dictionary;
use super::layout::Layout;
use super::visibility::Visibility;
use super::{Bitmap, Coded, Column, Memory, Slot};
use crate::domain::survey::{Answers, Day, Questionnaire};

/// Responses of one survey.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    layout: Layout,
    visibility: Visibility,
    slots: Vec<Slot>,
    days: Dictionary<Day>,
    languages: Dictionary<String>,
    /// Responses that were taken back; shorter than the rest where none of the last were.
    removed: Bitmap,
    /// For answers that come as they were recorded.
    coded: Coded,
}

impl Dataset {
    /// An empty dataset for a questionnaire.
    pub fn new(questionnaire: &Questionnaire) -> Self {
        let layout = Layout::new(questionnaire);
        Self {
            visibility: Visibility::new(questionnaire, &layout),
            slots: layout.places().iter().map(Slot::new).collect(),
            coded: layout.empty(),
            layout,
            ..Self::default()
        }
    }

    /// How many responses have been added, those taken back included.
    pub fn len(&self) -> usize {
        self.days.column().len()
    }

    /// Whether none has been added.
    pub fn is_empty(&self) -> bool {
        self.days.column().is_empty()
    }

    /// The responses that count: all but those taken back.
    pub fn present(&self) -> Bitmap {
        let mut present = Bitmap::all(self.len());
        present.and_not(&self.removed);
        present
    }

    /// One slot for each question.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// Where answers stand in coded responses.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The responses of UTC days that are wanted.
    pub fn on_days(&self, is_wanted: impl Fn(Day) -> bool) -> Bitmap {
        self.days.matching(|day| is_wanted(*day))
    }

    /// The responses in one of these languages.
    pub fn in_languages(&self, tags: &[String]) -> Bitmap {
        self.languages.matching(|tag| tags.contains(tag))
    }

    /// The language of each response, and the tags in the order of the codes.
    pub(super) fn languages(&self) -> (&Column, &[String]) {
        (self.languages.column(), self.languages.values())
    }

    /// The UTC day of each response, and the days in the order of the codes.
    pub(super) fn days(&self) -> (&Column, &[Day]) {
        (self.days.column(), self.days.values())
    }

    /// The languages responses were given in, sorted.
    pub fn language_tags(&self) -> Vec<String> {
        self.language_counts(&self.present()).into_iter().map(|(tag, _)| tag).collect()
    }

    /// The languages the selected responses were given in, sorted, and how many in each.
    pub fn language_counts(&self, selected: &Bitmap) -> Vec<(String, u64)> {
        self.languages.counts(selected).into_iter().map(|(tag, count)| (tag.clone(), count)).collect()
    }

    /// What the responses cost.
    pub fn memory(&self) -> Memory {
        let columns = self.days.heap_bytes() + self.languages.heap_bytes();
        let mut memory = Memory { columns, texts: 0 };
        self.slots.iter().for_each(|slot| memory.add(Memory::of(slot)));
        memory
    }

    /// Adds a response as it was recorded.
    pub fn push(&mut self, questionnaire: &Questionnaire, answers: &Answers, day: Day, language: &str) {
        let mut coded = std::mem::take(&mut self.coded);
        self.layout.encode(questionnaire, answers, &mut coded);
        self.push_coded(questionnaire, &coded, day, language);
        self.coded = coded;
    }

    /// Adds a response. Answers of questions its own answers hide are left out.
    pub fn push_coded(&mut self, questionnaire: &Questionnaire, coded: &Coded, day: Day, language: &str) {
        let index = self.len();
        let places = self.layout.places();
        let is_answered = |at: usize| places[at].is_answered(coded, at);
        let hidden = self.visibility.hidden(questionnaire, &self.layout, coded, is_answered);
        for (at, (slot, place)) in self.slots.iter_mut().zip(places).enumerate() {
            slot.push(index, place, coded, at, hidden.contains(&at));
        }
        self.days.push(&day);
        self.languages.push(language);
    }

    /// Takes a response back: it stays in its place and counts no more.
    pub fn remove(&mut self, index: usize) {
        self.removed.resize(self.removed.len().max(index + 1));
        self.removed.set(index);
    }
}

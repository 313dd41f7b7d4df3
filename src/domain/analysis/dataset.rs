//! Answers of one survey as columns: a code per response and single choice or matrix row, a bitmap
//! per option of a multiple choice, day and language as codes, texts apart.

use super::languages::Languages;
use super::{Bitmap, Column, Memory, Slot};
use crate::domain::survey::{Answers, Day, Questionnaire};

/// Responses of one survey.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    slots: Vec<Slot>,
    days: Vec<i32>,
    languages: Languages,
    /// Positions of the questions that may be hidden.
    conditional: Vec<usize>,
}

/// A length to return to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    responses: usize,
    languages: usize,
}

impl Dataset {
    /// An empty dataset for a questionnaire.
    pub fn new(questionnaire: &Questionnaire) -> Self {
        Self {
            slots: questionnaire.questions.iter().map(Slot::new).collect(),
            conditional: questionnaire
                .questions
                .iter()
                .enumerate()
                .filter(|(_, question)| !question.visible_if.is_empty())
                .map(|(index, _)| index)
                .collect(),
            ..Self::default()
        }
    }

    /// How many responses there are.
    pub fn len(&self) -> usize {
        self.days.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// One slot for each question.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The UTC day of each response, in days since 1970.
    pub fn days(&self) -> &[i32] {
        &self.days
    }

    /// The responses in one of these languages.
    pub fn in_languages(&self, tags: &[String]) -> Bitmap {
        self.languages.matching(tags)
    }

    /// The language of each response, and the tags in the order of the codes.
    pub(super) fn languages(&self) -> (&Column, &[String]) {
        (self.languages.column(), self.languages.tags())
    }

    /// The languages responses were given in, sorted.
    pub fn language_tags(&self) -> Vec<String> {
        self.language_counts(&Bitmap::all(self.len())).into_iter().map(|(tag, _)| tag).collect()
    }

    /// The languages the selected responses were given in, sorted, and how many in each.
    pub fn language_counts(&self, selected: &Bitmap) -> Vec<(String, u64)> {
        self.languages.counts(selected).into_iter().map(|(tag, count)| (tag.to_owned(), count)).collect()
    }

    /// What the responses cost.
    pub fn memory(&self) -> Memory {
        let days = self.days.capacity() * size_of::<i32>();
        let mut memory = Memory { columns: days + self.languages.heap_bytes(), texts: 0 };
        self.slots.iter().for_each(|slot| memory.add(Memory::of(slot)));
        memory
    }

    /// Adds a response. Answers of questions its own answers hide are left out.
    pub fn push(&mut self, questionnaire: &Questionnaire, answers: &Answers, day: Day, language: &str) {
        let index = self.len();
        // Whether a question is hidden matters only where it was answered.
        let questions = &questionnaire.questions;
        let is_in_question = self.conditional.iter().any(|at| answers.get(&questions[*at].name).is_some());
        let visible = is_in_question.then(|| questionnaire.visible(answers));
        for (at, (slot, question)) in self.slots.iter_mut().zip(questions).enumerate() {
            let is_shown = visible.as_ref().is_none_or(|visible| visible[at]);
            let answer = answers.get(&question.name).filter(|_| is_shown);
            // A text of "other" belongs to its answer.
            let has_text = answer.is_some() && question.has_other();
            slot.push(index, answer, has_text.then(|| answers.other_text(&question.name)).flatten());
        }
        self.days.push(day.0);
        self.languages.push(language);
    }

    /// The present length, to return to with [`Dataset::truncate`].
    pub fn mark(&self) -> Mark {
        Mark { responses: self.len(), languages: self.languages.len() }
    }

    /// Forgets every response added since the mark.
    pub fn truncate(&mut self, mark: Mark) {
        self.days.truncate(mark.responses);
        self.languages.truncate(mark.responses, mark.languages);
        self.slots.iter_mut().for_each(|slot| slot.truncate(mark.responses));
    }
}

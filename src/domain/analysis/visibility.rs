//! Which questions a response's own answers hide, remembered by the codes that decide it.

use std::collections::HashMap;

use super::Coded;
use super::layout::{Layout, Place};
use crate::domain::survey::Questionnaire;

/// Most combinations of codes that are remembered.
const REMEMBERED: usize = 1 << 14;

/// The conditions of a questionnaire, as far as responses are concerned.
#[derive(Clone, Debug, Default)]
pub(super) struct Visibility {
    /// Questions that may be hidden.
    conditional: Vec<usize>,
    /// Cells the conditions read.
    cells: Vec<usize>,
    /// Whether a condition reads a text, so that codes alone do not decide.
    reads_texts: bool,
    known: HashMap<Vec<u16>, Vec<usize>>,
    key: Vec<u16>,
}

impl Visibility {
    pub fn new(questionnaire: &Questionnaire, layout: &Layout) -> Self {
        let questions = &questionnaire.questions;
        let is_conditional = |at: &usize| !questions[*at].visible_if.is_empty();
        let conditional = (0..questions.len()).filter(is_conditional).collect();
        let mut made = Self { conditional, ..Self::default() };
        let names: Vec<&str> = made
            .conditional
            .iter()
            .flat_map(|at| &questions[*at].visible_if)
            .flat_map(|condition| condition.names())
            .collect();
        for (question, place) in questions.iter().zip(layout.places()) {
            // `question`, `question.row` or `question-Comment`; taking in too much does no harm.
            let rests = names.iter().filter_map(|name| name.strip_prefix(question.name.as_str()));
            let rests: Vec<&str> =
                rests.filter(|rest| rest.is_empty() || rest.starts_with(['.', '-'])).collect();
            if rests.is_empty() {
                continue;
            }
            made.reads_texts |= rests.contains(&"-Comment");
            match place {
                Place::Nothing => {}
                Place::Single { cell, .. } => made.cells.push(*cell),
                Place::Multiple { cells, .. } | Place::Matrix { cells, .. } => {
                    made.cells.extend(cells.clone());
                }
                Place::Text => made.reads_texts = true,
            }
        }
        made
    }

    /// Questions that were answered though hidden. `is_answered` says whether a question was.
    pub fn hidden(
        &mut self,
        questionnaire: &Questionnaire,
        layout: &Layout,
        coded: &Coded,
        is_answered: impl Fn(usize) -> bool,
    ) -> &[usize] {
        // Whether a question is hidden matters only where it was answered.
        if !self.conditional.iter().any(|at| is_answered(*at)) {
            return &[];
        }
        self.key.clear();
        self.key.extend(self.cells.iter().map(|cell| coded.cells[*cell]));
        if self.reads_texts || self.known.len() > REMEMBERED {
            self.known.clear();
        }
        if !self.known.contains_key(&self.key) {
            let visible = questionnaire.visible(&layout.decode(questionnaire, coded));
            let hidden = self.conditional.iter().copied().filter(|at| !visible[*at]).collect();
            self.known.insert(self.key.clone(), hidden);
        }
        self.known.get(&self.key).map_or(&[], Vec::as_slice)
    }
}

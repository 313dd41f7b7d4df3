//! Where the answers to one question are held.

use super::layout::Place;
use super::{Bitmap, Coded, Column, Texts};
use crate::domain::survey::Scalar;

/// Where the answers to one question are held; one for each question of the questionnaire.
#[derive(Clone, Debug)]
pub enum Slot {
    /// Nothing is asked.
    Nothing,
    /// One code for each response.
    Single {
        /// What the codes stand for.
        values: Vec<Scalar>,
        /// The codes.
        column: Column,
        /// Texts given with "other".
        others: Texts,
    },
    /// One bitmap for each value.
    Multiple {
        /// What the bitmaps stand for.
        values: Vec<Scalar>,
        /// Who chose each value.
        bitmaps: Vec<Bitmap>,
        /// Who chose any.
        answered: Bitmap,
        /// Texts given with "other".
        others: Texts,
    },
    /// One column of codes for each row.
    Matrix {
        /// The rows.
        rows: Vec<Scalar>,
        /// What the codes stand for.
        values: Vec<Scalar>,
        /// The codes of each row.
        columns: Vec<Column>,
        /// Who answered any row.
        answered: Bitmap,
    },
    /// Texts and who wrote them.
    Text {
        /// Who wrote one.
        answered: Bitmap,
        /// The texts.
        texts: Texts,
    },
}

impl Slot {
    pub(super) fn new(place: &Place) -> Self {
        match place.clone() {
            Place::Nothing => Self::Nothing,
            Place::Single { values, .. } => {
                let column = Column::for_values(values.len());
                Self::Single { values, column, others: Texts::default() }
            }
            Place::Multiple { values, .. } => {
                let bitmaps = vec![Bitmap::default(); values.len()];
                Self::Multiple { values, bitmaps, answered: Bitmap::default(), others: Texts::default() }
            }
            Place::Matrix { rows, values, .. } => {
                let columns = vec![Column::for_values(values.len()); rows.len()];
                Self::Matrix { rows, values, columns, answered: Bitmap::default() }
            }
            Place::Text => Self::Text { answered: Bitmap::default(), texts: Texts::default() },
        }
    }

    /// What was written: answers in words, or what "other" stands for.
    pub fn texts(&self) -> Option<&Texts> {
        match self {
            Self::Single { others, .. } | Self::Multiple { others, .. } => Some(others),
            Self::Text { texts, .. } => Some(texts),
            Self::Nothing | Self::Matrix { .. } => None,
        }
    }

    /// Adds the answer of the next response; none where the question is hidden.
    pub(super) fn push(&mut self, index: usize, place: &Place, coded: &Coded, at: usize, is_hidden: bool) {
        let code = |cell: usize| if is_hidden { 0 } else { usize::from(coded.cells[cell]) };
        match (self, place) {
            (Self::Single { column, others, .. }, Place::Single { cell, .. }) => {
                let code = code(*cell);
                column.push(code);
                // A text of "other" belongs to its answer.
                others.extend(index, coded.text(at).filter(|_| code > 0));
            }
            (Self::Multiple { bitmaps, answered, others, .. }, Place::Multiple { cells, .. }) => {
                let mut any = false;
                for (cell, bitmap) in cells.clone().zip(bitmaps) {
                    let is_chosen = code(cell) > 0;
                    any |= is_chosen;
                    bitmap.push(is_chosen);
                }
                answered.push(any);
                others.extend(index, coded.text(at).filter(|_| any));
            }
            (Self::Matrix { columns, answered, .. }, Place::Matrix { cells, .. }) => {
                let mut any = false;
                for (cell, column) in cells.clone().zip(columns) {
                    let code = code(cell);
                    any |= code > 0;
                    column.push(code);
                }
                answered.push(any);
            }
            (Self::Text { answered, texts }, _) => {
                let text = coded.text(at).filter(|_| !is_hidden);
                answered.push(text.is_some());
                texts.extend(index, text);
            }
            _ => {}
        }
    }
}

//! Where the answers to one question are held.

use super::{Bitmap, Column, Texts};
use crate::domain::survey::{Answer, Kind, Question, Scalar};

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
    pub(super) fn new(question: &Question) -> Self {
        let single = |values: Vec<Scalar>| Self::Single {
            column: Column::for_values(values.len()),
            values,
            others: Texts::default(),
        };
        match &question.kind {
            Kind::Radiogroup(options) | Kind::Dropdown(options) | Kind::Rating { options, .. } => {
                single(options.all().into_iter().map(|choice| choice.value).collect())
            }
            Kind::Boolean { .. } => single(vec![Scalar::Bool(true), Scalar::Bool(false)]),
            Kind::Checkbox { options, .. } => {
                let values: Vec<Scalar> = options.all().into_iter().map(|choice| choice.value).collect();
                let bitmaps = vec![Bitmap::default(); values.len()];
                Self::Multiple { values, bitmaps, answered: Bitmap::default(), others: Texts::default() }
            }
            Kind::Matrix { rows, columns, .. } => Self::Matrix {
                rows: rows.iter().map(|row| row.value.clone()).collect(),
                values: columns.iter().map(|column| column.value.clone()).collect(),
                columns: vec![Column::for_values(columns.len()); rows.len()],
                answered: Bitmap::default(),
            },
            Kind::Comment { .. } | Kind::Text { .. } => {
                Self::Text { answered: Bitmap::default(), texts: Texts::default() }
            }
            Kind::Html(_) => Self::Nothing,
        }
    }

    /// Adds the answer of the response at `index`, if it gave one, and the text of its "other".
    pub(super) fn push(&mut self, index: usize, answer: Option<&Answer>, other: Option<&str>) {
        match self {
            Self::Nothing => {}
            Self::Single { values, column, others } => {
                let chosen = if let Some(Answer::One(value)) = answer { Some(value) } else { None };
                column.push(code(values, chosen));
                others.extend(index, other);
            }
            Self::Multiple { values, bitmaps, answered, others } => {
                let chosen: &[Scalar] = if let Some(Answer::Many(chosen)) = answer { chosen } else { &[] };
                for (value, bitmap) in values.iter().zip(bitmaps) {
                    bitmap.push(chosen.contains(value));
                }
                answered.push(!chosen.is_empty());
                others.extend(index, other);
            }
            Self::Matrix { rows, values, columns, answered } => {
                let given = if let Some(Answer::Rows(given)) = answer { Some(given) } else { None };
                for (row, column) in rows.iter().zip(columns) {
                    let chosen = given.and_then(|given| match row {
                        Scalar::Text(row) => given.get(row),
                        _ => given.get(&row.key()),
                    });
                    column.push(code(values, chosen));
                }
                answered.push(given.is_some_and(|given| !given.is_empty()));
            }
            Self::Text { answered, texts } => {
                let text = if let Some(Answer::One(Scalar::Text(text))) = answer { text } else { "" };
                answered.push(!text.is_empty());
                texts.extend(index, (!text.is_empty()).then_some(text));
            }
        }
    }

    pub(super) fn truncate(&mut self, length: usize) {
        match self {
            Self::Nothing => {}
            Self::Single { column, others, .. } => {
                column.truncate(length);
                others.truncate(length);
            }
            Self::Multiple { bitmaps, answered, others, .. } => {
                for bitmap in bitmaps {
                    bitmap.truncate(length);
                }
                answered.truncate(length);
                others.truncate(length);
            }
            Self::Matrix { columns, answered, .. } => {
                for column in columns {
                    column.truncate(length);
                }
                answered.truncate(length);
            }
            Self::Text { answered, texts } => {
                answered.truncate(length);
                texts.truncate(length);
            }
        }
    }
}

/// 0 where there is no answer, else the position of the value + 1.
fn code(values: &[Scalar], value: Option<&Scalar>) -> usize {
    value.and_then(|value| values.iter().position(|known| known == value)).map_or(0, |at| at + 1)
}

//! What responses differ in, as far as groups can be made of it.

use serde::{Deserialize, Serialize};

use crate::domain::analysis::bitmap::WORD;
use crate::domain::analysis::column::add_planes;
use crate::domain::analysis::{Bitmap, Column, Dataset, Slot};

/// A property of responses; its values are codes, 0 being "unanswered".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Variable {
    /// A single choice: the question's index.
    Question(usize),
    /// A matrix row: indexes of the question and the row.
    Row(usize, usize),
    /// One option of a multiple choice: indexes of the question and the option.
    Option(usize, usize),
    /// The language.
    Language,
    /// The UTC day.
    Day,
}

/// An option that was chosen.
pub(super) const CHOSEN: u64 = 2;

/// Bits of the code of a language, and of a day.
const LANGUAGE: u32 = 10;
const DAY: u32 = 16;

/// Where a dataset holds a variable.
pub(super) enum Source<'a> {
    Column(&'a Column),
    Option {
        chosen: &'a Bitmap,
        answered: &'a Bitmap,
    },
    /// A question that a dataset holds otherwise: nobody has answered it.
    Nothing,
}

impl Variable {
    /// Whether neighbouring values belong together.
    pub(super) fn is_ordered(&self) -> bool {
        *self == Self::Day
    }

    /// Bits that hold its codes in every part of a survey's responses: of languages and days, any part may
    /// know others.
    pub(super) fn width(&self, dataset: &Dataset, source: &Source<'_>) -> u32 {
        match self {
            Self::Language => LANGUAGE,
            Self::Day => DAY,
            _ => u64::BITS - source.most(dataset, self).leading_zeros(),
        }
    }

    pub(super) fn source<'a>(&self, dataset: &'a Dataset) -> Source<'a> {
        match *self {
            Self::Language => Source::Column(dataset.languages().0),
            Self::Day => Source::Column(dataset.days().0),
            Self::Question(question) => match dataset.slots().get(question) {
                Some(Slot::Single { column, .. }) => Source::Column(column),
                _ => Source::Nothing,
            },
            Self::Row(question, row) => match dataset.slots().get(question) {
                Some(Slot::Matrix { columns, .. }) => {
                    columns.get(row).map_or(Source::Nothing, Source::Column)
                }
                _ => Source::Nothing,
            },
            Self::Option(question, option) => match dataset.slots().get(question) {
                Some(Slot::Multiple { bitmaps, answered, .. }) => {
                    bitmaps.get(option).map_or(Source::Nothing, |chosen| Source::Option { chosen, answered })
                }
                _ => Source::Nothing,
            },
        }
    }
}

impl Source<'_> {
    /// Adds the codes of the responses of a word, times `stride`.
    pub fn add_word(&self, word: usize, stride: u64, sums: &mut [u64; WORD]) {
        match self {
            Self::Column(column) => column.add_word(word, stride, sums),
            Self::Option { chosen, answered } => {
                let (chosen, answered) = (chosen.words()[word], answered.words()[word]);
                add_planes(&[answered & !chosen, chosen], stride, sums);
            }
            Self::Nothing => {}
        }
    }

    /// The greatest code there is.
    pub fn most(&self, dataset: &Dataset, variable: &Variable) -> u64 {
        match self {
            Self::Option { .. } => CHOSEN,
            Self::Nothing => 0,
            Self::Column(_) => match *variable {
                Variable::Language => dataset.languages().1.len() as u64,
                Variable::Day => dataset.days().1.len() as u64,
                Variable::Question(question) | Variable::Row(question, _) | Variable::Option(question, _) => {
                    match &dataset.slots()[question] {
                        Slot::Single { values, .. } | Slot::Matrix { values, .. } => values.len() as u64,
                        _ => 0,
                    }
                }
            },
        }
    }
}

//! Where the answers to each question stand in a coded response.

use std::ops::Range;

use super::Coded;
use crate::domain::survey::{Answer, Answers, Kind, Question, Questionnaire, Scalar};

/// The order of cells in the coded responses of a questionnaire.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    places: Vec<Place>,
    cells: usize,
}

/// Where one question's answer stands.
#[derive(Clone, Debug)]
pub enum Place {
    /// Nothing is asked.
    Nothing,
    /// One cell.
    Single {
        /// The cell.
        cell: usize,
        /// What its codes, from 1, stand for.
        values: Vec<Scalar>,
    },
    /// One cell for each option.
    Multiple {
        /// The cells.
        cells: Range<usize>,
        /// The options.
        values: Vec<Scalar>,
    },
    /// One cell for each row.
    Matrix {
        /// The cells.
        cells: Range<usize>,
        /// The rows.
        rows: Vec<Scalar>,
        /// What the codes, from 1, stand for.
        values: Vec<Scalar>,
    },
    /// The text of the question.
    Text,
}

impl Layout {
    /// The layout of a questionnaire.
    pub fn new(questionnaire: &Questionnaire) -> Self {
        let mut layout = Self::default();
        for question in &questionnaire.questions {
            let place = layout.place(question);
            layout.places.push(place);
        }
        layout
    }

    /// A response without answers.
    pub fn empty(&self) -> Coded {
        Coded::new(self.cells, self.places.len())
    }

    /// One for each question.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    fn place(&mut self, question: &Question) -> Place {
        let options =
            || question.options().map(|it| it.all().into_iter().map(|choice| choice.value).collect());
        match &question.kind {
            Kind::Radiogroup(_) | Kind::Dropdown(_) | Kind::Rating { .. } => {
                Place::Single { cell: self.take(1).start, values: options().unwrap_or_default() }
            }
            Kind::Boolean { .. } => {
                let values = vec![Scalar::Bool(true), Scalar::Bool(false)];
                Place::Single { cell: self.take(1).start, values }
            }
            Kind::Checkbox { .. } => {
                let values: Vec<Scalar> = options().unwrap_or_default();
                Place::Multiple { cells: self.take(values.len()), values }
            }
            Kind::Matrix { rows, columns, .. } => Place::Matrix {
                cells: self.take(rows.len()),
                rows: rows.iter().map(|row| row.value.clone()).collect(),
                values: columns.iter().map(|column| column.value.clone()).collect(),
            },
            Kind::Comment { .. } | Kind::Text { .. } => Place::Text,
            Kind::Html(_) => Place::Nothing,
        }
    }

    fn take(&mut self, count: usize) -> Range<usize> {
        self.cells += count;
        self.cells - count..self.cells
    }

    /// Writes answers the definition allows as codes.
    pub fn encode(&self, questionnaire: &Questionnaire, answers: &Answers, coded: &mut Coded) {
        coded.clear();
        for (at, (question, place)) in questionnaire.questions.iter().zip(&self.places).enumerate() {
            let answer = answers.get(&question.name);
            let mut text = None;
            match (place, answer) {
                (Place::Single { cell, values }, Some(Answer::One(value))) => {
                    coded.set(*cell, code(values, value));
                }
                (Place::Multiple { cells, values }, Some(Answer::Many(chosen))) => {
                    for (cell, value) in cells.clone().zip(values) {
                        coded.set(cell, u16::from(chosen.contains(value)));
                    }
                }
                (Place::Matrix { cells, rows, values }, Some(Answer::Rows(given))) => {
                    for (cell, row) in cells.clone().zip(rows) {
                        let value = match row {
                            Scalar::Text(row) => given.get(row),
                            _ => given.get(&row.key()),
                        };
                        coded.set(cell, value.map_or(0, |value| code(values, value)));
                    }
                }
                (Place::Text, Some(Answer::One(Scalar::Text(answer)))) => text = Some(answer.as_str()),
                _ => {}
            }
            if question.has_other() {
                text = answers.other_text(&question.name);
            }
            if let Some(text) = text {
                coded.set_text(at, |joined| {
                    joined.push_str(text);
                    Some(())
                });
            }
        }
    }

    /// The answers that codes stand for; a multiple choice's in the definition's order.
    pub fn decode(&self, questionnaire: &Questionnaire, coded: &Coded) -> Answers {
        let value = |values: &[Scalar], cell: usize| {
            usize::from(coded.cells[cell]).checked_sub(1).and_then(|at| values.get(at)).cloned()
        };
        let mut answers = Answers::default();
        for (at, (question, place)) in questionnaire.questions.iter().zip(&self.places).enumerate() {
            let name = question.name.as_str();
            match place {
                Place::Nothing => {}
                Place::Single { cell, values } => {
                    if let Some(value) = value(values, *cell) {
                        answers.set(name, Answer::One(value));
                    }
                }
                Place::Multiple { cells, values } => {
                    let chosen = cells.clone().zip(values).filter(|(cell, _)| coded.is_set(*cell));
                    answers.set(name, Answer::Many(chosen.map(|(_, value)| value.clone()).collect()));
                }
                Place::Matrix { cells, rows, values } => {
                    for (cell, row) in cells.clone().zip(rows) {
                        if let Some(value) = value(values, cell) {
                            answers.set_row(name, &row.key(), value);
                        }
                    }
                }
                Place::Text => answers.set(name, Answer::One(coded.text(at).unwrap_or_default().into())),
            }
            if question.has_other() {
                answers.set_other_text(name, coded.text(at).unwrap_or_default());
            }
        }
        answers
    }
}

impl Place {
    /// Whether the response answers the question with this index, which is placed here.
    pub fn is_answered(&self, coded: &Coded, question: usize) -> bool {
        match self {
            Self::Nothing => false,
            Self::Single { cell, .. } => coded.is_set(*cell),
            Self::Multiple { cells, .. } | Self::Matrix { cells, .. } => {
                cells.clone().any(|cell| coded.is_set(cell))
            }
            Self::Text => coded.text(question).is_some(),
        }
    }
}

/// The position of the value + 1; 0 for one that is not among them.
fn code(values: &[Scalar], value: &Scalar) -> u16 {
    values.iter().position(|known| known == value).map_or(0, |at| u16::try_from(at + 1).unwrap_or(0))
}

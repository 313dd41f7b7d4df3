//! What a respondent is told of an answer that is not right yet.

use super::{Answer, Answers, chooses_other};
use crate::domain::survey::{Kind, Question, Scalar};

/// Why a respondent cannot go on yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Violation {
    /// A required question has no answer.
    Required,
    /// A required matrix row has no answer.
    RowRequired,
    /// "Other" is chosen but not described.
    OtherEmpty,
    /// More choices are ticked than allowed.
    TooMany {
        /// The most that may be ticked.
        max: usize,
    },
    /// The text is longer than allowed.
    TooLong {
        /// The most UTF-16 units.
        max: usize,
        /// How many there are.
        length: usize,
    },
}

/// Checks the answer to `question`; for a matrix, the answer in `row` alone where one is given.
pub fn check(question: &Question, row: Option<&str>, answers: &Answers) -> Result<(), Violation> {
    let answer = answers.get(&question.name);
    if let Kind::Matrix { rows, all_rows_required, .. } = &question.kind {
        return check_matrix(question, row, rows.len(), *all_rows_required, answers);
    }
    let Some(answer) = answer.filter(|answer| !answer.is_blank()) else {
        return if question.is_required { Err(Violation::Required) } else { Ok(()) };
    };
    if chooses_other(question, answer)
        && answers.other_text(&question.name).is_none_or(|text| text.trim().is_empty())
    {
        return Err(Violation::OtherEmpty);
    }
    match (&question.kind, answer) {
        (Kind::Checkbox { max_selected: Some(max), .. }, Answer::Many(values)) if values.len() > *max => {
            Err(Violation::TooMany { max: *max })
        }
        (
            Kind::Comment { max_length: Some(max) } | Kind::Text { max_length: Some(max) },
            Answer::One(Scalar::Text(text)),
        ) => {
            let length = text.encode_utf16().count();
            if length > *max { Err(Violation::TooLong { max: *max, length }) } else { Ok(()) }
        }
        _ => Ok(()),
    }
}

fn check_matrix(
    question: &Question,
    row: Option<&str>,
    rows: usize,
    all_rows_required: bool,
    answers: &Answers,
) -> Result<(), Violation> {
    let answered = match answers.get(&question.name) {
        Some(Answer::Rows(answered)) => answered.len(),
        _ => 0,
    };
    match row {
        Some(row) if all_rows_required && answers.row(&question.name, row).is_none() => {
            Err(Violation::RowRequired)
        }
        None if all_rows_required && answered < rows => Err(Violation::RowRequired),
        None if question.is_required && answered == 0 => Err(Violation::Required),
        _ => Ok(()),
    }
}

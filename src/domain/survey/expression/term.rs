//! What an operand comes to, with JavaScript's conversions: SurveyJS compares by them.

use serde_json::Value;

use super::decimal::decimal;
use crate::domain::survey::{Answer, Scalar};

/// A value of JavaScript, as far as answers and literals hold any.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Term {
    /// No answer.
    Nothing,
    /// `true` or `false`.
    Truth(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Term>),
    /// An answered matrix: row and column.
    Rows(Vec<(String, Term)>),
}

impl Term {
    /// A literal of a condition, as it stands.
    pub fn literal(value: &Scalar) -> Self {
        match value {
            Scalar::Bool(truth) => Self::Truth(*truth),
            Scalar::Number(number) => number.as_f64().map_or(Self::Nothing, Self::Number),
            Scalar::Text(text) => Self::Text(text.clone()),
        }
    }

    /// An answer as a condition reads it: a single text that says a number or a truth is one.
    pub fn answer(answer: &Answer) -> Self {
        match answer {
            Answer::One(Scalar::Text(text)) => Self::read(text),
            Answer::One(value) => Self::literal(value),
            Answer::Many(values) => Self::List(values.iter().map(Self::literal).collect()),
            Answer::Rows(rows) => {
                Self::Rows(rows.iter().map(|(row, value)| (row.clone(), Self::literal(value))).collect())
            }
        }
    }

    fn read(text: &str) -> Self {
        match text.to_ascii_lowercase().as_str() {
            "true" => return Self::Truth(true),
            "false" => return Self::Truth(false),
            _ => {}
        }
        // `05` is a code, not a number.
        let is_code = text.len() > 1 && text.starts_with('0') && !matches!(text.as_bytes()[1], b'.' | b',');
        // A comma may stand for the decimal point.
        let pointed = if text.matches(',').count() == 1 { text.replace(',', ".") } else { text.to_owned() };
        match number_of(&pointed) {
            Some(number) if !is_code && !text.trim().is_empty() => Self::Number(number),
            _ => Self::Text(text.to_owned()),
        }
    }

    pub fn is_empty(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Text(text) => text.is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Rows(rows) => rows.iter().all(|(_, column)| column.is_empty()),
            Self::Truth(_) | Self::Number(_) => false,
        }
    }

    /// Whether JavaScript takes it for true.
    pub fn is_truthy(&self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Truth(truth) => *truth,
            Self::Number(number) => *number != 0.0,
            Self::Text(text) => !text.is_empty(),
            Self::List(_) | Self::Rows(_) => true,
        }
    }

    /// JavaScript's `Number(…)`; `None` for "not a number".
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Nothing => None,
            Self::Truth(truth) => Some(f64::from(u8::from(*truth))),
            Self::Number(number) => Some(*number),
            Self::Text(text) => number_of(text),
            Self::List(_) | Self::Rows(_) => number_of(&self.text()),
        }
    }

    /// JavaScript's `String(…)`, but nothing for nothing.
    pub fn text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Truth(truth) => truth.to_string(),
            // As a scalar: the standard library's writer of floats is not needed anywhere else.
            Self::Number(number) => {
                Scalar::from_json(&Value::from(*number)).map_or_else(String::new, |number| number.key())
            }
            Self::Text(text) => text.clone(),
            Self::List(items) => items.iter().map(Self::text).collect::<Vec<_>>().join(","),
            Self::Rows(_) => "[object Object]".to_owned(),
        }
    }
}

/// The number a text says: decimal or hexadecimal digits; an empty text says 0.
fn number_of(text: &str) -> Option<f64> {
    let text = text.trim();
    if text.is_empty() {
        return Some(0.0);
    }
    if let Some(digits) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        return u32::from_str_radix(digits, 16).ok().map(f64::from);
    }
    decimal(text)
}

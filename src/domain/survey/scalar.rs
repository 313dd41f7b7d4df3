//! The smallest value an answer can hold: a text, a number or a truth.

use serde::{Deserialize, Serialize};
use serde_json::{Number, Value};

/// One value of a choice, exactly as SurveyJS writes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged, try_from = "Value")]
pub enum Scalar {
    /// `true` or `false`.
    Bool(bool),
    /// A JSON number; whole numbers are held as integers.
    Number(Number),
    /// A string.
    Text(String),
}

impl TryFrom<Value> for Scalar {
    type Error = &'static str;

    fn try_from(value: Value) -> Result<Self, Self::Error> {
        Self::from_json(&value).ok_or("not a text, number or truth")
    }
}

impl Scalar {
    /// Reads a JSON scalar; `None` for null, arrays and objects.
    pub fn from_json(value: &Value) -> Option<Self> {
        match value {
            Value::Bool(truth) => Some(Self::Bool(*truth)),
            Value::String(text) => Some(Self::Text(text.clone())),
            Value::Number(number) => Some(Self::Number(whole(number))),
            _ => None,
        }
    }

    /// The value as JSON.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Bool(truth) => Value::Bool(*truth),
            Self::Number(number) => Value::Number(number.clone()),
            Self::Text(text) => Value::String(text.clone()),
        }
    }

    /// The value as it stands in addresses, element ids and tables.
    pub fn key(&self) -> String {
        match self {
            Self::Bool(truth) => truth.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

impl From<&str> for Scalar {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// `1.0` and `1` are one number in JavaScript, so they are one here.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
fn whole(number: &Number) -> Number {
    match number.as_f64() {
        Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < 9e15 => {
            Number::from(float as i64)
        }
        _ => number.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_float_is_the_integer() {
        let float: Value = serde_json::from_str("1.0").unwrap();
        let integer: Value = serde_json::from_str("1").unwrap();
        assert_eq!(Scalar::from_json(&float), Scalar::from_json(&integer));
    }

    #[test]
    fn null_is_not_a_scalar() {
        assert_eq!(Scalar::from_json(&Value::Null), None);
    }
}

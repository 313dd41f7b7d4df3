//! SurveyJS's rules for comparing answers.

use std::cmp::Ordering;

use super::Operator;
use super::decimal::decimal;
use crate::domain::survey::Scalar;
use crate::domain::survey::fold::lower_case;

/// What an operand came to.
pub(super) enum Values {
    /// No answer.
    None,
    /// One value.
    One(Scalar),
    /// A list, never empty when it comes from an answer.
    Many(Vec<Scalar>),
    /// An answered matrix: present, but equal to nothing.
    Other,
}

impl Values {
    /// One value; an empty text is no answer.
    pub fn one(value: Scalar) -> Self {
        match value {
            Scalar::Text(text) if text.is_empty() => Self::None,
            value => Self::One(value),
        }
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Self::None)
    }

    pub fn truthy(&self) -> bool {
        match self {
            Self::None => false,
            Self::One(Scalar::Bool(truth)) => *truth,
            Self::One(Scalar::Number(number)) => number.as_f64() != Some(0.0),
            _ => true,
        }
    }

    fn items(&self) -> &[Scalar] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Many(values) => values,
            _ => &[],
        }
    }
}

pub(super) fn compare(left: &Values, operator: Operator, right: &Values) -> bool {
    match operator {
        Operator::Equal => equal(left, right),
        Operator::NotEqual => !equal(left, right),
        Operator::Less => order(left, right) == Some(Ordering::Less),
        Operator::LessOrEqual => matches!(order(left, right), Some(Ordering::Less | Ordering::Equal)),
        Operator::Greater => order(left, right) == Some(Ordering::Greater),
        Operator::GreaterOrEqual => matches!(order(left, right), Some(Ordering::Greater | Ordering::Equal)),
        Operator::Contains => contains(left, right),
        Operator::NotContains => !contains(left, right),
        Operator::AnyOf => any_of(left, right),
        Operator::NoneOf => !any_of(left, right),
    }
}

fn equal(left: &Values, right: &Values) -> bool {
    match (left, right) {
        (Values::None, Values::None) => true,
        (Values::One(left), Values::One(right)) => same(left, right),
        (Values::Many(left), Values::Many(right)) => {
            left.len() == right.len() && left.iter().all(|value| holds(right, value))
        }
        _ => false,
    }
}

fn contains(left: &Values, right: &Values) -> bool {
    match (left, right) {
        (_, Values::None) | (Values::None | Values::Other, _) => false,
        (Values::One(Scalar::Text(text)), Values::One(Scalar::Text(part))) => {
            lower_case(text).contains(&lower_case(part))
        }
        _ => right.items().iter().all(|value| holds(left.items(), value)),
    }
}

fn any_of(left: &Values, right: &Values) -> bool {
    left.items().iter().any(|value| holds(right.items(), value))
}

fn holds(values: &[Scalar], wanted: &Scalar) -> bool {
    values.iter().any(|value| same(value, wanted))
}

fn same(left: &Scalar, right: &Scalar) -> bool {
    match (number(left), number(right)) {
        (Some(left), Some(right)) => (left - right).abs() < f64::EPSILON,
        _ => lower_case(&left.key()) == lower_case(&right.key()),
    }
}

fn order(left: &Values, right: &Values) -> Option<Ordering> {
    let (Values::One(left), Values::One(right)) = (left, right) else {
        return None;
    };
    match (number(left), number(right)) {
        (Some(left), Some(right)) => left.partial_cmp(&right),
        _ => Some(left.key().cmp(&right.key())),
    }
}

fn number(value: &Scalar) -> Option<f64> {
    match value {
        Scalar::Number(number) => number.as_f64(),
        Scalar::Text(text) => decimal(text.trim()),
        Scalar::Bool(_) => None,
    }
}

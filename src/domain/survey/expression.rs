//! Conditions of `visibleIf`: reading them and answering them as SurveyJS does.
//!
//! Comparison rules follow SurveyJS's runtime: text is compared without regard to case, a number
//! equals its text, lists are equal as sets, and nothing is smaller or greater than an empty answer.

mod compare;
mod decimal;
mod parse;

use super::{Answer, Scalar};

pub use parse::ConditionSyntax;

/// A condition over answers and variables.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// Both hold.
    And(Box<Expression>, Box<Expression>),
    /// At least one holds.
    Or(Box<Expression>, Box<Expression>),
    /// The inner condition does not hold.
    Not(Box<Expression>),
    /// Two operands compared.
    Compare(Operand, Operator, Operand),
    /// The operand has no answer.
    Empty(Operand),
    /// The operand alone: holds unless it is empty, false or 0.
    Holds(Operand),
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    /// `{name}`: a question, `question.row` or a variable.
    Name(String),
    /// A literal.
    Value(Scalar),
    /// A list of literals.
    List(Vec<Scalar>),
}

/// The comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `=`, `==`, `equal`
    Equal,
    /// `<>`, `!=`, `notequal`
    NotEqual,
    /// `<`, `less`
    Less,
    /// `<=`, `lessorequal`
    LessOrEqual,
    /// `>`, `greater`
    Greater,
    /// `>=`, `greaterorequal`
    GreaterOrEqual,
    /// `contains`, `allof`: a list holds all of the right side; a text holds it as a part.
    Contains,
    /// `notcontains`
    NotContains,
    /// `anyof`: at least one of the right side.
    AnyOf,
    /// `noneof`
    NoneOf,
}

impl Expression {
    /// Reads a condition; the error is the position (in characters, from 1) where reading stopped.
    pub fn parse(text: &str) -> Result<Self, ConditionSyntax> {
        parse::parse(text)
    }

    /// Whether the condition holds; `lookup` gives the answer to a name.
    pub fn holds(&self, lookup: &dyn Fn(&str) -> Option<Answer>) -> bool {
        match self {
            Self::And(left, right) => left.holds(lookup) && right.holds(lookup),
            Self::Or(left, right) => left.holds(lookup) || right.holds(lookup),
            Self::Not(inner) => !inner.holds(lookup),
            Self::Compare(left, operator, right) => {
                compare::compare(&left.values(lookup), *operator, &right.values(lookup))
            }
            Self::Empty(operand) => operand.values(lookup).is_empty(),
            Self::Holds(operand) => operand.values(lookup).truthy(),
        }
    }

    /// Every name the condition reads.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::And(left, right) | Self::Or(left, right) => {
                let mut names = left.names();
                names.extend(right.names());
                names
            }
            Self::Not(inner) => inner.names(),
            Self::Compare(left, _, right) => left.name().into_iter().chain(right.name()).collect(),
            Self::Empty(operand) | Self::Holds(operand) => operand.name().into_iter().collect(),
        }
    }
}

impl Operand {
    fn name(&self) -> Option<&str> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    fn values(&self, lookup: &dyn Fn(&str) -> Option<Answer>) -> compare::Values {
        match self {
            Self::Value(value) => compare::Values::one(value.clone()),
            Self::List(values) => compare::Values::Many(values.clone()),
            Self::Name(name) => match lookup(name) {
                None => compare::Values::None,
                Some(Answer::One(value)) => compare::Values::one(value),
                Some(Answer::Many(values)) if values.is_empty() => compare::Values::None,
                Some(Answer::Many(values)) => compare::Values::Many(values),
                Some(Answer::Rows(rows)) if rows.is_empty() => compare::Values::None,
                Some(Answer::Rows(_)) => compare::Values::Other,
            },
        }
    }
}

#[cfg(test)]
mod tests;

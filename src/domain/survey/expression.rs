//! Conditions of `visibleIf`: reading them and answering them as SurveyJS does.
//!
//! Comparison rules follow SurveyJS's runtime: text is compared without regard to case, a number
//! equals its text, lists are equal as sets, and nothing is smaller or greater than an empty answer.

mod compare;
mod decimal;
mod parse;
mod term;

use super::{Answer, Scalar};

pub use parse::ConditionSyntax;
use term::Term;

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
    /// The operand alone: false where it is empty, false or 0.
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
    /// `contains`: a list holds all of the right side; a text holds it as a part.
    Contains,
    /// `notcontains`
    NotContains,
    /// `allof`: each of the right side is contained.
    AllOf,
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
        // Only a truth holds: a text or a number alone does not.
        self.term(lookup) == Term::Truth(true)
    }

    fn term(&self, lookup: &dyn Fn(&str) -> Option<Answer>) -> Term {
        // A list without items is true to JavaScript, but not to SurveyJS's `and` and `or`.
        let side = |side: &Self| Some(side.term(lookup)).filter(|term| !term.is_empty());
        match self {
            Self::And(left, right) => match side(left) {
                Some(left) if !left.is_truthy() => left,
                Some(_) => side(right).unwrap_or(Term::Nothing),
                None => Term::Nothing,
            },
            Self::Or(left, right) => match side(left) {
                Some(left) if left.is_truthy() => left,
                _ => side(right).unwrap_or(Term::Nothing),
            },
            Self::Not(inner) => Term::Truth(!inner.term(lookup).is_truthy()),
            Self::Compare(left, operator, right) => {
                Term::Truth(compare::compare(&left.term(lookup), *operator, &right.term(lookup)))
            }
            Self::Empty(operand) => Term::Truth(operand.term(lookup).is_empty()),
            Self::Holds(operand) => operand.term(lookup),
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

    fn term(&self, lookup: &dyn Fn(&str) -> Option<Answer>) -> Term {
        match self {
            Self::Value(value) => Term::literal(value),
            Self::List(values) => Term::List(values.iter().map(Term::literal).collect()),
            Self::Name(name) => lookup(name).map_or(Term::Nothing, |answer| Term::answer(&answer)),
        }
    }
}

#[cfg(test)]
mod tests;

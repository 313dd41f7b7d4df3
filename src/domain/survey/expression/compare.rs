//! SurveyJS's rules for comparing answers.

use std::cmp::Ordering;

use super::{Operator, Term};
use crate::domain::survey::fold::lower_case;

pub(super) fn compare(left: &Term, operator: Operator, right: &Term) -> bool {
    match operator {
        Operator::Equal => equal(left, right),
        Operator::NotEqual => !equal(left, right),
        Operator::Less => order(left, right) == Some(Ordering::Less),
        Operator::LessOrEqual => equal(left, right) || order(left, right) == Some(Ordering::Less),
        Operator::Greater => order(left, right) == Some(Ordering::Greater),
        Operator::GreaterOrEqual => equal(left, right) || order(left, right) == Some(Ordering::Greater),
        Operator::Contains => contains(left, right),
        Operator::NotContains => not_contains(left, right),
        Operator::AllOf => all_of(left, right),
        Operator::AnyOf => any_of(left, right),
        Operator::NoneOf => !any_of(left, right),
    }
}

/// Text is compared without regard to case and space around it, a number equals its text, lists are
/// equal whatever their order.
fn equal(left: &Term, right: &Term) -> bool {
    match (left, right) {
        (Term::Text(left), Term::Text(right)) => lower_case(left.trim()) == lower_case(right.trim()),
        _ if left.is_empty() || right.is_empty() => {
            left.is_empty() && right.is_empty() && nothing(left, right)
        }
        (Term::Truth(truth), Term::Text(text)) | (Term::Text(text), Term::Truth(truth)) => {
            truth.to_string() == lower_case(text)
        }
        (Term::List(left), Term::List(right)) => equal_lists(left, right),
        (Term::Rows(left), Term::Rows(right)) => {
            left.len() == right.len()
                && left.iter().all(|(row, value)| {
                    right.iter().any(|(other, column)| row == other && equal(value, column))
                })
        }
        (Term::List(_) | Term::Rows(_), _) | (_, Term::List(_) | Term::Rows(_)) => false,
        _ => left.number().zip(right.number()).is_some_and(|(left, right)| left.total_cmp(&right).is_eq()),
    }
}

/// Two empty values are equal unless only one of them is a list or a matrix that could hold something.
fn nothing(left: &Term, right: &Term) -> bool {
    let is_text = |term: &Term| matches!(term, Term::Text(_));
    let is_list = |term: &Term| matches!(term, Term::List(_));
    !(is_text(left) && is_list(right) || is_list(left) && is_text(right))
}

fn equal_lists(left: &[Term], right: &[Term]) -> bool {
    let sorted = |items: &[Term]| {
        // Few items: the library's sort weighs more than it saves.
        let mut sorted: Vec<Term> = Vec::new();
        for item in items {
            let at = sorted.iter().take_while(|known| known.text() <= item.text()).count();
            sorted.insert(at, item.clone());
        }
        sorted
    };
    left.len() == right.len()
        && sorted(left).iter().zip(&sorted(right)).all(|(left, right)| equal(left, right))
}

/// Texts by their letters, everything else by its number; nothing is neither smaller nor greater.
fn order(left: &Term, right: &Term) -> Option<Ordering> {
    let is_text = |term: &Term| matches!(term, Term::Text(_) | Term::List(_) | Term::Rows(_));
    match (left, right) {
        (Term::Nothing, _) | (_, Term::Nothing) => None,
        _ if is_text(left) && is_text(right) => Some(left.text().cmp(&right.text())),
        _ => left.number()?.partial_cmp(&right.number()?),
    }
}

fn contains(left: &Term, right: &Term) -> bool {
    found(left, right).unwrap_or(false)
}

fn not_contains(left: &Term, right: &Term) -> bool {
    if !left.is_truthy() && !right.is_empty() {
        return true;
    }
    found(left, right).is_some_and(|is_found| !is_found)
}

/// Whether the left side holds all of the right; `None` where there is nothing to look in or for.
fn found(left: &Term, right: &Term) -> Option<bool> {
    match left {
        Term::Nothing => None,
        Term::Text(text) if text.is_empty() => None,
        Term::List(items) if items.is_empty() => Some(false),
        Term::List(items) => {
            let holds = |wanted: &Term| items.iter().any(|item| equal(item, wanted));
            Some(match right {
                Term::List(wanted) => wanted.iter().all(holds),
                wanted => holds(wanted),
            })
        }
        _ if !right.is_truthy() => None,
        _ => {
            let (left, right) = (lower_case(&left.text()), lower_case(&right.text()));
            // Looking for a text by the library weighs more than the rest of this file.
            let mut parts = left.as_bytes().windows(right.len().max(1));
            Some(right.is_empty() || parts.any(|part| part == right.as_bytes()))
        }
    }
}

fn all_of(left: &Term, right: &Term) -> bool {
    if !left.is_truthy() && !right.is_empty() {
        return false;
    }
    match right {
        Term::List(wanted) => wanted.iter().all(|wanted| contains(left, wanted)),
        wanted => contains(left, wanted),
    }
}

fn any_of(left: &Term, right: &Term) -> bool {
    match (left, right) {
        _ if left.is_empty() => right.is_empty(),
        _ if right.is_empty() => true,
        (Term::List(_), Term::List(wanted)) => wanted.iter().any(|wanted| contains(left, wanted)),
        (Term::List(_), _) => contains(left, right),
        _ => contains(right, left),
    }
}

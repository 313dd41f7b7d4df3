//! Texts that are not to leave with the responses.

use crate::domain::survey::{Answer, Answers, Questionnaire, REMOVED, Scalar};

/// Which texts were marked for removal.
pub trait Removal {
    /// Whether the text of this response under this name (`comment`, `strengths-Comment`) is not to be copied.
    fn is_removed(&self, id: u128, name: &str) -> bool;
}

/// Nothing was marked.
#[derive(Clone, Copy, Debug, Default)]
pub struct NothingRemoved;

impl Removal for NothingRemoved {
    fn is_removed(&self, _: u128, _: &str) -> bool {
        false
    }
}

/// The answers, with a mark where a text is removed: that somebody wrote something still counts.
pub(super) fn without_removed(
    removal: &dyn Removal,
    questionnaire: &Questionnaire,
    id: u128,
    answers: Answers,
) -> Answers {
    let is_text = |name: &str| match questionnaire.question(name) {
        Some(question) => matches!(question.kind_name(), "comment" | "text"),
        None => true,
    };
    let removed: Vec<String> = answers
        .iter()
        .map(|(name, _)| name)
        .filter(|it| is_text(it) && removal.is_removed(id, it))
        .cloned()
        .collect();
    let mut kept = answers;
    for name in removed {
        kept.set(&name, Answer::One(Scalar::from(REMOVED)));
    }
    kept
}

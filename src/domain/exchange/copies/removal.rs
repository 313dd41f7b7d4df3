//! Texts that are not to leave with the responses.

use crate::domain::coding::Codes;
use crate::domain::survey::{Answer, Answers, Questionnaire, REMOVED, Scalar};

/// The answers, with a mark where a text is removed: that somebody wrote something still counts.
pub(super) fn without_removed(codes: &Codes, questionnaire: &Questionnaire, answers: Answers) -> Answers {
    if codes.is_empty() {
        return answers;
    }
    let mut kept = answers.clone();
    for question in &questionnaire.questions {
        let name = &question.name;
        let is_text = matches!(question.kind_name(), "comment" | "text");
        if let (true, Some(Answer::One(Scalar::Text(text)))) = (is_text, answers.get(name))
            && codes.is_removed(name, text)
        {
            kept.set(name, Answer::One(Scalar::from(REMOVED)));
        }
        if let Some(text) = answers.other_text(name)
            && codes.is_removed(name, text)
        {
            kept.set_other_text(name, REMOVED);
        }
    }
    kept
}

//! What a key of the filter is about in a survey.

use crate::domain::address::is_page_key;
use crate::domain::survey::{Kind, Question, Survey, is_language_tag};

/// What a key of the filter is about.
pub(super) enum Target {
    /// The language of the response.
    Language,
    /// The provider of the service; the index of the catalogue's question.
    Provider(usize),
    /// A choice question, by its index.
    Question(usize),
    /// A matrix row: index of the question, index of the row.
    Row(usize, usize),
}

impl Target {
    /// The contract's own keys come first, so they mean the same in every survey.
    pub fn of(survey: &Survey, key: &str) -> Option<Self> {
        let questions = &survey.questionnaire.questions;
        let choice = || questions.iter().position(|question| question.name == key && is_choice(question));
        let from_catalogue = || survey.questionnaire.catalogue_position();
        match key {
            "language" => return Some(Self::Language),
            "provider" if survey.catalogue.is_some() => {
                if let Some(index) = from_catalogue() {
                    return Some(Self::Provider(index));
                }
            }
            "service" => return choice().or_else(from_catalogue).map(Self::Question),
            _ => {}
        }
        choice().map(Self::Question).or_else(|| row(questions, key))
    }

    /// Whether the definition has this value.
    pub fn knows(&self, survey: &Survey, value: &str) -> bool {
        let questions = &survey.questionnaire.questions;
        match self {
            Self::Language => is_language_tag(value),
            Self::Provider(_) => {
                survey.catalogue.as_ref().is_some_and(|catalogue| catalogue.provider(value).is_some())
            }
            Self::Question(index) => match &questions[*index].kind {
                Kind::Boolean { .. } => matches!(value, "true" | "false"),
                _ => questions[*index]
                    .options()
                    .is_some_and(|options| options.all().iter().any(|choice| choice.value.key() == value)),
            },
            Self::Row(index, _) => match &questions[*index].kind {
                Kind::Matrix { columns, .. } => columns.iter().any(|column| column.value.key() == value),
                _ => false,
            },
        }
    }
}

/// Whether a key of the filter is about this question, or with a row about that row of it. A question can
/// bear a name that means something else in the address, or two rows the same key; such cannot be filtered
/// or compared by.
pub fn is_key_of(survey: &Survey, key: &str, question: usize, row: Option<usize>) -> bool {
    let is_free = !is_page_key(key) && !["survey", "from", "to"].contains(&key);
    is_free
        && match Target::of(survey, key) {
            Some(Target::Question(found)) => found == question && row.is_none(),
            Some(Target::Row(found, at)) => found == question && row == Some(at),
            _ => false,
        }
}

/// `question.row`; both names may hold dots of their own.
fn row(questions: &[Question], key: &str) -> Option<Target> {
    questions.iter().enumerate().find_map(|(index, question)| {
        let Kind::Matrix { rows, .. } = &question.kind else { return None };
        let row = key.strip_prefix(question.name.as_str())?.strip_prefix('.')?;
        rows.iter().position(|known| known.value.key() == row).map(|at| Target::Row(index, at))
    })
}

fn is_choice(question: &Question) -> bool {
    question.options().is_some() || matches!(question.kind, Kind::Boolean { .. })
}

//! Errors of the domain as sentences.

use super::{Key, Texts, key};
use crate::browser::BrowserError;
use crate::domain::survey::{Mistake, Question, Violation};

impl Texts {
    /// What a respondent must change; `question` is the one it is about.
    pub fn violation(self, violation: &Violation, question: &Question) -> String {
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        match violation {
            Violation::Required if question.options().is_some() => {
                self.get(key::ERROR_REQUIRED_CHOICE).to_owned()
            }
            Violation::Required => self.get(key::ERROR_REQUIRED).to_owned(),
            Violation::RowRequired => self.get(key::ERROR_ROW_REQUIRED).to_owned(),
            Violation::OtherEmpty => {
                let label = question.options().and_then(|options| options.other.clone()).unwrap_or_default();
                self.fill(key::ERROR_OTHER_EMPTY, &[("choice", label.get(self.code()))])
            }
            Violation::TooMany { max } => self.count(key::ERROR_TOO_MANY, count(*max)),
            Violation::TooLong { max, length } => self.count(key::ERROR_TOO_LONG, count(length - max)),
        }
    }

    /// What is wrong with a definition.
    pub fn mistake(self, mistake: &Mistake) -> String {
        let named = |key: Key, name: &str| self.fill(key, &[("name", name)]);
        match mistake {
            Mistake::Unreachable(reason) => self.fill(key::MISTAKE_UNREACHABLE, &[("reason", reason)]),
            Mistake::NotJson { line, column } => self
                .fill(key::MISTAKE_NOT_JSON, &[("line", &line.to_string()), ("column", &column.to_string())]),
            Mistake::Missing(name) => named(key::MISTAKE_MISSING, name),
            Mistake::Expected(kind) => self.fill(key::MISTAKE_EXPECTED, &[("kind", kind)]),
            Mistake::Empty => self.get(key::MISTAKE_EMPTY).to_owned(),
            Mistake::Duplicate(name) => named(key::MISTAKE_DUPLICATE, name),
            Mistake::UnknownKind(name) => named(key::MISTAKE_UNKNOWN_KIND, name),
            Mistake::UnknownProperty(name) => named(key::MISTAKE_UNKNOWN_PROPERTY, name),
            Mistake::UnknownValue(name) => named(key::MISTAKE_UNKNOWN_VALUE, name),
            Mistake::Condition { position } => {
                self.fill(key::MISTAKE_CONDITION, &[("position", &position.to_string())])
            }
            Mistake::UnknownName(name) => named(key::MISTAKE_UNKNOWN_NAME, name),
            Mistake::UnknownVariable(name) => named(key::MISTAKE_UNKNOWN_VARIABLE, name),
            Mistake::NoChoices => self.get(key::MISTAKE_NO_CHOICES).to_owned(),
        }
    }

    /// Title and text of what is wrong with storage.
    pub fn storage_trouble(self, error: &BrowserError) -> (&'static str, &'static str) {
        match error {
            BrowserError::StorageFull => (self.get(key::STORAGE_FULL_TITLE), self.get(key::STORAGE_FULL)),
            _ => (self.get(key::STORAGE_BLOCKED_TITLE), self.get(key::STORAGE_BLOCKED)),
        }
    }
}

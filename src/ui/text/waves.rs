//! In what questions of two surveys differ, in words.

use super::{Texts, key};
use crate::domain::survey::{Change, Kind, Question, Scalar, Survey};

impl Texts {
    /// In what a question differs in another survey.
    pub fn question_change(self, change: &Change, question: &Question, other: &Survey) -> String {
        let theirs = other.questionnaire.question(&question.name);
        let both = |text, (own, their): (&[Scalar], &[Scalar]), are_rows| {
            let own = self.wave_values(own, Some(question), are_rows);
            let their = self.wave_values(their, theirs, are_rows);
            self.fill(text, &[("own", &own), ("other", &their)])
        };
        match change {
            Change::Absent => self.get(key::WAVES_ABSENT).to_owned(),
            Change::Added => self.get(key::WAVES_ADDED).to_owned(),
            Change::Kind => self.get(key::WAVES_KIND).to_owned(),
            Change::Values(own, their) => both(key::WAVES_VALUES, (own, their), false),
            Change::Rows(own, their) => both(key::WAVES_ROWS, (own, their), true),
            Change::Title => {
                let title = theirs.map(|theirs| theirs.title.get(self.code()).to_owned());
                self.fill(key::WAVES_WORDED, &[("other", &title.unwrap_or_default())])
            }
            Change::Wording(values) => {
                let is_row = |value: &&Scalar| matches!(&question.kind, Kind::Matrix { rows, .. } if rows.iter().any(|row| row.value == **value));
                let (rows, answers): (Vec<&Scalar>, Vec<&Scalar>) = values.iter().partition(is_row);
                let words = |value: &Scalar, are_rows| {
                    self.wave_values(std::slice::from_ref(value), theirs, are_rows)
                };
                let rows = rows.into_iter().map(|row| words(row, true));
                let all: Vec<String> = rows.chain(answers.into_iter().map(|it| words(it, false))).collect();
                self.fill(key::WAVES_CHOICES, &[("other", &all.join("; "))])
            }
            Change::Condition => self.get(key::WAVES_CONDITION).to_owned(),
            Change::Limit(own, their) => {
                let words = |limit: &Option<usize>| limit.map_or_else(|| "–".to_owned(), |it| it.to_string());
                self.fill(key::WAVES_LIMIT, &[("own", &words(own)), ("other", &words(their))])
            }
            Change::Order => self.get(key::WAVES_ORDER).to_owned(),
        }
    }

    /// What values of a question are called; a dash where there are none.
    fn wave_values(self, values: &[Scalar], question: Option<&Question>, are_rows: bool) -> String {
        let label = |value: &Scalar| match question {
            Some(question) if are_rows => self.row(question, value),
            Some(question) => self.value(question, value),
            None => value.key(),
        };
        let words: Vec<String> = values.iter().map(label).collect();
        if words.is_empty() { "–".to_owned() } else { words.join("; ") }
    }
}

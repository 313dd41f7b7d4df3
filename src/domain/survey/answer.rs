//! Answers, exactly as SurveyJS records them, and the two ways of checking them: for a respondent
//! who may still change them, and for a record that must be taken or refused.

mod admit;
mod violation;

use serde::{Deserialize, Serialize};

use serde_json::Value;

use super::{Question, Questionnaire, Scalar, SmallMap};

pub use admit::{Fault, FaultReason};
pub use violation::{Violation, check};

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, try_from = "Value")]
pub enum Answer {
    /// Single choice, boolean, rating or text.
    One(Scalar),
    /// Multiple choice, in the order of the definition.
    Many(Vec<Scalar>),
    /// Matrix: row value → column value.
    Rows(SmallMap<Scalar>),
}

impl TryFrom<Value> for Answer {
    type Error = &'static str;

    fn try_from(value: Value) -> Result<Self, Self::Error> {
        let scalar = |value: &Value| Scalar::from_json(value).ok_or("not a text, number or truth");
        match &value {
            Value::Array(items) => items.iter().map(scalar).collect::<Result<_, _>>().map(Self::Many),
            Value::Object(members) => {
                let mut rows = SmallMap::new();
                for (row, value) in members {
                    rows.insert(row.clone(), scalar(value)?);
                }
                Ok(Self::Rows(rows))
            }
            value => scalar(value).map(Self::One),
        }
    }
}

impl Answer {
    /// Whether SurveyJS would not record it: an empty text, list or matrix.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::One(Scalar::Text(text)) => text.is_empty(),
            Self::One(_) => false,
            Self::Many(values) => values.is_empty(),
            Self::Rows(rows) => rows.is_empty(),
        }
    }
}

impl Answer {
    /// Whether it is a text of nothing but blanks.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::One(Scalar::Text(text)) if text.trim().is_empty())
    }
}

/// All answers of one respondent: question name → answer, other texts under `<name>-Comment`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(SmallMap<Answer>);

impl Answers {
    /// The answer to a question, never an empty one.
    pub fn get(&self, name: &str) -> Option<&Answer> {
        self.0.get(name)
    }

    /// Sets an answer; an empty one removes it.
    pub fn set(&mut self, name: &str, answer: Answer) {
        if answer.is_empty() {
            self.0.remove(name);
        } else {
            self.0.insert(name.to_owned(), answer);
        }
    }

    /// Removes an answer.
    pub fn remove(&mut self, name: &str) {
        self.0.remove(name);
    }

    /// The text given with "other".
    pub fn other_text(&self, name: &str) -> Option<&str> {
        match self.0.get(&comment_name(name)) {
            Some(Answer::One(Scalar::Text(text))) => Some(text),
            _ => None,
        }
    }

    /// Sets the text given with "other"; an empty one removes it.
    pub fn set_other_text(&mut self, name: &str, text: &str) {
        self.set(&comment_name(name), Answer::One(text.into()));
    }

    /// The column chosen in a matrix row.
    pub fn row(&self, name: &str, row: &str) -> Option<&Scalar> {
        match self.0.get(name) {
            Some(Answer::Rows(rows)) => rows.get(row),
            _ => None,
        }
    }

    /// Sets the column chosen in a matrix row.
    pub fn set_row(&mut self, name: &str, row: &str, column: Scalar) {
        let mut rows = match self.0.remove(name) {
            Some(Answer::Rows(rows)) => rows,
            _ => SmallMap::new(),
        };
        rows.insert(row.to_owned(), column);
        self.0.insert(name.to_owned(), Answer::Rows(rows));
    }

    /// Names and answers, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Answer)> {
        self.0.iter()
    }

    /// Whether nothing has been answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The answer that a condition's `{name}` stands for: a question, `question.row` or an other text.
    pub fn lookup(&self, name: &str) -> Option<Answer> {
        if let Some(answer) = self.0.get(name) {
            return Some(answer.clone());
        }
        // Both names may hold dots of their own.
        let mut splits = name.match_indices('.').filter_map(|(at, _)| name.split_at_checked(at));
        splits.find_map(|(name, row)| self.row(name, row.strip_prefix('.')?)).cloned().map(Answer::One)
    }

    /// What is submitted: answers of visible questions only, as SurveyJS does on completing, and other
    /// texts only where "other" is chosen. A text of nothing but blanks says nothing.
    pub fn submitted(&self, questionnaire: &Questionnaire) -> Self {
        let visible = questionnaire.visible(self);
        let mut kept = Self::default();
        for question in
            questionnaire.questions.iter().zip(visible).filter_map(|(q, shown)| shown.then_some(q))
        {
            let Some(answer) = self.get(&question.name).filter(|answer| !answer.is_blank()) else { continue };
            kept.set(&question.name, answer.clone());
            if chooses_other(question, answer)
                && let Some(text) = self.other_text(&question.name)
            {
                kept.set_other_text(&question.name, text);
            }
        }
        kept
    }
}

/// Whether the answer includes "other".
pub(super) fn chooses_other(question: &Question, answer: &Answer) -> bool {
    let other = Scalar::from(super::OTHER);
    question.has_other()
        && match answer {
            Answer::One(value) => *value == other,
            Answer::Many(values) => values.contains(&other),
            Answer::Rows(_) => false,
        }
}

/// Where SurveyJS records the text of "other".
pub fn comment_name(name: &str) -> String {
    format!("{name}-Comment")
}

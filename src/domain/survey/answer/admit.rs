//! Whether a recorded answer is one the definition allows; if not, where and why.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Answer, Answers, comment_name};
use crate::domain::survey::{Choice, Kind, NONE, Options, Question, Questionnaire, Scalar, SmallMap};

/// A place in a record that the definition does not allow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// JSON path within the record, `$` being the record.
    pub path: String,
    /// What is wrong there.
    pub reason: FaultReason,
}

/// Why a record is refused. The names are the codes in the file of refused records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum FaultReason {
    /// The text is not valid JSON.
    NotJson,
    /// The file ends in the middle of the record.
    Truncated,
    /// The record is longer than any response can be.
    TooLarge,
    /// The record is not a JSON object.
    NotAnObject,
    /// A required member is absent.
    Missing,
    /// Another JSON type is needed here.
    WrongType,
    /// The id is not a UUID.
    NotAUuid,
    /// The time is not RFC 3339 in UTC.
    NotAnInstant,
    /// The language is not a language tag.
    NotALanguage,
    /// No survey of this installation has this id.
    UnknownSurvey,
    /// The questionnaire has no question of this name.
    UnknownQuestion,
    /// The matrix has no such row.
    UnknownRow,
    /// The value is not among the question's choices.
    UnknownValue,
    /// The same choice stands twice.
    RepeatedValue,
    /// More choices than allowed, or "none" together with others.
    TooMany,
    /// The text is longer than allowed.
    TooLong,
    /// A block in a text has a beginning and no end.
    BlockCutOff,
    /// A block in a text, or an attached file, cannot be unpacked: something of it is missing or changed.
    BlockDamaged,
    /// Encrypted for a key that is not loaded.
    Sealed,
    /// Encrypted for a loaded key, but damaged.
    SealDamaged,
}

type Admitted<T> = Result<T, Fault>;

impl Answers {
    /// Reads the `answers` member of a record; anything outside the definition is a fault.
    pub fn admit(questionnaire: &Questionnaire, recorded: &Map<String, Value>) -> Admitted<Self> {
        let mut answers = Self::default();
        for (name, value) in recorded {
            let path = member("$.answers", name);
            if let Some(question) = questionnaire.question(name) {
                answers.set(name, admit_one(question, value, &path)?);
            } else if questionnaire.is_comment_name(name) {
                let text = value.as_str().ok_or_else(|| fault(&path, FaultReason::WrongType))?;
                answers.set(name, Answer::One(text.into()));
            } else {
                return Err(fault(&path, FaultReason::UnknownQuestion));
            }
        }
        Ok(answers)
    }

    /// Like [`Answers::admit`], but keeps what is right and leaves out the rest: for a draft whose
    /// questionnaire has changed since.
    pub fn salvage(questionnaire: &Questionnaire, recorded: &Self) -> Self {
        let mut kept = Self::default();
        for (name, answer) in recorded.iter() {
            let value = serde_json::to_value(answer).unwrap_or(Value::Null);
            let mut single = Map::new();
            single.insert(name.clone(), value);
            if let Ok(good) = Self::admit(questionnaire, &single) {
                good.0.into_iter().for_each(|(name, answer)| kept.0.insert(name, answer));
            }
        }
        kept
    }
}

impl Questionnaire {
    /// Whether `name` is where the other text of one of the questions is recorded.
    pub fn is_comment_name(&self, name: &str) -> bool {
        self.questions.iter().any(|question| question.has_other() && comment_name(&question.name) == name)
    }
}

fn admit_one(question: &Question, value: &Value, path: &str) -> Admitted<Answer> {
    match &question.kind {
        Kind::Radiogroup(options) | Kind::Dropdown(options) | Kind::Rating { options, .. } => {
            let value = scalar(value, path)?;
            if options.has(&value) {
                Ok(Answer::One(value))
            } else {
                Err(fault(path, FaultReason::UnknownValue))
            }
        }
        Kind::Checkbox { options, max_selected } => admit_many(options, *max_selected, value, path),
        Kind::Boolean { .. } => match value {
            Value::Bool(truth) => Ok(Answer::One(Scalar::Bool(*truth))),
            _ => Err(fault(path, FaultReason::WrongType)),
        },
        Kind::Matrix { rows, columns, .. } => admit_rows(rows, columns, value, path),
        Kind::Comment { max_length } | Kind::Text { max_length } => {
            let text = value.as_str().ok_or_else(|| fault(path, FaultReason::WrongType))?;
            if max_length.is_some_and(|max| text.encode_utf16().count() > max) {
                return Err(fault(path, FaultReason::TooLong));
            }
            Ok(Answer::One(text.into()))
        }
        Kind::Html(_) => Err(fault(path, FaultReason::UnknownQuestion)),
    }
}

fn admit_many(options: &Options, max: Option<usize>, value: &Value, path: &str) -> Admitted<Answer> {
    let items = value.as_array().ok_or_else(|| fault(path, FaultReason::WrongType))?;
    let mut chosen: Vec<Scalar> = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let place = format!("{path}[{index}]");
        let value = scalar(item, &place)?;
        if !options.has(&value) {
            return Err(fault(&place, FaultReason::UnknownValue));
        }
        if chosen.contains(&value) {
            return Err(fault(&place, FaultReason::RepeatedValue));
        }
        chosen.push(value);
    }
    let none_with_others = options.none.is_some() && chosen.len() > 1 && chosen.contains(&NONE.into());
    if none_with_others || max.is_some_and(|max| chosen.len() > max) {
        return Err(fault(path, FaultReason::TooMany));
    }
    Ok(Answer::Many(chosen))
}

fn admit_rows(rows: &[Choice], columns: &[Choice], value: &Value, path: &str) -> Admitted<Answer> {
    let members = value.as_object().ok_or_else(|| fault(path, FaultReason::WrongType))?;
    let mut answered = SmallMap::new();
    for (name, value) in members {
        let place = member(path, name);
        if !rows.iter().any(|row| row.value.key() == *name) {
            return Err(fault(&place, FaultReason::UnknownRow));
        }
        let value = scalar(value, &place)?;
        if !columns.iter().any(|column| column.value == value) {
            return Err(fault(&place, FaultReason::UnknownValue));
        }
        answered.insert(name.clone(), value);
    }
    Ok(Answer::Rows(answered))
}

fn scalar(value: &Value, path: &str) -> Admitted<Scalar> {
    Scalar::from_json(value).ok_or_else(|| fault(path, FaultReason::WrongType))
}

fn fault(path: &str, reason: FaultReason) -> Fault {
    Fault { path: path.to_owned(), reason }
}

/// The path of a member; names that are not plain words are quoted.
fn member(path: &str, name: &str) -> String {
    let plain = !name.is_empty() && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    if plain { format!("{path}.{name}") } else { format!("{path}[{}]", Value::from(name)) }
}

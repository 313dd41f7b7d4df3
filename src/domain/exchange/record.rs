//! One record: its text read, checked against its survey, or refused with place and reason.

mod members;
mod surrogates;

use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::Value;

use crate::domain::survey::{
    Answer, Answers, Fault, FaultReason, Instant, Scalar, Survey, is_language_tag, parse_uuid,
};
use members::Members;

/// A record that the definition allows.
pub(super) struct Record {
    pub id: u128,
    pub id_text: String,
    /// Position of its survey.
    pub survey: usize,
    pub submitted_at: Instant,
    pub language: String,
    pub answers: Answers,
}

/// Reads a record; `is_last` where the file ends with it, without a line end.
pub(super) fn read(bytes: &[u8], is_last: bool, surveys: &[Survey]) -> Result<Record, Fault> {
    let read = |error| surrogates::replaced(bytes).map_or(Err(error), |whole| Members::read(&whole));
    let members = Members::read(bytes).or_else(read).map_err(|error| {
        let is_cut = is_last && error.is_eof();
        fault("$", if is_cut { FaultReason::Truncated } else { FaultReason::NotJson })
    })?;
    // Members that are passed over may hold what is no text.
    if std::str::from_utf8(bytes).is_err() {
        return Err(fault("$", FaultReason::NotJson));
    }
    let Some(members) = members else { return Err(fault("$", FaultReason::NotAnObject)) };
    let id_text = text(members.id.as_ref(), "id")?;
    let id = parse_uuid(id_text).ok_or_else(|| fault_at("id", FaultReason::NotAUuid))?;
    let survey_id = text(members.survey.as_ref(), "survey")?;
    let submitted_at = Instant::parse(text(members.submitted_at.as_ref(), "submitted_at")?)
        .ok_or_else(|| fault_at("submitted_at", FaultReason::NotAnInstant))?;
    let language = text(members.language.as_ref(), "language")?;
    if !is_language_tag(language) {
        return Err(fault_at("language", FaultReason::NotALanguage));
    }
    let recorded = present(members.answers.as_ref(), "answers")?
        .as_object()
        .ok_or_else(|| fault_at("answers", FaultReason::WrongType))?;
    let survey = surveys
        .iter()
        .position(|survey| survey.entry.id == survey_id)
        .ok_or_else(|| fault_at("survey", FaultReason::UnknownSurvey))?;
    let answers = Answers::admit(&surveys[survey].questionnaire, recorded)?;
    Ok(Record {
        id,
        id_text: id_text.to_owned(),
        survey,
        submitted_at,
        language: language.to_owned(),
        answers,
    })
}

impl Record {
    /// The same for records of the same content, however they are written: order of members and of
    /// ticked choices does not matter, members that are not analysed do not either.
    pub fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.survey, self.submitted_at, &self.language).hash(&mut hasher);
        for (name, answer) in self.answers.iter() {
            name.hash(&mut hasher);
            match answer {
                Answer::One(value) => value.hash(&mut hasher),
                Answer::Rows(rows) => rows.hash(&mut hasher),
                Answer::Many(values) => {
                    let mut keys: Vec<String> = values.iter().map(Scalar::key).collect();
                    keys.sort();
                    keys.hash(&mut hasher);
                }
            }
        }
        hasher.finish()
    }
}

/// Whether a record was refused because its text is no JSON.
pub(super) fn is_no_json(fault: &Fault) -> bool {
    fault.path == "$" && matches!(fault.reason, FaultReason::NotJson | FaultReason::Truncated)
}

fn text<'a>(member: Option<&'a Value>, name: &str) -> Result<&'a str, Fault> {
    present(member, name)?.as_str().ok_or_else(|| fault_at(name, FaultReason::WrongType))
}

fn present<'a>(member: Option<&'a Value>, name: &str) -> Result<&'a Value, Fault> {
    member.ok_or_else(|| fault_at(name, FaultReason::Missing))
}

fn fault_at(member: &str, reason: FaultReason) -> Fault {
    fault(&format!("$.{member}"), reason)
}

fn fault(path: &str, reason: FaultReason) -> Fault {
    Fault { path: path.to_owned(), reason }
}

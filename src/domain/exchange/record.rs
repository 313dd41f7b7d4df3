//! One record: its text read, checked against its survey, or refused with place and reason.

mod fingerprint;
mod members;
mod quick;
mod surrogates;

use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use serde_json::Value;

use crate::domain::analysis::{Coded, Layout};
use crate::domain::survey::{
    Answers, Fault, FaultReason, Instant, Response, Survey, is_language_tag, parse_uuid, uuid_text,
};
use fingerprint::Fingerprint;
use members::Members;
use quick::Quick;

/// What a record says beside its answers.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head<'a> {
    pub id: u128,
    /// Position of its survey.
    pub survey: usize,
    pub submitted_at: Instant,
    pub language: Cow<'a, str>,
}

/// Reads records, one at a time.
pub(super) struct Records {
    surveys: Rc<Vec<Survey>>,
    layouts: Vec<Layout>,
    quick: Quick,
    /// The answers of the record read last, for each survey.
    coded: Vec<Coded>,
}

impl Records {
    pub fn new(surveys: Rc<Vec<Survey>>) -> Self {
        let layouts: Vec<Layout> = surveys.iter().map(|survey| Layout::new(&survey.questionnaire)).collect();
        let quick = Quick::new(&surveys, &layouts);
        let coded = layouts.iter().map(Layout::empty).collect();
        Self { surveys, layouts, quick, coded }
    }

    /// The answers of the record read last, which must be of this survey.
    pub fn coded(&self, survey: usize) -> &Coded {
        &self.coded[survey]
    }

    /// Reads a record; `is_last` where the file ends with it, without a line end.
    pub fn read<'a>(&mut self, bytes: &'a [u8], is_last: bool) -> Result<Head<'a>, Fault> {
        match self.quick.read(bytes, true, &mut self.coded) {
            Some((head, length)) if length == bytes.len() => Ok(head),
            _ => self.read_carefully(bytes, is_last),
        }
    }

    /// Reads the record of a line at the front of these bytes, should it be a plain one that has its
    /// line to itself; and how many bytes the line takes with its end.
    pub fn read_line<'a>(&mut self, bytes: &'a [u8]) -> Option<(Head<'a>, usize)> {
        let (head, length) = self.quick.read(bytes, false, &mut self.coded)?;
        match bytes.get(length..)? {
            [b'\n', ..] => Some((head, length + 1)),
            [b'\r', b'\n', ..] => Some((head, length + 2)),
            _ => None,
        }
    }

    fn read_carefully(&mut self, bytes: &[u8], is_last: bool) -> Result<Head<'static>, Fault> {
        let (head, answers) = read(bytes, is_last, &self.surveys)?;
        let questionnaire = &self.surveys[head.survey].questionnaire;
        self.layouts[head.survey].encode(questionnaire, &answers, &mut self.coded[head.survey]);
        Ok(head)
    }

    /// The same for records of the same content, however they are written: order of members and of
    /// ticked choices does not matter, members that are not analysed do not either.
    pub fn fingerprint(&self, head: &Head<'_>) -> u64 {
        let mut hasher = Fingerprint::default();
        (head.survey, head.submitted_at, &head.language).hash(&mut hasher);
        self.coded(head.survey).hash(&mut hasher);
        hasher.finish()
    }
}

/// The response of a record that was read before, its time as it was written.
pub(super) fn response(bytes: &[u8], surveys: &[Survey]) -> Option<Response> {
    let (head, answers) = read(bytes, false, surveys).ok()?;
    let plain = head.submitted_at.to_string();
    // Most times are written in the shortest way, and need not be looked for.
    let time = if memchr::memmem::find(bytes, plain.as_bytes()).is_some() {
        None
    } else {
        Members::read(bytes).ok().flatten().and_then(|it| Some(it.submitted_at?.as_str()?.to_owned()))
    };
    Some(Response {
        id: uuid_text(head.id),
        survey: surveys[head.survey].entry.id.clone(),
        submitted_at: time.unwrap_or(plain),
        language: head.language.into_owned(),
        answers,
    })
}

/// Reads a record; `is_last` where the file ends with it, without a line end.
fn read(bytes: &[u8], is_last: bool, surveys: &[Survey]) -> Result<(Head<'static>, Answers), Fault> {
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
    Ok((Head { id, survey, submitted_at, language: Cow::Owned(language.to_owned()) }, answers))
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

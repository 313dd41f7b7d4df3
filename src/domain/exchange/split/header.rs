//! The members of an export around its responses, in whatever order they stand.

use super::tokens::{skip_space, string_end, value_end};
use crate::domain::exchange::FileProblem;

const FORMAT: &str = "aptauja.responses";
const VERSION: &str = "1";

/// What an export says of itself, as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    format: Option<String>,
    version: Option<String>,
    /// Whether a member stands beside them that only responses have.
    is_response: bool,
}

/// What the beginning of an object turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Header {
    /// Good so far, but not enough to tell.
    Incomplete,
    /// An export: its responses begin at `end`.
    Export { end: usize, names: Names },
    /// Any other object, ending at `end`; `is_alone` where nothing follows it.
    Object { end: usize, names: Names, is_alone: bool },
    /// Not JSON.
    Broken,
}

impl Names {
    /// Whether a name is known and is not ours.
    pub fn is_wrong(&self) -> bool {
        self.format.as_deref().is_some_and(|format| format != FORMAT)
            || self.version.as_deref().is_some_and(|version| version != VERSION)
    }

    pub fn is_complete(&self) -> bool {
        self.format.is_some() && self.version.is_some()
    }

    fn is_ours(&self) -> bool {
        self.format.as_deref() == Some(FORMAT)
    }

    /// Whether this is an object of some format, but no response.
    pub fn is_other_format(&self) -> bool {
        self.format.is_some() && !self.is_response
    }

    pub fn refusal(&self) -> FileProblem {
        FileProblem::UnknownFormat {
            format: self.format.clone().unwrap_or_default(),
            version: self.version.clone().unwrap_or_default(),
        }
    }

    fn note(&mut self, name: &[u8], value: &[u8]) {
        let text = || match serde_json::from_slice(value) {
            Ok(serde_json::Value::String(text)) => text,
            // `1.0` is `1`.
            Ok(serde_json::Value::Number(number)) => {
                number.as_f64().map_or_else(String::new, |n| n.to_string())
            }
            _ => String::from_utf8_lossy(value).into_owned(),
        };
        match name {
            b"\"format\"" => self.format = Some(text()),
            b"\"version\"" => self.version = Some(text()),
            _ => {}
        }
    }
}

/// Reads an object from its opening brace; `is_final` where more bytes will not be looked at.
///
/// An object with an array `responses` is an export if its format says so, wherever that stands. Where
/// no such format is found, members of a response make it no export: a response may have members of any
/// other name. With neither it is taken for an export that does not say so, to be refused as one, but
/// for a line that others follow.
pub(super) fn read(bytes: &[u8], is_final: bool) -> Header {
    let mut names = Names::default();
    let mut responses = None;
    let stop = members(bytes, 1, &mut names, &mut responses);
    let export = responses.filter(|_| names.is_ours() || !names.is_response);
    match (stop, export) {
        (Some(Ok(Stop::Export) | Err(())), Some(end)) => Header::Export { end, names },
        (None, Some(end)) if is_final => Header::Export { end, names },
        (Some(Ok(Stop::Close(close))), export) => match (skip_space(bytes, close), export) {
            (None, _) if !is_final => Header::Incomplete,
            (next, Some(end)) if next.is_none() || bytes[..close].contains(&b'\n') => {
                Header::Export { end, names }
            }
            (next, _) => Header::Object { end: close, names, is_alone: next.is_none() },
        },
        (None, _) if !is_final => Header::Incomplete,
        _ => Header::Broken,
    }
}

/// Reads what follows an export's responses up to the closing brace.
pub(super) fn read_tail(bytes: &[u8], names: &mut Names) -> Option<Result<usize, ()>> {
    let mut found = names.clone();
    Some(match members(bytes, 0, &mut found, &mut None)? {
        Ok(Stop::Close(end)) => {
            *names = found;
            Ok(end)
        }
        _ => Err(()),
    })
}

enum Stop {
    /// Of an object known to be an export.
    Export,
    Close(usize),
}

/// Walks over `"name": value` pairs, noting where the array `responses` begins; `None` where the bytes
/// end first. From an opening brace it stops where the object is known to be an export.
fn members(
    bytes: &[u8],
    start: usize,
    names: &mut Names,
    responses: &mut Option<usize>,
) -> Option<Result<Stop, ()>> {
    let is_tail = start == 0;
    let mut at = start;
    let mut needs_comma = is_tail;
    loop {
        at = skip_space(bytes, at)?;
        match bytes[at] {
            b'}' => return Some(Ok(Stop::Close(at + 1))),
            b',' if needs_comma => {
                at = skip_space(bytes, at + 1)?;
            }
            _ if needs_comma => return Some(Err(())),
            _ => {}
        }
        if bytes[at] != b'"' {
            return Some(Err(()));
        }
        let Ok(name_end) = string_end(bytes, at)? else { return Some(Err(())) };
        let name = &bytes[at..name_end];
        at = skip_space(bytes, name_end)?;
        if bytes[at] != b':' {
            return Some(Err(()));
        }
        at = skip_space(bytes, at + 1)?;
        names.is_response |= matches!(name, b"\"id\"" | b"\"submitted_at\"" | b"\"answers\"");
        let is_responses = name == b"\"responses\"" && bytes[at] == b'[';
        if is_responses {
            responses.get_or_insert(at + 1);
        }
        // Not beyond the responses, where that is not needed.
        if !(is_responses && names.is_ours() && !is_tail) {
            let Ok(end) = value_end(bytes, at)? else { return Some(Err(())) };
            names.note(name, bytes[at..end].trim_ascii());
            at = end;
        }
        if responses.is_some() && names.is_ours() && !is_tail {
            return Some(Ok(Stop::Export));
        }
        needs_comma = true;
    }
}

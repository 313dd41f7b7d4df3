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
    /// Good so far, but not all there.
    Incomplete,
    /// An export: its responses begin at `end`.
    Responses { end: usize, names: Names },
    /// An object without responses, ending at `end`.
    Object { end: usize, names: Names },
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
            b"\"id\"" | b"\"submitted_at\"" | b"\"answers\"" => self.is_response = true,
            _ => {}
        }
    }
}

/// Reads an object from its opening brace.
pub(super) fn read(bytes: &[u8]) -> Header {
    let mut names = Names::default();
    match members(bytes, 1, &mut names, true) {
        Some(Ok(Stop::Responses(end))) => Header::Responses { end, names },
        Some(Ok(Stop::Close(end))) => Header::Object { end, names },
        Some(Err(())) => Header::Broken,
        None => Header::Incomplete,
    }
}

/// Reads what follows an export's responses up to the closing brace.
pub(super) fn read_tail(bytes: &[u8], names: &mut Names) -> Option<Result<usize, ()>> {
    let mut found = names.clone();
    Some(match members(bytes, 0, &mut found, false)? {
        Ok(Stop::Close(end)) => {
            *names = found;
            Ok(end)
        }
        _ => Err(()),
    })
}

enum Stop {
    Responses(usize),
    Close(usize),
}

/// Walks over `"name": value` pairs; `None` where the bytes end first.
fn members(
    bytes: &[u8],
    start: usize,
    names: &mut Names,
    stops_at_responses: bool,
) -> Option<Result<Stop, ()>> {
    let mut at = start;
    let mut needs_comma = start == 0;
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
        let may_stop = stops_at_responses && !names.is_response;
        if may_stop && name == b"\"responses\"" && bytes[at] == b'[' {
            return Some(Ok(Stop::Responses(at + 1)));
        }
        let Ok(end) = value_end(bytes, at)? else { return Some(Err(())) };
        names.note(name, bytes[at..end].trim_ascii());
        at = end;
        needs_comma = true;
    }
}

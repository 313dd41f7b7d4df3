//! Going on after a broken element: at the next line that begins an object, or where an object begins
//! with a member only responses have.

use super::{Done, Mode, Names, Piece, Scan, Splitter};
use crate::domain::exchange::FileProblem;
use crate::domain::survey::FaultReason;

/// After a broken element.
pub(super) struct Lost {
    export: Option<Names>,
    /// Why the element is refused, until that has been said.
    reason: Option<FaultReason>,
    /// Whether the file is cut off where no other beginning is found.
    may_be_cut: bool,
    search: Search,
}

/// How far the next beginning has been looked for.
struct Search {
    at: usize,
    previous: u8,
    /// Whether nothing but what begins or parts elements stands before on this line, which is not the
    /// first.
    is_fresh: bool,
    takes_lines: bool,
}

enum Next {
    At(usize),
    /// More bytes are needed to tell.
    Unknown,
}

/// Bytes after which a broken element is refused without waiting for where it ends; more than the text
/// that is kept of it.
const ENOUGH: usize = 1 << 16;
/// Space after an opening brace that is looked beyond.
const LOOK_AHEAD: usize = 256;
const MEMBERS: [&[u8]; 5] = [b"\"id\"", b"\"survey\"", b"\"submitted_at\"", b"\"language\"", b"\"answers\""];

impl Lost {
    /// From the first byte of an element that cannot be read.
    pub fn element(export: Option<Names>, reason: FaultReason) -> Self {
        let search = Search { at: 1, previous: b'{', is_fresh: false, takes_lines: true };
        let may_be_cut = reason == FaultReason::Truncated;
        Self { export, reason: Some(reason), may_be_cut, search }
    }

    /// From what a broken element left over.
    pub fn rest(export: Option<Names>) -> Self {
        let search = Search { at: 0, previous: b',', is_fresh: false, takes_lines: true };
        Self { export, reason: None, may_be_cut: false, search }
    }

    /// After an array that ended where no array of an export ends.
    pub fn tail(names: Names) -> Self {
        let search = Search { at: 0, previous: b']', is_fresh: false, takes_lines: true };
        Self { export: Some(names), reason: None, may_be_cut: true, search }
    }
}

/// Where another record begins within an element that is no JSON.
pub(super) fn within(element: &[u8]) -> Option<usize> {
    let mut search = Search { at: 1, previous: b'{', is_fresh: false, takes_lines: false };
    match search.run(element, true) {
        Next::At(at) => Some(at),
        Next::Unknown => None,
    }
}

impl Search {
    fn run(&mut self, held: &[u8], is_end: bool) -> Next {
        while let Some(byte) = held.get(self.at).copied() {
            if byte == b'{' {
                if self.is_fresh && self.takes_lines {
                    return Next::At(self.at);
                }
                if !matches!(self.previous, b':' | b'[') {
                    match begins_response(&held[self.at + 1..], is_end) {
                        Some(true) => return Next::At(self.at),
                        Some(false) => {}
                        None => return Next::Unknown,
                    }
                }
            }
            self.is_fresh =
                byte == b'\n' || (self.is_fresh && matches!(byte, b' ' | b'\t' | b'\r' | b',' | b'['));
            if !byte.is_ascii_whitespace() {
                self.previous = byte;
            }
            self.at += 1;
        }
        Next::Unknown
    }
}

/// Whether one of a response's members follows an opening brace; `None` where that cannot be told yet.
fn begins_response(bytes: &[u8], is_end: bool) -> Option<bool> {
    let start = bytes.iter().take(LOOK_AHEAD).take_while(|byte| byte.is_ascii_whitespace()).count();
    let rest = &bytes[start..];
    if MEMBERS.iter().any(|name| rest.starts_with(name)) {
        return Some(true);
    }
    let may_follow = start < LOOK_AHEAD && MEMBERS.iter().any(|name| name.starts_with(rest));
    (!may_follow || is_end).then_some(false)
}

impl Splitter {
    pub(super) fn resume(
        &mut self,
        held: &[u8],
        is_end: bool,
        mut lost: Lost,
        sink: &mut impl FnMut(Piece<'_>) -> bool,
    ) -> Done {
        let next = lost.search.run(held, is_end);
        let end = match next {
            Next::At(at) => at,
            Next::Unknown if is_end => held.len(),
            Next::Unknown => lost.search.at.min(held.len()),
        };
        let is_found = matches!(next, Next::At(_));
        if !is_found && !is_end && held.len() <= ENOUGH {
            self.mode = Mode::Lost(lost);
            return Done::Waiting;
        }
        if let Some(reason) = lost.reason.take() {
            // An element that never closes is cut off only where nothing follows it.
            let reason =
                if is_found && reason == FaultReason::Truncated { FaultReason::NotJson } else { reason };
            self.broken(first_line(&held[..end]), reason, sink);
        }
        if is_found {
            self.mode = Mode::Elements { export: lost.export, scan: Scan::default() };
        } else if is_end {
            if lost.may_be_cut {
                sink(Piece::Problem(FileProblem::Truncated));
            }
            self.mode = Mode::Closed;
        } else {
            lost.search.at -= end;
            self.mode = Mode::Lost(lost);
        }
        Done::Used(end)
    }
}

/// The part of a broken element that is shown: its first line, without what follows it in the array.
fn first_line(bytes: &[u8]) -> &[u8] {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default().trim_ascii();
    line.strip_suffix(b",").unwrap_or(line).trim_ascii_end()
}

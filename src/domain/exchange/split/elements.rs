//! The elements of an array, cut by nesting.

use super::{Done, LONGEST_RECORD, Lost, Mode, Names, Piece, Splitter, resume};
use crate::domain::exchange::FileProblem;
use crate::domain::survey::FaultReason;

/// How far the element at the front has been looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct Scan {
    at: usize,
    open: Vec<u8>,
    is_string: bool,
    is_escaped: bool,
    previous: u8,
}

enum Found {
    /// The element ends before this position.
    End(usize),
    /// The element cannot be right.
    Broken,
    /// The element is longer than any record.
    TooLarge,
    /// More bytes are needed.
    Waiting,
}

impl Scan {
    fn run(&mut self, held: &[u8]) -> Found {
        let end = held.len().min(LONGEST_RECORD + 1);
        while self.at < end {
            let byte = held[self.at];
            if self.is_string {
                match byte {
                    _ if self.is_escaped => self.is_escaped = false,
                    b'\\' => self.is_escaped = true,
                    b'"' => self.is_string = false,
                    b'\n' => return Found::Broken,
                    _ => {}
                }
            } else if let Some(found) = self.structure(byte) {
                return found;
            }
            if !byte.is_ascii_whitespace() {
                self.previous = byte;
            }
            self.at += 1;
        }
        if self.at > LONGEST_RECORD { Found::TooLarge } else { Found::Waiting }
    }

    /// Where the element at the front of a whole text ends: at the text's end, if nowhere before.
    pub fn element_end(mut self, text: &[u8]) -> usize {
        match self.run(text) {
            Found::End(end) if end > 0 => end,
            _ => text.len(),
        }
    }

    /// Whether an object has been closed, so that the element is whole even if nothing follows.
    fn is_closed(&self) -> bool {
        !self.is_string && self.open.is_empty() && self.previous == b'}'
    }

    fn structure(&mut self, byte: u8) -> Option<Found> {
        match byte {
            b'"' => self.is_string = true,
            b'{' | b'[' => {
                match (self.open.last(), self.previous) {
                    // The comma between two records is missing.
                    (None, b'}') => return Some(Found::End(self.at)),
                    (None, _) | (Some(b'{'), b':') | (Some(b'['), b'[' | b',') => {}
                    // A record that does not end before the next begins.
                    _ => return Some(Found::Broken),
                }
                self.open.push(byte);
            }
            b'}' | b']' => match self.open.pop() {
                Some(opening) if (opening == b'{') == (byte == b'}') => {}
                None if byte == b']' => return Some(Found::End(self.at)),
                _ => return Some(Found::Broken),
            },
            b',' if self.open.is_empty() => return Some(Found::End(self.at)),
            _ => {}
        }
        None
    }
}

impl Splitter {
    pub(super) fn element(
        &mut self,
        held: &[u8],
        is_end: bool,
        export: Option<Names>,
        mut scan: Scan,
        sink: &mut impl FnMut(Piece<'_>) -> bool,
    ) -> Done {
        if scan.at == 0 {
            let between = held.iter().take_while(|byte| byte.is_ascii_whitespace() || **byte == b',').count();
            if between > 0 {
                self.mode = Mode::Elements { export, scan };
                return Done::Used(between);
            }
            match held.first() {
                Some(b']') => {
                    self.mode = export.map_or(Mode::Detect, Mode::Tail);
                    return Done::Used(1);
                }
                Some(b'{') if self.is_damaged => match Self::begins_export(held, is_end) {
                    Some(true) => return self.detect_object(held, is_end, sink),
                    Some(false) => {}
                    None => {
                        self.mode = Mode::Elements { export, scan };
                        return Done::Waiting;
                    }
                },
                Some(_) if self.is_damaged => {
                    self.mode = Mode::Lost(Lost::rest(export));
                    return Done::Used(0);
                }
                _ => {}
            }
        }
        let found = match scan.run(held) {
            Found::Waiting if is_end && scan.is_closed() => Found::End(held.len()),
            found => found,
        };
        match found {
            Found::End(end) => {
                let is_json = self.record(held[..end].trim_ascii(), false, sink);
                self.mode = Mode::Elements { export, scan: Scan::default() };
                // What is no JSON may have swallowed the records after it.
                let next = if is_json { None } else { resume::within(&held[..end]) };
                Done::Used(next.unwrap_or(end))
            }
            Found::Waiting if !is_end => {
                self.mode = Mode::Elements { export, scan };
                Done::Waiting
            }
            Found::Waiting if held.is_empty() => {
                sink(Piece::Problem(FileProblem::Truncated));
                self.mode = Mode::Closed;
                Done::Used(0)
            }
            found => {
                let reason = match found {
                    Found::Waiting => FaultReason::Truncated,
                    Found::TooLarge => FaultReason::TooLarge,
                    _ => FaultReason::NotJson,
                };
                self.mode = Mode::Lost(Lost::element(export, reason));
                Done::Used(0)
            }
        }
    }
}

//! Telling which form a file, or the next part of one, has.
//!
//! A file is NDJSON unless it begins with an array, an export, or an object written over several lines
//! (`{` alone on the first of them, or nothing after the object): then it stays NDJSON to its end.

use super::header::{self, Header};
use super::tokens::is_space;
use super::{BOM, Done, LONGEST_RECORD, Lost, Mode, Piece, Scan, Splitter, bracket, resume};
use crate::domain::exchange::FileProblem;

impl Splitter {
    /// UTF-16 shows by its mark or by the zero bytes among its first.
    pub(super) fn begin(&mut self, held: &[u8], sink: &mut impl FnMut(Piece<'_>) -> bool) {
        self.begun = true;
        let is_utf_16 = matches!(
            held,
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, 0, ..] | [1..=255, 0, 1..=255, ..]
        );
        if is_utf_16 {
            sink(Piece::Problem(FileProblem::NotUtf8));
            self.mode = Mode::Closed;
        }
    }

    pub(super) fn detect(
        &mut self,
        held: &[u8],
        is_end: bool,
        sink: &mut impl FnMut(Piece<'_>) -> bool,
    ) -> Done {
        let is_first = self.is_first();
        let is_between = |byte: &&u8| is_space(**byte) || (**byte == b',' && !is_first);
        let space = held.iter().take_while(is_between).count();
        if space > 0 {
            self.is_continued |= held[..space].contains(&b',');
            return Done::Used(space);
        }
        if held.starts_with(BOM) {
            return Done::Used(BOM.len());
        }
        // Looking again at every slice would take long where slices are small.
        let is_too_soon = held.len() < self.looked_at * 2 && held.len() < LONGEST_RECORD;
        if held.is_empty() || ((BOM.starts_with(held) || is_too_soon) && !is_end) {
            return Done::Waiting;
        }
        self.looked_at = held.len();
        let is_continued = self.is_continued;
        let (looked_at, is_final) = look(held, is_end);
        let done = match held[0] {
            b'[' if is_first => match bracket::begins_array(looked_at, is_final) {
                Some(true) => self.go(Mode::Elements { export: None, scan: Scan::default() }, 1),
                Some(false) => self.go(Mode::Lines, 0),
                None => Done::Waiting,
            },
            b'[' => self.go(Mode::Elements { export: None, scan: Scan::default() }, 1),
            b'{' if is_continued => self.go(Mode::Elements { export: None, scan: Scan::default() }, 0),
            b'{' => self.detect_object(held, is_end, sink),
            b'"' | b'}' | b']' if self.is_damaged => self.go(Mode::Lost(Lost::rest(None)), 0),
            _ => self.go(self.lines(), 0),
        };
        if matches!(done, Done::Used(_)) {
            self.looked_at = 0;
            self.is_continued = false;
        }
        done
    }

    /// After damage an array may have ended unseen, and another export begun.
    pub(super) fn begins_export(held: &[u8], is_end: bool) -> Option<bool> {
        let (looked_at, is_final) = look(held, is_end);
        match header::read(looked_at, is_final) {
            Header::Export { .. } => Some(true),
            Header::Incomplete => None,
            _ => Some(false),
        }
    }

    pub(super) fn detect_object(
        &mut self,
        held: &[u8],
        is_end: bool,
        sink: &mut impl FnMut(Piece<'_>) -> bool,
    ) -> Done {
        let (looked_at, is_final) = look(held, is_end);
        match header::read(looked_at, is_final) {
            Header::Incomplete => return Done::Waiting,
            Header::Export { end, names } if names.is_wrong() => {
                sink(Piece::Problem(names.refusal()));
                return self.go(Mode::Closed, end);
            }
            Header::Export { end, names } => {
                return self.go(Mode::Elements { export: Some(names), scan: Scan::default() }, end);
            }
            Header::Object { end, names, is_alone } => {
                if names.is_other_format() {
                    sink(Piece::OtherFormat(names.refusal()));
                }
                let may_be_spread = is_alone || is_pretty(held) || !self.is_first();
                if may_be_spread && held[..end].contains(&b'\n') {
                    let is_json = self.record(&held[..end], false, sink);
                    let next = if is_json { None } else { resume::within(&held[..end]) };
                    return Done::Used(next.unwrap_or(end));
                }
            }
            Header::Broken if is_pretty(held) => return self.go(Mode::Joined { is_record: true }, 0),
            Header::Broken => {}
        }
        self.go(self.lines(), 0)
    }

    /// Whether nothing of the file has been read.
    fn is_first(&self) -> bool {
        self.records == 0 && self.elements == 0
    }

    fn lines(&self) -> Mode {
        if self.is_first() { Mode::Lines } else { Mode::Joined { is_record: true } }
    }

    fn go(&mut self, mode: Mode, used: usize) -> Done {
        self.mode = mode;
        Done::Used(used)
    }
}

/// The bytes that decide, and whether no more will.
fn look(held: &[u8], is_end: bool) -> (&[u8], bool) {
    (&held[..held.len().min(LONGEST_RECORD)], is_end || held.len() >= LONGEST_RECORD)
}

/// Whether an object begins as one that is written over several lines for people to read.
fn is_pretty(object: &[u8]) -> bool {
    let space = object[1..].iter().take_while(|byte| is_space(**byte)).count();
    object[1..=space].contains(&b'\n') && object.get(1 + space) == Some(&b'"')
}

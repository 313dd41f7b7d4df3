//! Telling which form a file, or the next part of one, has.

use super::header::{self, Header};
use super::{BOM, Done, LONGEST_RECORD, Lost, Mode, Piece, Scan, Splitter, resume};
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
        let space = held.iter().take_while(|byte| byte.is_ascii_whitespace() || **byte == b',').count();
        if space > 0 {
            self.is_continued |= held[..space].contains(&b',');
            return Done::Used(space);
        }
        if held.starts_with(BOM) {
            return Done::Used(BOM.len());
        }
        if held.is_empty() || (BOM.starts_with(held) && !is_end) {
            return Done::Waiting;
        }
        let is_continued = std::mem::take(&mut self.is_continued);
        match held[0] {
            b'[' => {
                self.mode = Mode::Elements { export: None, scan: Scan::default() };
                Done::Used(1)
            }
            b'{' if is_continued => {
                self.mode = Mode::Elements { export: None, scan: Scan::default() };
                Done::Used(0)
            }
            b'{' => self.detect_object(held, is_end, sink),
            b'"' | b'}' | b']' if self.is_damaged => {
                self.mode = Mode::Lost(Lost::rest(None));
                Done::Used(0)
            }
            _ => {
                self.mode = Mode::Lines { is_record: true };
                Done::Used(0)
            }
        }
    }

    /// After damage an array may have ended unseen, and another export begun.
    pub(super) fn begins_export(held: &[u8], is_end: bool) -> Option<bool> {
        match header::read(&held[..held.len().min(LONGEST_RECORD)]) {
            Header::Responses { .. } => Some(true),
            Header::Incomplete if !is_end && held.len() < LONGEST_RECORD => None,
            _ => Some(false),
        }
    }

    pub(super) fn detect_object(
        &mut self,
        held: &[u8],
        is_end: bool,
        sink: &mut impl FnMut(Piece<'_>) -> bool,
    ) -> Done {
        let looked_at = &held[..held.len().min(LONGEST_RECORD)];
        match header::read(looked_at) {
            Header::Responses { end, names } if names.is_wrong() => {
                self.mode = Mode::Closed;
                sink(Piece::Problem(names.refusal()));
                return Done::Used(end);
            }
            Header::Responses { end, names } => {
                self.mode = Mode::Elements { export: Some(names), scan: Scan::default() };
                return Done::Used(end);
            }
            Header::Object { end, names } => {
                if names.is_other_format() {
                    sink(Piece::OtherFormat(names.refusal()));
                }
                // A record over several lines is taken as it is; one on a line begins NDJSON.
                if held[..end].contains(&b'\n') {
                    let is_json = self.record(&held[..end], false, sink);
                    let next = if is_json { None } else { resume::within(&held[..end]) };
                    return Done::Used(next.unwrap_or(end));
                }
            }
            Header::Incomplete if !is_end && held.len() < LONGEST_RECORD => return Done::Waiting,
            Header::Incomplete | Header::Broken => {}
        }
        self.mode = Mode::Lines { is_record: true };
        Done::Used(0)
    }
}

//! NDJSON: every line that is not blank is one record, whatever it holds.

use super::tokens::trim;
use super::{BOM, Done, LONGEST_RECORD, Mode, Piece, Splitter};
use crate::domain::survey::FaultReason;

/// What stands at the front of the held bytes.
pub(in crate::domain::exchange) enum Line<'a> {
    /// A line without its end; it and its end are `used` bytes. `is_last` where it has no end.
    Whole { text: &'a [u8], used: usize, is_last: bool },
    /// Longer than any record.
    TooLong,
    /// Not all of it is there.
    Incomplete,
}

impl<'a> Line<'a> {
    pub fn first(held: &'a [u8], is_end: bool) -> Self {
        match memchr::memchr(b'\n', &held[..held.len().min(LONGEST_RECORD + 1)]) {
            Some(end) => Self::Whole { text: &held[..end], used: end + 1, is_last: false },
            None if held.len() > LONGEST_RECORD => Self::TooLong,
            None if is_end && !held.is_empty() => Self::Whole { text: held, used: held.len(), is_last: true },
            None => Self::Incomplete,
        }
    }

    /// What is kept of a line that is too long.
    pub fn beginning(held: &[u8]) -> &[u8] {
        &held[..LONGEST_RECORD]
    }
}

impl Splitter {
    pub(super) fn line(
        &mut self,
        held: &[u8],
        is_end: bool,
        sink: &mut impl FnMut(Piece<'_>) -> bool,
    ) -> Done {
        self.mode = Mode::Lines;
        match Line::first(held, is_end) {
            Line::Whole { text, used, is_last } => {
                if let Some(text) = record_of_line(text) {
                    self.record(text, is_last, sink);
                }
                Done::Used(used)
            }
            Line::TooLong => self.too_long(held, false, sink),
            Line::Incomplete => Done::Waiting,
        }
    }

    /// Refuses a line of which not even the end is there.
    pub(super) fn too_long(
        &mut self,
        held: &[u8],
        is_joined: bool,
        sink: &mut impl FnMut(Piece<'_>) -> bool,
    ) -> Done {
        self.mode = Mode::SkipLine { is_joined };
        self.broken(&held[..LONGEST_RECORD], FaultReason::TooLarge, sink);
        Done::Used(LONGEST_RECORD)
    }

    pub(super) fn skip_line(&mut self, held: &[u8], is_joined: bool) -> Done {
        if let Some(end) = memchr::memchr(b'\n', held) {
            self.mode = if is_joined { Mode::Joined { is_record: false } } else { Mode::Lines };
            return Done::Used(end + 1);
        }
        self.mode = Mode::SkipLine { is_joined };
        if held.is_empty() { Done::Waiting } else { Done::Used(held.len()) }
    }
}

/// The record of a line; none where it is blank.
pub(in crate::domain::exchange) fn record_of_line(line: &[u8]) -> Option<&[u8]> {
    // Files that were joined bring the marks of their beginnings.
    let text = line.strip_prefix(BOM).unwrap_or(line);
    (!is_blank(text)).then(|| trim(text))
}

/// Whether a line holds only space, of whatever kind.
fn is_blank(line: &[u8]) -> bool {
    match trim(line) {
        [] => true,
        [b'!'..=b'~', ..] => false,
        text => std::str::from_utf8(text).is_ok_and(|text| text.trim().is_empty()),
    }
}

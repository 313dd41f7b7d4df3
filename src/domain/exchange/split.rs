//! Finding the records in a file that comes in slices: NDJSON, a bare array, or an export.
//!
//! Memory holds one record, not the file: a few MiB at most, also where the form is not clear at once.
//! Every line of NDJSON is one record. In an array or an export, a damaged record costs itself and no
//! other. What is found does not depend on where the slices are cut: every decision waits for the bytes
//! it needs.

mod bracket;
mod detect;
mod elements;
mod header;
mod joined;
mod lines;
mod resume;
mod tail;
mod tokens;

use super::FileProblem;
use crate::domain::survey::FaultReason;
use elements::Scan;
use header::Names;
use resume::Lost;

pub(super) use lines::{Line, record_of_line};

/// What the splitter finds. Whoever takes a record says whether its text was JSON at all.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// The text of one record, to be read; `is_last` where the file ends with it, without a line end.
    Record { bytes: &'a [u8], line: u64, number: u64, is_last: bool },
    /// A record that cannot be read because of where or how it ends.
    Broken { bytes: &'a [u8], line: u64, number: u64, reason: FaultReason },
    /// Something about the file as a whole.
    Problem(FileProblem),
    /// An object that names a format of its own: what the file is, should nothing in it be a response.
    OtherFormat(FileProblem),
}

/// No response is longer; the texts' limits are far below.
pub(super) const LONGEST_RECORD: usize = 4 << 20;
const BOM: &[u8] = "\u{feff}".as_bytes();

#[derive(Default)]
pub(super) struct Splitter {
    /// Bytes not dealt with yet.
    held: Vec<u8>,
    /// Lines before the held bytes.
    lines: u64,
    records: u64,
    mode: Mode,
    begun: bool,
    /// How many bytes were too few to tell which form they have.
    looked_at: usize,
    /// Whether the last record was no JSON: what follows may be left over from it.
    is_damaged: bool,
    /// Whether a comma stands where a file or a part of one should begin: the array that seemed to
    /// have ended goes on.
    is_continued: bool,
    /// How often elements of an array or export were looked at; where never, none of its closing
    /// brackets can be left over.
    elements: u64,
}

#[derive(Default)]
enum Mode {
    /// The form of what follows is not known yet.
    #[default]
    Detect,
    /// NDJSON: one record a line.
    Lines,
    /// Lines after another form; `is_record` where the next is known to be no beginning of one.
    Joined { is_record: bool },
    /// The rest of a line that was too long.
    SkipLine { is_joined: bool },
    /// Elements of an array; the names are those of an export's header.
    Elements { export: Option<Names>, scan: Scan },
    /// After a broken element: up to the next that begins.
    Lost(Lost),
    /// After an export's responses: the members that follow.
    Tail(Names),
    /// Nothing more is read.
    Closed,
}

/// What a mode did with the held bytes.
enum Done {
    /// Dealt with so many bytes; go on.
    Used(usize),
    /// Needs more bytes.
    Waiting,
}

impl Splitter {
    pub fn push(&mut self, bytes: &[u8], sink: &mut impl FnMut(Piece<'_>) -> bool) {
        self.held.extend_from_slice(bytes);
        self.run(false, sink);
    }

    pub fn finish(mut self, sink: &mut impl FnMut(Piece<'_>) -> bool) {
        self.run(true, sink);
    }

    /// Where the held bytes begin, should all that follows be one record a line; `pushed` are all bytes
    /// so far.
    pub fn lines_from(&self, pushed: u64) -> Option<u64> {
        let from = pushed - self.held.len() as u64;
        (matches!(self.mode, Mode::Lines) && from > 0).then_some(from)
    }

    /// Ends of lines before the held bytes.
    pub fn line_ends(&self) -> u64 {
        self.lines
    }

    fn run(&mut self, is_end: bool, sink: &mut impl FnMut(Piece<'_>) -> bool) {
        let mut held = std::mem::take(&mut self.held);
        if self.begun || held.len() >= BOM.len() || is_end {
            if !self.begun {
                self.begin(&held, sink);
            }
            let mut at = 0;
            while let Done::Used(used) = self.step(&held[at..], is_end, sink) {
                self.lines += memchr::memchr_iter(b'\n', &held[at..at + used]).count() as u64;
                at += used;
            }
            held.drain(..at);
        }
        self.held = held;
    }

    fn step(&mut self, held: &[u8], is_end: bool, sink: &mut impl FnMut(Piece<'_>) -> bool) -> Done {
        match std::mem::take(&mut self.mode) {
            Mode::Detect => self.detect(held, is_end, sink),
            Mode::Lines => self.line(held, is_end, sink),
            Mode::Joined { is_record } => self.joined_line(held, is_end, is_record, sink),
            Mode::SkipLine { is_joined } => self.skip_line(held, is_joined),
            Mode::Elements { export, scan } => {
                self.elements += 1;
                self.element(held, is_end, export, scan, sink)
            }
            Mode::Lost(lost) => self.resume(held, is_end, lost, sink),
            Mode::Tail(names) => self.tail(held, is_end, names, sink),
            Mode::Closed => {
                self.mode = Mode::Closed;
                if held.is_empty() { Done::Waiting } else { Done::Used(held.len()) }
            }
        }
    }

    /// Hands on a record that begins with the held bytes; whether it was JSON.
    fn record(&mut self, bytes: &[u8], is_last: bool, sink: &mut impl FnMut(Piece<'_>) -> bool) -> bool {
        self.records += 1;
        self.is_damaged = !sink(Piece::Record { bytes, line: self.lines + 1, number: self.records, is_last });
        !self.is_damaged
    }

    fn broken(&mut self, bytes: &[u8], reason: FaultReason, sink: &mut impl FnMut(Piece<'_>) -> bool) {
        self.records += 1;
        self.is_damaged = true;
        sink(Piece::Broken { bytes, line: self.lines + 1, number: self.records, reason });
    }
}

#[cfg(test)]
mod tests;

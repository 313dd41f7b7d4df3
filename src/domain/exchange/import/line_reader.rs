//! A part of a file with one record a line: the lines that begin in it, cut out without copying.

use crate::domain::exchange::split::{Line, record_of_line};

/// What stands on a line.
#[derive(Clone, Copy)]
pub(super) enum Found<'a> {
    /// The bytes from the line's beginning on, more than the line; how many of them a quick reader took.
    Ahead(&'a [u8]),
    /// A record that has to be read with care; `is_last` where the file ends with it, without a line end.
    Record { bytes: &'a [u8], is_last: bool },
    /// The beginning of a line longer than any record.
    TooLong(&'a [u8]),
}

/// The lines of a part of a file.
pub(super) struct LineReader {
    /// Bytes until the place from which on lines are not ours.
    left: u64,
    /// Whether the beginning of a line has still to be found.
    is_within: bool,
    /// The beginning of a line that is not all there.
    held: Vec<u8>,
    /// Ends of lines, those of our lines alone.
    pub lines: u64,
}

impl LineReader {
    /// Lines that begin in the `length` bytes after the first byte that will be pushed.
    pub fn new(length: u64) -> Self {
        Self { left: length + 1, is_within: true, held: Vec::new(), lines: 0 }
    }

    /// Takes the next bytes; false when no more are needed. `take` answers how many bytes it took of
    /// what lies ahead.
    pub fn push(&mut self, bytes: &[u8], take: &mut impl FnMut(Found<'_>, u64) -> usize) -> bool {
        let mut rest = bytes;
        if !self.held.is_empty() {
            let Some(end) = memchr::memchr(b'\n', rest) else {
                self.held.extend_from_slice(rest);
                return self.hold(take);
            };
            self.held.extend_from_slice(&rest[..=end]);
            rest = &rest[end + 1..];
            let held = std::mem::take(&mut self.held);
            self.whole(&held, take);
        }
        while !rest.is_empty() && self.left > 0 {
            if self.is_within {
                let end = memchr::memchr(b'\n', rest);
                let passed = end.map_or(rest.len(), |end| end + 1);
                self.is_within = end.is_none();
                self.pass(passed);
                rest = &rest[passed..];
                continue;
            }
            let ahead = take(Found::Ahead(rest), self.lines + 1);
            if ahead > 0 {
                self.end(ahead);
                rest = &rest[ahead..];
            } else if let Some(end) = memchr::memchr(b'\n', rest) {
                let (line, after) = rest.split_at(end + 1);
                self.whole(line, take);
                rest = after;
            } else {
                self.held.extend_from_slice(rest);
                return self.hold(take);
            }
        }
        self.left > 0
    }

    /// The file has ended.
    pub fn finish(&mut self, take: &mut impl FnMut(Found<'_>, u64) -> usize) {
        let held = std::mem::take(&mut self.held);
        match Line::first(&held, true) {
            Line::Whole { text, is_last, .. } => self.record(text, is_last, take),
            Line::TooLong => drop(take(Found::TooLong(Line::beginning(&held)), self.lines + 1)),
            Line::Incomplete => {}
        }
    }

    /// A line with its end.
    fn whole(&mut self, line: &[u8], take: &mut impl FnMut(Found<'_>, u64) -> usize) {
        match Line::first(line, false) {
            Line::Whole { text, .. } => self.record(text, false, take),
            _ => drop(take(Found::TooLong(Line::beginning(line)), self.lines + 1)),
        }
        self.end(line.len());
    }

    fn record(&self, text: &[u8], is_last: bool, take: &mut impl FnMut(Found<'_>, u64) -> usize) {
        if let Some(bytes) = record_of_line(text) {
            take(Found::Record { bytes, is_last }, self.lines + 1);
        }
    }

    /// Whether more is needed for the line that is held.
    fn hold(&mut self, take: &mut impl FnMut(Found<'_>, u64) -> usize) -> bool {
        if !matches!(Line::first(&self.held, false), Line::TooLong) {
            return true;
        }
        let held = std::mem::take(&mut self.held);
        take(Found::TooLong(Line::beginning(&held)), self.lines + 1);
        // Its end counts as ours, whoever passes it.
        self.end(held.len());
        self.is_within = true;
        self.left > 0
    }

    fn end(&mut self, length: usize) {
        self.lines += 1;
        self.pass(length);
    }

    fn pass(&mut self, length: usize) {
        self.left = self.left.saturating_sub(length as u64);
    }
}

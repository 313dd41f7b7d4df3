//! NDJSON: one record a line.

use memchr::memmem;

use super::{BOM, Done, LONGEST_RECORD, Mode, Piece, Scan, Splitter, resume};
use crate::domain::survey::FaultReason;

/// An export's header is shorter, unless it holds much that we do not know.
const HEADER: usize = 512;

impl Splitter {
    pub(super) fn line(
        &mut self,
        held: &[u8],
        is_end: bool,
        is_record: bool,
        sink: &mut impl FnMut(Piece<'_>) -> bool,
    ) -> Done {
        let newline = memchr::memchr(b'\n', &held[..held.len().min(LONGEST_RECORD + 1)]);
        let is_last = newline.is_none() && is_end;
        let end = match newline {
            Some(end) => end,
            None if held.len() > LONGEST_RECORD => {
                self.mode = Mode::SkipLine;
                self.broken(&held[..LONGEST_RECORD], FaultReason::TooLarge, sink);
                return Done::Used(LONGEST_RECORD);
            }
            None if is_end && !held.is_empty() => held.len(),
            None => {
                self.mode = Mode::Lines { is_record };
                return Done::Waiting;
            }
        };
        let (start, text) = record_text(&held[..end]);
        if !is_record && begins_another_form(text) {
            self.mode = Mode::Detect;
            return Done::Used(start);
        }
        self.mode = Mode::Lines { is_record: false };
        // Only the brackets that end an array or export: left over where that was damaged.
        let is_rest = self.elements > 0
            && text.iter().all(|byte| matches!(byte, b']' | b'}' | b',') || byte.is_ascii_whitespace());
        if !is_rest && !text.is_empty() {
            self.records_of_line(text, is_last, sink);
        }
        Done::Used(end + usize::from(newline.is_some()))
    }

    /// Usually one record. Several stand on a line where files were joined without a line end between
    /// them, or where damage made lines of an array.
    fn records_of_line(&mut self, text: &[u8], is_last: bool, sink: &mut impl FnMut(Piece<'_>) -> bool) {
        let is_between = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b',' | b']');
        let has_several = [&b"}{"[..], b"},{"].iter().any(|seam| memmem::find(text, seam).is_some());
        let mut rest = text;
        while !rest.is_empty() {
            let end = if has_several { Scan::default().element_end(rest) } else { rest.len() };
            let is_json = self.record(rest[..end].trim_ascii(), is_last && end == rest.len(), sink);
            // What is no JSON is one record up to where another certainly begins.
            let next = if is_json { end } else { resume::within(rest).unwrap_or(rest.len()) };
            rest = &rest[next..];
            rest = &rest[rest.iter().take_while(|byte| is_between(byte)).count()..];
        }
    }

    pub(super) fn skip_line(&mut self, held: &[u8]) -> Done {
        if let Some(end) = memchr::memchr(b'\n', held) {
            self.mode = Mode::Lines { is_record: false };
            return Done::Used(end + 1);
        }
        self.mode = Mode::SkipLine;
        if held.is_empty() { Done::Waiting } else { Done::Used(held.len()) }
    }
}

/// A line without what stands around a record (space, commas of an array, the mark of a file's
/// beginning), and how much of that stands before it.
fn record_text(line: &[u8]) -> (usize, &[u8]) {
    let is_around = |byte: &u8| byte.is_ascii_whitespace() || *byte == b',';
    let mark = if line.starts_with(BOM) { BOM.len() } else { 0 };
    let start = mark + line[mark..].iter().take_while(|byte| is_around(byte)).count();
    let length = line[start..].iter().rposition(|byte| !is_around(byte)).map_or(0, |last| last + 1);
    (start, &line[start..start + length])
}

/// Whether an array, an export or a record over several lines may begin here, after the records of
/// another file.
fn begins_another_form(text: &[u8]) -> bool {
    match text {
        [b'[' | b'{'] => true,
        [b'[', rest @ ..] => rest.trim_ascii_start().first() == Some(&b'{'),
        [b'{', rest @ ..] => {
            let start = &rest[..rest.len().min(HEADER)];
            let name = b"\"responses\"";
            !start.trim_ascii_start().starts_with(b"\"id\"")
                && start.windows(name.len()).any(|window| window == name)
        }
        _ => false,
    }
}

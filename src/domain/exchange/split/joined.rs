//! What follows an array, an export or an object over several lines: files that were joined to it, or
//! elements that damage has cut off from it. Lines, but what an array leaves around its elements is
//! passed over, and several records may stand on one.

use memchr::memmem;

use super::lines::Line;
use super::{BOM, Done, Mode, Piece, Scan, Splitter, resume};

/// An export's header is shorter, unless it holds much that we do not know.
const HEADER: usize = 512;

impl Splitter {
    pub(super) fn joined_line(
        &mut self,
        held: &[u8],
        is_end: bool,
        is_record: bool,
        sink: &mut impl FnMut(Piece<'_>) -> bool,
    ) -> Done {
        let (line, used, is_last) = match Line::first(held, is_end) {
            Line::Whole { text, used, is_last } => (text, used, is_last),
            Line::TooLong => return self.too_long(held, true, sink),
            Line::Incomplete => {
                self.mode = Mode::Joined { is_record };
                return Done::Waiting;
            }
        };
        let (start, text) = record_text(line);
        if !is_record && begins_another_form(text) {
            self.mode = Mode::Detect;
            return Done::Used(start);
        }
        self.mode = Mode::Joined { is_record: false };
        // Only the brackets that end an array or export: left over where that was damaged.
        let is_rest = self.elements > 0
            && text.iter().all(|byte| matches!(byte, b']' | b'}' | b',') || byte.is_ascii_whitespace());
        if !is_rest && !text.is_empty() {
            self.records_of_line(text, is_last, sink);
        }
        Done::Used(used)
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

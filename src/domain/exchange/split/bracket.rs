//! Telling a bare array from lines of which the first is an array, or just begins like one.
//!
//! Whatever may hold a response on its first line is an array, so that the response is not lost:
//! `[{…}]` and then lines is an array with lines after it. `[]` or `[1]` and then lines are lines, the
//! first of them no response. So is anything else after a bracket, as soon as two lines are whole
//! objects with no comma between them, before a line shows that elements follow.

use serde::de::IgnoredAny;

use super::header::{self, Header};
use super::tokens::{first_line, skip_space, trim};

/// Whether the text's opening bracket begins an array; `None` where more bytes are needed to tell,
/// `is_final` where there are none.
pub(super) fn begins_array(bytes: &[u8], is_final: bool) -> Option<bool> {
    let mut rest = bytes;
    loop {
        let Some((line, after)) = first_line(rest, is_final) else {
            return rest.contains(&b'{').then_some(true);
        };
        if line.contains(&b'{') {
            return Some(true);
        }
        if !is_json(line) {
            return begin_elements(after, is_final);
        }
        let Some(next) = skip_space(after, 0) else { return is_final.then_some(true) };
        rest = &after[next..];
        match rest[0] {
            b'[' => {}
            b'{' => {
                return match header::read(rest, is_final) {
                    Header::Incomplete => None,
                    Header::Export { .. } => Some(true),
                    Header::Object { end, .. } => Some(rest[..end].contains(&b'\n')),
                    Header::Broken => Some(false),
                };
            }
            _ => return Some(false),
        }
    }
}

/// Whether lines that follow a bracket are elements of an array.
fn begin_elements(mut rest: &[u8], is_final: bool) -> Option<bool> {
    let mut records = 0;
    while records < 2 {
        if rest.is_empty() {
            return is_final.then_some(true);
        }
        let (line, after) = first_line(rest, is_final)?;
        match trim(line) {
            [.., b',' | b'{' | b'['] | [b',' | b']' | b'}', ..] => return Some(true),
            text @ [b'{', ..] if is_json(text) => records += 1,
            _ => {}
        }
        rest = after;
    }
    Some(false)
}

fn is_json(line: &[u8]) -> bool {
    serde_json::from_slice::<IgnoredAny>(line).is_ok()
}

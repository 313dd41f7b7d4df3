//! Finding blocks in a text, however mail programs have wrapped, quoted, indented and adorned it.

use super::Returned;
use super::block::{Form, broken};
use crate::domain::survey::FaultReason;

/// A mark: where it begins, where what follows it begins, and of what it is.
struct Mark {
    from: usize,
    to: usize,
    form: Form,
    is_begin: bool,
}

/// Every block of a text.
pub(super) fn blocks(text: &str) -> Vec<Returned> {
    let text = plain(text);
    let marks = marks(&text);
    let mut found = Vec::new();
    for (at, mark) in marks.iter().enumerate().filter(|(_, mark)| mark.is_begin) {
        let next = marks.get(at + 1);
        let end = next.map_or(text.len(), |next| next.from);
        // Where there is nothing between them, two marks share their dashes.
        let inside = text.get(mark.to..end).unwrap_or_default();
        found.push(match next {
            Some(next) if !next.is_begin && next.form == mark.form => mark.form.read(inside),
            _ => broken(FaultReason::BlockCutOff, inside),
        });
    }
    found
}

/// Whether there is any mark at all.
pub(super) fn has_marks(text: &str) -> bool {
    !marks(&plain(text)).is_empty()
}

/// The text in ASCII: dashes of all kinds are one; every run of spaces, ends of lines, signs of quoting and
/// whatever else is no part of a block is one space. Where nothing is seen there is nothing.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => {}
            // Also as an encoding of Windows' writes them that nobody named.
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{96}' | '\u{97}' => plain.push('-'),
            '!'..='=' | '?'..='{' | '}' | '~' => plain.push(sign),
            _ if plain.ends_with(' ') => {}
            _ => plain.push(' '),
        }
    }
    plain
}

fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    for form in Form::ALL {
        for (name, is_begin) in [("BEGIN", true), ("END", false)] {
            let words = format!("{name} {}", form.name());
            let places = text.match_indices(&words);
            marks.extend(places.filter_map(|(at, _)| mark(text, at, words.len(), form, is_begin)));
        }
    }
    marks.sort_unstable_by_key(|mark| mark.from);
    marks
}

/// The mark whose words stand here, with its dashes; none where it has no dashes.
fn mark(text: &str, at: usize, length: usize, form: Form, is_begin: bool) -> Option<Mark> {
    let (before, after) = (&text[..at], &text[at + length..]);
    let dashes: &[char] = &['-', ' '];
    let rest = after.trim_start_matches(dashes);
    let is_mark = before.ends_with('-') && after.trim_start_matches(' ').starts_with('-');
    is_mark.then(|| Mark {
        from: before.trim_end_matches(dashes).len(),
        to: text.len() - rest.len(),
        form,
        is_begin,
    })
}

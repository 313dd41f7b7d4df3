//! Texts that spreadsheets would take for formulas.

use std::borrow::Cow;

/// What a formula begins with, also in its full-width forms.
const BEGINNINGS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// What nobody sees before it.
const INVISIBLE: [char; 6] = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{2060}', '\u{feff}'];

/// The text as a spreadsheet may read it: behind an apostrophe where it begins like a formula.
pub fn inert(text: &str) -> Cow<'_, str> {
    // Programs that cut off blanks at a field's ends see what comes after them.
    let is_blank = |sign: char| sign.is_whitespace() || INVISIBLE.contains(&sign);
    let begins = text.starts_with(BEGINNINGS) || text.trim_start_matches(is_blank).starts_with(BEGINNINGS);
    if begins { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn what_begins_like_a_formula_stands_behind_an_apostrophe() {
        for text in [
            "=1+1",
            "+371 2",
            "-5",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "＝1",
            "＋1",
            "－1",
            "＠a",
            "  =1",
            "\u{feff}=1",
            "\u{200b} =1",
        ] {
            assert_eq!(inert(text), format!("'{text}"));
        }
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in ["", "\u{200b}", "a=b", "e-pasts", "'=1", "–", "1-2", "ā", " "] {
            assert_eq!(inert(text), text);
        }
    }
}

//! Personal data in free text: Latvian personal codes, e-mail addresses and phone numbers, by their looks.
//!
//! Finding too much costs a respondent a glance; finding too little lets a person be known. Where the two
//! meet, years and dates are let pass.

use std::ops::Range;

use super::{Answer, Answers, Kind, Question, Questionnaire, Scalar};

/// What stands in place of what was removed.
pub const REMOVED: &str = "[…]";

/// Bytes of `text` that look like personal data, in order and apart.
pub fn personal_data(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let free = found.last().map_or(0, |last| last.end);
        match look(bytes, at, free) {
            Some(range) => {
                at = range.end;
                found.push(range);
            }
            None => at += 1,
        }
    }
    found
}

/// `text` without what looks like personal data.
pub fn without_personal_data(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for range in personal_data(text) {
        kept.push_str(text.get(from..range.start).unwrap_or_default());
        kept.push_str(REMOVED);
        from = range.end;
    }
    kept.push_str(text.get(from..).unwrap_or_default());
    kept
}

impl Answers {
    /// Every piece of personal data in the texts, with its question.
    pub fn personal_data<'a>(&'a self, questionnaire: &'a Questionnaire) -> Vec<(&'a Question, &'a str)> {
        let mut found = Vec::new();
        for question in &questionnaire.questions {
            for text in [self.free_text(question), self.other_text(&question.name)].into_iter().flatten() {
                let pieces = personal_data(text).into_iter().filter_map(|range| text.get(range));
                found.extend(pieces.map(|piece| (question, piece)));
            }
        }
        found
    }

    /// Removes personal data from the texts.
    pub fn remove_personal_data(&mut self, questionnaire: &Questionnaire) {
        for question in &questionnaire.questions {
            if let Some(text) = self.free_text(question).map(without_personal_data) {
                self.set(&question.name, Answer::One(text.as_str().into()));
            }
            if let Some(text) = self.other_text(&question.name).map(without_personal_data) {
                self.set_other_text(&question.name, &text);
            }
        }
    }

    /// The answer to a question that is answered in words.
    fn free_text(&self, question: &Question) -> Option<&str> {
        match (&question.kind, self.get(&question.name)) {
            (Kind::Comment { .. } | Kind::Text { .. }, Some(Answer::One(Scalar::Text(text)))) => Some(text),
            _ => None,
        }
    }
}

/// What begins (an address: has its `@`) at `at`; nothing before `free` is looked at.
fn look(bytes: &[u8], at: usize, free: usize) -> Option<Range<usize>> {
    if bytes[at] == b'@' {
        return address(bytes, at, free);
    }
    let is_inside = at > free && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'+');
    if is_inside || !(bytes[at].is_ascii_digit() || bytes[at] == b'+') {
        return None;
    }
    let number = Number::read(bytes, at);
    number.end_of_code().or_else(|| number.end_of_phone()).map(|end| at..end)
}

fn address(bytes: &[u8], at: usize, free: usize) -> Option<Range<usize>> {
    let is_part = |byte: &u8| !byte.is_ascii() || byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
    let before = bytes[free..at].iter().rev().take_while(|byte| is_part(byte)).count();
    let after = &bytes[at + 1..];
    let mut length = after.iter().take_while(|byte| is_part(byte)).count();
    // The full stop of the sentence.
    while length > 0 && !after[length - 1].is_ascii_alphanumeric() {
        length -= 1;
    }
    let ending = after[..length].iter().rev().position(|byte| *byte == b'.')?;
    (before > 0 && ending >= 2 && ending + 1 < length).then(|| at - before..at + 1 + length)
}

/// Digits in a row, with at most one blank, hyphen or bracket between two of them.
struct Number {
    has_plus: bool,
    digits: Vec<u8>,
    /// By digit: where it ends, and whether something stands between it and the next one.
    ends: Vec<(usize, bool)>,
    /// Whether a letter or `@` follows at once.
    is_part: bool,
}

/// An international number has at most so many digits (ITU-T E.164).
const MOST_DIGITS: usize = 15;
const FEWEST_DIGITS: usize = 8;

impl Number {
    fn read(bytes: &[u8], from: usize) -> Self {
        let has_plus = bytes[from] == b'+';
        let mut this = Self { has_plus, digits: Vec::new(), ends: Vec::new(), is_part: false };
        let mut at = from + usize::from(has_plus);
        while let Some(digit) = bytes.get(at).filter(|byte| byte.is_ascii_digit()) {
            this.digits.push(*digit);
            at += 1;
            let gap = gap(&bytes[at..]);
            let is_digit_next = bytes.get(at + gap).is_some_and(u8::is_ascii_digit);
            this.ends.push((at, gap > 0 && is_digit_next));
            this.is_part = bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'@');
            if !is_digit_next {
                break;
            }
            at += gap;
        }
        this
    }

    /// Where the number of `count` digits ends, if another digit does not follow at once.
    fn end(&self, count: usize) -> Option<usize> {
        let (end, is_apart) = *self.ends.get(count - 1)?;
        (is_apart || (count == self.digits.len() && !self.is_part)).then_some(end)
    }

    fn is_apart(&self, digit: usize) -> bool {
        self.ends.get(digit).is_some_and(|(_, is_apart)| *is_apart)
    }

    /// A personal code: `DDMMYY-NNNNN`, or `32…` since 2017, its hyphen often left out.
    fn end_of_code(&self) -> Option<usize> {
        let end = self.end(11)?;
        let is_whole = (0..10).all(|digit| digit == 5 || !self.is_apart(digit));
        let two = |at: usize| (self.digits[at] - b'0') * 10 + (self.digits[at + 1] - b'0');
        let is_date = (1..=31).contains(&two(0)) && (1..=12).contains(&two(2));
        (is_whole && !self.has_plus && (is_date || two(0) == 32)).then_some(end)
    }

    /// A phone number: international with `+` or `00`, else the eight digits of a Latvian one.
    fn end_of_phone(&self) -> Option<usize> {
        let prefix = if self.digits.starts_with(b"00") { 2 } else { 0 };
        if self.digits[prefix..].starts_with(b"371")
            && let Some(end) = self.end(prefix + 11)
        {
            return Some(end);
        }
        if self.has_plus || prefix > 0 {
            let mut counts = (prefix + FEWEST_DIGITS..=prefix + MOST_DIGITS).rev();
            return counts.find_map(|count| self.end(count));
        }
        let is_year = (self.digits.starts_with(b"19") || self.digits.starts_with(b"20")) && self.is_apart(3);
        (matches!(self.digits[0], b'2' | b'6') && !is_year).then(|| self.end(8))?
    }
}

/// Bytes of what may stand between two digits.
fn gap(bytes: &[u8]) -> usize {
    let marks: [&[u8]; 7] = [b") ", b" (", b" ", b"-", b"(", "\u{a0}".as_bytes(), "–".as_bytes()];
    marks.iter().find(|mark| bytes.starts_with(mark)).map_or(0, |mark| mark.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        personal_data(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn personal_codes_are_found_with_and_without_their_hyphen() {
        assert_eq!(found("Mans kods ir 010180-12345."), ["010180-12345"]);
        assert_eq!(found("p.k.32012312345,"), ["32012312345"]);
        assert_eq!(found("(311299 – nē, 311299–12345)"), ["311299–12345"]);
        assert_eq!(found("Pieteikums 990000-12345 un 45678901234"), [""; 0]);
        assert_eq!(found("1010180-12345 010180-123456"), [""; 0]);
    }

    #[test]
    fn addresses_are_found_up_to_the_full_stop_of_the_sentence() {
        assert_eq!(found("Rakstiet janis.berzins+x@inbox.lv."), ["janis.berzins+x@inbox.lv"]);
        assert_eq!(found("26123456@inbox.lv,a@b.c @mfa anna@"), ["26123456@inbox.lv"]);
        assert_eq!(found("Jānis.Bērziņš@ārlietas.example!"), ["Jānis.Bērziņš@ārlietas.example"]);
        assert_eq!(found("a@x.lv@y.lv"), ["a@x.lv"]);
    }

    #[test]
    fn phone_numbers_are_found_however_they_are_grouped() {
        for number in ["26123456", "26 123 456", "2612-3456", "67016201", "+371 26 123 456", "0037126123456"]
        {
            assert_eq!(found(&format!("Zvaniet {number}!")), [number]);
        }
        assert_eq!(found("+44 (20) 7946 0958 vai 371 67016201"), ["+44 (20) 7946 0958", "371 67016201"]);
        assert_eq!(found("26123456 67016201 +371 26123456 29123456").len(), 4);
        assert_eq!(found("+"), [""; 0]);
        assert_eq!(found("Tel.:26123456, 29\u{a0}123\u{a0}456"), ["26123456", "29\u{a0}123\u{a0}456"]);
    }

    #[test]
    fn dates_years_and_other_numbers_are_let_pass() {
        for text in [
            "2018-2019",
            "2026-01-15",
            "15.01.2018.",
            "no 2017 2018 gadam",
            "12345678",
            "LV21234567",
            "Rīgā 25 000 EUR, 3 reizes",
            "++ 5 + 3",
            "",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn removing_leaves_the_rest_as_it_was_and_nothing_to_find() {
        let text = "Jānis, 010180-12345, tel. 26123456 (a@b.lv) — paldies!";
        assert_eq!(without_personal_data(text), "Jānis, […], tel. […] ([…]) — paldies!");
        assert_eq!(found(&without_personal_data(text)), [""; 0]);
    }

    #[test]
    fn any_text_is_looked_through_without_harm() {
        let letters = ["1", "0", "+", "@", ".", "-", " ", "ā", "3", "2", "6", "\u{a0}", "–", "a", "(", ") "];
        let mut seed = 7_u64;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..24 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                text.push_str(letters[usize::try_from(seed >> 60).unwrap()]);
            }
            let ranges = personal_data(&text);
            assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start), "{text}");
            assert!(ranges.iter().all(|range| text.get(range.clone()).is_some()), "{text}");
        }
    }
}

//! One finished response, as it is written and as it is read back.

use serde::{Deserialize, Serialize};

use super::Answers;

/// A submitted response (contract, section 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// A UUID.
    pub id: String,
    /// Id of the survey.
    pub survey: String,
    /// RFC 3339 in UTC.
    pub submitted_at: String,
    /// Tag of the language it was answered in.
    pub language: String,
    /// The answers, as SurveyJS records them.
    pub answers: Answers,
}

/// The number a UUID stands for; `None` where the text is not one (8-4-4-4-12 hexadecimal digits).
pub fn parse_uuid(text: &str) -> Option<u128> {
    if text.len() != 36 {
        return None;
    }
    // Numbers of 64 bits are what machines are quick with.
    let mut halves = [0_u64; 2];
    let mut digits = 0;
    for (index, byte) in text.bytes().enumerate() {
        if matches!(index, 8 | 13 | 18 | 23) {
            if byte != b'-' {
                return None;
            }
            continue;
        }
        // Letters differ from capitals by one bit, and are nine beyond the digits of their low bits.
        let digit = (byte & 15) + if byte > b'9' { 9 } else { 0 };
        if !byte.is_ascii_hexdigit() {
            return None;
        }
        halves[digits / 16] = halves[digits / 16] << 4 | u64::from(digit);
        digits += 1;
    }
    Some(u128::from(halves[0]) << 64 | u128::from(halves[1]))
}

/// The UUID of a number, in small letters.
pub fn uuid_text(number: u128) -> String {
    let mut text = String::with_capacity(36);
    for (at, digit) in format!("{number:032x}").chars().enumerate() {
        if matches!(at, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        text.push(digit);
    }
    text
}

/// Whether the text is a UUID.
pub fn is_uuid(text: &str) -> bool {
    parse_uuid(text).is_some()
}

/// Whether the text has the shape of a language tag: `lv`, `en`, `zh-Hant`.
pub fn is_language_tag(text: &str) -> bool {
    // Almost every one is of this kind.
    if matches!(text.as_bytes(), [b'a'..=b'z', b'a'..=b'z']) {
        return true;
    }
    let mut parts = text.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uuid_is_the_same_in_either_case() {
        let lower = parse_uuid("1ef2a4f0-4be0-4db0-9c25-74bdb94067ed");
        assert_eq!(lower.map(uuid_text).as_deref(), Some("1ef2a4f0-4be0-4db0-9c25-74bdb94067ed"));
        assert_eq!(lower, parse_uuid("1EF2A4F0-4BE0-4DB0-9C25-74BDB94067ED"));
    }

    #[test]
    fn what_is_not_a_uuid_is_refused() {
        for text in
            ["", "1ef2a4f0", "1ef2a4f0-4be0-4db0-9c25-74bdb94067eg", "1ef2a4f04be0-4db0-9c25-74bdb94067ed--"]
        {
            assert_eq!(parse_uuid(text), None, "{text}");
        }
    }

    #[test]
    fn language_tags_have_their_shape() {
        assert!(["lv", "en", "zh-Hant", "en-GB"].into_iter().all(is_language_tag));
        assert!(!["", "l", "latvian", "lv_LV", "lv-", "9v"].into_iter().any(is_language_tag));
    }
}

//! Finding a secret key in a file, or in what somebody typed from paper.

use thiserror::Error;

/// How every secret key begins.
pub const PREFIX: &str = "AGE-SECRET-KEY-1";
/// Letters that follow it: 32 bytes and a checksum in Bech32.
const LETTERS: usize = 58;
/// Characters of a whole secret key.
pub const KEY_LENGTH: usize = PREFIX.len() + LETTERS;

/// Why a text holds no secret key.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum KeyFault {
    /// There is none in it.
    #[error("no secret key")]
    Missing,
    /// It is the public part.
    #[error("a public key")]
    Public,
    /// Letters are missing, or there are too many.
    #[error("{found} letters in place of {LETTERS}")]
    Length {
        /// How many there are after the beginning.
        found: usize,
    },
    /// The checksum does not fit: a letter is wrong.
    #[error("mistyped")]
    Mistyped,
    /// The file could not be read, or the library that checks keys not be loaded.
    #[error("unreadable")]
    Unreadable,
}

/// The first secret key in a text, its letters as they are meant; whether they are right is not known yet.
///
/// Spaces, ends of lines and comments (`#`) are passed over, small letters are taken as capitals, and signs
/// that no key has are taken as those they look like: `O` as `0`, `I` and `1` as `L`, `B` as `8`.
///
/// # Errors
/// [`KeyFault`].
pub fn identity_in(text: &str) -> Result<String, KeyFault> {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    let signs: String = lines.flat_map(str::chars).filter(|sign| !sign.is_whitespace()).collect();
    let signs = signs.to_ascii_uppercase();
    let letters = match signs.split_once(PREFIX) {
        // Of several keys the first.
        Some((_, rest)) => rest.split(PREFIX).next().unwrap_or_default(),
        None if signs.starts_with("AGE1") => return Err(KeyFault::Public),
        // The beginning is the same for all and need not be typed.
        None if signs.len() == LETTERS && signs.is_ascii() => &signs,
        None => return Err(KeyFault::Missing),
    };
    let found = letters.chars().count();
    if found != LETTERS {
        return Err(KeyFault::Length { found });
    }
    Ok(PREFIX.chars().chain(letters.chars().map(meant)).collect())
}

fn meant(letter: char) -> char {
    match letter {
        'O' => '0',
        'I' | '1' => 'L',
        'B' => '8',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTERS_OF_ONE: &str = "QL0Q8RQ9SQ8YQUYPQTGQZQZGQXQ0QLQ3QJQ5Q4QKQHQCQEQ6QMQU6AVNSX";

    fn key() -> String {
        format!("{PREFIX}{LETTERS_OF_ONE}")
    }

    #[test]
    fn a_key_is_found_however_it_is_written() {
        let lower = key().to_lowercase();
        let spaced: Vec<String> = LETTERS_OF_ONE.chars().map(String::from).collect();
        for text in [
            key(),
            format!("# created: 2026\n# public key: age1qqq\n{}\n", key()),
            format!("\u{a0}{lower}\r\n"),
            format!("{PREFIX} {}", spaced.join(" ")),
            LETTERS_OF_ONE.replace('0', "o").replace('8', "b").replacen('L', "1", 1).replacen('L', "i", 1),
            format!("{}\n{}\n", key(), key()),
        ] {
            assert_eq!(identity_in(&text), Ok(key()), "{text}");
        }
    }

    #[test]
    fn what_is_no_secret_key_is_told_apart() {
        assert_eq!(identity_in("  "), Err(KeyFault::Missing));
        assert_eq!(identity_in("sveiki"), Err(KeyFault::Missing));
        assert_eq!(identity_in("age1qqqqqq"), Err(KeyFault::Public));
        assert_eq!(identity_in(&key()[..73]), Err(KeyFault::Length { found: 57 }));
        assert_eq!(identity_in(&format!("{}Q", key())), Err(KeyFault::Length { found: 59 }));
    }
}

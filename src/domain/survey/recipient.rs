//! Public keys that responses are encrypted for.

/// Before the separator `1`, each of its letters in two parts as the checksum takes them.
const PREFIX: [u32; 7] = [3, 3, 3, 0, 1, 7, 5];
const LETTERS: &[u8] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
/// 32 bytes and the checksum, five bits a letter.
const LENGTH: usize = 58;

/// Whether a text is an X25519 recipient of age: `age1…` with the right checksum.
///
/// Formula: Bech32, BIP 173.
pub(super) fn is_recipient(text: &str) -> bool {
    let Some(letters) = text.strip_prefix("age1").filter(|letters| letters.len() == LENGTH) else {
        return false;
    };
    let mut sum = 1;
    for value in PREFIX {
        sum = step(sum, value);
    }
    for letter in letters.bytes() {
        let Some((_, value)) = LETTERS.iter().zip(0..).find(|(known, _)| **known == letter) else {
            return false;
        };
        sum = step(sum, value);
    }
    sum == 1
}

fn step(sum: u32, value: u32) -> u32 {
    let mut next = (sum & 0x01ff_ffff) << 5 ^ value;
    for (bit, generator) in GENERATOR.iter().enumerate() {
        if sum >> 25 >> bit & 1 == 1 {
            next ^= generator;
        }
    }
    next
}

#[cfg(test)]
mod tests {
    use super::is_recipient;

    /// Of the age tool's own manual.
    const KEY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

    #[test]
    fn a_key_is_right_by_its_checksum() {
        assert!(is_recipient(KEY));
        for at in 4..KEY.len() {
            let other = if KEY.as_bytes()[at] == b'q' { "p" } else { "q" };
            assert!(!is_recipient(&format!("{}{other}{}", &KEY[..at], &KEY[at + 1..])), "letter {at}");
        }
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", "age1", "age1qqqq", &KEY[..61], &KEY.to_uppercase(), "AGE-SECRET-KEY-1QQQ", "age1ō"]
        {
            assert!(!is_recipient(text), "{text}");
        }
    }
}

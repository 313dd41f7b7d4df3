//! Bytes as text. Whatever matters in a text is ASCII: the marks of blocks, base64, the names of headers. So
//! it is enough to know UTF-16 and UTF-8; anything else is taken byte by byte.

use std::borrow::Cow;

const UTF_8_MARK: &[u8] = b"\xef\xbb\xbf";

/// The text of a file.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let units = |from: fn([u8; 2]) -> u16| -> String {
        let units: Vec<u16> = bytes[2..].as_chunks().0.iter().map(|pair| from(*pair)).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, ..] => units(u16::from_le_bytes).into(),
        [0xfe, 0xff, ..] => units(u16::from_be_bytes).into(),
        _ => {
            let bytes = bytes.strip_prefix(UTF_8_MARK).unwrap_or(bytes);
            match std::str::from_utf8(bytes) {
                Ok(text) => text.into(),
                Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect::<String>().into(),
            }
        }
    }
}

/// The bytes of a mail: as they are in the file, unless that is UTF-16.
pub(super) fn as_read<'a>(bytes: &'a [u8], decoded: &'a str) -> &'a [u8] {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => decoded.as_bytes(),
        _ => bytes.strip_prefix(UTF_8_MARK).unwrap_or(bytes),
    }
}

/// Whether the text is a page, as a mail program may save a mail.
pub(super) fn is_html(text: &str) -> bool {
    text.trim_start().starts_with('<')
}

/// Whether a line begins as a response does, perhaps after damaged ones.
pub(super) fn has_records(text: &str) -> bool {
    text.lines().any(|line| line.starts_with('{'))
}

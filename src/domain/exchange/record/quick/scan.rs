//! Walking over JSON text that is written the usual way, eight bytes at a time.
//!
//! Nothing here refuses a record: `None` says that the text needs the careful reader.

use super::super::fingerprint::mix;

/// Bytes of a record on their way.
pub(super) struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Whether a record may go on after the end of a line.
    spans_lines: bool,
}

/// A string without its quotes, or a bare word such as `true` or `5`.
#[derive(Clone, Copy)]
pub(super) struct Token<'a> {
    pub bytes: &'a [u8],
    /// Its first eight bytes, the first in the lowest place; zeros where there are fewer.
    pub first: u64,
    pub hash: u64,
}

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = LOW << 7;

/// The high bit of the first byte that is `"`, `\` or a control character; bits above it mean nothing.
///
/// Formula: Mycroft's test for a zero byte, as in S. E. Anderson, "Bit Twiddling Hacks".
fn stops(word: u64) -> u64 {
    let zeros = |word: u64| word.wrapping_sub(LOW) & !word;
    let controls = word.wrapping_sub(LOW * 0x20) & !word;
    (zeros(word ^ (LOW * 0x22)) | zeros(word ^ (LOW * 0x5c)) | controls) & HIGH
}

/// Whether JSON writes this byte of a string as an escape.
pub(super) fn needs_escape(byte: u8) -> bool {
    byte < 0x20 || matches!(byte, b'"' | b'\\')
}

/// The first eight bytes from a place; zeros where the text has ended.
pub(super) fn word(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => last_word(bytes, at),
    }
}

#[cold]
fn last_word(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
}

impl<'a> Token<'a> {
    /// A text as a token.
    pub fn new(bytes: &'a [u8]) -> Self {
        let first = match bytes.len() {
            0..8 => last_word(bytes, 0),
            _ => word(bytes, 0),
        };
        let whole = bytes.len() / 8 * 8;
        let hash = (0..whole).step_by(8).fold(0, |hash, at| mix(hash, word(bytes, at)));
        Self { bytes, first, hash: mix(hash, last_word(bytes, whole)) }
    }

    /// Whether both are the same text.
    pub fn is(&self, bytes: &[u8], first: u64) -> bool {
        let length = self.bytes.len();
        if length != bytes.len() || self.first != first {
            return false;
        }
        if length <= 8 {
            return true;
        }
        let middles = (8..length - 8).step_by(8);
        word(self.bytes, length - 8) == word(bytes, length - 8)
            && middles.into_iter().all(|at| word(self.bytes, at) == word(bytes, at))
    }
}

impl<'a> Scan<'a> {
    pub fn new(bytes: &'a [u8], spans_lines: bool) -> Self {
        Self { bytes, at: 0, spans_lines }
    }

    /// How much has been read.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The same text from another place on.
    pub fn from(&self, at: usize) -> Self {
        Self { at, ..*self }
    }

    /// The next byte that is no space; it stays the next.
    pub fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            match byte {
                b' ' | b'\t' | b'\r' => self.at += 1,
                b'\n' if self.spans_lines => self.at += 1,
                _ => return Some(byte),
            }
        }
    }

    /// Passes over this byte, which must come next.
    pub fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// After an item: passes over a comma (true) or the closing bracket (false).
    pub fn goes_on(&mut self, closing: u8) -> Option<bool> {
        let byte = self.peek()?;
        self.at += 1;
        if byte == b',' { Some(true) } else { (byte == closing).then_some(false) }
    }

    /// After an opening bracket: passes over it and answers whether an item follows.
    pub fn opens(&mut self, opening: u8, closing: u8) -> Option<bool> {
        self.expect(opening)?;
        if self.peek()? != closing {
            return Some(true);
        }
        self.at += 1;
        Some(false)
    }

    /// Passes over this name and its colon, should they come next without a space.
    pub fn is_name(&mut self, name: &[u8], first: u64) -> bool {
        let is_name = self.bytes.get(self.at + name.len() + 2) == Some(&b':') && self.stands(name, first);
        if is_name {
            self.at += name.len() + 3;
        }
        is_name
    }

    /// Passes over this string, should it come next without a space.
    pub fn is_string(&mut self, text: &[u8], first: u64) -> bool {
        let is_string = self.stands(text, first);
        if is_string {
            self.at += text.len() + 2;
        }
        is_string
    }

    /// Whether this text stands here in quotes. It is not empty and needs no escapes.
    fn stands(&self, text: &[u8], first: u64) -> bool {
        let length = text.len();
        let Some(found) = self.bytes.get(self.at..self.at + length + 2) else { return false };
        if found[0] != b'"' || found[length + 1] != b'"' {
            return false;
        }
        let start = word(self.bytes, self.at + 1);
        if length < 8 {
            // What stands after the text does not matter.
            (start ^ first) << (64 - 8 * length) == 0
        } else {
            Token { bytes: &found[1..=length], first: start, hash: 0 }.is(text, first)
        }
    }

    /// A string without escapes; whether it is UTF-8 is not looked at.
    pub fn string(&mut self) -> Option<Token<'a>> {
        self.expect(b'"')?;
        let start = self.at;
        let (mut at, mut hash) = (start, 0);
        loop {
            let found = word(self.bytes, at);
            let stops = stops(found);
            if stops == 0 {
                hash = mix(hash, found);
                at += 8;
                continue;
            }
            let bits = stops.trailing_zeros() - 7;
            let end = at + bits as usize / 8;
            if self.bytes.get(end) != Some(&b'"') {
                return None;
            }
            let last = found & !(u64::MAX << bits);
            self.at = end + 1;
            let first = if at == start { last } else { word(self.bytes, start) };
            return Some(Token { bytes: &self.bytes[start..end], first, hash: mix(hash, last) });
        }
    }

    /// A number or one of JSON's three words, as it is written.
    pub fn bare(&mut self) -> Option<Token<'a>> {
        self.peek()?;
        let rest = &self.bytes[self.at..];
        let length = rest.iter().take_while(|byte| matches!(byte, b'-' | b'0'..=b'9' | b'a'..=b'z')).count();
        // What ends it must be JSON's: `5.0` and `5e0` are for the careful reader.
        if length == 0 || !matches!(rest.get(length)?, b',' | b'}' | b']' | b' ' | b'\t' | b'\r' | b'\n') {
            return None;
        }
        self.at += length;
        Some(Token::new(&rest[..length]))
    }

    /// Appends a string to a text, without its escapes.
    pub fn text(&mut self, into: &mut String) -> Option<()> {
        self.expect(b'"')?;
        loop {
            let start = self.at;
            let mut stops = stops(word(self.bytes, self.at));
            while stops == 0 {
                self.at += 8;
                stops = self::stops(word(self.bytes, self.at));
            }
            self.at += (stops.trailing_zeros() / 8) as usize;
            into.push_str(std::str::from_utf8(self.bytes.get(start..self.at)?).ok()?);
            let stop = *self.bytes.get(self.at)?;
            self.at += 1;
            match stop {
                b'"' => return Some(()),
                b'\\' => into.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    /// The letter an escape stands for; halves of surrogate pairs are for the careful reader.
    fn escaped(&mut self) -> Option<char> {
        let letter = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                let digits = self.bytes.get(self.at..self.at + 4)?;
                self.at += 4;
                let code =
                    digits.iter().try_fold(0, |sum, digit| Some(sum * 16 + char::from(*digit).to_digit(16)?));
                return char::from_u32(code?);
            }
            _ => return None,
        })
    }

    /// Passes over a value by its brackets and quotes alone.
    pub fn skip(&mut self) -> Option<()> {
        let mut depth = 0_u32;
        loop {
            match self.peek()? {
                b'"' => self.skip_string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                    continue;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b'\n' => return None,
                _ => {
                    self.at += 1;
                    continue;
                }
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    fn skip_string(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            let stops = stops(word(self.bytes, self.at));
            if stops == 0 {
                self.at += 8;
                continue;
            }
            self.at += (stops.trailing_zeros() / 8) as usize;
            match self.bytes.get(self.at)? {
                b'"' => {
                    self.at += 1;
                    return Some(());
                }
                b'\\' => self.at += 2,
                _ => return None,
            }
        }
    }
}

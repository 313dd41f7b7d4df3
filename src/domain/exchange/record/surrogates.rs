//! Halves of surrogate pairs, as JavaScript writes a text that was cut within an emoji: JSON's grammar
//! allows them, but no UTF-8 text can hold them.

/// What stands in place of half a pair.
const REPLACEMENT: &[u8] = br"\ufffd";
/// Length of `\ud83d`.
const ESCAPE: usize = 6;

/// The text with every half of a pair replaced; `None` where there is none.
pub(super) fn replaced(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(bytes.len());
    let mut at = 0;
    let mut is_changed = false;
    while at < bytes.len() {
        let length = match unit(&bytes[at..]) {
            Some(0xd800..=0xdbff) if matches!(unit(&bytes[at + ESCAPE..]), Some(0xdc00..=0xdfff)) => {
                2 * ESCAPE
            }
            Some(0xd800..=0xdfff) => {
                whole.extend_from_slice(REPLACEMENT);
                is_changed = true;
                at += ESCAPE;
                continue;
            }
            // A backslash and what it escapes.
            _ if bytes[at] == b'\\' => 2,
            _ => 1,
        };
        let end = bytes.len().min(at + length);
        whole.extend_from_slice(&bytes[at..end]);
        at = end;
    }
    is_changed.then_some(whole)
}

/// The UTF-16 unit that an escape at the front stands for.
fn unit(bytes: &[u8]) -> Option<u32> {
    let digits = bytes.get(..ESCAPE)?.strip_prefix(br"\u")?;
    digits.iter().try_fold(0, |sum, digit| Some(sum * 16 + char::from(*digit).to_digit(16)?))
}

//! Where JSON's tokens end. `None` where the bytes end first, an error where they cannot be JSON.

/// Whether JSON takes the byte for space.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// A text without the space around it.
pub(super) fn trim(mut bytes: &[u8]) -> &[u8] {
    while let [first, rest @ ..] = bytes
        && is_space(*first)
    {
        bytes = rest;
    }
    while let [rest @ .., last] = bytes
        && is_space(*last)
    {
        bytes = rest;
    }
    bytes
}

/// The first line, and what follows its end; `None` where it has none yet and more may come.
pub(super) fn first_line(bytes: &[u8], is_final: bool) -> Option<(&[u8], &[u8])> {
    match memchr::memchr(b'\n', bytes) {
        Some(end) => Some((&bytes[..end], &bytes[end + 1..])),
        None => is_final.then_some((bytes, &[])),
    }
}

/// The first byte at or after `at` that is no space.
pub(super) fn skip_space(bytes: &[u8], at: usize) -> Option<usize> {
    let space = bytes.get(at..)?.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    (at + space < bytes.len()).then_some(at + space)
}

/// The end of a string from its opening quote; an error where a line ends within it.
pub(super) fn string_end(bytes: &[u8], at: usize) -> Option<Result<usize, ()>> {
    let mut index = at + 1;
    loop {
        match bytes.get(index)? {
            b'"' => return Some(Ok(index + 1)),
            b'\\' => index += 2,
            0..=0x1f => return Some(Err(())),
            _ => index += 1,
        }
    }
}

/// The end of any value; nesting is followed, brackets must match.
pub(super) fn value_end(bytes: &[u8], at: usize) -> Option<Result<usize, ()>> {
    let mut open: Vec<u8> = Vec::new();
    let mut index = at;
    let mut previous = b'\0';
    loop {
        let byte = *bytes.get(index)?;
        match byte {
            b'"' => match string_end(bytes, index)? {
                Ok(end) => {
                    index = end;
                    previous = b'"';
                    if open.is_empty() {
                        return Some(Ok(index));
                    }
                    continue;
                }
                Err(()) => return Some(Err(())),
            },
            // A container may follow only an opening bracket, a comma or a colon.
            b'{' | b'[' if matches!(previous, b'\0' | b'{' | b'[' | b',' | b':') => open.push(byte),
            b'{' | b'[' => return Some(Err(())),
            b'}' | b']' => {
                let Some(opening) = open.pop() else { return Some(Ok(index)) };
                if (opening == b'{') != (byte == b'}') {
                    return Some(Err(()));
                }
                if open.is_empty() {
                    return Some(Ok(index + 1));
                }
            }
            b',' if open.is_empty() => return Some(Ok(index)),
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            previous = byte;
        }
        index += 1;
    }
}

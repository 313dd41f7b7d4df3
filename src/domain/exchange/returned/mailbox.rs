//! An mbox that comes in slices, cut into its messages.

/// No message is longer; what is beyond it of a longer one is left out.
const LONGEST: usize = 64 << 20;

/// Cuts messages out of an mbox; memory holds one of them.
#[derive(Default)]
pub struct Mailbox {
    /// The message so far.
    message: Vec<u8>,
    /// The beginning of a line that is not all there.
    line: Vec<u8>,
    /// Whether the line before was blank, or there was none.
    is_apart: bool,
    has_begun: bool,
}

impl Mailbox {
    /// Nothing read yet.
    pub fn new() -> Self {
        Self { is_apart: true, ..Self::default() }
    }

    /// Takes the next bytes and hands on every message that has ended.
    pub fn push(&mut self, bytes: &[u8], mut take: impl FnMut(&[u8])) {
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(piece);
            if piece.ends_with(b"\n") || self.line.len() > LONGEST {
                self.end_line(&mut take);
            }
        }
    }

    /// Hands on the last message.
    pub fn finish(mut self, mut take: impl FnMut(&[u8])) {
        self.end_line(&mut take);
        self.hand_on(&mut take);
    }

    fn end_line(&mut self, take: &mut impl FnMut(&[u8])) {
        let mut line = std::mem::take(&mut self.line);
        if is_separator(&line) && (self.is_apart || has_time(&line)) {
            self.hand_on(take);
            self.has_begun = true;
        } else if self.message.len() + line.len() <= LONGEST {
            self.message.extend_from_slice(unescaped(&line));
        }
        self.is_apart = line.trim_ascii().is_empty();
        line.clear();
        self.line = line;
    }

    fn hand_on(&mut self, take: &mut impl FnMut(&[u8])) {
        if self.has_begun {
            take(&self.message);
        }
        self.message.clear();
    }
}

fn is_separator(line: &[u8]) -> bool {
    line.starts_with(b"From ")
}

/// Separators name a time of day; a sentence in a body that begins with the word hardly does.
fn has_time(line: &[u8]) -> bool {
    let is_time = |part: &[u8]| {
        part.iter()
            .enumerate()
            .all(|(at, sign)| if at % 3 == 2 { *sign == b':' } else { sign.is_ascii_digit() })
    };
    line.windows("09:15:02".len()).any(is_time)
}

/// Lines of a body that look like separators are written with a sign before them.
fn unescaped(line: &[u8]) -> &[u8] {
    let signs = line.iter().take_while(|byte| **byte == b'>').count();
    if signs > 0 && is_separator(&line[signs..]) { &line[1..] } else { line }
}

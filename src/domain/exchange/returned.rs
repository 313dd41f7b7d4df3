//! Responses that come back in other ways than as a file of ours: as blocks in texts and mails, attached to
//! mails, or encrypted.
//!
//! Found here, put into columns by [`super::Reader`]; what is encrypted is opened by whoever has the keys.

mod block;
mod kind;
mod mail;
mod mailbox;
mod scan;
mod text;

use crate::domain::keys::PREFIX;
use crate::domain::survey::FaultReason;

pub use kind::Kind;
pub use mailbox::Mailbox;

/// Something that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Returned {
    /// The text of one response.
    Response(Vec<u8>),
    /// A file of responses, in any of their forms.
    File(Vec<u8>),
    /// Either of these in the age format, not armored.
    Sealed(Vec<u8>),
    /// What was one of these and cannot be read.
    Broken {
        /// Why not.
        reason: FaultReason,
        /// How it begins.
        text: String,
    },
}

impl Returned {
    /// Whether it can be read as far as can be told here.
    fn is_sound(&self) -> bool {
        !matches!(self, Self::Broken { .. })
    }
}

/// Everything in a text or mail, in order.
pub fn read(bytes: &[u8]) -> Vec<Returned> {
    let decoded = text::decode(bytes);
    if text::is_html(&decoded) {
        return mail::read_page(&decoded);
    }
    let as_mail =
        if mail::begins(&decoded) { mail::read(text::as_read(bytes, &decoded)) } else { Vec::new() };
    if !as_mail.is_empty() {
        return as_mail;
    }
    let blocks = scan::blocks(&decoded);
    if blocks.is_empty() && text::has_records(&decoded) {
        return vec![Returned::File(decoded.into_owned().into_bytes())];
    }
    blocks
}

/// Everything in one message of a mailbox.
pub fn read_message(bytes: &[u8]) -> Vec<Returned> {
    let found = mail::read(bytes);
    if found.is_empty() { scan::blocks(&text::decode(bytes)) } else { found }
}

/// Whether a text is worth reading: it has the marks of blocks, is the source of a mail, or begins as a file
/// of responses.
pub fn may_hold_any(text: &str) -> bool {
    scan::has_marks(text) || mail::begins(text.trim_start()) || text.trim_start().starts_with(['{', '['])
}

/// The secret keys in a text, as they are written.
pub fn identities(text: &str) -> Vec<String> {
    text.split_whitespace().filter(|word| word.starts_with(PREFIX)).map(str::to_owned).collect()
}

//! Telling by a file's first bytes how it has to be read.

use super::text;
use crate::domain::exchange::sealed::BLOCK_BEGIN;
use crate::domain::keys::PREFIX;

/// How a file has to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As a file of responses, whatever it holds.
    Responses,
    /// A text or mail that may have blocks in it.
    Text,
    /// Mails one after another (mbox).
    Mailbox,
    /// Encrypted in the binary age format.
    Sealed,
    /// A secret key.
    Identity,
}

/// Bytes that decide.
const HEAD: usize = 4_096;
const SEALED: &[u8] = b"age-encryption.org/v1";
const GZIP: &[u8] = &[0x1f, 0x8b];
/// Endings of files of responses: others are not looked for in them, so that a damaged record is told as one.
const RESPONSES: [&str; 4] = [".json", ".ndjson", ".jsonl", ".gz"];

impl Kind {
    /// What a file of this name and of these first bytes is.
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        let head = &bytes[..bytes.len().min(HEAD)];
        if head.starts_with(SEALED) {
            return Self::Sealed;
        }
        if head.starts_with(GZIP) {
            return Self::Responses;
        }
        let decoded = text::decode(head);
        let begins = decoded.trim_start();
        let name = name.to_lowercase();
        if is_identity(&decoded) {
            Self::Identity
        } else if begins.starts_with(['{', '[']) || decoded.contains('\0') {
            Self::Responses
        } else if decoded.lines().any(|line| line.starts_with(BLOCK_BEGIN)) {
            Self::Text
        } else if RESPONSES.iter().any(|ending| name.ends_with(ending)) {
            Self::Responses
        } else if decoded.starts_with("From ") {
            Self::Mailbox
        } else {
            Self::Text
        }
    }

    /// Whether [`super::super::Reader`] reads it by itself.
    pub fn is_plain(self) -> bool {
        self == Self::Responses
    }
}

/// A line begins with a key.
fn is_identity(text: &str) -> bool {
    text.lines().any(|line| line.trim_start().starts_with(PREFIX))
}

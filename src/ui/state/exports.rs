//! The log of saved files: what was saved when, and whether it was read back.

use serde::{Deserialize, Serialize};

use crate::browser::storage::{self, Key};
use crate::browser::{BrowserError, clock};
use crate::domain::exchange::sha256;

/// One saved file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// RFC 3339 in UTC.
    pub saved_at: String,
    /// The file's name as it was offered to the browser.
    pub file: String,
    /// Ids of the responses in it.
    pub ids: Vec<String>,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// When it was read back and found equal, RFC 3339 in UTC.
    pub proven_at: Option<String>,
    /// Of an encrypted export, whose content cannot be read back: SHA-256 of each response, in the order of `ids`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub digests: Vec<String>,
}

impl Export {
    /// Notes that a file is being saved; `digests` only where it is an encrypted export.
    ///
    /// # Errors
    /// Storage is full or blocked; the file can be saved all the same.
    pub fn note(
        file: &str,
        content: &[u8],
        ids: Vec<String>,
        digests: Vec<String>,
    ) -> Result<(), BrowserError> {
        let saved_at = clock::now().to_string();
        let sha256 = sha256(content);
        // Two files may be saved in one second.
        let key = Key::Export(format!("{saved_at}/{}", &sha256[..8]));
        storage::save(&key, &Self { saved_at, file: file.to_owned(), ids, sha256, proven_at: None, digests })
    }

    /// Notes that a file of this content was read back.
    pub fn note_proof(content: &[u8]) {
        let digest = sha256(content);
        for (key, mut export) in Self::entries().filter(|(_, export)| export.sha256 == digest) {
            export.proven_at = Some(clock::now().to_string());
            // Without room for it the log merely says less.
            let _ = storage::save(&key, &export);
        }
    }

    /// The encrypted export that had this content when it was saved here.
    pub fn sealed_with(content: &[u8]) -> Option<Self> {
        let digest = sha256(content);
        let mut entries = Self::entries().map(|(_, export)| export);
        entries.find(|export| export.sha256 == digest && !export.digests.is_empty())
    }

    /// The saved files, the latest first.
    pub fn all() -> Vec<Self> {
        let mut found: Vec<Self> = Self::entries().map(|(_, export)| export).collect();
        found.sort_by(|left, right| right.saved_at.cmp(&left.saved_at));
        found
    }

    fn entries() -> impl Iterator<Item = (Key, Self)> {
        let keys = storage::keys().unwrap_or_default().into_iter();
        let exports = keys.filter(|key| matches!(key, Key::Export(_)));
        exports.filter_map(|key| storage::load(&key).ok().flatten().map(|export| (key, export)))
    }
}

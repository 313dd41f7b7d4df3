//! The log of saved files: what was saved when, and whether it was read back.

use serde::{Deserialize, Serialize};

use crate::browser::storage::{self, Key};
use crate::browser::{BrowserError, clock};
use crate::domain::exchange::sha256;
use crate::domain::survey::Response;

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
}

impl Export {
    /// Notes that a file is being saved.
    ///
    /// # Errors
    /// Storage is full or blocked; the file can be saved all the same.
    pub fn note(file: &str, text: &str, responses: &[Response]) -> Result<(), BrowserError> {
        let saved_at = clock::now().to_string();
        let export = Self {
            saved_at: saved_at.clone(),
            file: file.to_owned(),
            ids: responses.iter().map(|response| response.id.clone()).collect(),
            sha256: sha256(text.as_bytes()),
            proven_at: None,
        };
        storage::save(&Key::Export(saved_at), &export)
    }

    /// Notes that the file of this text was read back.
    pub fn note_proof(text: &str) {
        let digest = sha256(text.as_bytes());
        for mut export in Self::all().into_iter().filter(|export| export.sha256 == digest) {
            export.proven_at = Some(clock::now().to_string());
            // Without room for it the log merely says less.
            let _ = storage::save(&Key::Export(export.saved_at.clone()), &export);
        }
    }

    /// The saved files, the latest first.
    pub fn all() -> Vec<Self> {
        let keys = storage::keys().unwrap_or_default();
        let exports = keys.iter().filter(|key| matches!(key, Key::Export(_)));
        let mut found: Vec<Self> = exports.filter_map(|key| storage::load(key).ok().flatten()).collect();
        found.sort_by(|left, right| right.saved_at.cmp(&left.saved_at));
        found
    }
}

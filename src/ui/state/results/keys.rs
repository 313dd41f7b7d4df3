//! Secret keys of the age format: in memory and nowhere else, and never shown.

use leptos::prelude::*;

use super::ResultsState;
use crate::browser::{BrowserError, age};

/// The keys that are loaded.
#[derive(Clone, Copy)]
pub(super) struct Keys {
    secrets: StoredValue<Vec<String>>,
    /// The recipient to each, in the same order.
    recipients: RwSignal<Vec<String>>,
}

impl Keys {
    pub fn new() -> Self {
        Self { secrets: StoredValue::new(Vec::new()), recipients: RwSignal::new(Vec::new()) }
    }

    /// What opens encrypted files.
    pub fn secrets(self) -> Vec<String> {
        self.secrets.get_value()
    }

    /// Loads keys; how many of them were right.
    ///
    /// # Errors
    /// What knows keys could not be loaded.
    pub async fn load(self, identities: Vec<String>) -> Result<usize, BrowserError> {
        age::load().await?;
        let mut right = 0;
        for identity in identities {
            let Ok(recipient) = age::recipient_of(&identity).await else { continue };
            right += 1;
            if !self.recipients.with_untracked(|known| known.contains(&recipient)) {
                self.secrets.update_value(|secrets| secrets.push(identity));
                self.recipients.update(|known| known.push(recipient));
            }
        }
        Ok(right)
    }
}

impl ResultsState {
    /// The recipients (`age1…`) whose secret keys are loaded.
    pub fn recipients(self) -> Vec<String> {
        self.keys.recipients.get()
    }

    /// Forgets the secret key to a recipient. What it has opened stays counted.
    pub fn forget_key(self, recipient: &str) {
        let at = self.keys.recipients.with_untracked(|known| known.iter().position(|it| it == recipient));
        if let Some(at) = at {
            self.keys.secrets.update_value(|secrets| drop(secrets.remove(at)));
            self.keys.recipients.update(|known| drop(known.remove(at)));
        }
    }
}

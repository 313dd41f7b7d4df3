//! Keeping a finished response where it must not be lost, and a draft where it must not be found.

use leptos::prelude::*;

use super::InterviewState;
use crate::browser::storage::{self, Key};
use crate::browser::{BrowserError, age};
use crate::domain::exchange::SealedResponse;
use crate::domain::survey::{Instant, Response};

impl InterviewState {
    /// From now on drafts are in memory only; one that is stored goes.
    pub fn keep_in_memory(self, survey: &str) {
        self.is_in_memory.set_value(true);
        let _ = storage::remove(&Key::Draft(survey.to_owned()));
    }

    /// Whether there is a draft, without being told when that changes.
    pub fn has_draft_now(self) -> bool {
        self.draft.with_untracked(Option::is_some)
    }

    /// Stores a response; for a recipient, as ciphertext and never otherwise.
    ///
    /// # Errors
    /// It could not be encrypted, or there is no room.
    pub async fn keep(self, response: Response, recipient: Option<&str>) -> Result<(), BrowserError> {
        let key = Key::Response(response.id.clone());
        let Some(recipient) = recipient else { return storage::save(&key, &response) };
        let text = serde_json::to_vec(&response).map_err(|error| BrowserError::Other(error.to_string()))?;
        let sealed = age::seal(&text, recipient).await?;
        let day = Instant::parse(&response.submitted_at).map(|at| at.day().to_string());
        let sealed = SealedResponse {
            id: response.id,
            survey: response.survey,
            day: day.unwrap_or_default(),
            age: age::armored(&sealed),
        };
        storage::save(&key, &sealed)
    }
}

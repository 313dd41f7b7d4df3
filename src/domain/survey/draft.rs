//! An unfinished response and the form in which it is kept between visits.

use serde::{Deserialize, Serialize};

use super::Answers;

/// An unfinished response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The id the response will bear; fixed at the start, so that submitting twice stores once.
    pub id: String,
    /// Id of the survey.
    pub survey: String,
    /// Tag of the language it is answered in.
    pub language: String,
    /// The answers so far.
    pub answers: Answers,
    /// Name of the step the respondent was last at.
    pub step: Option<String>,
}

/// A draft as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredDraft {
    /// Counts the writes; a tab that has not seen the newest must not overwrite it.
    pub revision: u64,
    /// Milliseconds since 1970 of the write.
    pub saved_at: i64,
    /// The draft.
    pub draft: Draft,
}

//! An unfinished response and the form in which it is kept between visits.

use serde::{Deserialize, Serialize};

use super::{Answers, Instant};

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

const MILLIS_PER_DAY: i64 = 86_400_000;

impl StoredDraft {
    /// When it is to be deleted, where drafts are kept for so many days.
    pub fn expires_at(&self, days: usize) -> Instant {
        let days = i64::try_from(days).unwrap_or(i64::MAX);
        Instant(self.saved_at.saturating_add(days.saturating_mul(MILLIS_PER_DAY)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_expires_days_after_its_last_change_however_many() {
        let draft = Draft {
            id: String::new(),
            survey: String::new(),
            language: String::new(),
            answers: Answers::default(),
            step: None,
        };
        let stored = StoredDraft { revision: 1, saved_at: 5, draft };
        assert_eq!(stored.expires_at(1), Instant(86_400_005));
        assert_eq!(stored.expires_at(usize::MAX), Instant(i64::MAX));
    }
}

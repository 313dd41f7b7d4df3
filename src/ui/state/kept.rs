//! The responses and drafts this browser keeps, for the device page.

use std::collections::BTreeMap;

use crate::browser::BrowserError;
use crate::browser::storage::{self, Key};
use crate::domain::survey::{Response, StoredDraft};

/// What this browser keeps of one survey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptSurvey {
    /// Submitted responses, oldest first.
    pub responses: Vec<Response>,
    /// When the draft was last saved, milliseconds since 1970.
    pub draft_saved_at: Option<i64>,
}

/// Everything this browser keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptResponses {
    /// By survey id.
    pub surveys: BTreeMap<String, KeptSurvey>,
    /// Texts of records that cannot be read.
    pub damaged: Vec<String>,
}

impl KeptResponses {
    /// Reads storage; `unsaved` are responses that only the page holds.
    pub fn read(unsaved: &[Response]) -> Result<Self, BrowserError> {
        let mut kept = Self::default();
        for key in storage::keys()? {
            match &key {
                Key::Response(_) => match storage::load::<Response>(&key) {
                    Ok(Some(response)) => kept.add(response),
                    Ok(None) => {}
                    Err(_) => kept.damaged.extend(storage::load_raw(&key)),
                },
                Key::Draft(survey) => match storage::load::<StoredDraft>(&key) {
                    Ok(Some(stored)) => {
                        kept.surveys.entry(survey.clone()).or_default().draft_saved_at =
                            Some(stored.saved_at);
                    }
                    Ok(None) => {}
                    Err(_) => kept.damaged.extend(storage::load_raw(&key)),
                },
                _ => {}
            }
        }
        kept.finish(unsaved);
        Ok(kept)
    }

    /// What there is where storage cannot be read: the page's own responses.
    pub fn only(unsaved: &[Response]) -> Self {
        let mut kept = Self::default();
        kept.finish(unsaved);
        kept
    }

    fn finish(&mut self, unsaved: &[Response]) {
        for response in unsaved {
            self.add(response.clone());
        }
        for survey in self.surveys.values_mut() {
            survey
                .responses
                .sort_by(|left, right| (&left.submitted_at, &left.id).cmp(&(&right.submitted_at, &right.id)));
        }
    }

    fn add(&mut self, response: Response) {
        self.surveys.entry(response.survey.clone()).or_default().responses.push(response);
    }

    /// Deletes these responses from storage.
    pub fn delete(responses: &[Response]) {
        for response in responses {
            let _ = storage::remove(&Key::Response(response.id.clone()));
        }
    }
}

//! The responses and drafts this browser keeps, for the device page.

use std::collections::BTreeMap;

use crate::browser::BrowserError;
use crate::browser::storage::{self, Key};
use crate::domain::exchange::SealedResponse;
use crate::domain::survey::{Day, Instant, Response, StoredDraft};

/// What this browser keeps of one survey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptSurvey {
    /// Submitted responses, oldest first.
    pub responses: Vec<Response>,
    /// Those that are kept as ciphertext, oldest first.
    pub sealed: Vec<SealedResponse>,
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
                Key::Response(id) => match storage::load::<Response>(&key) {
                    Ok(Some(response)) => kept.add(response),
                    Ok(None) => {}
                    Err(_) => match storage::load::<SealedResponse>(&key) {
                        Ok(Some(sealed)) => kept.add_sealed(SealedResponse { id: id.clone(), ..sealed }),
                        _ => kept.damaged.extend(storage::load_raw(&key)),
                    },
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
            survey.sealed.sort_by(|left, right| (&left.day, &left.id).cmp(&(&right.day, &right.id)));
            survey
                .responses
                .sort_by(|left, right| (&left.submitted_at, &left.id).cmp(&(&right.submitted_at, &right.id)));
        }
    }

    fn add(&mut self, response: Response) {
        self.surveys.entry(response.survey.clone()).or_default().responses.push(response);
    }

    fn add_sealed(&mut self, sealed: SealedResponse) {
        self.surveys.entry(sealed.survey.clone()).or_default().sealed.push(sealed);
    }

    /// The latest day on which any of them was submitted.
    pub fn newest_day(&self) -> Option<Day> {
        self.surveys.values().flat_map(KeptSurvey::submitted).filter_map(|(_, day)| day).max()
    }

    /// Deletes these responses from storage.
    pub fn delete<'a>(ids: impl IntoIterator<Item = &'a String>) {
        for id in ids {
            let _ = storage::remove(&Key::Response(id.clone()));
        }
    }
}

impl KeptSurvey {
    /// How many responses there are, whichever way they are kept.
    pub fn count(&self) -> usize {
        self.responses.len() + self.sealed.len()
    }

    /// Id and UTC day of every response; no day where its time cannot be read.
    pub fn submitted(&self) -> impl Iterator<Item = (&String, Option<Day>)> {
        let plain =
            self.responses.iter().map(|it| (&it.id, Instant::parse(&it.submitted_at).map(Instant::day)));
        plain.chain(self.sealed.iter().map(|it| (&it.id, Day::parse(&it.day))))
    }
}

//! The draft of the survey being answered: every answer saved at once, never over another tab's.

#[cfg(feature = "auditor")]
mod keeping;
mod saving;
mod submitting;

use std::sync::Arc;

use leptos::prelude::*;

pub use saving::TabTrouble;
pub use submitting::Submitted;

use crate::browser::storage::{self, Key};
use crate::browser::{BrowserError, clock};
use crate::domain::survey::{
    Answer, Answers, Draft, Instant, Response, Scalar, StoredDraft, Survey, SurveyEntry, Violation,
};

/// The draft, its saving, and what came of submitting it.
#[derive(Clone, Copy)]
pub struct InterviewState {
    draft: RwSignal<Option<Draft>>,
    /// The draft as it was last read from or written to storage, with its revision.
    stored: StoredValue<Option<StoredDraft>>,
    saved_at: RwSignal<Option<Instant>>,
    trouble: RwSignal<Option<BrowserError>>,
    tabs: RwSignal<Option<TabTrouble>>,
    damaged: RwSignal<Option<String>>,
    expired: RwSignal<Option<Instant>>,
    violation: RwSignal<Option<(String, Violation)>>,
    unsaved: RwSignal<Vec<Response>>,
    /// Whether drafts are never stored.
    #[cfg(feature = "auditor")]
    is_in_memory: StoredValue<bool>,
}

impl InterviewState {
    pub(super) fn new() -> Self {
        Self {
            draft: RwSignal::new(None),
            stored: StoredValue::new(None),
            saved_at: RwSignal::new(None),
            trouble: RwSignal::new(None),
            tabs: RwSignal::new(None),
            damaged: RwSignal::new(None),
            expired: RwSignal::new(None),
            violation: RwSignal::new(None),
            unsaved: RwSignal::new(Vec::new()),
            #[cfg(feature = "auditor")]
            is_in_memory: StoredValue::new(false),
        }
    }

    /// Takes up the stored draft of a survey, if there is one and this one is not at hand already.
    pub fn open(self, survey: &Arc<Survey>) {
        let at_hand = self
            .draft
            .with_untracked(|draft| draft.as_ref().is_some_and(|draft| draft.survey == survey.entry.id));
        if at_hand {
            return;
        }
        self.forget();
        self.expire(&survey.entry);
        match storage::load::<StoredDraft>(&Key::Draft(survey.entry.id.clone())) {
            Ok(Some(stored)) => self.take_up(stored, survey),
            Err(BrowserError::StorageDamaged) => {
                self.damaged.set(storage::load_raw(&Key::Draft(survey.entry.id.clone())));
            }
            _ => {}
        }
    }

    /// Deletes the stored draft of a survey if it was kept for as long as the survey lets it.
    pub fn expire(self, entry: &SurveyEntry) {
        let key = Key::Draft(entry.id.clone());
        if let Some(days) = entry.draft_days
            && let Ok(Some(stored)) = storage::load::<StoredDraft>(&key)
            && stored.expires_at(days) <= clock::now()
            && storage::remove(&key).is_ok()
        {
            self.expired.set(Some(Instant(stored.saved_at)));
        }
    }

    fn take_up(self, mut stored: StoredDraft, survey: &Survey) {
        // Submitted, but the page died before the draft was removed: it is finished.
        if storage::load_raw(&Key::Response(stored.draft.id.clone())).is_some() {
            let _ = storage::remove(&Key::Draft(survey.entry.id.clone()));
            return;
        }
        stored.draft.answers = Answers::salvage(&survey.questionnaire, &stored.draft.answers);
        self.saved_at.set(Some(Instant(stored.saved_at)));
        self.draft.set(Some(stored.draft.clone()));
        self.stored.set_value(Some(stored));
    }

    fn forget(self) {
        self.draft.set(None);
        self.stored.set_value(None);
        self.saved_at.set(None);
        self.tabs.set(None);
        self.violation.set(None);
        self.trouble.set(None);
        self.damaged.set(None);
    }

    /// Begins a new draft in place of the one at hand; `service` is the prefilled answer to the
    /// catalogue's question.
    pub fn begin(self, survey: &Arc<Survey>, language: &str, service: Option<&str>) {
        self.delete();
        let mut answers = Answers::default();
        if let Some((question, service)) = survey.questionnaire.catalogue_question().zip(service) {
            answers.set(&question.name, Answer::One(service.into()));
        }
        self.draft.set(Some(Draft {
            id: clock::new_id(),
            survey: survey.entry.id.clone(),
            language: language.to_owned(),
            answers,
            step: None,
        }));
    }

    /// Deletes the draft, here and in storage.
    pub fn delete(self) {
        if let Some(survey) =
            self.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.survey.clone()))
        {
            let _ = storage::remove(&Key::Draft(survey));
        }
        self.forget();
    }

    /// Deletes the draft of a survey, whether it is at hand or only stored.
    pub fn delete_of(self, survey: &str) {
        if self.draft.with_untracked(|draft| draft.as_ref().is_some_and(|draft| draft.survey == survey)) {
            self.delete();
        } else {
            let _ = storage::remove(&Key::Draft(survey.to_owned()));
        }
    }

    /// Whether there is a draft.
    pub fn has_draft(self) -> bool {
        self.draft.with(Option::is_some)
    }

    /// Whether the draft has any answer.
    pub fn is_begun(self) -> bool {
        self.draft.with(|draft| draft.as_ref().is_some_and(|draft| !draft.answers.is_empty()))
    }

    /// The answers so far.
    pub fn answers(self) -> Answers {
        self.draft.with(|draft| draft.as_ref().map(|draft| draft.answers.clone()).unwrap_or_default())
    }

    /// The answers so far, without being told when they change.
    pub fn answers_now(self) -> Answers {
        self.draft
            .with_untracked(|draft| draft.as_ref().map(|draft| draft.answers.clone()).unwrap_or_default())
    }

    /// The draft's language.
    pub fn language(self) -> Option<String> {
        self.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.language.clone()))
    }

    /// The step the draft was left at.
    pub fn left_at(self) -> Option<String> {
        self.draft.with_untracked(|draft| draft.as_ref().and_then(|draft| draft.step.clone()))
    }

    /// When the draft was last saved.
    pub fn saved_at(self) -> Option<Instant> {
        self.saved_at.get()
    }

    /// The text of a stored draft that could not be read.
    pub fn damaged(self) -> Option<String> {
        self.damaged.get()
    }

    /// When a draft that was deleted for its age had been saved last.
    pub fn expired(self) -> Option<Instant> {
        self.expired.get()
    }

    /// Removes personal data from the texts.
    pub fn remove_personal_data(self, survey: &Survey) {
        self.change(|draft| draft.answers.remove_personal_data(&survey.questionnaire));
    }

    /// What kept the last save from happening.
    pub fn trouble(self) -> Option<BrowserError> {
        self.trouble.get()
    }

    /// What another tab did to this draft.
    pub fn tab_trouble(self) -> Option<TabTrouble> {
        self.tabs.get()
    }

    /// Goes on in another language.
    pub fn set_language(self, code: &str) {
        self.change(|draft| code.clone_into(&mut draft.language));
    }

    /// Notes the step the respondent is at.
    pub fn at_step(self, name: &str) {
        self.change(|draft| draft.step = Some(name.to_owned()));
    }

    /// Records an answer.
    pub fn answer(self, question: &str, answer: Answer) {
        self.change(|draft| draft.answers.set(question, answer));
    }

    /// Records the answer to a matrix row.
    pub fn answer_row(self, question: &str, row: &str, column: Scalar) {
        self.change(|draft| draft.answers.set_row(question, row, column));
    }

    /// Records the text of "other".
    pub fn answer_other(self, question: &str, text: &str) {
        self.change(|draft| draft.answers.set_other_text(question, text));
    }

    /// Takes an answer back; of a matrix, that of one row.
    pub fn clear(self, question: &str, row: Option<&str>) {
        self.change(|draft| match (row, draft.answers.get(question).cloned()) {
            (Some(row), Some(Answer::Rows(mut rows))) => {
                rows.remove(row);
                draft.answers.set(question, Answer::Rows(rows));
            }
            _ => draft.answers.remove(question),
        });
    }

    fn change(self, change: impl FnOnce(&mut Draft)) {
        let Some(mut draft) = self.draft.get_untracked() else { return };
        change(&mut draft);
        if self.draft.with_untracked(|old| old.as_ref() != Some(&draft)) {
            self.draft.set(Some(draft));
        }
    }

    /// A submitted response and whether storage keeps it.
    pub fn response(self, id: &str) -> Option<(Response, bool)> {
        let in_memory = self.unsaved.with(|kept| kept.iter().find(|response| response.id == id).cloned());
        match in_memory {
            Some(response) => Some((response, false)),
            None => {
                storage::load(&Key::Response(id.to_owned())).ok().flatten().map(|response| (response, true))
            }
        }
    }

    /// Responses that only this page holds.
    pub fn unsaved(self) -> Vec<Response> {
        self.unsaved.get()
    }

    /// Forgets those of these responses, by id, that only this page holds.
    pub fn drop_unsaved(self, ids: &[String]) {
        self.unsaved.update(|kept| kept.retain(|response| !ids.contains(&response.id)));
    }

    /// The draft as a response to be saved as a file, unfinished as it is.
    pub fn as_response(self) -> Option<Response> {
        self.draft.get_untracked().map(|draft| Response {
            id: draft.id,
            survey: draft.survey,
            submitted_at: clock::now().to_string(),
            language: draft.language,
            answers: draft.answers,
        })
    }

    /// Whether closing the page now would lose answers.
    pub fn would_be_lost(self) -> bool {
        let has_memory_only = self.unsaved.with_untracked(|kept| !kept.is_empty());
        let is_unsaved_draft = self.trouble.with_untracked(Option::is_some)
            && self
                .draft
                .with_untracked(|draft| draft.as_ref().is_some_and(|draft| !draft.answers.is_empty()));
        has_memory_only || is_unsaved_draft
    }
}

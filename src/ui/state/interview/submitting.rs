//! Checking answers and turning the draft into a response.

use leptos::prelude::*;

use super::InterviewState;
use crate::browser::clock;
use crate::browser::storage::{self, Key};
use crate::domain::survey::{Interview, Response, Step, Survey, Violation, check};

/// What came of submitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Submitted {
    /// The response with this id is finished.
    Done(String),
    /// The answer to a step is not right yet.
    Refused(String),
    /// The survey takes no answers any more.
    Closed,
    /// Another tab's work has to be dealt with first.
    Held,
}

impl InterviewState {
    /// What is wrong with the answer to a step, once Continue was pressed.
    pub fn violation(self, step: &str) -> Option<Violation> {
        self.violation.with(|held| held.as_ref().filter(|(name, _)| name == step).map(|(_, it)| it.clone()))
    }

    /// Puts the violation away.
    pub fn settle(self) {
        if self.violation.with_untracked(Option::is_some) {
            self.violation.set(None);
        }
    }

    /// Checks the answer to a step; a violation is held for the page to show.
    pub fn check_step(self, survey: &Survey, step: Step) -> bool {
        let answers = self.answers_now();
        let interview = Interview::new(&survey.questionnaire, &answers);
        let question = interview.question(step);
        let name = interview.name(step);
        let row = interview.row_key(step);
        let violation = check(question, row.as_deref(), &answers)
            .err()
            .or_else(|| interview.is_last_row(step).then(|| check(question, None, &answers).err()).flatten());
        self.violation.set(violation.map(|violation| (name, violation)));
        self.violation.with_untracked(Option::is_none)
    }

    /// The draft as a response, if all is right with it.
    ///
    /// # Errors
    /// Any other outcome than [`Submitted::Done`].
    pub fn finished(self, survey: &Survey) -> Result<Response, Submitted> {
        if !survey.entry.is_open(clock::today()) {
            return Err(Submitted::Closed);
        }
        self.save();
        let Some(draft) = self.draft.get_untracked().filter(|_| self.tabs.with_untracked(Option::is_none))
        else {
            return Err(Submitted::Held);
        };
        let interview = Interview::new(&survey.questionnaire, &draft.answers);
        for step in interview.steps() {
            if !self.check_step(survey, *step) {
                return Err(Submitted::Refused(interview.name(*step)));
            }
        }
        Ok(Response {
            id: draft.id.clone(),
            survey: draft.survey.clone(),
            submitted_at: clock::now().to_string(),
            language: draft.language.clone(),
            answers: draft.answers.submitted(&survey.questionnaire),
        })
    }

    /// Turns the draft into a response, stores it and removes the draft.
    pub fn submit(self, survey: &Survey) -> Submitted {
        let response = match self.finished(survey) {
            Ok(response) => response,
            Err(other) => return other,
        };
        // The response first, then the draft: a crash between the two leaves both, never none.
        let id = response.id.clone();
        let key = Key::Response(id.clone());
        let is_stored = storage::save(&key, &response).is_ok();
        self.delete();
        // Where storage is full, the draft's place may be just the room the response lacked.
        if !is_stored && storage::save(&key, &response).is_err() {
            self.unsaved.update(|kept| kept.push(response));
        }
        Submitted::Done(id)
    }
}

//! A survey of three questions, and where its draft is stored.

use std::sync::Arc;

use aptauja::browser::storage::{self, Key};
use aptauja::domain::survey::{Answer, Answers, Draft, Installation, StoredDraft, Survey, SurveyFiles};
use aptauja::ui::text::Texts;
use serde_json::json;

/// The draft's key, as the browser knows it.
pub const DRAFT: &str = "aptauja:draft:made";

/// An open survey: `used` must be answered, `why` is asked of those who did not use it.
pub fn survey() -> Arc<Survey> {
    Arc::new(survey_of("2018-01-15", "9999-12-31"))
}

/// The same with these first and last days.
pub fn survey_of(opens: &str, closes: &str) -> Survey {
    let index = json!({"surveys": [{"id": "made", "questionnaire": "made.json", "opens": opens,
        "closes": closes, "institution": {"name": "Nobody", "email": "nobody@example.org"}}]});
    let questionnaire = json!({"elements": [
        {"type": "radiogroup", "name": "used", "choices": ["yes", "no"], "isRequired": true},
        {"type": "comment", "name": "why", "visibleIf": "{used} = 'no'"},
        {"type": "comment", "name": "more"},
    ]});
    let entry = Installation::parse("index.json", &index.to_string()).unwrap().surveys.remove(0);
    let files = SurveyFiles { questionnaire: questionnaire.to_string(), ..SurveyFiles::default() };
    Survey::parse(entry, &files, &Texts::labels()).unwrap()
}

/// The answer to a question, as text.
pub fn text_of(answers: &Answers, question: &str) -> Option<String> {
    match answers.get(question)? {
        Answer::One(value) => Some(value.key()),
        _ => None,
    }
}

pub fn draft_key() -> Key {
    Key::Draft("made".into())
}

pub fn stored() -> Option<StoredDraft> {
    storage::load(&draft_key()).unwrap()
}

/// What another tab would have stored: the draft changed, one revision later.
pub fn later_revision(change: impl FnOnce(&mut Draft)) -> StoredDraft {
    let mut found = stored().unwrap();
    found.revision += 1;
    found.saved_at += 1;
    change(&mut found.draft);
    found
}

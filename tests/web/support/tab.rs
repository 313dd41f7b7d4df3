//! Tabs: the application's state, as often as a test wants it.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use aptauja::domain::survey::{Answer, Survey};
use aptauja::ui::state::{AppState, InterviewState};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::survey::text_of;
use super::{document, pause};

/// Starts the application's state, as a tab does. It listens as long as the page lives.
pub fn start() -> AppState {
    let state = Rc::new(Cell::new(None));
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    let slot = state.clone();
    leptos::mount::mount_to(place, move || slot.set(Some(AppState::provide()))).forget();
    state.get().unwrap()
}

/// A tab that answers a survey; its draft leaves it when dropped, so that it hears of no later test.
pub struct Tab(pub InterviewState);

impl Tab {
    /// A tab with a new draft.
    pub fn begin(survey: &Arc<Survey>) -> Self {
        let interview = start().interview();
        interview.begin(survey, "lv", None);
        Self(interview)
    }

    /// A tab that takes up what is stored.
    pub fn open(survey: &Arc<Survey>) -> Self {
        let interview = start().interview();
        interview.open(survey);
        Self(interview)
    }

    /// Gives an answer and lets it be saved.
    pub async fn answer(&self, question: &str, text: &str) {
        self.answer_unsaved(question, text);
        pause(0).await;
    }

    /// Gives an answer that is not saved before the next pause.
    pub fn answer_unsaved(&self, question: &str, text: &str) {
        self.0.answer(question, Answer::One(text.into()));
    }

    /// The answer to a question, as text.
    pub fn answered(&self, question: &str) -> Option<String> {
        text_of(&self.0.answers_now(), question)
    }

    /// The draft's id.
    pub fn id(&self) -> String {
        self.0.as_response().unwrap().id
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        self.0.delete();
    }
}

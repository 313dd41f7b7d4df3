//! The application's state: one struct of private signals with methods that name intents.

mod definitions;
#[cfg(feature = "auditor")]
mod exports;
mod interview;
#[cfg(feature = "auditor")]
mod kept;
#[cfg(feature = "auditor")]
mod keys;
#[cfg(feature = "auditor")]
mod kiosk;
#[cfg(feature = "auditor")]
mod results;

use std::sync::Arc;

use leptos::prelude::*;

pub use definitions::{Definitions, Load};
#[cfg(feature = "auditor")]
pub use exports::Export;
pub use interview::{InterviewState, Submitted, TabTrouble};
#[cfg(feature = "auditor")]
pub use kept::{KeptResponses, KeptSurvey};
#[cfg(feature = "auditor")]
pub use keys::KeysState;
#[cfg(feature = "auditor")]
pub use kiosk::KioskState;
#[cfg(feature = "auditor")]
pub use results::{
    Beside, Caption, CodesNews, CodesTrouble, Exporting, Failure, ImageForm, Listed, Loaded, PAGE_OF_TEXTS,
    Phase, Recheck, ResultsState, SavedImage, Size, Unfit, Verdict,
};

use crate::browser::{BrowserError, dom, storage};
use crate::domain::address::{Page, Route};
use crate::domain::survey::{Survey, SurveyEntry};
use crate::ui::text::Texts;

/// All state. It lives as long as the page, so what is handed around is only a reference to it.
#[derive(Clone, Copy)]
pub struct AppState(&'static Signals);

struct Signals {
    route: RwSignal<Route>,
    texts: RwSignal<Texts>,
    storage: RwSignal<Option<BrowserError>>,
    announcement: RwSignal<String>,
    search: RwSignal<String>,
    provider: RwSignal<String>,
    definitions: Definitions,
    interview: InterviewState,
    #[cfg(feature = "auditor")]
    keys: KeysState,
    #[cfg(feature = "auditor")]
    kiosk: KioskState,
    #[cfg(feature = "auditor")]
    results: ResultsState,
}

impl AppState {
    /// Makes the state and puts it where components find it; starts loading the definitions.
    pub fn provide() -> Self {
        let route = Route::parse(&dom::fragment());
        let trouble = storage::probe().err();
        let stored = storage::load::<String>(&storage::Key::Language).ok().flatten();
        let addressed = route.value("lang").and_then(|code| Texts::of(&code));
        let texts = addressed.or_else(|| Texts::of(&stored?)).unwrap_or_default();
        let texts = RwSignal::new(texts);
        let definitions = Definitions::new();
        let state = Self(Box::leak(Box::new(Signals {
            route: RwSignal::new(route),
            texts,
            storage: RwSignal::new(trouble),
            announcement: RwSignal::new(String::new()),
            search: RwSignal::new(String::new()),
            provider: RwSignal::new(String::new()),
            definitions,
            interview: InterviewState::new(),
            #[cfg(feature = "auditor")]
            keys: KeysState::new(),
            #[cfg(feature = "auditor")]
            kiosk: KioskState::new(),
            #[cfg(feature = "auditor")]
            results: ResultsState::new(definitions, texts),
        })));
        provide_context(state);
        if let Some(texts) = addressed {
            state.speak(texts);
        }
        #[cfg(feature = "auditor")]
        state.admit_first();
        state.listen();
        state.0.definitions.load();
        state
    }

    /// The state a component lives in.
    pub fn expect() -> Self {
        expect_context()
    }

    fn listen(self) {
        dom::on_window("hashchange", move |_| {
            let route = Route::parse(&dom::fragment());
            #[cfg(feature = "auditor")]
            let Some(route) = self.admit(route) else { return };
            if let Some(texts) = route.value("lang").and_then(|code| Texts::of(&code)) {
                self.speak(texts);
            }
            self.0.route.set(route);
        });
        dom::on_window("storage", move |event| {
            let key = dom::storage_event_key(&event);
            self.0.interview.other_tab_wrote(key.as_deref());
            #[cfg(feature = "auditor")]
            self.0.results.other_tab_wrote(key.as_deref());
        });
        dom::on_window("beforeunload", move |event| {
            if self.0.interview.would_be_lost() {
                dom::warn_before_leaving(&event);
            }
            #[cfg(feature = "auditor")]
            if untrack(|| self.0.keys.would_be_lost() || self.0.results.has_unsaved_codes()) {
                dom::warn_before_leaving(&event);
            }
        });
        #[cfg(feature = "auditor")]
        self.watch_kiosk();
        #[cfg(feature = "auditor")]
        dom::on_media_change("(prefers-color-scheme: dark)", move || self.0.results.recolour());
        Effect::new(move || dom::set_language(self.0.texts.get().code()));
        Effect::new(move || self.0.interview.save());
        Effect::new(move || {
            if let Load::Ready(installation) = self.0.definitions.installation() {
                installation.surveys.iter().for_each(|entry| self.0.interview.expire(entry));
            }
        });
    }

    /// The current address.
    pub fn route(self) -> Route {
        self.0.route.get()
    }

    /// The current address, without being told when it changes.
    pub fn route_now(self) -> Route {
        self.0.route.get_untracked()
    }

    /// The current page, told only when the page itself changes and not its query.
    pub fn page(self) -> Memo<Page> {
        Memo::new(move |_| self.0.route.with(|route| route.page.clone()))
    }

    /// Texts in the chosen language.
    pub fn texts(self) -> Texts {
        self.0.texts.get()
    }

    /// Texts in the chosen language, without being told when it changes.
    pub fn texts_now(self) -> Texts {
        self.0.texts.get_untracked()
    }

    /// Chooses the language; answers and everything else stay as they are.
    pub fn choose_language(self, texts: Texts) {
        // An address that names another language would bring it back with Back.
        if let Some(route) = self.0.route.get_untracked().without("lang") {
            dom::replace(&route);
        }
        self.speak(texts);
        self.0.interview.set_language(texts.code());
    }

    fn speak(self, texts: Texts) {
        if self.0.texts.get_untracked() != texts {
            self.0.texts.set(texts);
        }
        // Without storage the choice lasts as long as the page.
        let _ = storage::save(&storage::Key::Language, &texts.code());
    }

    /// What is wrong with storage, if anything: found at the start or at the last save.
    pub fn storage_trouble(self) -> Option<BrowserError> {
        self.0.interview.trouble().or_else(|| self.0.storage.get())
    }

    /// Says something to screen readers without moving focus.
    pub fn announce(self, text: impl Into<String>) {
        self.0.announcement.set(text.into());
    }

    /// What was announced last.
    pub fn announcement(self) -> String {
        self.0.announcement.get()
    }

    /// What is being searched for on the current page: kept here, so that it outlives the page's
    /// being shown anew in another language.
    pub fn search(self) -> RwSignal<String> {
        self.0.search
    }

    /// Id of the provider whose services are shown, or empty; kept for the same reason.
    pub fn provider(self) -> RwSignal<String> {
        self.0.provider
    }

    /// The definition files.
    pub fn definitions(self) -> Definitions {
        self.0.definitions
    }

    /// The draft and its way to a response.
    pub fn interview(self) -> InterviewState {
        self.0.interview
    }

    /// The key pair that was just made.
    #[cfg(feature = "auditor")]
    pub fn keys(self) -> KeysState {
        self.0.keys
    }

    /// Whether this browser shows one survey only, to everybody who comes.
    #[cfg(feature = "auditor")]
    pub fn is_kiosk(self) -> bool {
        self.0.kiosk.setting().is_some()
    }

    /// The respondents' binary is in no kiosk (`src/web/boot.js`).
    #[cfg(not(feature = "auditor"))]
    pub const fn is_kiosk(self) -> bool {
        false
    }

    /// The auditor's files and report.
    #[cfg(feature = "auditor")]
    pub fn results(self) -> ResultsState {
        self.0.results
    }

    /// Opens the draft of a survey and goes on in its language, unless the address names one.
    pub fn open_draft(self, survey: &Arc<Survey>) {
        #[cfg(feature = "auditor")]
        if self.seals(survey) {
            self.0.interview.keep_in_memory(&survey.entry.id);
        }
        self.0.interview.open(survey);
        if self.0.route.get_untracked().value("lang").is_none()
            && let Some(texts) = self.0.interview.language().and_then(|code| Texts::of(&code))
        {
            self.speak(texts);
        }
    }

    /// The institution named by the first survey of the index.
    pub fn institution(self) -> Option<SurveyEntry> {
        match self.0.definitions.installation() {
            Load::Ready(installation) => installation.surveys.first().cloned(),
            _ => None,
        }
    }
}

//! The list of texts: what is asked of the worker, and what it says.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::ResultsState;
use crate::browser::message::Request;
use crate::domain::analysis::{Filter, ThemesReport};
use crate::domain::charts::Picture;
use crate::domain::coding::{Codes, ListedText, Listing, Selection, Wanted};
use crate::domain::survey::personal_data;

/// Texts of a page of the list.
pub const PAGE: usize = 20;
const LANGUAGE: &str = "language";

/// The list, as far as it is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Listed {
    /// Nothing has come yet.
    #[default]
    Waiting,
    /// Those who wrote the texts are kept from sight.
    Hidden,
    /// The texts.
    Here(Listing),
}

impl Listed {
    /// The texts, where they are there.
    pub fn here(&self) -> Option<&Listing> {
        match self {
            Self::Here(listing) => Some(listing),
            _ => None,
        }
    }
}

/// What is listed, and what is known of themes.
#[derive(Clone, Copy)]
pub(super) struct TextList {
    /// Whether the list has come near to being seen.
    is_wanted: RwSignal<bool>,
    wanted: RwSignal<Wanted>,
    /// The only language listed, if any.
    language: RwSignal<Option<String>>,
    listing: RwSignal<Listed>,
    /// How far the gathering of the texts is, 0 to 1, where it takes a while.
    pub(super) gathering: RwSignal<Option<f64>>,
    /// Whether it was given up by hand; then nothing is asked for until somebody wants it again.
    pub(super) is_stopped: RwSignal<bool>,
    /// The filter the tallies are of, and the tallies.
    pub(super) themes: RwSignal<Option<(String, Vec<ThemesReport>)>>,
    /// Whether later tallies have been asked for.
    pub(super) awaits_themes: StoredValue<bool>,
    pub(super) pictures: RwSignal<BTreeMap<String, Picture>>,
}

impl TextList {
    pub(super) fn new() -> Self {
        Self {
            is_wanted: RwSignal::new(false),
            wanted: RwSignal::new(Wanted { limit: PAGE, ..Wanted::default() }),
            language: RwSignal::new(None),
            listing: RwSignal::new(Listed::Waiting),
            gathering: RwSignal::new(None),
            is_stopped: RwSignal::new(false),
            themes: RwSignal::new(None),
            awaits_themes: StoredValue::new(false),
            pictures: RwSignal::new(BTreeMap::new()),
        }
    }
}

impl ResultsState {
    /// The list comes near to being seen.
    pub fn want_texts(self) {
        if !self.text_list.is_wanted.get_untracked() {
            self.text_list.is_wanted.set(true);
            self.ask_texts();
        }
    }

    /// Which texts are wanted.
    pub fn wanted_texts(self) -> Wanted {
        self.text_list.wanted.get()
    }

    /// The only language that is listed.
    pub fn texts_language(self) -> Option<String> {
        self.text_list.language.get()
    }

    /// The list.
    pub fn listed(self) -> Listed {
        self.text_list.listing.get()
    }

    /// Lists texts of one question, or of all.
    pub fn list_question(self, question: Option<String>) {
        self.list_anew(|wanted| wanted.question = question);
    }

    /// Lists texts with these words.
    pub fn list_search(self, search: String) {
        self.list_anew(|wanted| wanted.search = search);
    }

    /// Lists texts with these codes.
    pub fn list_selection(self, selection: Selection) {
        self.list_anew(|wanted| wanted.selection = selection);
    }

    /// Lists texts of one language, or of all.
    pub fn list_language(self, language: Option<String>) {
        self.text_list.language.set(language);
        self.list_anew(|_| {});
    }

    /// Lists the texts after those that are here; false where there are none. Those that were coded meanwhile
    /// may no longer be among the wanted ones: none of the others is passed over, and from the last page it
    /// goes on at the first.
    pub fn list_next(self) -> bool {
        let Listed::Here(listing) = self.text_list.listing.get_untracked() else { return false };
        let staying = listing.texts.len() - untrack(|| self.texts_gone());
        if listing.offset + listing.texts.len() < listing.total {
            self.list_from(listing.offset + staying);
        } else if staying < listing.texts.len() {
            self.list_from(0);
        } else {
            return false;
        }
        true
    }

    /// How many of the texts that are here are no longer among the wanted ones, having been coded meanwhile.
    pub fn texts_gone(self) -> usize {
        let Listed::Here(listing) = self.text_list.listing.get() else { return 0 };
        let selection = self.text_list.wanted.with(|wanted| wanted.selection.clone());
        let is_gone = |codes: &Codes, it: &ListedText| {
            let coding = codes.of(&it.question, &it.sha256);
            !selection.takes(coding, || !personal_data(&it.text).is_empty())
        };
        self.with_codes(|codes: &Codes| listing.texts.iter().filter(|it| is_gone(codes, it)).count())
    }

    /// Lists the texts before those that are here; false where there are none.
    pub fn list_before(self) -> bool {
        let offset = self.text_list.listing.with_untracked(|it| it.here().map_or(0, |it| it.offset));
        if offset > 0 {
            self.list_from(offset.saturating_sub(PAGE));
        }
        offset > 0
    }

    fn list_from(self, offset: usize) {
        self.text_list.wanted.update(|wanted| wanted.offset = offset);
        self.ask_texts();
    }

    /// Lists all texts where those of a theme were listed that is no longer in the code book.
    pub(super) fn leave_lost_theme(self) {
        let wanted = self.text_list.wanted.with_untracked(|wanted| wanted.selection.clone());
        let Selection::Theme(id) = wanted else { return };
        if !untrack(|| self.with_codes(|codes| codes.themes().iter().any(|theme| theme.id == id))) {
            self.list_selection(Selection::All);
        }
    }

    fn list_anew(self, change: impl FnOnce(&mut Wanted)) {
        self.text_list.wanted.update(|wanted| {
            change(wanted);
            wanted.offset = 0;
        });
        self.ask_texts();
    }

    /// The filter of the list: that of the page, in one language where one is chosen.
    fn list_query(self) -> String {
        let mut filter = Filter::from_query(&self.query.get_untracked());
        if let Some(language) = self.text_list.language.get_untracked() {
            filter.set(LANGUAGE, vec![language]);
        }
        filter.to_query()
    }

    /// Asks for the list, once it has come near to being seen.
    pub(super) fn ask_texts(self) {
        let is_asked = self.text_list.is_wanted.get_untracked() && !self.text_list.is_stopped.get_untracked();
        if is_asked && self.shown_survey().is_some() {
            let wanted = self.text_list.wanted.get_untracked();
            self.send(&Request::Texts { query: self.list_query(), wanted });
        }
    }

    /// Other responses are counted: so are their texts.
    pub(super) fn follow_texts(self) {
        let Some(survey) = self.shown_survey() else { return };
        self.tell_codes(&survey);
        // A language that the filter leaves out would bring texts back that it does not let pass.
        let filter = Filter::from_query(&self.query.get_untracked());
        let languages = filter.values_of(LANGUAGE);
        let language = self.text_list.language.get_untracked();
        if language.is_some_and(|it| !languages.is_empty() && !languages.contains(&it)) {
            self.text_list.language.set(None);
        }
        self.text_list.wanted.update(|wanted| wanted.offset = 0);
        self.ask_themes();
        self.ask_texts();
    }

    /// How far the gathering of the texts is, 0 to 1, where it takes a while.
    pub fn gathering(self) -> Option<f64> {
        self.text_list.gathering.get()
    }

    /// Whether gathering the texts was given up by hand.
    pub fn are_texts_stopped(self) -> bool {
        self.text_list.is_stopped.get()
    }

    /// Gives up gathering the texts. A report that waits for their themes is not saved.
    pub fn stop_texts(self) {
        self.send(&Request::StopTexts);
        self.forget_texts();
        self.text_list.awaits_themes.set_value(false);
        self.text_list.is_stopped.set(true);
        self.saves_report.set(false);
    }

    /// Gathers the texts after all.
    pub fn gather_texts(self) {
        self.text_list.is_stopped.set(false);
        self.ask_themes();
        self.ask_texts();
    }

    /// Gathers the texts after all where what is being done needs them.
    pub(super) fn need_texts(self) {
        if self.text_list.is_stopped.get_untracked() && self.digests.with_untracked(Option::is_some) {
            self.gather_texts();
        }
    }

    pub(super) fn note_gathering(self, progress: f64) {
        // What was said before the worker heard of it comes after.
        if self.text_list.is_stopped.get_untracked() {
            return;
        }
        // Of another survey, what stands there would be wrong.
        self.text_list.listing.set(Listed::Waiting);
        self.text_list.themes.set(None);
        self.text_list.gathering.set(Some(progress));
    }

    pub(super) fn forget_texts(self) {
        self.text_list.gathering.set(None);
        self.text_list.is_stopped.set(false);
        self.text_list.listing.set(Listed::Waiting);
        self.text_list.themes.set(None);
        self.text_list.pictures.set(BTreeMap::new());
    }

    pub(super) fn take_texts(self, query: &str, wanted: &Wanted, listing: Option<Listing>) {
        self.text_list.gathering.set(None);
        let is_latest = *query == self.list_query()
            && self.text_list.wanted.with_untracked(|it| it == wanted)
            && !self.text_list.is_stopped.get_untracked();
        if is_latest {
            self.text_list.listing.set(listing.map_or(Listed::Hidden, Listed::Here));
        }
    }
}

//! The tallies of themes: what is asked of the worker, and what it says.

use leptos::prelude::*;

use super::ResultsState;
use crate::browser::message::Request;
use crate::domain::analysis::ThemesReport;
use crate::domain::charts::Picture;
use crate::domain::coding::Codes;

impl ResultsState {
    /// Asks for tallies of themes where there are codes.
    pub(super) fn ask_themes(self) {
        let has_codes = self.with_codes(|codes: &Codes| !codes.is_empty());
        let is_asked = has_codes && !self.text_list.is_stopped.get_untracked();
        self.text_list.awaits_themes.set_value(is_asked);
        if is_asked {
            self.send(&Request::Themes { query: self.query.get_untracked() });
        } else {
            self.text_list.themes.set(None);
        }
    }

    pub(super) fn take_themes(self, query: String, themes: Vec<ThemesReport>) {
        self.text_list.gathering.set(None);
        if query != self.query.get_untracked() {
            return;
        }
        self.text_list.awaits_themes.set_value(false);
        self.text_list.themes.set(Some((query, themes)));
        self.write_workbook();
        if self.saves_report.get_untracked() {
            self.save_report();
        }
    }

    /// Draws the tallies of themes. Reads tallies, language, width and colours: a change draws anew.
    pub fn draw_themes(self) {
        let drawing = self.drawing();
        if self.text_list.themes.with(Option::is_some) && drawing.style.width > 0 {
            self.send(&Request::DrawThemes { drawing });
        }
    }

    pub(super) fn take_themes_picture(self, question: String, picture: Option<Picture>) {
        self.text_list.pictures.update(|pictures| {
            match picture {
                Some(picture) => pictures.insert(question, picture),
                None => pictures.remove(&question),
            };
        });
    }

    /// The tallies of themes, by question.
    pub fn tallied_themes(self) -> Memo<Vec<ThemesReport>> {
        Memo::new(move |_| {
            self.text_list.themes.with(|it| it.as_ref().map(|it| it.1.clone())).unwrap_or_default()
        })
    }

    /// The picture of the themes of one question.
    pub fn themes_picture(self, question: String) -> Memo<Option<Picture>> {
        Memo::new(move |_| self.text_list.pictures.with(|pictures| pictures.get(&question).cloned()))
    }

    /// The themes that the report is saved with; none while they are being tallied.
    pub(super) fn themes_of_report(self) -> Option<Vec<ThemesReport>> {
        let has_codes = self.with_codes(|codes: &Codes| !codes.is_empty());
        if !has_codes {
            return Some(Vec::new());
        }
        // Read first: whoever waits is to hear of their coming.
        let themes = self.text_list.themes.with(|it| it.as_ref().map(|it| it.1.clone()));
        themes.filter(|_| !self.text_list.awaits_themes.get_value())
    }
}

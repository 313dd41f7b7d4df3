//! What pages read of the results, and the little they choose about them.

use leptos::prelude::*;

use super::{Failure, Loaded, Phase, ResultsState};
use crate::browser::message::Reported;
use crate::domain::analysis::QuestionReport;
use crate::domain::charts::{Picture, View};
use crate::domain::finding::Finding;

/// How many responses of a survey are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Those that pass the filter; none where it is kept from sight.
    pub selected: Option<u64>,
    /// All that were accepted.
    pub all: u64,
}

impl ResultsState {
    /// What the page is doing.
    pub fn phase(self) -> Phase {
        self.phase.get()
    }

    /// What went wrong last.
    pub fn failure(self) -> Option<Failure> {
        self.failure.get()
    }

    /// What became of the files.
    pub fn loaded(self) -> Option<Loaded> {
        self.loaded.get()
    }

    /// Whether the figures of a question are kept from sight.
    pub fn is_question_hidden(self, name: &str) -> Memo<bool> {
        let question = self.question(name);
        Memo::new(move |_| question.with(|question| question.as_ref().is_some_and(|it| it.hidden)))
    }

    /// How many responses are counted, and of how many.
    pub fn size(self) -> Memo<Size> {
        Memo::new(move |_| {
            let reported =
                self.reported.with(|it| it.as_ref().map(|it| (it.survey.clone(), it.report.responses)));
            let Some((survey, selected)) = reported else { return Size::default() };
            let all = self.loaded.with(|it| it.as_ref().and_then(|it| it.surveys.get(&survey).copied()));
            Size { selected, all: all.unwrap_or_default() }
        })
    }

    /// Whether files are loaded, told again at every import.
    pub fn has_files(self) -> bool {
        self.loaded.with(Option::is_some)
    }

    /// Whether files are loaded.
    pub fn is_loaded(self) -> Memo<bool> {
        Memo::new(move |_| self.loaded.with(Option::is_some))
    }

    /// Whether there are counts, told again whenever they are counted.
    pub fn is_reported(self) -> bool {
        self.reported.with(Option::is_some)
    }

    /// Whether a report is about to be shown for the first time since the page was empty; asked once.
    pub fn is_first_showing(self) -> bool {
        self.was_shown.try_update_value(|was_shown| !std::mem::replace(was_shown, true)).unwrap_or(false)
    }

    /// Part of the latest report, told only when that part changes.
    pub fn part<T: PartialEq + Clone + Send + Sync + 'static>(
        self,
        part: impl Fn(&Reported) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| self.reported.with(|reported| reported.as_ref().map(&part)))
    }

    /// Whether the filtered responses are kept from sight.
    pub fn is_hidden(self) -> Memo<bool> {
        Memo::new(move |_| {
            self.reported.with(|reported| reported.as_ref().is_some_and(|it| it.report.hidden))
        })
    }

    /// Whether there are headline indicators to be seen.
    pub fn has_indicators(self) -> bool {
        let is_any_shown = |it: &Reported| it.report.indicators.iter().any(|indicator| !indicator.hidden);
        self.reported.with(|reported| reported.as_ref().is_some_and(is_any_shown))
    }

    /// The survey the report is of.
    pub fn survey(self) -> Memo<Option<String>> {
        self.part(|reported| reported.survey.clone())
    }

    /// The counts of one question.
    pub fn question(self, name: &str) -> Memo<Option<QuestionReport>> {
        let name = name.to_owned();
        let found = self.part(move |it| it.report.questions.iter().find(|q| q.name == name).cloned());
        Memo::new(move |_| found.get().flatten())
    }

    /// What stands out in one question.
    pub fn finding(self, name: &str) -> Memo<Option<Finding>> {
        let name = name.to_owned();
        let found = self.part(move |it| it.findings.get(&name).cloned());
        Memo::new(move |_| found.get().flatten())
    }

    /// The picture of one question's counts.
    pub fn picture(self, name: &str) -> Memo<Option<Picture>> {
        let name = name.to_owned();
        Memo::new(move |_| self.pictures.with(|pictures| pictures.get(&name).cloned()))
    }

    /// How often all pictures of a report were drawn: told again when the last of them is there.
    pub fn drawn(self) -> u32 {
        self.drawn.get()
    }

    /// The picture of one question's published figures.
    pub fn published_picture(self, name: &str) -> Memo<Option<Picture>> {
        let name = name.to_owned();
        Memo::new(move |_| self.published.with(|pictures| pictures.get(&name).cloned()))
    }

    /// SHA-256 of a file by its position in the ledger; none while it is being computed.
    pub fn digest(self, file: usize) -> Option<String> {
        self.digests.with(|digests| digests.as_ref().and_then(|digests| digests.get(file).cloned()))
    }

    /// How far the files' SHA-256 are, 0 to 1; none where that is not known.
    pub fn hashed(self) -> Option<f64> {
        self.hashed.get().filter(|_| self.digests.with(Option::is_none))
    }

    /// Whether the report will be saved once the files' SHA-256 are there.
    pub fn is_report_waiting(self) -> bool {
        self.saves_report.get()
    }

    /// Which picture of a matrix is shown.
    pub fn view(self) -> View {
        self.view.get()
    }

    /// Chooses the picture of matrices.
    pub fn choose_view(self, view: View) {
        if self.view.get_untracked() != view {
            self.view.set(view);
        }
    }

    /// Whether intervals are shown.
    pub fn has_intervals(self) -> bool {
        self.intervals.get()
    }

    /// Shows intervals, or not.
    pub fn show_intervals(self, shows: bool) {
        if self.intervals.get_untracked() != shows {
            self.intervals.set(shows);
        }
    }

    /// How wide pictures can be, CSS pixels; 0 before the page has been measured.
    pub fn width(self) -> u32 {
        self.width.get()
    }

    /// Notes how wide pictures can be, CSS pixels.
    pub fn set_width(self, width: u32) {
        if self.width.get_untracked() != width {
            self.width.set(width);
        }
    }
}

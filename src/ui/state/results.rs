//! The auditor's files, what became of them, and the report the worker makes of them.

mod codes_file;
mod codes_kept;
mod coding;
mod crossing;
mod drawing;
mod exporting;
mod groups;
mod imaging;
mod importing;
mod keys;
mod receiving;
mod rechecking;
mod replies;
mod texts;
mod theme_tallies;
mod views;
mod waves;

use std::collections::BTreeMap;

use leptos::prelude::*;
use web_sys::File;

use super::Definitions;
use crate::browser::message::{Drawing, Reply, Reported, Request};
use crate::browser::worker_link::WorkerLink;
use crate::browser::{clock, dom, timing, turns};
use crate::domain::charts::{Picture, View};
use crate::domain::exchange::Ledger;
use crate::ui::text::Texts;

pub use codes_file::CodesNews;
pub use codes_kept::CodesTrouble;
use coding::Coding;
use crossing::Crossing;
use drawing::{drawing, on_paper};
pub use exporting::Exporting;
use exporting::Exports;
use imaging::Images;
pub use imaging::{Caption, ImageForm, SavedImage};
use keys::Keys;
pub use receiving::Unfit;
pub use rechecking::{Recheck, Verdict};
use texts::TextList;
pub use texts::{Listed, PAGE as PAGE_OF_TEXTS};
pub use views::Size;
pub use waves::Beside;
use waves::Waves;

/// How long pictures leave the cores to whoever tries one filter after another, milliseconds.
const PAUSE: i32 = 80;

/// What the page is doing.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// Nothing is loaded.
    Empty,
    /// Files are being read.
    Reading {
        /// The file being read; empty before the first.
        file: String,
        /// 0 to 1, by bytes.
        progress: f64,
        /// Whether it is encrypted and being opened, which takes a while.
        is_opening: bool,
    },
    /// A report is there.
    Ready,
}

/// Why there is nothing new to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The worker did not start.
    Start,
    /// The worker could not do what was asked, or died.
    Worker(String),
    /// The sample could not be fetched.
    Sample,
    /// The reading was stopped by hand.
    Cancelled,
    /// Files were closed while another was being made of them.
    ExportEnded,
}

/// What was loaded last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// What became of every record.
    pub ledger: Ledger,
    /// How many records were refused, the list above being cut.
    pub rejected: u64,
    /// How many conflicted.
    pub conflicts: u64,
    /// Survey id → accepted responses.
    pub surveys: BTreeMap<String, u64>,
    /// How many records are encrypted for keys that were not loaded.
    pub sealed: u64,
    /// Whether the only file is the shipped sample.
    pub is_sample: bool,
}

/// A worker, and which of those started it is.
struct Link {
    number: u32,
    worker: WorkerLink<Reply>,
}

/// Files, ledger, report and pictures.
#[derive(Clone, Copy)]
pub struct ResultsState {
    definitions: Definitions,
    texts: RwSignal<Texts>,
    files: RwSignal<Vec<File>, LocalStorage>,
    /// Secret keys that open encrypted files.
    keys: Keys,
    /// Why what came in last is of no use.
    unfit: RwSignal<Option<Unfit>>,
    /// How many texts were pasted since the page was empty.
    pasted: StoredValue<u32>,
    /// When the files to be read next were chosen, where that is not now.
    chosen_at: StoredValue<Option<f64>>,
    /// The worker whose report is shown.
    shown: StoredValue<Option<Link>, LocalStorage>,
    /// The worker that reads new files; what is shown stays until it is done.
    reading: StoredValue<Option<(Link, Vec<File>, bool)>, LocalStorage>,
    /// How many workers were started.
    started: StoredValue<u32>,
    phase: RwSignal<Phase>,
    failure: RwSignal<Option<Failure>>,
    loaded: RwSignal<Option<Loaded>>,
    /// SHA-256 of the files, in the ledger's order; none while they are being computed.
    digests: RwSignal<Option<Vec<String>>>,
    /// How far they are, 0 to 1.
    hashed: RwSignal<Option<f64>>,
    reported: RwSignal<Option<Reported>>,
    crossing: Crossing,
    coding: Coding,
    text_list: TextList,
    exports: Exports,
    images: Images,
    /// Counts what has been or was to be drawn.
    draws: StoredValue<u32>,
    /// Whether the page has shown a report since it was empty.
    was_shown: StoredValue<bool>,
    pictures: RwSignal<BTreeMap<String, Picture>>,
    /// How often all pictures were drawn.
    drawn: RwSignal<u32>,
    published: RwSignal<BTreeMap<String, Picture>>,
    view: RwSignal<View>,
    /// Whether intervals are shown.
    intervals: RwSignal<bool>,
    width: RwSignal<u32>,
    /// Counts changes of the colour scheme.
    schemes: RwSignal<u32>,
    query: RwSignal<String>,
    import_began: StoredValue<f64>,
    tally_began: StoredValue<Option<f64>>,
    /// The surveys that are counted beside, and their counts.
    wave_surveys: RwSignal<Vec<String>>,
    waves: RwSignal<Waves>,
    /// A saved report that is held against the files.
    recheck: RwSignal<Option<Recheck>>,
    /// Whether the page has taken over the filter of the report that is checked.
    is_recheck_taken: RwSignal<bool>,
    /// Whether the report waits for the files' SHA-256 to be saved.
    saves_report: RwSignal<bool>,
    saved_report: RwSignal<Option<String>>,
    /// Whether refused records have been asked for, to be saved.
    saves_rejections: StoredValue<bool>,
}

impl ResultsState {
    pub(super) fn new(definitions: Definitions, texts: RwSignal<Texts>) -> Self {
        Self {
            definitions,
            texts,
            files: RwSignal::new_local(Vec::new()),
            keys: Keys::new(),
            unfit: RwSignal::new(None),
            pasted: StoredValue::new(0),
            chosen_at: StoredValue::new(None),
            shown: StoredValue::new_local(None),
            reading: StoredValue::new_local(None),
            started: StoredValue::new(0),
            phase: RwSignal::new(Phase::Empty),
            failure: RwSignal::new(None),
            loaded: RwSignal::new(None),
            digests: RwSignal::new(None),
            hashed: RwSignal::new(None),
            reported: RwSignal::new(None),
            crossing: Crossing::new(),
            coding: Coding::new(),
            text_list: TextList::new(),
            exports: Exports::new(),
            images: Images::new(),
            draws: StoredValue::new(0),
            was_shown: StoredValue::new(false),
            pictures: RwSignal::new(BTreeMap::new()),
            drawn: RwSignal::new(0),
            published: RwSignal::new(BTreeMap::new()),
            view: RwSignal::new(View::default()),
            intervals: RwSignal::new(false),
            width: RwSignal::new(0),
            schemes: RwSignal::new(0),
            query: RwSignal::new(String::new()),
            import_began: StoredValue::new(0.0),
            tally_began: StoredValue::new(None),
            wave_surveys: RwSignal::new(Vec::new()),
            waves: RwSignal::new(Waves::new()),
            recheck: RwSignal::new(None),
            is_recheck_taken: RwSignal::new(false),
            saves_report: RwSignal::new(false),
            saved_report: RwSignal::new(None),
            saves_rejections: StoredValue::new(false),
        }
    }

    /// Counts by the filter of the address.
    pub fn count(self, query: &str) {
        if self.query.get_untracked() != query {
            self.query.set(query.to_owned());
            self.tally_began.set_value(Some(timing::now()));
        }
        if self.loaded.with_untracked(Option::is_some) {
            // The counts come before pictures of the counts before.
            turns::hold();
            self.draws.update_value(|draws| *draws += 1);
            self.send(&Request::Report { query: query.to_owned(), generated_at: clock::now().to_string() });
        }
    }

    /// Draws the latest counts, unless others are asked for at once. Reads counts, language, view, width and
    /// colours: a change draws anew.
    pub fn draw(self) {
        let drawing = self.drawing();
        if self.reported.with(Option::is_none) || drawing.style.width == 0 {
            return;
        }
        let turn = self.draws.get_value() + 1;
        self.draws.set_value(turn);
        dom::later(PAUSE, move || {
            if self.draws.try_get_value() == Some(turn) {
                self.send(&Request::Draw { drawing });
            }
        });
    }

    /// Keeps the filter for when files are there.
    pub fn note_query(self, query: &str) {
        query.clone_into(&mut self.query.write());
    }

    /// Draws the published figures of a survey.
    pub fn publish(self, survey: &str) {
        let drawing = self.drawing();
        if self.shown.with_value(Option::is_none) && self.reading.with_value(Option::is_none) {
            match self.start_worker() {
                Ok(link) => self.shown.set_value(Some(link)),
                Err(_) => return self.fail(Failure::Start),
            }
        }
        self.send(&Request::Published { survey: survey.to_owned(), drawing });
    }

    /// How to draw; a caller that tracks draws anew when any of it changes.
    fn drawing(self) -> Drawing {
        self.schemes.track();
        drawing(self.texts.get(), self.view.get(), self.intervals.get(), self.width.get())
    }

    /// The colours of the page have changed.
    pub fn recolour(self) {
        self.schemes.update(|count| *count += 1);
    }

    /// Saves every refused record as a file.
    pub fn save_rejections(self) {
        self.saves_rejections.set_value(true);
        self.send(&Request::Rejections);
    }

    fn send(self, request: &Request) {
        let tell = |link: &Link| link.worker.tell(request, &[]);
        let sent = self.shown.with_value(|link| link.as_ref().map(tell));
        // Before files are loaded, one worker does everything.
        let sent = sent.or_else(|| self.reading.with_value(|it| it.as_ref().map(|(link, ..)| tell(link))));
        if let Some(Err(error)) = sent {
            self.fail(Failure::Worker(error.to_string()));
        }
    }
}

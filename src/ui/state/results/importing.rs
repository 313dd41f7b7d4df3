//! Files in and out: their reading begun, stopped and forgotten, and the workers that do it.

use std::collections::BTreeMap;

use leptos::prelude::*;
use web_sys::File;

use super::{Failure, Link, Phase, ResultsState};
use crate::browser::message::{LEAD, Request};
use crate::browser::worker_link::WorkerLink;
use crate::browser::{BrowserError, device, timing, turns};
use crate::domain::exchange::sort_files;
use crate::ui::text::Texts;

/// Readers at the most; each keeps some memory of its own.
const MOST_READERS: usize = 4;
/// With fewer bytes, starting readers takes longer than reading.
const SHARED_FROM: f64 = 33_554_432.0;

impl ResultsState {
    /// Reads these files together with those loaded before; the sample gives way to real files.
    pub fn import(self, more: Vec<File>) {
        if more.is_empty() {
            return;
        }
        let (mut files, is_sample) = self.present();
        if is_sample {
            files.clear();
        }
        files.extend(more);
        self.read(files, false);
    }

    /// Reads the files again, with keys that have come.
    pub(super) fn import_again(self) {
        let (files, is_sample) = self.present();
        self.read(files, is_sample);
    }

    /// The files that are loaded or being read, and whether they are the sample.
    fn present(self) -> (Vec<File>, bool) {
        // Those still being read have not been taken over yet.
        let being_read = self.reading.with_value(|reading| {
            let (_, files, is_sample) = reading.as_ref()?;
            Some((files.clone(), *is_sample))
        });
        let has_sample = self.loaded.with_untracked(|loaded| loaded.as_ref().is_some_and(|it| it.is_sample));
        being_read.unwrap_or_else(|| (self.files.get_untracked(), has_sample))
    }

    /// Reads the sample in place of everything.
    pub fn import_sample(self, sample: File) {
        self.read(vec![sample], true);
    }

    fn read(self, mut files: Vec<File>, is_sample: bool) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        sort_files(&mut files, |file| (file.name(), file.size() as u64));
        let chosen_at = self.chosen_at.try_update_value(Option::take).flatten();
        self.import_began.set_value(chosen_at.unwrap_or_else(timing::now));
        self.failure.set(None);
        self.phase.set(Phase::Reading { file: String::new(), progress: 0.0, is_opening: false });
        // Reading leaves no core to pictures.
        turns::hold();
        let names = files.iter().map(File::name).collect();
        let begun = self.idle_worker().and_then(|link| {
            let total: f64 = files.iter().map(|file| file.size()).sum();
            let readers = if total < SHARED_FROM { 1 } else { device::cores().min(MOST_READERS) };
            let identities = self.keys.secrets();
            link.worker.tell(&Request::Import { names, readers, identities }, &files)?;
            Ok(link)
        });
        match begun {
            Ok(link) => self.reading.set_value(Some((link, files, is_sample))),
            Err(_) => self.fail(Failure::Start),
        }
    }

    /// The worker that has nothing loaded but drew what was published, else a new one.
    fn idle_worker(self) -> Result<Link, BrowserError> {
        let is_loaded = self.loaded.with_untracked(Option::is_some);
        let idle = if is_loaded { None } else { self.shown.try_update_value(Option::take).flatten() };
        idle.map_or_else(|| self.start_worker(), Ok)
    }

    pub(super) fn start_worker(self) -> Result<Link, BrowserError> {
        let number = self.started.get_value() + 1;
        self.started.set_value(number);
        let worker = WorkerLink::start(LEAD, move |reply, _| self.hear(number, reply))?;
        worker.tell(&self.opening(), &[])?;
        Ok(Link { number, worker })
    }

    /// What brings a worker the definitions.
    pub(super) fn opening(self) -> Request {
        let texts = self.definitions.source_texts();
        Request::Open { index: texts.index.clone(), surveys: texts.surveys.clone(), labels: Texts::labels() }
    }

    /// Stops the reading; what was shown before stays.
    pub fn cancel(self) {
        self.reading.set_value(None);
        self.failure.set(Some(Failure::Cancelled));
        self.settle();
    }

    /// Forgets all files.
    pub fn close(self) {
        self.reading.set_value(None);
        self.shown.set_value(None);
        self.files.set(Vec::new());
        self.pasted.set_value(0);
        self.loaded.set(None);
        self.reported.set(None);
        self.was_shown.set_value(false);
        self.crossing.forget();
        let is_export_ended = self.exports.forget();
        self.waves.update(BTreeMap::clear);
        self.forget_texts();
        self.pictures.set(BTreeMap::new());
        self.saves_report.set(false);
        self.failure.set(is_export_ended.then_some(Failure::ExportEnded));
        self.published.set(BTreeMap::new());
        self.settle();
    }

    /// The sample could not be fetched.
    pub fn sample_failed(self) {
        self.failure.set(Some(Failure::Sample));
    }

    pub(super) fn fail(self, failure: Failure) {
        self.reading.set_value(None);
        self.failure.set(Some(failure));
        self.settle();
    }

    /// The phase after something ended.
    pub(super) fn settle(self) {
        turns::go_on();
        let is_loaded = self.loaded.with_untracked(Option::is_some);
        self.phase.set(if is_loaded { Phase::Ready } else { Phase::Empty });
    }
}

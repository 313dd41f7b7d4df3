//! What the workers say, and what follows from it.

use leptos::prelude::*;

use super::{Failure, Loaded, Phase, ResultsState};
use crate::browser::message::{Reply, Reported};
use crate::browser::{clock, download, timing, turns};
use crate::domain::analysis::Report;
use crate::domain::charts::Picture;
use crate::domain::exchange::{Rejection, rejected_file, report_file};

impl ResultsState {
    /// A reply of the worker with this number; those of workers that were let go do not count.
    pub(super) fn hear(self, number: u32, reply: Reply) {
        let is_reading = self.reading.with_value(|it| it.as_ref().is_some_and(|it| it.0.number == number));
        let is_shown = self.shown.with_value(|it| it.as_ref().is_some_and(|it| it.number == number));
        match reply {
            Reply::Progress { file, done, total } if is_reading => {
                let progress = if total > 0.0 { done / total } else { 1.0 };
                self.phase.set(Phase::Reading { file, progress, is_opening: false });
            }
            Reply::Opening { file } if is_reading => self.phase.update(|phase| {
                let progress = if let Phase::Reading { progress, .. } = phase { *progress } else { 0.0 };
                *phase = Phase::Reading { file, progress, is_opening: true };
            }),
            Reply::Imported { ledger, surveys, sealed } if is_reading => {
                self.take_over(ledger, surveys, sealed);
            }
            Reply::Hashing { progress } if is_shown => self.hashed.set(Some(progress)),
            Reply::Hashed { sha256 } if is_shown => self.take_digests(sha256),
            Reply::Reported(reported) if is_shown => self.show(*reported),
            Reply::Wave { query, reported } if is_shown => {
                let (survey, wave) = (reported.survey.clone(), (query, *reported));
                self.waves.update(|waves| drop(waves.insert(survey, wave)));
            }
            Reply::Crossed { split, cross } if is_shown => self.take_cross(split, cross),
            Reply::Tested { split, certainty } if is_shown => self.take_certainty(split, certainty),
            Reply::DrawnGroup { split, group, picture } if is_shown => {
                self.take_group_picture(split, group, picture);
            }
            Reply::Drawn { question, picture } if is_shown => self.take_picture(question, picture),
            Reply::Published { pictures } if is_shown || is_reading => self.published.set(pictures),
            Reply::Gathering { progress } if is_shown => self.note_gathering(progress),
            Reply::Texts { query, wanted, listing } if is_shown => self.take_texts(&query, &wanted, listing),
            Reply::Themes { query, themes } if is_shown => self.take_themes(query, themes),
            Reply::ThemesDrawn { question, picture } if is_shown => {
                self.take_themes_picture(question, picture);
            }
            Reply::Rejections(rejections) if is_shown => {
                self.take_rejections(&rejections);
                self.save(&rejections);
            }
            Reply::Sketched { subject, picture } if is_shown => self.take_sketch(subject, picture),
            Reply::WrongDefinition { text: reason } | Reply::Failed { reason } if is_reading || is_shown => {
                self.fail(Failure::Worker(reason));
            }
            _ => {}
        }
    }

    fn take_picture(self, question: String, picture: Option<Picture>) {
        // They come in the order of the report.
        let is_last = self.reported.with_untracked(|reported| {
            let last = reported.as_ref().and_then(|it| it.report.questions.last());
            last.is_some_and(|last| last.name == question)
        });
        self.pictures.update(|pictures| {
            match picture {
                Some(picture) => pictures.insert(question, picture),
                None => pictures.remove(&question),
            };
        });
        if is_last {
            self.drawn.update(|drawn| *drawn += 1);
        }
    }

    /// The files are read: their worker takes the place of the one before.
    fn take_over(
        self,
        ledger: crate::domain::exchange::Ledger,
        surveys: std::collections::BTreeMap<String, u64>,
        sealed: u64,
    ) {
        let Some((link, files, is_sample)) = self.reading.try_update_value(Option::take).flatten() else {
            return;
        };
        self.exports.outlive_files();
        self.shown.set_value(Some(link));
        // Counts of other surveys are of the files before.
        self.waves.update(std::collections::BTreeMap::clear);
        self.forget_texts();
        self.files.set(files);
        let sum = |count: fn(&crate::domain::analysis::Source) -> u64| {
            ledger.files.iter().map(|file| count(&file.source)).sum()
        };
        let digests: Vec<String> = ledger.files.iter().map(|file| file.source.sha256.clone()).collect();
        let is_hashed = digests.iter().all(|digest| !digest.is_empty());
        self.digests.set(is_hashed.then_some(digests));
        self.hashed.set(None);
        self.saves_report.set(false);
        let loaded = Loaded {
            rejected: sum(|source| source.rejected),
            conflicts: sum(|source| source.conflicts),
            ledger,
            surveys,
            sealed,
            is_sample,
        };
        self.tally_began.set_value(None);
        // The page counts as soon as it hears of it.
        self.loaded.set(Some(loaded));
    }

    fn show(self, reported: Reported) {
        // What is measured ends here: the tallies are ready, and the page has still to be changed.
        if matches!(self.phase.get_untracked(), Phase::Reading { .. })
            && self.reading.with_value(Option::is_none)
        {
            self.phase.set(Phase::Ready);
            timing::measure("import", self.import_began.get_value());
        } else if let Some(began) = self.tally_began.try_update_value(Option::take).flatten() {
            timing::measure("tally", began);
        }
        self.reported.set(Some(reported));
        turns::go_on();
        self.follow_texts();
    }

    fn take_digests(self, digests: Vec<String>) {
        self.digests.set(Some(digests));
        self.write_workbook();
        if self.saves_report.get_untracked() {
            self.save_report();
        }
    }

    /// Saves the report as a file; once the files' SHA-256 are there, which it names.
    pub fn save_report(self) {
        let report = untrack(|| self.whole_report());
        self.saves_report.set(report.is_none());
        let Some(mut report) = report else { return self.need_texts() };
        let now = clock::now();
        report.generated_at = now.to_string();
        let time = report.generated_at.replace([':', '-'], "");
        let name = format!("aptauja-report-{}-{time}.json", report.survey);
        if download::save_file(&name, "application/json", &report_file(&report)).is_ok() {
            self.saved_report.set(Some(name));
        }
    }

    /// The name of the file that a report was saved in last, which counts until other figures are shown.
    pub fn saved_report(self) -> Option<String> {
        self.saved_report.get()
    }

    /// Saves the report no more, should it still wait.
    pub fn cancel_report(self) {
        self.saves_report.set(false);
    }

    /// The latest report with the files' SHA-256 and the themes of texts, once all are there.
    pub(super) fn whole_report(self) -> Option<Report> {
        let mut report = self.reported.with(|reported| reported.as_ref().map(|it| it.report.clone()))?;
        let digests = self.digests.get()?;
        report.themes = self.themes_of_report()?;
        report.codes_sha256 = self.codes_sha256().filter(|_| !report.themes.is_empty());
        report.sources.iter_mut().zip(digests).for_each(|(source, digest)| source.sha256 = digest);
        Some(report)
    }

    fn save(self, rejections: &[Rejection]) {
        if !self.saves_rejections.get_value() {
            return;
        }
        self.saves_rejections.set_value(false);
        let texts = self.texts.get_untracked();
        let now = clock::now();
        let text =
            rejected_file(&now.to_string(), rejections, &|fault| texts.fault(&fault.reason).to_owned());
        let name = format!("aptauja-rejected-{}.json", now.day());
        let _ = download::save_file(&name, "application/json", &text);
    }
}

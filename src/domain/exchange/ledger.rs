//! The ledger: what became of every record of every file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::analysis::Source;
use crate::domain::survey::{Fault, FaultReason, Survey};

/// All files of one import, sorted by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// One entry a file.
    pub files: Vec<FileEntry>,
    /// Refused records, by file and record.
    pub rejections: Vec<Rejection>,
    /// Conflicting records, by file and record.
    pub conflicts: Vec<Conflict>,
}

/// What became of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// The counts that also stand in the report.
    #[serde(flatten)]
    pub source: Source,
    /// Accepted responses by a day outside their survey's period.
    pub outside_period: u64,
    /// Accepted responses by survey id.
    pub surveys: BTreeMap<String, u64>,
    /// What is wrong with the file as a whole, if anything.
    pub problem: Option<FileProblem>,
}

/// What can be wrong with a file as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileProblem {
    /// The file has no records at all.
    Empty,
    /// An export of a format or version this application does not read.
    UnknownFormat {
        /// The `format` member.
        format: String,
        /// The `version` member, as text.
        version: String,
    },
    /// No record in it could be taken, and the first is not even JSON: likely another kind of file.
    NotResponses,
    /// Packed by gzip, but damaged or cut off; what could be unpacked was read.
    DamagedGzip,
    /// The file ends within a record or before its end.
    Truncated,
    /// The text is UTF-16 or another encoding than UTF-8.
    NotUtf8,
    /// The browser could not read the file (it was moved or changed).
    Unreadable,
    /// A mail or another text with no response in it.
    NoBlocks,
    /// The file holds a secret key; nothing of it was taken.
    HoldsIdentity,
}

/// A refused record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejection {
    /// Name of the file.
    pub file: String,
    /// Number of the record in the file, from 1.
    pub record: u64,
    /// Line on which the record begins, from 1; 0 where lines say nothing, as in mails.
    pub line: u64,
    /// Where and why.
    #[serde(flatten)]
    pub fault: Fault,
    /// The record's text, cut to its first characters.
    pub text: String,
}

/// A record whose id was read before with other content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The id both bear.
    pub id: String,
    /// Name of the file with the record that does not count.
    pub file: String,
    /// Its number in that file, from 1.
    pub record: u64,
    /// Its line, from 1; 0 where lines say nothing.
    pub line: u64,
    /// Name of the file with the record that counts.
    pub first_file: String,
    /// Its number in that file, from 1.
    pub first_record: u64,
}

impl Ledger {
    /// Survey id → accepted responses, for every survey of the installation.
    pub fn survey_counts(&self, surveys: &[Survey]) -> BTreeMap<String, u64> {
        let accepted = |id: &String| self.files.iter().filter_map(|file| file.surveys.get(id)).sum();
        surveys.iter().map(|survey| (survey.entry.id.clone(), accepted(&survey.entry.id))).collect()
    }

    /// How many records are encrypted for keys that are not loaded.
    pub fn sealed(&self) -> u64 {
        self.rejections.iter().filter(|rejection| rejection.fault.reason == FaultReason::Sealed).count()
            as u64
    }

    /// The survey that most accepted responses belong to; the index's order decides a tie.
    pub fn main_survey<'a>(&self, surveys: &'a [Survey]) -> &'a str {
        let counts = self.survey_counts(surveys);
        let most = counts.values().max();
        let main = surveys.iter().find(|survey| counts.get(&survey.entry.id) == most);
        main.map_or("", |survey| &survey.entry.id)
    }
}

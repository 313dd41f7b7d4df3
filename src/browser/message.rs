//! What the page and its worker say to each other: JSON texts, with files beside them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::subject::Subject;
use super::worker_link::Word;
use crate::domain::analysis::{Certainty, Cross, FilterFault, Report, ThemesReport};
use crate::domain::charts::{Picture, Style, View};
use crate::domain::coding::{CodedText, Codes, Listing, Wanted};
use crate::domain::exchange::{Ledger, Rejection};
use crate::domain::finding::Finding;
use crate::domain::survey::{DefinitionError, Labels, SmallMap, SurveyFiles};

/// Name of the page's usual worker in its usual part.
pub const LEAD: &str = "lead";

/// From the page to the worker.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Request {
    /// Read the definitions; the first message.
    Open {
        /// Text of the index.
        index: String,
        /// Survey id → its files.
        surveys: SmallMap<SurveyFiles>,
        /// Words the definitions may leave to us.
        labels: Labels,
    },
    /// Read these files, sorted by name, in place of all before; the files themselves travel beside.
    Import {
        /// The files' names, in the same order.
        names: Vec<String>,
        /// How many workers share the reading; with one, the worker reads by itself.
        readers: usize,
        /// Secret keys (`AGE-SECRET-KEY-1…`) that may open encrypted ones; not kept when all is read.
        identities: Vec<String>,
    },
    /// Count the responses that pass a filter.
    Report {
        /// The filter, as the address holds it.
        query: String,
        /// The time to write into the report.
        generated_at: String,
    },
    /// Count the responses of another survey that pass a filter, beside those that are shown.
    Wave {
        /// The filter with the survey.
        query: String,
    },
    /// Count a question of the responses that pass a filter by groups.
    Cross {
        /// The filter, as the address holds it.
        query: String,
        /// What is counted by what.
        split: Split,
    },
    /// Test the differences in the latest counts of a split.
    Test {
        /// What was counted by what.
        split: Split,
    },
    /// Draw each group of the latest counts of a split.
    DrawGroups {
        /// What was counted by what.
        split: Split,
        /// How.
        drawing: Drawing,
    },
    /// Draw the latest counts.
    Draw {
        /// How.
        drawing: Drawing,
    },
    /// Draw one picture apart, to be saved.
    Sketch {
        /// What it is of.
        subject: Subject,
        /// How to draw.
        drawing: Drawing,
    },
    /// Draw the published figures of a survey.
    Published {
        /// Id of the survey.
        survey: String,
        /// How to draw.
        drawing: Drawing,
    },
    /// Give every refused record.
    Rejections,
    /// List texts of the responses that pass a filter.
    Texts {
        /// The filter, as the address holds it.
        query: String,
        /// Which texts.
        wanted: Wanted,
    },
    /// Give up gathering texts; nothing is answered to those who asked for them.
    StopTexts,
    /// Know these codes of a survey's texts, in place of others.
    Codes {
        /// Id of the survey.
        survey: String,
        /// The codes.
        codes: Codes,
    },
    /// Know these codes of one text, in place of others.
    Code {
        /// Id of the survey.
        survey: String,
        /// The text and its codes.
        text: CodedText,
    },
    /// Tally the themes of the texts of the responses that pass a filter.
    Themes {
        /// The filter, as the address holds it.
        query: String,
    },
    /// Draw the latest tallies of themes.
    DrawThemes {
        /// How.
        drawing: Drawing,
    },
}

/// A question counted by the groups that a key of the filter makes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Split {
    /// The question's name.
    pub question: String,
    /// The key: `service`, `provider`, `language`, a choice question or `question.row`.
    pub by: String,
}

/// How to draw.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Drawing {
    /// Colours, type, width and language.
    pub style: Style,
    /// Which picture of a matrix.
    pub view: View,
}

/// From the worker to the page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Reply {
    /// The definitions were read.
    Opened,
    /// A definition is wrong.
    WrongDefinition {
        /// File, path and mistake, as one text.
        text: String,
    },
    /// How far the reading is.
    Progress {
        /// Name of the file being read.
        file: String,
        /// Bytes read, of all files.
        done: f64,
        /// Bytes of all files.
        total: f64,
    },
    /// A large file that is encrypted is being opened, which takes a while.
    Opening {
        /// Its name.
        file: String,
    },
    /// All files were read.
    Imported {
        /// What became of them; refused records cut to the first hundred.
        ledger: Ledger,
        /// Survey id → accepted responses.
        surveys: BTreeMap<String, u64>,
        /// How many records are encrypted for keys that are not loaded.
        sealed: u64,
    },
    /// The SHA-256 of large files are being computed.
    Hashing {
        /// How far they are, 0 to 1.
        progress: f64,
    },
    /// SHA-256 of every file, in the ledger's order; where the ledger came without them.
    Hashed {
        /// Lower-case hexadecimal.
        sha256: Vec<String>,
    },
    /// The counts.
    Reported(Box<Reported>),
    /// The counts of another survey.
    Wave {
        /// The filter with the survey, as it was asked.
        query: String,
        /// The counts.
        reported: Box<Reported>,
    },
    /// Counts by groups.
    Crossed {
        /// What was counted by what.
        split: Split,
        /// None where the survey has no such question or key.
        cross: Option<Cross>,
    },
    /// How certain the differences between groups are.
    Tested {
        /// What was counted by what.
        split: Split,
        /// The tests.
        certainty: Certainty,
    },
    /// The picture of one group.
    DrawnGroup {
        /// What was counted by what.
        split: Split,
        /// What the group has in common, as the address holds it.
        group: String,
        /// None where there is nothing to draw.
        picture: Option<Picture>,
    },
    /// The picture of the latest counts of one question.
    Drawn {
        /// Its name.
        question: String,
        /// None where there is nothing to draw.
        picture: Option<Picture>,
    },
    /// The picture that was asked for to be saved.
    Sketched {
        /// What it is of.
        subject: Subject,
        /// None where there is nothing to draw.
        picture: Option<Picture>,
    },
    /// The published figures' pictures, by question.
    Published {
        /// Question → picture.
        pictures: BTreeMap<String, Picture>,
    },
    /// Every refused record.
    Rejections(Vec<Rejection>),
    /// Texts that were asked for are being gathered, which takes a while.
    Gathering {
        /// How far it is, 0 to 1.
        progress: f64,
    },
    /// The texts.
    Texts {
        /// The filter they pass.
        query: String,
        /// Which texts were asked for.
        wanted: Wanted,
        /// None where those who wrote them are too few to be shown, or would give such a group away.
        listing: Option<Listing>,
    },
    /// The tallies of themes.
    Themes {
        /// The filter of the responses.
        query: String,
        /// One for each question with codes; none where the responses are kept from sight.
        themes: Vec<ThemesReport>,
    },
    /// The picture of the latest tallies of the themes of one question.
    ThemesDrawn {
        /// The question's name.
        question: String,
        /// None where there is nothing to draw.
        picture: Option<Picture>,
    },
    /// The worker could not do what was asked.
    Failed {
        /// Why.
        reason: String,
    },
}

/// Counts of one survey.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Reported {
    /// Id of the survey.
    pub survey: String,
    /// The report.
    pub report: Report,
    /// What is wrong with the filter.
    pub faults: Vec<FilterFault>,
    /// Question → what stands out.
    pub findings: BTreeMap<String, Finding>,
    /// Languages the survey's responses were given in.
    pub languages: Vec<String>,
}

impl Word for Reply {
    fn failed(reason: String) -> Self {
        Self::Failed { reason }
    }
}

impl From<DefinitionError> for Reply {
    fn from(error: DefinitionError) -> Self {
        Self::WrongDefinition { text: error.to_string() }
    }
}

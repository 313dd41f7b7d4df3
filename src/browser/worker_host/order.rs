//! What the lead and its colleagues say to each other: JSON texts, with files or bytes beside them.

use serde::{Deserialize, Serialize};

use crate::browser::message::Split;
use crate::domain::analysis::{Cross, Joint, Tallies, Variable};
use crate::domain::exchange::{Ledger, Portion, Removed, Task};

/// From the lead to a reader, after the page's own request to open the definitions.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Order {
    /// These files will be read; the files themselves travel beside.
    Files {
        /// Their names, in the same order.
        names: Vec<String>,
        /// Secret keys that may open encrypted ones.
        identities: Vec<String>,
    },
    /// Read a part of a file.
    Read {
        /// Number of the task.
        number: usize,
        task: Task,
        /// Whether the rest may be left to others once it is known to hold one record a line.
        may_stop: bool,
    },
    /// Everything is read: forget the secret keys.
    ForgetKeys,
    /// Take back responses of a survey.
    Remove { survey: usize, indexes: Vec<usize> },
    /// Count responses.
    Count(Question),
    /// Count responses by groups.
    Cross(Question, Split),
    /// Give every distinct text of a survey.
    Gather {
        /// Number of the gathering, which comes back.
        number: u32,
        survey: usize,
        /// The reader's own number, which comes back.
        reader: usize,
    },
    /// The texts of this gathering are wanted no more.
    StopGathering { number: u32 },
    /// Count who wrote each of the distinct texts given before.
    CountTexts {
        question: Question,
        /// The reader's own number, which comes back.
        reader: usize,
    },
}

/// What is to be counted.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Question {
    /// Number of the question; an answer to another comes too late.
    pub number: u32,
    /// Position of the survey.
    pub survey: usize,
    /// The filter, as the address holds it.
    pub query: String,
    /// What all responses are to be counted by jointly beside, where that is not known yet.
    pub joint: Option<Vec<Variable>>,
}

/// From the lead to the registrar, after the page's own request to open the definitions.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Entry {
    /// Names and sizes of the files, in bytes.
    Files(Vec<(String, u64)>),
    /// A part of a file will be read; tasks are numbered in the order they come.
    Task(Task),
    /// Candidates of a task; they themselves travel beside.
    Batch { number: usize, survey: usize, first: usize },
    /// What a task came to, after all its candidates.
    Portion { number: usize, portion: Portion },
    /// There is no more: put it together.
    Finish,
}

/// From a reader, the registrar or the hasher to the lead.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// So many more bytes of a file were read.
    Progress { file: usize, bytes: usize },
    /// A large file that is encrypted is being opened.
    Opening { file: usize },
    /// Candidates of a task; they themselves travel beside.
    Batch { number: usize, survey: usize, first: usize },
    /// What a task came to.
    Done { number: usize, portion: Portion },
    /// What all files came to.
    Assembled { ledger: Ledger, removed: Vec<Removed> },
    /// The counts asked for.
    Counted { number: u32, tallies: Tallies, languages: Vec<String>, joint: Option<Joint> },
    /// The counts by groups asked for; none where the survey knows no such question or key.
    Crossed { number: u32, cross: Option<Cross>, joint: Option<Joint> },
    /// How far the gathering of texts is, 0 to 1.
    Gathering { number: u32, reader: usize, progress: f64 },
    /// Distinct texts, sorted, those after the ones given before; their keys travel beside, 32 bytes each.
    Gathered { number: u32, reader: usize, texts: Vec<GatheredText>, is_last: bool },
    /// How many wrote each of the texts given before.
    TextsCounted { number: u32, reader: usize, counts: Vec<u32>, joint: Option<Joint> },
    /// How far the SHA-256 of all files are, 0 to 1.
    Hashing { progress: f64 },
    /// SHA-256 of a file.
    Hashed { file: usize, sha256: String },
    /// The worker broke.
    Failed { reason: String },
}

/// A text: its question's place, the text, and whether something in it looks like personal data.
pub(super) type GatheredText = (usize, String, bool);

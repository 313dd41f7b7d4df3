//! What the page and the workers that write files for it say to each other: JSON texts, with files or the
//! finished file beside them.

use serde::{Deserialize, Serialize};

use super::worker_link::Word;
use crate::domain::coding::Codes;
use crate::domain::exchange::copies::Form;
use crate::domain::exchange::tables::Book;

/// Name of the worker that copies responses; it is the page's usual worker in another part.
pub const COPIER: &str = "copier";
/// Name of the worker that writes workbooks; `src/web/worker.js` gives it a binary of its own.
pub const WORKBOOK: &str = "workbook";

/// To the copier, after the request that brings the definitions: copy the responses of these files, which
/// travel beside in the order they were read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CopyOrder {
    /// The files' names, in the same order.
    pub names: Vec<String>,
    /// Secret keys that open encrypted ones.
    pub identities: Vec<String>,
    /// Id of the survey.
    pub survey: String,
    /// The filter, as the address holds it.
    pub query: String,
    /// What to write.
    pub form: Form,
    /// The auditor's codes: which texts are not to be copied.
    pub codes: Codes,
}

/// To the writer of workbooks.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BookOrder {
    /// What to write.
    pub book: Book,
    /// RFC 3339 in UTC.
    pub made_at: String,
}

/// From either to the page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Told {
    /// How far it is, 0 to 1.
    Progress(f64),
    /// The file is finished and travels beside, as a blob.
    Done {
        /// Rows written, headings apart.
        rows: u64,
    },
    /// It could not be written.
    Failed {
        /// Why.
        reason: String,
    },
}

impl Word for Told {
    fn failed(reason: String) -> Self {
        Self::Failed { reason }
    }
}

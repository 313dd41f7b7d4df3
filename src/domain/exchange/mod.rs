//! Reading and writing the contract's files.

pub mod copies;
mod fingerprint;
mod import;
mod ledger;
mod proof;
mod recheck;
mod record;
pub mod returned;
mod sealed;
mod split;
pub mod tables;
mod unpack;
mod write;

pub use fingerprint::{Digest, hexadecimal, sha256, sha256_of_text};
pub use import::{
    Assembled, Assembly, Batch, Candidate, Import, Kept, Portion, Reader, Removed, Task, sort_files,
};
pub use ledger::{Conflict, FileEntry, FileProblem, Ledger, Rejection};
pub use proof::{Proof, ProofFault, prove, prove_unchanged, response_digest};
pub use recheck::{Compared, Difference, Gap, REPORT_FORMAT, ReportFault, SavedReport, format_in};
pub use sealed::{BLOCK_BEGIN, SealedResponse, export_sealed, prove_sealed};
pub use unpack::unpacked;
pub use write::{RejectedMessage, export, rejected_file, report_file};

//! Reading and writing the contract's files.

mod ledger;

pub use ledger::{Conflict, FileEntry, FileProblem, Ledger, Rejection};

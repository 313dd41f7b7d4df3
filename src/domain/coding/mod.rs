//! Texts sorted into themes: the code book, the codes of texts and their file, and texts listed and tallied.
//!
//! A code belongs to a text, not to a response: it is kept under SHA-256 of question and text, so equal
//! texts share their codes, and what is kept or saved names no response and holds no text.

mod codes;
mod collection;
mod decided;
mod file;
mod gathered;
mod gathering;
mod key_index;
mod listing;
mod merge;
mod merging;
mod shared;
mod shortcut;
mod themes;

pub use codes::{CodedText, Codes, Coding, Shift, Theme, text_key};
pub use collection::{Collection, Counts, Distinct};
pub use decided::Decided;
pub use file::{CodesFault, FORMAT as CODES_FORMAT, codes_file, read_codes};
pub use gathered::Gathered;
pub use gathering::Gathering;
pub use listing::{ListedText, Listing, QuestionTexts, Selection, Wanted};
pub use merge::Merged;
pub use merging::Merging;
pub use shared::CodesCopy;
pub use shortcut::{place_of, shortcut};
pub use themes::{as_question, tally_themes};

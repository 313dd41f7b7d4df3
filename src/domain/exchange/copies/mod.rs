//! Copies of the responses that were counted: those of one survey that pass a filter, each once.
//!
//! The columns keep neither ids nor times, so the files are read again; a [`Copier`] takes what a reader
//! finds in them and writes it as lines of JSON or of a table.

mod columns;
mod copier;
mod removal;

pub use columns::{Column, columns, headings};
pub use copier::{Copier, Form};

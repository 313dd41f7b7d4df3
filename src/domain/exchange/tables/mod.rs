//! Tables for other programs: what a spreadsheet or a statistics package is given of a report.
//!
//! Made here as plain cells, written as CSV or XLSX by the files beside. Words come from outside.

mod book;
mod code_book;
mod columns;
mod cover;
mod csv;
mod inert;
mod ledger;
mod long;
mod questions;
mod sheet;
mod themes;
mod wave_sheets;
mod waves;
mod wording;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use book::{Compared, Shown, book, shown_comparisons, shown_figures, shown_rows};
pub use code_book::code_book;
pub use csv::{Separator, csv, line};
pub use inert::inert;
pub use long::{comparison_table, report_table};
pub use sheet::{Book, Cell, Sheet, TableError, Written};
pub use waves::{Waves, shown_waves, wave_table};
pub use wording::{Word, Wording};
#[cfg(feature = "xlsx")]
pub use xlsx::xlsx;

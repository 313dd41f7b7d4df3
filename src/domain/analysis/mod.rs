//! Counting: columns of answers, filters over them, tallies, statistics and the report.

mod bitmap;
mod build;
mod certainty;
mod coded;
mod column;
mod cross;
mod dataset;
mod dictionary;
mod filter;
mod indicator;
mod layout;
mod memory;
mod query;
mod report;
mod select;
mod slot;
pub mod statistics;
mod tally;
mod target;
mod texts;
mod visibility;

pub use bitmap::Bitmap;
pub use build::{ReportHeader, report};
pub use certainty::{CAUTION_BELOW, Cell, Certainty, Figures, LEVEL, Method, Outcome, Test};
pub use coded::Coded;
pub use column::Column;
pub use cross::{Cross, Group};
pub use dataset::Dataset;
pub use filter::{Filter, FilterFault};
pub use layout::{Layout, Place};
pub use memory::Memory;
pub use report::{Indicator, QuestionReport, Report, RowReport, Source, Tally};
pub use slot::Slot;
pub use tally::{Counts, Tallies};
pub use texts::Texts;

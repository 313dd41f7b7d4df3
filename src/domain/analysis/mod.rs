//! Counting: columns of answers, filters over them, tallies, statistics and the report.

mod report;

pub use report::{Indicator, QuestionReport, Report, RowReport, Source, Tally};

//! Counting: columns of answers, filters over them, tallies, statistics and the report.

mod bitmap;
mod build;
mod certainty;
mod coded;
mod column;
mod cross;
mod dataset;
mod dictionary;
mod disclosure;
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
mod wave;

pub use bitmap::Bitmap;
pub use build::{ReportHeader, group_reports, report};
pub use certainty::{CAUTION_BELOW, Cell, Certainty, Figures, LEVEL, Method, Outcome, Test};
pub use coded::Coded;
pub use column::Column;
pub use cross::{Cross, Group, GroupOrder};
pub use dataset::Dataset;
pub use disclosure::{Conditions, Joint, Protection, Variable};
pub use filter::{Filter, FilterFault};
pub use indicator::{best_grades, indicator_target};
pub use layout::{Layout, Place};
pub use memory::Memory;
pub use report::{
    Indicator, IndicatorFigure, QuestionReport, Report, RowReport, Source, Tally, ThemeTally, ThemesReport,
};
pub use slot::Slot;
pub use tally::{Counts, Tallies};
pub use target::is_key_of;
pub use texts::Texts;
pub use wave::{Abreast, Apart, Counterpart, Side, Standing, WaveQuestion, abreast, apart, waves};

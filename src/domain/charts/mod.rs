//! Reports as pictures: options for `ECharts`, one file per kind of picture.
//!
//! Owns what is drawn and how high it is. Everything is data: labels are finished texts, so nothing has
//! to be computed in the page. The sentence above a picture belongs to `finding` and the page, the
//! drawing to the page's bundle (bar, scatter, grid, legend, aria).

mod bars;
mod colour;
mod figures;
mod halves;
mod indicators;
mod legend;
mod marks;
mod measure;
mod number;
mod patch;
mod picture;
mod scale;
mod sheet;
mod standalone;
mod style;
mod whisker;

pub use figures::as_drawn;
pub use indicators::{indicators_picture, published_indicators_picture};
pub use picture::{Picture, group_picture, picture, published_picture};
pub use standalone::{Frame, Measure, Standalone, standalone};
pub use style::{ChartLabels, NumberFormat, Palette, Style, View};

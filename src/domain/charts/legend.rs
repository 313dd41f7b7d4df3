//! The legend above a picture: plain swatches and words, broken into lines by ourselves.

use charming::component::{Legend as Line, LegendItem};
use charming::element::{Icon, TextStyle};

use super::{Style, measure};

/// Size of its words, pixels.
const SIZE: f64 = 13.0;
const LINE: u32 = 22;
/// Room above the swatches, which are lower than the words.
const TOP: u32 = 4;
/// Room between the legend and what it explains.
const BELOW: u32 = 11;
const GAP: f64 = 18.0;
const SWATCH: f64 = 12.0;
/// Between a swatch and its word: fixed by `ECharts`.
const SWATCH_GAP: f64 = 5.0;

/// Swatch of a bar.
pub(super) const BAR_SWATCH: &str = "rect";
// The lines without area at their edges give these shapes the size of a whole swatch.
/// Swatch of a thin bar.
pub(super) const THIN_SWATCH: &str = "path://M0 0H12L0 0ZM0 4H12V8H0ZM0 12H12L0 12Z";
/// Swatch of a tick.
pub(super) const TICK_SWATCH: &str = "path://M0 0V12L0 0ZM4.5 0H7.5V12H4.5ZM12 0V12L12 0Z";

/// Series to be named, in order.
#[derive(Default)]
pub(super) struct Legend(Vec<LegendItem>);

impl Legend {
    /// Adds a series by its name, once.
    pub(super) fn add(&mut self, name: &str, swatch: &'static str) {
        if !self.0.iter().any(|item| item.name == name) {
            self.0.push(LegendItem { name: name.to_owned(), icon: Some(Icon::from(swatch)) });
        }
    }

    /// One legend for each line: `ECharts` would break them where we cannot know.
    pub(super) fn lines(&self, style: &Style) -> Vec<Line> {
        let mut lines: Vec<Vec<LegendItem>> = Vec::new();
        let mut room = 0.0;
        for item in &self.0 {
            let width = SWATCH + SWATCH_GAP + measure::width(&item.name, SIZE);
            if lines.is_empty() || width > room {
                lines.push(Vec::new());
                room = f64::from(style.width);
            }
            room -= width + GAP;
            lines.last_mut().into_iter().for_each(|line| line.push(item.clone()));
        }
        lines.into_iter().zip(0_u32..).map(|(items, line)| one(items, line, style)).collect()
    }
}

/// Height of so many lines and the room below them, pixels.
pub(super) fn height(lines: usize) -> u32 {
    match u32::try_from(lines) {
        Ok(0) | Err(_) => 0,
        Ok(lines) => lines * LINE + BELOW,
    }
}

fn one(items: Vec<LegendItem>, line: u32, style: &Style) -> Line {
    Line::new()
        .left(0)
        .top(f64::from(line * LINE + TOP))
        .padding(0)
        .item_gap(GAP)
        .item_width(SWATCH)
        .item_height(SWATCH)
        .text_style(TextStyle::new().font_size(SIZE).color(style.palette.muted.as_str()))
        .data(items)
}

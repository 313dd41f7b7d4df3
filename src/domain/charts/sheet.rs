//! The sheet a picture is set on: slots of equal height, as on ruled paper.
//!
//! A label takes as many lines as it needs at the picture's width, its bar stands below. So the height of
//! a picture is known before it is drawn, and nothing can overlap.

use charming::Chart;
use charming::component::{Aria, Axis, Grid, LegendConfig};
use charming::element::{AxisType, LabelPosition};
use charming::series::Series;
use serde_json::json;

use super::legend::{self, Legend};
use super::marks::{self, Mark};
use super::measure;
use super::patch::Patch;
use super::{Picture, Style, whisker};

/// Height of a slot, pixels: the ruling of the sheet.
const SLOT: u32 = 5;
/// A line of a label, slots; its text stands in the middle one.
const LABEL_LINE: usize = 4;
/// From the top of a bar's line to its middle, slots.
const BAR_MIDDLE: usize = 2;
/// A bar's line, slots.
const BAR_LINE: usize = 5;
/// Space between two rows, slots.
const ROW_GAP: usize = 4;
/// Size of labels, pixels.
pub(super) const LABEL_SIZE: f64 = 14.0;
/// Size of values, pixels.
pub(super) const VALUE_SIZE: f64 = 13.0;
/// The lines of one row.
pub(super) struct Row {
    /// The slot of the label's last line.
    pub(super) label: usize,
    /// The slot of the bar.
    pub(super) bar: usize,
    /// The slot beneath it.
    pub(super) beneath: usize,
}

/// A picture in the making.
pub(super) struct Sheet<'a> {
    style: &'a Style,
    slots: usize,
    labels: Vec<Mark>,
    legend: Legend,
    series: Vec<Series>,
    words: Vec<String>,
    /// The value at the right edge of the bars.
    pub(super) end: f64,
    /// Room to the right of the bars, pixels.
    pub(super) margin: u32,
    /// Whether thin bars stand beneath the bars.
    pub(super) has_beneath: bool,
    /// Whiskers over the bars: both ends and the slot of each.
    whiskers: Vec<([f64; 2], usize)>,
}

impl<'a> Sheet<'a> {
    /// An empty sheet.
    pub(super) fn new(style: &'a Style) -> Self {
        Self {
            style,
            slots: 0,
            labels: Vec::new(),
            legend: Legend::default(),
            series: Vec::new(),
            words: Vec::new(),
            end: 100.0,
            margin: 0,
            has_beneath: false,
            whiskers: Vec::new(),
        }
    }

    /// Width of the bars' area, pixels.
    pub(super) fn width(&self) -> f64 {
        f64::from(self.style.width.saturating_sub(self.margin).max(1))
    }

    /// Sets a label on lines of its own, with room for a bar below.
    pub(super) fn row(&mut self, label: &str) -> Row {
        if self.slots > 0 {
            self.slots += ROW_GAP;
        }
        let lines = measure::wrap(label, LABEL_SIZE, f64::from(self.style.width));
        let first = self.slots;
        // Also a row without a label of its own has the line of one.
        self.slots += LABEL_LINE * lines.len().max(1);
        let slots = (first + LABEL_LINE / 2..).step_by(LABEL_LINE);
        self.labels.extend(lines.into_iter().zip(slots).map(|(text, slot)| Mark { value: 0.0, slot, text }));
        let top = self.slots;
        self.slots += BAR_LINE + usize::from(self.has_beneath);
        Row { label: top - LABEL_LINE / 2, bar: top + BAR_MIDDLE, beneath: top + BAR_LINE }
    }

    /// Adds an entry to the legend: a series by its name, and the shape of its swatch.
    pub(super) fn key(&mut self, name: &str, swatch: &'static str) {
        self.legend.add(name, swatch);
    }

    /// Adds marks.
    pub(super) fn draw(&mut self, series: impl Into<Series>) {
        self.series.push(series.into());
    }

    /// Adds a whisker from one value to another over a bar.
    pub(super) fn whisker(&mut self, ends: [f64; 2], slot: usize) {
        self.whiskers.push((ends, slot));
    }

    /// Draws the whiskers, over all that was drawn before, and names them in the legend.
    pub(super) fn draw_whiskers(&mut self, name: &str) -> Vec<Patch> {
        if self.whiskers.is_empty() {
            return Vec::new();
        }
        self.key(name, whisker::SWATCH);
        let (series, patches) = whisker::series(name, &self.whiskers, self.style);
        self.series.extend(series);
        patches
    }

    /// Adds words to the description.
    pub(super) fn say(&mut self, words: String) {
        self.words.push(words);
    }

    /// The finished picture; `None` where nothing was drawn.
    pub(super) fn finish(self, title: &str, patches: Vec<Patch>) -> Option<Picture> {
        if self.series.is_empty() {
            return None;
        }
        let legends = self.legend.lines(self.style);
        let top = legend::height(legends.len());
        let body = u32::try_from(self.slots).ok()? * SLOT;
        // A little below the last bar for what is higher than its line.
        let height = top + body + SLOT;
        let stop = if title.ends_with(['.', '?', '!', ':']) { "" } else { "." };
        let description = format!("{title}{stop} {}", self.words.join("; "));
        let mut chart = Chart::new()
            .animation(false)
            .aria(Aria::new().enabled(true))
            .grid(
                Grid::new().left(0).right(f64::from(self.margin)).top(f64::from(top)).height(f64::from(body)),
            )
            .x_axis(Axis::new().type_(AxisType::Value).min(0).max(self.end).show(false))
            .y_axis(self.ruling())
            // Bars of one axis share its width, so thin ones need their own.
            .y_axis(self.ruling())
            .y_axis(self.ruling())
            .series(marks::names(&self.style.palette.text, LabelPosition::Right, &self.labels));
        if !legends.is_empty() {
            chart = chart.legend(LegendConfig::Multiple(legends));
        }
        for series in self.series {
            chart = chart.series(series);
        }
        let mut option = serde_json::to_value(&chart).ok()?;
        Patch::root("textStyle", json!({ "fontFamily": self.style.font, "color": self.style.palette.text }))
            .apply(&mut option);
        Patch::root("aria", json!({ "enabled": true, "label": { "description": description } }))
            .apply(&mut option);
        for patch in super::patch::everywhere().into_iter().chain(patches) {
            patch.apply(&mut option);
        }
        Some(Picture { option: option.to_string(), width: self.style.width, height, description })
    }

    /// The slots, as categories without names.
    fn ruling(&self) -> Axis {
        Axis::new().type_(AxisType::Category).inverse(true).show(false).data(vec![String::new(); self.slots])
    }
}

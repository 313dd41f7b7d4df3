//! Horizontal bars, one for each choice, with the published share as a tick across.

use charming::element::LabelPosition;
use serde_json::json;

use super::legend::TICK_SWATCH;
use super::marks::{self, Mark};
use super::measure;
use super::number::Share;
use super::patch::Patch;
use super::sheet::{Sheet, VALUE_SIZE};
use super::{Picture, Style};

const THICKNESS: u32 = 16;
const TICK_SIZE: [u32; 2] = [3, 24];
/// Between a bar and its value, pixels.
const VALUE_GAP: f64 = 8.0;
const HALO: &str = "halo";
const HALO_SIZE: [u32; 2] = [7, 24];
/// Room for a value right of a full bar.
const MARGIN: u32 = 62;

/// A choice to be drawn.
pub(super) struct Entry {
    pub(super) label: String,
    pub(super) share: Share,
    pub(super) published: Option<Share>,
}

/// The picture of choices in the order given.
pub(super) fn bars(title: &str, entries: &[Entry], style: &Style) -> Option<Picture> {
    if entries.is_empty() {
        return None;
    }
    let mut sheet = Sheet::new(style);
    sheet.margin = MARGIN;
    let (mut bars, mut ticks, mut values) = (Vec::new(), Vec::new(), Vec::new());
    for entry in entries {
        let row = sheet.row(&entry.label);
        let mark = |value: f64, text: &str| Mark { value, slot: row.bar, text: text.to_owned() };
        bars.push(mark(entry.share.percent, ""));
        let published = entry.published.as_ref();
        ticks.extend(published.map(|share| mark(share.percent, "")));
        let interval = entry.share.interval.filter(|_| style.intervals);
        if let Some(ends) = interval {
            sheet.whisker(ends, row.bar);
        }
        let reach = interval.map_or(entry.share.percent, |[_, high]| high);
        let end = value_end(&sheet, reach, &entry.share.text, published);
        values.push(mark(end, &entry.share.text));
        sheet.say(words(entry, style));
    }
    let palette = &style.palette;
    sheet.draw(marks::bars("", &palette.accent, THICKNESS, &bars));
    let mut patches = Vec::new();
    if !ticks.is_empty() {
        let name = style.labels.published.as_str();
        sheet.key(name, TICK_SWATCH);
        // A wider tick of the surface keeps it apart from the bar.
        sheet.draw(marks::ticks(HALO, &palette.surface, &ticks));
        sheet.draw(marks::ticks(name, &palette.baseline, &ticks));
        patches.push(Patch::series(HALO, "symbolSize", json!(HALO_SIZE)));
        patches.push(Patch::series(name, "symbolSize", json!(TICK_SIZE)));
    }
    patches.extend(sheet.draw_whiskers(&style.labels.interval));
    sheet.draw(marks::values(&palette.text, LabelPosition::Right, VALUE_GAP, &values));
    sheet.finish(title, patches)
}

/// Where the value stands: at the end of bar and whisker, or past a tick that would go through it.
fn value_end(sheet: &Sheet<'_>, end: f64, text: &str, published: Option<&Share>) -> f64 {
    let pixels = sheet.width() / sheet.end;
    let reach = measure::width(text, VALUE_SIZE) + 3.0 * VALUE_GAP;
    let is_crossed = |tick: &&Share| {
        let distance = (tick.percent - end) * pixels;
        (0.0..=reach).contains(&distance)
    };
    published.filter(is_crossed).map_or(end, |tick| tick.percent)
}

fn words(entry: &Entry, style: &Style) -> String {
    let published = entry
        .published
        .as_ref()
        .map(|share| format!(" ({}: {})", style.labels.published, share.text))
        .unwrap_or_default();
    let interval = interval_words(&entry.share, style);
    format!("{}: {}{interval}{published}", entry.label, entry.share.text)
}

/// The interval of a share where it is drawn: ` (95 % ticamības intervāls 41,3–47,9 %)`.
pub(super) fn interval_words(share: &Share, style: &Style) -> String {
    let ends = share.interval.filter(|_| style.intervals);
    ends.map(|ends| format!(" ({} {})", style.labels.interval, style.format.range(ends))).unwrap_or_default()
}

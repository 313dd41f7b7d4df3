//! Whiskers: thin lines with ends over the bars, from one end of an interval to the other.

use charming::series::Series;
use serde_json::json;

use super::Style;
use super::marks::{self, Mark};
use super::patch::Patch;

/// The line itself, with a pixel of the surface to both sides that keeps it apart from its bar.
const THICKNESS: u32 = 4;
const CAPS: &str = "caps";
const CAP_SIZE: [u32; 2] = [2, 10];
const HALO: &str = "caps halo";
const HALO_SIZE: [u32; 2] = [4, 12];
/// Bars of one axis share its width, so whiskers need their own.
const AXIS: f64 = 2.0;
/// Swatch in the legend. The lines without area at its edges give it the size of a whole swatch.
pub(super) const SWATCH: &str = "path://M0 0H12L0 0ZM0 5H12V7H0ZM0 2H2V10H0ZM10 2H12V10H10ZM0 12H12L0 12Z";

/// The series of whiskers, each with its ends and its slot, and what is still to be set in them.
pub(super) fn series(name: &str, whiskers: &[([f64; 2], usize)], style: &Style) -> (Vec<Series>, Vec<Patch>) {
    let palette = &style.palette;
    let mark = |value: f64, slot: usize| Mark { value, slot, text: String::new() };
    let before: Vec<Mark> = whiskers.iter().map(|([low, _], slot)| mark(*low, *slot)).collect();
    let lines: Vec<Mark> = whiskers.iter().map(|([low, high], slot)| mark(high - low, *slot)).collect();
    let caps: Vec<Mark> = whiskers.iter().flat_map(|(ends, slot)| ends.map(|end| mark(end, *slot))).collect();
    let room = marks::spacers(name, std::slice::from_ref(&palette.text), THICKNESS, name, &before)
        .y_axis_index(AXIS);
    let bars = marks::bars("", &palette.text, THICKNESS, &lines).y_axis_index(AXIS);
    let bars = marks::segments(bars, name, &palette.text, &palette.surface, &palette.text);
    let series = vec![
        Series::from(room),
        marks::ticks(HALO, &palette.surface, &caps).into(),
        bars.into(),
        marks::ticks(CAPS, &palette.text, &caps).into(),
    ];
    let patches = vec![
        Patch::series(HALO, "symbolSize", json!(HALO_SIZE)),
        Patch::series(CAPS, "symbolSize", json!(CAP_SIZE)),
    ];
    (series, patches)
}

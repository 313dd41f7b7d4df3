//! A question of two choices: one bar from edge to edge, each choice named at its own end.

use charming::element::LabelPosition;

use super::bars::{Entry, interval_words};
use super::legend::THIN_SWATCH;
use super::marks::{self, Mark};
use super::measure;
use super::sheet::{LABEL_SIZE, Sheet};
use super::{Picture, Style};

const THICKNESS: u32 = 18;
const THIN: u32 = 6;

/// The picture of two choices; `None` where their names do not fit side by side.
pub(super) fn halves(title: &str, left: &Entry, right: &Entry, style: &Style) -> Option<Picture> {
    let ends = [end_label(left), end_label(right)];
    let needed: f64 = ends.iter().map(|label| measure::width(label, LABEL_SIZE)).sum();
    if needed + 2.0 * LABEL_SIZE > f64::from(style.width) {
        return None;
    }
    let mut sheet = Sheet::new(style);
    let published = [left, right].map(|entry| entry.published.as_ref());
    sheet.has_beneath = published.iter().any(Option::is_some);
    let row = sheet.row(&ends[0]);
    let palette = &style.palette;
    let colours = [palette.accent.as_str(), palette.neutral.as_str()];
    let mark = |value: f64, slot: usize| [Mark { value, slot, text: String::new() }];
    for (entry, colour) in [left, right].into_iter().zip(colours) {
        let bars = marks::bars("", colour, THICKNESS, &mark(entry.share.percent, row.bar));
        sheet.draw(marks::segments(bars, "counted", colour, &palette.surface, &palette.text));
        sheet.say(format!("{}{}", end_label(entry), interval_words(&entry.share, style)));
    }
    if sheet.has_beneath {
        let name = &style.labels.published;
        sheet.key(name, THIN_SWATCH);
        // A choice without a published share is the rest of the other's.
        let known: f64 = published.iter().flatten().map(|share| share.percent).sum();
        let room = mark(if published[0].is_none() { 100.0 - known } else { 0.0 }, row.beneath);
        sheet.draw(
            marks::spacers(name, &colours.map(str::to_owned), THIN, "published", &room).y_axis_index(1),
        );
        for (share, colour) in published.into_iter().zip(colours) {
            let Some(share) = share else { continue };
            let bars = marks::bars("", colour, THIN, &mark(share.percent, row.beneath)).y_axis_index(1);
            sheet.draw(marks::segments(bars, "published", colour, &palette.surface, &palette.text));
            sheet.say(format!("{name}: {}", share.text));
        }
    }
    // Where the two meet; the other's interval is the same from the other end.
    if let Some(ends) = left.share.interval.filter(|_| style.intervals) {
        sheet.whisker(ends, row.bar);
    }
    let patches = sheet.draw_whiskers(&style.labels.interval);
    let end = Mark { value: 100.0, slot: row.label, text: ends[1].clone() };
    sheet.draw(marks::names(&palette.text, LabelPosition::Left, &[end]));
    sheet.finish(title, patches)
}

/// Its name and share; only the name where the share is not known, nothing where it has no part at all.
fn end_label(entry: &Entry) -> String {
    match (entry.share.text.is_empty(), entry.share.percent > 0.0) {
        (true, false) => String::new(),
        (true, true) => entry.label.clone(),
        (false, _) => format!("{} {}", entry.label, entry.share.text),
    }
}

//! A stack of grades on each statement's line.

use super::{Part, Scale};
use crate::domain::charts::legend::{BAR_SWATCH, THIN_SWATCH};
use crate::domain::charts::marks::{self, Mark};
use crate::domain::charts::sheet::{Sheet, VALUE_SIZE};
use crate::domain::charts::{Style, View, colour, measure};

/// Least room around a value in its segment, pixels.
const AROUND: f64 = 8.0;

/// A stack of segments on each statement's line.
pub(super) struct Stack<'a> {
    /// Its name in the legend, where its columns have none of their own there.
    pub(super) name: Option<&'a str>,
    /// Whether the legend explains its colours; where two stacks have the same, once.
    pub(super) has_keys: bool,
    /// Index of its axis.
    pub(super) axis: u32,
    pub(super) thickness: u32,
    /// The parts of each statement.
    pub(super) rows: Vec<&'a [Part]>,
    /// The slot of each statement.
    pub(super) slots: Vec<usize>,
}

impl Scale {
    /// Draws a stack, its grades from left to right.
    pub(super) fn draw(
        &self,
        sheet: &mut Sheet<'_>,
        stack: &Stack<'_>,
        view: View,
        centre: f64,
        style: &Style,
    ) {
        let palette = &style.palette;
        let id = stack.name.unwrap_or("counted");
        let axis = f64::from(stack.axis);
        let pixels = sheet.width() / sheet.end;
        let places = || stack.rows.iter().zip(&stack.slots);
        let space = |(parts, slot): (&&[Part], &usize)| Mark {
            value: centre - self.left(parts, view),
            slot: *slot,
            text: String::new(),
        };
        let spaces: Vec<Mark> = places().map(space).collect();
        let name = stack.name.unwrap_or_default();
        // As the segments stand on the page.
        let mut tones = colour::scale(self.columns.len(), palette);
        if view == View::Diverging {
            tones.reverse();
        }
        let room = marks::spacers(name, &tones, stack.thickness, id, &spaces);
        sheet.draw(room.y_axis_index(axis));
        if stack.name.is_some() {
            sheet.key(name, THIN_SWATCH);
        }
        for span in spans(&stack.rows, view) {
            let segments: Vec<Mark> = places()
                .map(|(parts, slot)| {
                    let share = parts.iter().find(|part| part.span == span).map(|part| &part.share);
                    let value = share.map_or(0.0, |share| share.percent);
                    let text = share.map(|share| share.text.clone()).unwrap_or_default();
                    let fits = measure::width(&text, VALUE_SIZE) + AROUND <= value * pixels;
                    let text = if fits && stack.name.is_none() { text } else { String::new() };
                    Mark { value, slot: *slot, text }
                })
                .collect();
            let tone = self.tone(span, style);
            let name = if stack.has_keys { self.name(span) } else { String::new() };
            if stack.has_keys {
                sheet.key(&name, BAR_SWATCH);
            }
            let bars = marks::bars(&name, &tone, stack.thickness, &segments).y_axis_index(axis);
            sheet.draw(marks::segments(bars, id, &tone, &palette.surface, colour::label_on(&tone)));
        }
    }

    fn tone(&self, (first, last): (usize, usize), style: &Style) -> String {
        let tones = colour::scale(self.columns.len(), &style.palette);
        // Several worse grades together look like the least bad of them.
        let index = if first == last { first } else { first.max(self.columns.len().div_ceil(2)).min(last) };
        tones.get(index).unwrap_or(&style.palette.accent).clone()
    }
}

/// The spans that occur, in the order they are drawn from left to right.
fn spans(rows: &[&[Part]], view: View) -> Vec<(usize, usize)> {
    let mut spans: Vec<_> = rows.iter().flat_map(|parts| parts.iter()).map(|part| part.span).collect();
    spans.sort_unstable();
    spans.dedup();
    if view == View::Diverging {
        spans.reverse();
    }
    spans
}

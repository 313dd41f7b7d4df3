//! The marks pictures are made of: bars, ticks and values.

use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{Color, ColorStop, ItemStyle, Label, LabelPosition, Symbol};
use charming::series::{Bar, Scatter};

use super::sheet::VALUE_SIZE;

/// One mark: where it ends, on which slot, and the text it carries.
pub(super) struct Mark {
    /// The value at its end, or its length in a stack.
    pub(super) value: f64,
    /// Its slot on the sheet.
    pub(super) slot: usize,
    /// Its label; may be empty.
    pub(super) text: String,
}

#[allow(clippy::cast_precision_loss)]
fn place(value: f64, slot: usize) -> CompositeValue {
    CompositeValue::from(vec![CompositeValue::from(value), CompositeValue::from(slot as f64)])
}

fn points(marks: &[Mark]) -> Vec<DataPointItem> {
    marks
        .iter()
        .map(|mark| DataPointItem::new(place(mark.value, mark.slot)).name(mark.text.as_str()))
        .collect()
}

/// Bars without labels.
pub(super) fn bars(name: &str, colour: &str, thickness: u32, marks: &[Mark]) -> Bar {
    Bar::new()
        .name(name)
        .bar_width(f64::from(thickness))
        .item_style(ItemStyle::new().color(colour))
        .data(points(marks))
}

/// Segments of stacked bars, each with its label in the middle, fine lines of `surface` between them.
pub(super) fn segments(bars: Bar, stack: &str, colour: &str, surface: &str, label: &str) -> Bar {
    bars.stack(stack)
        .item_style(ItemStyle::new().color(colour).border_color(surface).border_width(1))
        .label(value_label(label).position(LabelPosition::Inside))
}

/// Room before the first segment of a stack: nothing is seen of it, but the stack's colours in the legend.
pub(super) fn spacers(name: &str, colours: &[String], thickness: u32, stack: &str, marks: &[Mark]) -> Bar {
    let unseen = marks.iter().map(|mark| {
        DataPointItem::new(place(mark.value, mark.slot))
            .name("")
            .item_style(ItemStyle::new().color("transparent"))
    });
    let swatch = ItemStyle::new().color(side_by_side(colours));
    bars(name, "", thickness, &[]).item_style(swatch).stack(stack).data(unseen.collect::<Vec<_>>())
}

/// Colours from left to right, with no transition between them.
#[allow(clippy::cast_precision_loss)]
fn side_by_side(colours: &[String]) -> Color {
    if let [only] = colours {
        return Color::Value(only.clone());
    }
    let end = |index: usize| index as f64 / colours.len() as f64;
    let stops = colours.iter().enumerate().flat_map(|(index, colour)| {
        [index, index + 1].map(|edge| ColorStop::new(end(edge), colour.as_str()))
    });
    Color::LinearGradient { x: 0.0, y: 0.0, x2: 1.0, y2: 0.0, color_stops: stops.collect() }
}

/// Values: texts with nothing drawn, beside a point.
pub(super) fn values(colour: &str, position: LabelPosition, distance: f64, marks: &[Mark]) -> Scatter {
    Scatter::new()
        .symbol_size(1)
        .item_style(ItemStyle::new().color("transparent").opacity(1))
        .label(value_label(colour).position(position).distance(distance))
        .data(points(marks))
}

/// Ticks across a slot; their size has to be patched. Without borders: `ECharts` would stretch them.
pub(super) fn ticks(name: &str, colour: &str, marks: &[Mark]) -> Scatter {
    Scatter::new()
        .name(name)
        .symbol(Symbol::Rect)
        .item_style(ItemStyle::new().color(colour).opacity(1))
        .data(points(marks))
}

fn value_label(colour: &str) -> Label {
    Label::new().show(true).formatter("{b}").color(colour).font_size(VALUE_SIZE).font_weight("600")
}

/// Names: as values, but in the type of labels.
pub(super) fn names(colour: &str, position: LabelPosition, marks: &[Mark]) -> Scatter {
    values(colour, position, 0.0, marks).label(
        Label::new()
            .show(true)
            .formatter("{b}")
            .color(colour)
            .font_size(super::sheet::LABEL_SIZE)
            .position(position)
            .distance(0),
    )
}

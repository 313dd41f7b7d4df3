//! A matrix: stacked bars of grades, one for each statement, the published grades as a thin bar beneath.

mod stack;
mod words;

use serde_json::json;

use super::marks::{self, Mark};
use super::number::Share;
use super::patch::Patch;
use super::sheet::{Row, Sheet};
use super::{Picture, Style, View};
use stack::Stack;

const THICKNESS: u32 = 18;
const THIN: u32 = 6;
/// Size of the mark of the common line, pixels.
const CENTRE_TICK: [u32; 2] = [1, 22];

/// The scale of a matrix and its statements.
pub(super) struct Scale {
    /// Names of the columns, best first.
    pub(super) columns: Vec<String>,
    pub(super) statements: Vec<Statement>,
}

/// One statement's grades.
pub(super) struct Statement {
    pub(super) label: String,
    pub(super) parts: Vec<Part>,
    /// The share of the better half of the grades; none of published ones.
    pub(super) better: Option<Share>,
    /// The published ones beside.
    pub(super) published: Vec<Part>,
}

/// A share of one column, or of several neighbours together.
pub(super) struct Part {
    /// First and last column.
    pub(super) span: (usize, usize),
    pub(super) share: Share,
}

/// Name of the series that marks the common line.
const CENTRE: &str = "centre";
/// Room for the line that a whisker ends in, per cent.
const CAP: f64 = 0.6;

impl Scale {
    /// The picture; `None` where no statement has grades.
    pub(super) fn picture(&self, title: &str, view: View, style: &Style) -> Option<Picture> {
        self.picture_within(self.extent(view, style), title, view, style)
    }

    /// What lies left and right of the common line, at most.
    pub(super) fn extent(&self, view: View, style: &Style) -> (f64, f64) {
        let all = || self.statements.iter().flat_map(|it| [&it.parts, &it.published]);
        let left = all().map(|parts| self.left(parts, view)).fold(0.0, f64::max);
        let right = all().map(|parts| total(parts) - self.left(parts, view)).fold(0.0, f64::max);
        let whiskers = self.statements.iter().filter_map(|it| self.whisker(it, 0.0, view, style));
        (left, whiskers.map(|[_, high]| high + CAP).fold(right, f64::max))
    }

    /// The picture with so much room left and right of the common line.
    pub(super) fn picture_within(
        &self,
        (centre, right): (f64, f64),
        title: &str,
        view: View,
        style: &Style,
    ) -> Option<Picture> {
        let counted: Vec<&[Part]> = self.statements.iter().map(|row| row.parts.as_slice()).collect();
        let published: Vec<&[Part]> = self.statements.iter().map(|row| row.published.as_slice()).collect();
        let mut sheet = Sheet::new(style);
        sheet.has_beneath = published.iter().any(|parts| !parts.is_empty());
        let rows: Vec<Row> = self.statements.iter().map(|row| sheet.row(&row.label)).collect();
        let slots = |slot: fn(&Row) -> usize| rows.iter().map(slot).collect::<Vec<usize>>();
        sheet.end = centre + right;
        if sheet.end <= 0.0 {
            return None;
        }
        let mut patches = Vec::new();
        // Beneath the bars, which have 2.
        if view == View::Diverging {
            let mark = |row: &Row| Mark { value: centre, slot: row.bar, text: String::new() };
            let marks: Vec<Mark> = rows.iter().map(mark).collect();
            sheet.draw(marks::ticks(CENTRE, &style.palette.muted, &marks));
            patches.push(Patch::series(CENTRE, "symbolSize", json!(CENTRE_TICK)));
            patches.push(Patch::series(CENTRE, "z", json!(1)));
        }
        // Where nobody was counted, only the published ones explain the colours.
        let has_keys = counted.iter().any(|parts| !parts.is_empty());
        let stack = Stack {
            name: None,
            has_keys,
            axis: 0,
            thickness: THICKNESS,
            rows: counted,
            slots: slots(|row| row.bar),
        };
        self.draw(&mut sheet, &stack, view, centre, style);
        if sheet.has_beneath {
            let name = Some(style.labels.published.as_str());
            let slots = slots(|row| row.beneath);
            let stack = Stack { name, has_keys: !has_keys, axis: 1, thickness: THIN, rows: published, slots };
            self.draw(&mut sheet, &stack, view, centre, style);
        }
        for (statement, row) in self.statements.iter().zip(&rows) {
            if let Some(ends) = self.whisker(statement, centre, view, style) {
                sheet.whisker(ends, row.bar);
            }
        }
        patches.extend(sheet.draw_whiskers(&self.whisker_name(style)));
        for statement in &self.statements {
            sheet.say(self.words(statement, style));
        }
        sheet.finish(title, patches)
    }

    /// Where the interval of the better half begins and ends, where intervals are drawn: around the end of its
    /// segments.
    fn whisker(&self, statement: &Statement, centre: f64, view: View, style: &Style) -> Option<[f64; 2]> {
        let better = statement.better.as_ref().filter(|_| style.intervals)?;
        let parts = &statement.parts;
        let before = match view {
            View::Full => 0.0,
            View::Diverging => centre - self.left(parts, view) + total(parts) - better.percent,
        };
        Some(better.interval?.map(|end| before + end))
    }

    /// What lies left of the common line: the worse grades and half of the middle one.
    fn left(&self, parts: &[Part], view: View) -> f64 {
        if view == View::Full {
            return 0.0;
        }
        let side = self.columns.len() / 2;
        let weight = |part: &Part| match part.span {
            (_, last) if last < side => 0.0,
            (first, last) if first == last && self.columns.len() % 2 == 1 && first == side => 0.5,
            _ => 1.0,
        };
        parts.iter().map(|part| part.share.percent * weight(part)).sum()
    }
}

fn total(parts: &[Part]) -> f64 {
    parts.iter().map(|part| part.share.percent).sum()
}

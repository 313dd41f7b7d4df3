//! What a matrix's picture says, for whoever does not see it, and the names in its legend.

use super::{Part, Scale, Statement};
use crate::domain::charts::Style;

impl Scale {
    /// `95 % ticamības intervāls: Ļoti labi, Labi`
    pub(super) fn whisker_name(&self, style: &Style) -> String {
        let better = self.columns.get(..self.columns.len() / 2).unwrap_or_default();
        format!("{}: {}", style.labels.interval, better.join(", "))
    }

    /// The columns of a span.
    pub(super) fn name(&self, (first, last): (usize, usize)) -> String {
        self.columns.get(first..=last).unwrap_or_default().join(", ")
    }

    /// A statement with its grades.
    pub(super) fn words(&self, statement: &Statement, style: &Style) -> String {
        let list = |parts: &[Part]| {
            let words = parts.iter().map(|part| format!("{} {}", self.name(part.span), part.share.text));
            words.collect::<Vec<_>>().join(", ")
        };
        let ends = statement.better.as_ref().and_then(|better| better.interval).filter(|_| style.intervals);
        let interval =
            ends.map(|ends| format!(" ({}: {})", self.whisker_name(style), style.format.range(ends)));
        let counted = format!("{}{}", list(&statement.parts), interval.unwrap_or_default());
        if statement.published.is_empty() {
            return format!("{}: {counted}", statement.label);
        }
        let published = list(&statement.published);
        format!("{}: {counted} ({}: {published})", statement.label, style.labels.published)
    }
}

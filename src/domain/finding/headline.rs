//! What a headline indicator says, and how it compares with the published one.

use super::portion::{Portion, round};
use crate::domain::analysis::Indicator;
use crate::domain::survey::Baseline;

/// Fewer answers than this are told with caution.
pub const FEW: u64 = 30;

/// An indicator as a sentence tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// The indicator's name.
    pub name: String,
    /// Its value.
    pub portion: Portion,
    /// How many responses it rests on.
    pub n: u64,
    /// How it compares with the published value, where there is one.
    pub change: Option<Change>,
}

/// A figure beside the published one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Percentage points above it, in tenths; of the figures as they are told, so that a reader comes to the same.
    pub tenths: i64,
    /// The published figure, per cent.
    pub published: f64,
    /// The year it was collected in.
    pub year: i32,
    /// Whether it was published about this very survey.
    pub is_same_survey: bool,
}

/// What an indicator says; `None` where it is hidden or nobody answered.
pub fn headline(indicator: &Indicator, survey: &str, baseline: Option<&Baseline>) -> Option<Headline> {
    let figure = indicator.figure.filter(|_| !indicator.hidden)?;
    let share = figure.value?;
    let published = baseline.and_then(|it| Some((it, it.indicator(&indicator.name)?.percent)));
    let (portion, change) = compared(share, survey, published);
    Some(Headline { name: indicator.name.clone(), portion, n: figure.n, change })
}

/// A share as it is told, and beside a published percentage.
pub(super) fn compared(
    share: f64,
    survey: &str,
    published: Option<(&Baseline, f64)>,
) -> (Portion, Option<Change>) {
    let has_tenths = published.is_some_and(|(_, percent)| percent.fract() != 0.0);
    let portion = Portion::new(share, has_tenths);
    let change = published.and_then(|(baseline, percent)| {
        let (_, last) = baseline.collected?;
        let [own, then] = [portion.tenths()?, round(percent * 10.0)].map(|tenths| i64::try_from(tenths).ok());
        Some(Change {
            tenths: own? - then?,
            published: percent,
            year: last.date().0,
            is_same_survey: baseline.survey == survey,
        })
    });
    (portion, change)
}

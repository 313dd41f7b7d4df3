//! Headline figures as bars, with the published ones as ticks across.

use std::collections::BTreeMap;

use super::bars::{self, Entry};
use super::number::Share;
use super::{Picture, Style};
use crate::domain::analysis::Indicator;
use crate::domain::survey::Baseline;

/// The picture of counted indicators, each under its name; hidden ones are left out, and those that nobody
/// answered.
pub fn indicators_picture(
    title: &str,
    names: &BTreeMap<String, String>,
    indicators: &[Indicator],
    baseline: Option<&Baseline>,
    style: &Style,
) -> Option<Picture> {
    let entry = |indicator: &Indicator| {
        let figure = indicator.figure.filter(|_| !indicator.hidden)?;
        let published = baseline.and_then(|it| it.indicator(&indicator.name));
        Some(Entry {
            label: label(names, &indicator.name),
            share: Share::mean(figure.value?, &style.format),
            published: published.map(|it| Share::published(it.percent, &style.format)),
        })
    };
    bars::bars(title, &indicators.iter().filter_map(entry).collect::<Vec<_>>(), style)
}

/// The picture of published indicators alone.
pub fn published_indicators_picture(
    title: &str,
    names: &BTreeMap<String, String>,
    baseline: &Baseline,
    style: &Style,
) -> Option<Picture> {
    let entries = baseline.indicators.iter().map(|figure| Entry {
        label: label(names, &figure.name),
        share: Share::published(figure.percent, &style.format),
        published: None,
    });
    bars::bars(title, &entries.collect::<Vec<_>>(), style)
}

fn label(names: &BTreeMap<String, String>, name: &str) -> String {
    names.get(name).cloned().unwrap_or_else(|| name.to_owned())
}

//! Which picture a question gets.

use serde::{Deserialize, Serialize};

use super::bars::{self, Entry};
use super::figures;
use super::scale::{Scale, Statement};
use super::{Style, View, halves};
use crate::domain::analysis::QuestionReport;
use crate::domain::survey::{Baseline, Choice, Kind, Question};

/// A finished picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The option for `ECharts`, JSON.
    pub option: String,
    /// The width it is made for, CSS pixels; where the option is the same at two widths, this tells them apart.
    pub width: u32,
    /// Height, CSS pixels.
    pub height: u32,
    /// The same in words: the question, then each label with its value.
    pub description: String,
}

/// The picture of a question's report, with the published values beside where there are any.
///
/// `None` where there is nothing to draw: texts, nobody answered, or figures withheld.
pub fn picture(
    question: &Question,
    report: &QuestionReport,
    baseline: Option<&Baseline>,
    view: View,
    style: &Style,
) -> Option<Picture> {
    match &question.kind {
        Kind::Matrix { rows, columns, .. } => {
            let statements = figures::counted_rows(question, rows, columns, report, baseline, style)?;
            scale(question, columns, statements, view, style)
        }
        _ => entries(question, &figures::counted(question, report, baseline, style)?, style),
    }
}

/// The picture of the published values alone; `None` where the report has none for this question.
pub fn published_picture(
    question: &Question,
    baseline: &Baseline,
    view: View,
    style: &Style,
) -> Option<Picture> {
    match &question.kind {
        Kind::Matrix { rows, columns, .. } => {
            let statements = figures::published_rows(question, rows, columns, baseline, style);
            scale(question, columns, statements, view, style)
        }
        _ => entries(question, &figures::published(question, baseline, style), style),
    }
}

/// The picture of one of several groups, on the scale and in the order of all of them.
///
/// `None` where there is nothing to draw.
pub fn group_picture(
    question: &Question,
    all: &[QuestionReport],
    report: &QuestionReport,
    view: View,
    style: &Style,
) -> Option<Picture> {
    let Kind::Matrix { rows, columns, .. } = &question.kind else {
        return entries(question, &figures::of_group(question, all, report, style)?, style);
    };
    let scale = |report: &QuestionReport| {
        let statements = figures::counted_rows(question, rows, columns, report, None, style)?;
        Some(Scale { columns: names(columns, style), statements })
    };
    let extents = all.iter().filter_map(scale).map(|scale| scale.extent(view, style));
    let extent =
        extents.fold((0.0, 0.0), |(left, right): (f64, f64), (more, most)| (left.max(more), right.max(most)));
    scale(report)?.picture_within(extent, title(question, style), view, style)
}

fn names(columns: &[Choice], style: &Style) -> Vec<String> {
    columns.iter().map(|column| column.text.get(&style.language).to_owned()).collect()
}

fn scale(
    question: &Question,
    columns: &[Choice],
    statements: Vec<Statement>,
    view: View,
    style: &Style,
) -> Option<Picture> {
    Scale { columns: names(columns, style), statements }.picture(title(question, style), view, style)
}

fn entries(question: &Question, entries: &[Entry], style: &Style) -> Option<Picture> {
    let title = title(question, style);
    if let ([left, right], true) = (entries, figures::is_exclusive(question))
        && let Some(picture) = halves::halves(title, left, right, style)
    {
        return Some(picture);
    }
    bars::bars(title, entries, style)
}

fn title<'a>(question: &'a Question, style: &Style) -> &'a str {
    question.title.get(&style.language)
}

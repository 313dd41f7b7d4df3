//! The report as a workbook: a cover, the questions, indicators, comparisons and the files.

use std::collections::BTreeMap;

use super::questions::{comparison_sheet, indicator_sheet, question_sheet, questions_sheet};
use super::{Book, Waves, Wording, cover, ledger, themes, wave_sheets};
use crate::domain::analysis::{Counts, Cross, Group, QuestionReport, Report};
use crate::domain::exchange::{FileEntry, Rejection};
use crate::domain::survey::{Scalar, Survey};

/// Everything of a report that the page shows.
pub struct Shown<'a> {
    /// The survey.
    pub survey: &'a Survey,
    /// Its report.
    pub report: &'a Report,
    /// The filter in words, a line for each value.
    pub filter: &'a [String],
    /// Questions by groups.
    pub compared: &'a [Compared],
    /// Other surveys beside.
    pub waves: Option<Waves<'a>>,
    /// The files.
    pub files: &'a [FileEntry],
    /// Every refused record.
    pub rejections: &'a [Rejection],
}

/// A question by groups, with the groups' names.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The question's name.
    pub question: String,
    /// The key that makes the groups.
    pub by: String,
    /// What the key is called.
    pub by_title: String,
    /// Value → what a group is called.
    pub labels: BTreeMap<String, String>,
    /// The counts.
    pub cross: Cross,
}

impl Compared {
    /// What a group is called.
    pub(super) fn label(&self, value: &Scalar) -> String {
        let key = value.key();
        self.labels.get(&key).cloned().unwrap_or(key)
    }
}

/// The workbook.
pub fn book(shown: &Shown<'_>, wording: &dyn Wording) -> Book {
    let Shown { survey, report, compared, .. } = shown;
    let baseline = survey.baseline.as_ref();
    let mut sheets = vec![cover::cover(shown, wording), questions_sheet(survey, report, wording)];
    let mut number = 0;
    for counted in report.questions.iter().filter(|counted| has_sheet(counted)) {
        let Some(question) = survey.questionnaire.question(&counted.name) else { continue };
        number += 1;
        sheets.push(question_sheet(number, question, counted, baseline, wording));
    }
    sheets.push(indicator_sheet(report, baseline, wording));
    for (at, one) in compared.iter().enumerate() {
        let Some(question) = survey.questionnaire.question(&one.question) else { continue };
        sheets.push(comparison_sheet(at + 1, question, one, wording));
    }
    if !report.themes.is_empty() {
        sheets.push(themes::themes_sheet(survey, report, wording));
    }
    if let Some(beside) = &shown.waves {
        sheets.push(wave_sheets::waves_sheet(beside, wording));
        sheets.push(wave_sheets::changes_sheet(beside, wording));
    }
    sheets.push(ledger::files(shown.files, wording));
    sheets.push(ledger::rejections(shown.rejections, wording));
    Book { sheets }
}

/// Texts have nothing but their number, which the list of questions has.
fn has_sheet(counted: &QuestionReport) -> bool {
    counted.choices.is_some() || counted.rows.is_some()
}

/// How many rows the page shows of what a workbook has.
pub fn shown_rows(shown: &Shown<'_>) -> u64 {
    let of_question = |counted: &QuestionReport| match (&counted.choices, &counted.rows) {
        (Some(choices), _) => choices.len(),
        (_, rows) => rows.as_ref().map_or(0, Vec::len),
    };
    let of_comparison = |one: &Compared| {
        let rows = shown.report.questions.iter().find(|it| it.name == one.question);
        let rows = rows.and_then(|it| it.rows.as_ref()).map_or(1, Vec::len);
        one.cross.groups.iter().map(|group| if group.hidden { 1 } else { rows }).sum::<usize>()
    };
    let report = shown.report;
    let rows = cover::facts(shown)
        + report.questions.len()
        + report.questions.iter().map(of_question).sum::<usize>()
        + report.indicators.len()
        + report.themes.iter().map(|themes| themes.choices.len()).sum::<usize>()
        + shown.compared.iter().map(of_comparison).sum::<usize>()
        + shown.files.len()
        + shown.rejections.len()
        + shown.waves.as_ref().map_or(0, wave_sheets::shown);
    rows as u64
}

/// How many figures the page shows of the report's questions; one line stands for what is hidden or a text.
pub fn shown_figures(report: &Report) -> u64 {
    let of_question = |counted: &QuestionReport| match (&counted.choices, &counted.rows) {
        (Some(choices), _) => choices.len(),
        (_, Some(rows)) => rows.iter().map(|row| row.columns.len()).sum(),
        _ => 1,
    };
    report.questions.iter().map(of_question).sum::<usize>() as u64
}

/// How many figures the page shows of comparisons, in the same way.
pub fn shown_comparisons(compared: &[Compared]) -> u64 {
    let of_group = |group: &Group| match &group.counts {
        _ if group.hidden => 1,
        Counts::Choice { values, .. } => values.len(),
        Counts::Matrix { rows, .. } => rows.iter().map(|(_, values)| values.len()).sum(),
        Counts::Text(_) => 1,
        Counts::Nothing => 0,
    };
    compared.iter().flat_map(|one| &one.cross.groups).map(of_group).sum::<usize>() as u64
}

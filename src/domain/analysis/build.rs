//! Putting a report together from tallies.

use super::indicator::indicators;
use super::statistics::{share, wilson};
use super::{
    Counts, Cross, Filter, Group, Layout, Place, QuestionReport, Report, RowReport, Source, Tallies, Tally,
};
use crate::domain::survey::{Question, Scalar, Survey};

/// What a report says beside its counts.
#[derive(Clone, Debug, Default)]
pub struct ReportHeader {
    /// RFC 3339 in UTC.
    pub generated_at: String,
    /// Name and version of the application.
    pub application: String,
    /// SHA-256 of the questionnaire's file, lower-case hexadecimal.
    pub definition_sha256: String,
    /// The files, sorted by name.
    pub sources: Vec<Source>,
}

/// The report of tallies: those of the survey's responses that pass the filter.
pub fn report(survey: &Survey, tallies: &Tallies, filter: &Filter, header: ReportHeader) -> Report {
    let layout = Layout::new(&survey.questionnaire);
    let named: Vec<(&Question, &Place, &Counts)> = survey
        .questionnaire
        .questions
        .iter()
        .zip(layout.places())
        .zip(&tallies.questions)
        .map(|((question, place), counts)| (question, place, counts))
        .collect();
    let questions: Vec<QuestionReport> = named
        .iter()
        .filter_map(|(question, place, counts)| question_report(question, place, counts))
        .collect();
    let answered = |name: &str| match named.iter().find(|(question, ..)| question.name == name) {
        Some((_, _, Counts::Choice { answered, .. } | Counts::Matrix { answered, .. })) => *answered,
        _ => 0,
    };
    Report {
        format: "aptauja.report".to_owned(),
        version: 1,
        survey: survey.entry.id.clone(),
        generated_at: header.generated_at,
        application: header.application,
        definition_sha256: header.definition_sha256,
        threshold: u64::try_from(survey.entry.threshold).unwrap_or(u64::MAX),
        filter: filter.as_report_map(survey),
        accepted: header.sources.iter().map(|source| source.accepted).sum(),
        sources: header.sources,
        responses: Some(tallies.responses),
        indicators: indicators(&questions, answered),
        themes: Vec::new(),
        codes_sha256: None,
        questions,
        hidden: false,
    }
}

/// The counts of each group of a cross as a report of the question; nothing of hidden groups, and of those
/// in which nobody answered.
pub fn group_reports(survey: &Survey, question: &str, cross: &Cross) -> Vec<(Scalar, QuestionReport)> {
    let questions = &survey.questionnaire.questions;
    let Some(index) = questions.iter().position(|known| known.name == question) else { return Vec::new() };
    let layout = Layout::new(&survey.questionnaire);
    let report = |group: &Group| {
        let report = question_report(&questions[index], &layout.places()[index], &group.counts)?;
        Some((group.value.clone(), report))
    };
    cross.groups.iter().filter(|group| !group.hidden && group.is_answered()).filter_map(report).collect()
}

fn question_report(question: &Question, place: &Place, counts: &Counts) -> Option<QuestionReport> {
    let mut report = QuestionReport {
        name: question.name.clone(),
        kind: question.kind_name().to_owned(),
        answered: None,
        choices: None,
        rows: None,
        hidden: false,
    };
    match (place, counts) {
        (
            Place::Single { values, .. } | Place::Multiple { values, .. },
            Counts::Choice { answered, values: counted },
        ) => {
            report.answered = Some(*answered);
            report.choices = Some(tallies(values, counted, *answered));
        }
        (Place::Matrix { rows, values, .. }, Counts::Matrix { rows: counted, .. }) => {
            let row = |(value, (answered, counts)): (&Scalar, &(u64, Vec<u64>))| RowReport {
                value: value.clone(),
                answered: *answered,
                columns: tallies(values, counts, *answered),
            };
            report.rows = Some(rows.iter().zip(counted).map(row).collect());
        }
        (Place::Text, Counts::Text(answered)) => report.answered = Some(*answered),
        _ => return None,
    }
    Some(report)
}

fn tallies(values: &[Scalar], counts: &[u64], answered: u64) -> Vec<Tally> {
    values
        .iter()
        .zip(counts)
        .map(|(value, count)| Tally {
            value: value.clone(),
            count: *count,
            share: share(*count, answered),
            interval: wilson(*count, answered),
        })
        .collect()
}

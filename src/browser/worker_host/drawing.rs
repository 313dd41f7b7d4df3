//! Pictures of counts, drawn apart from them: counts must not wait for pictures.

use std::collections::BTreeMap;

use crate::browser::message::Drawing;
use crate::domain::analysis::Report;
use crate::domain::charts::{Picture, picture, published_picture};
use crate::domain::survey::Survey;

/// The pictures of a report, by question.
pub(super) fn of_report(survey: &Survey, report: &Report, drawing: &Drawing) -> BTreeMap<String, Picture> {
    let mut pictures = BTreeMap::new();
    for counts in &report.questions {
        let Some(question) = survey.questionnaire.question(&counts.name) else { continue };
        let baseline = survey.baseline.as_ref();
        if let Some(drawn) = picture(question, counts, baseline, drawing.view, &drawing.style) {
            pictures.insert(counts.name.clone(), drawn);
        }
    }
    pictures
}

/// The pictures of a survey's published figures, by question.
pub(super) fn of_published(survey: &Survey, drawing: &Drawing) -> BTreeMap<String, Picture> {
    let mut pictures = BTreeMap::new();
    let Some(baseline) = &survey.baseline else { return pictures };
    for question in &survey.questionnaire.questions {
        if let Some(drawn) = published_picture(question, baseline, drawing.view, &drawing.style) {
            pictures.insert(question.name.clone(), drawn);
        }
    }
    pictures
}

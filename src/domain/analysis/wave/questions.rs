//! The questions of two surveys side by side: in what each differs, and its figures where they can be compared.

use super::{Pair, pairs};
use crate::domain::analysis::{Certainty, Report};
use crate::domain::survey::{Change, Kind, Question, Survey, changes};

/// A survey with the report of it.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The survey.
    pub survey: &'a Survey,
    /// Its report.
    pub report: &'a Report,
}

/// A question of one survey beside the same of another.
#[derive(Clone, Debug, PartialEq)]
pub struct WaveQuestion {
    /// Its name.
    pub name: String,
    /// In what it differs.
    pub changes: Vec<Change>,
    /// What was answered.
    pub figures: WaveFigures,
}

/// The answers to a question in two surveys.
#[derive(Clone, Debug, PartialEq)]
pub enum WaveFigures {
    /// The two cannot be set beside each other.
    NotCompared,
    /// Those of either are kept from sight.
    Hidden,
    /// The counts, with the tests of their differences.
    Pairs(Vec<Pair>, Certainty),
}

/// Every question of the first survey that is answered by choosing, beside the same of the other.
pub fn waves(own: Side<'_>, other: Side<'_>) -> Vec<WaveQuestion> {
    let questions = own.survey.questionnaire.questions.iter().filter(|question| is_chosen(question));
    questions.map(|question| of_question(question, own, other)).collect()
}

fn of_question(question: &Question, own: Side<'_>, other: Side<'_>) -> WaveQuestion {
    let changes = changes(question, own.survey, other.survey);
    let counted = |side: Side<'_>| side.report.questions.iter().find(|it| it.name == question.name).cloned();
    let figures = match (counted(own), counted(other)) {
        _ if changes.iter().any(Change::is_grave) => WaveFigures::NotCompared,
        (Some(left), Some(right)) if !left.hidden && !right.hidden => {
            let ids = [own, other].map(|side| side.survey.entry.id.clone());
            let pairs = pairs(&left, &right);
            let is_multiple = matches!(question.kind, Kind::Checkbox { .. });
            let certainty = Certainty::of_pairs(&pairs, is_multiple, &ids);
            WaveFigures::Pairs(pairs, certainty)
        }
        (Some(_), Some(_)) => WaveFigures::Hidden,
        _ => WaveFigures::NotCompared,
    };
    WaveQuestion { name: question.name.clone(), changes, figures }
}

fn is_chosen(question: &Question) -> bool {
    !matches!(question.kind, Kind::Html(_) | Kind::Comment { .. } | Kind::Text { .. })
}

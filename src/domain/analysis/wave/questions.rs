//! The questions of several surveys side by side: in what each differs, and its figures where they can be compared.

use super::{Abreast, abreast};
use crate::domain::analysis::{Certainty, QuestionReport, Report};
use crate::domain::survey::{Change, Kind, Question, Survey, changes};

/// A survey with the report of it.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The survey.
    pub survey: &'a Survey,
    /// Its report.
    pub report: &'a Report,
}

impl Side<'_> {
    fn counted(&self, question: &Question) -> Option<&QuestionReport> {
        self.report.questions.iter().find(|it| it.name == question.name)
    }
}

/// A question of one survey beside the same of others.
#[derive(Clone, Debug, PartialEq)]
pub struct WaveQuestion {
    /// Its name.
    pub name: String,
    /// What it is in each of the others.
    pub others: Vec<Counterpart>,
    /// The counts, in the others that it is compared with.
    pub figures: Vec<Abreast>,
    /// The tests of their differences from the survey that is shown.
    pub certainty: Certainty,
}

impl WaveQuestion {
    /// Whether there are figures of any other survey.
    pub fn is_compared(&self) -> bool {
        self.has(Standing::Compared)
    }

    /// Whether it stands so in any of the others.
    pub fn has(&self, standing: Standing) -> bool {
        self.others.iter().any(|it| it.standing == standing)
    }
}

/// A question in another survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterpart {
    /// In what it differs.
    pub changes: Vec<Change>,
    /// Whether its figures stand beside those of the survey that is shown.
    pub standing: Standing,
}

/// Whether a question's figures in another survey stand beside those of the one that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They cannot be set beside each other.
    NotCompared,
    /// Those of either are kept from sight.
    Hidden,
    /// They do.
    Compared,
}

/// Every question of the first survey that is answered by choosing, beside the same of the others.
pub fn waves(own: Side<'_>, others: &[Side<'_>]) -> Vec<WaveQuestion> {
    let questions = own.survey.questionnaire.questions.iter().filter(|question| question.is_chosen());
    questions.map(|question| of_question(question, own, others)).collect()
}

fn of_question(question: &Question, own: Side<'_>, others: &[Side<'_>]) -> WaveQuestion {
    let counted = own.counted(question);
    let counterparts: Vec<_> = others.iter().map(|other| counterpart(question, own, *other)).collect();
    let compared = others
        .iter()
        .zip(&counterparts)
        .map(|(other, it)| if it.standing == Standing::Compared { other.counted(question) } else { None });
    let compared: Vec<Option<&QuestionReport>> = compared.collect();
    let figures = counted.map_or_else(Vec::new, |counted| abreast(counted, &compared));
    let ids = [own].iter().chain(others).map(|side| side.survey.entry.id.clone()).collect::<Vec<_>>();
    let is_multiple = matches!(question.kind, Kind::Checkbox { .. });
    let certainty = Certainty::of_waves(&figures, is_multiple, &ids);
    WaveQuestion { name: question.name.clone(), others: counterparts, figures, certainty }
}

fn counterpart(question: &Question, own: Side<'_>, other: Side<'_>) -> Counterpart {
    let changes = changes(question, own.survey, other.survey);
    let standing = match (own.counted(question), other.counted(question)) {
        _ if changes.iter().any(Change::is_grave) => Standing::NotCompared,
        (Some(left), Some(right)) if left.hidden || right.hidden => Standing::Hidden,
        (Some(_), Some(_)) => Standing::Compared,
        _ => Standing::NotCompared,
    };
    Counterpart { changes, standing }
}

//! The way through a questionnaire: one question, or one matrix row, at a time.

use super::{Answers, Kind, Question, Questionnaire};

/// One thing shown at a time: a question, or one row of a matrix. Indices into the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Index of the question.
    pub question: usize,
    /// Index of the matrix row.
    pub row: Option<usize>,
}

/// A questionnaire with the steps that its answers make visible.
pub struct Interview<'a> {
    questionnaire: &'a Questionnaire,
    steps: Vec<Step>,
}

impl<'a> Interview<'a> {
    /// The steps to be shown with these answers.
    pub fn new(questionnaire: &'a Questionnaire, answers: &Answers) -> Self {
        let visible = questionnaire.visible(answers);
        let steps = questionnaire
            .questions
            .iter()
            .enumerate()
            .filter(|(index, _)| visible[*index])
            .flat_map(|(index, question)| {
                let rows = match &question.kind {
                    Kind::Matrix { rows, .. } => (0..rows.len()).map(Some).collect(),
                    _ => vec![None],
                };
                rows.into_iter().map(move |row| Step { question: index, row })
            })
            .collect();
        Self { questionnaire, steps }
    }

    /// All steps, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The question of a step.
    pub fn question(&self, step: Step) -> &'a Question {
        &self.questionnaire.questions[step.question]
    }

    /// The step's name in the address: `channels`, `quality.knowledge`.
    pub fn name(&self, step: Step) -> String {
        let question = self.question(step);
        match (&question.kind, step.row) {
            (Kind::Matrix { rows, .. }, Some(row)) => format!("{}.{}", question.name, rows[row].value.key()),
            _ => question.name.clone(),
        }
    }

    /// The matrix row of a step, by its value.
    pub fn row_key(&self, step: Step) -> Option<String> {
        match (&self.question(step).kind, step.row) {
            (Kind::Matrix { rows, .. }, Some(row)) => Some(rows[row].value.key()),
            _ => None,
        }
    }

    /// Whether the step is the last row of its matrix, where the matrix as a whole can be judged.
    pub fn is_last_row(&self, step: Step) -> bool {
        match (&self.question(step).kind, step.row) {
            (Kind::Matrix { rows, .. }, Some(row)) => row + 1 == rows.len(),
            _ => false,
        }
    }

    /// Position of the step with this name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.steps.iter().position(|step| self.name(*step) == name)
    }

    /// The question's number among the visible ones and how many there are; texts without a
    /// question are not counted.
    pub fn number(&self, step: Step) -> (usize, usize) {
        let mut asked: Vec<usize> = self
            .steps
            .iter()
            .filter(|step| !matches!(self.question(**step).kind, Kind::Html(_)))
            .map(|step| step.question)
            .collect();
        asked.dedup();
        let number = asked.iter().take_while(|question| **question <= step.question).count();
        (number.max(1), asked.len())
    }

    /// Position of the first step that is still to be seen: one without an answer, or a text.
    pub fn first_open(&self, answers: &Answers) -> Option<usize> {
        self.steps.iter().position(|step| {
            let question = self.question(*step);
            match (&question.kind, step.row) {
                (Kind::Html(_), _) => true,
                (Kind::Matrix { rows, .. }, Some(row)) => {
                    answers.row(&question.name, &rows[row].value.key()).is_none()
                }
                _ => answers.get(&question.name).is_none(),
            }
        })
    }
}

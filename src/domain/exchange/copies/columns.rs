//! The table of responses: a column for each thing that was asked, and a row for each response.

use crate::domain::exchange::tables::Cell;
use crate::domain::survey::{Answer, Instant, Kind, Options, Questionnaire, Response, Scalar, comment_name};

/// A column. Positions are those of the questionnaire, the question's rows and its options in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The id.
    Id,
    /// The survey's id.
    Survey,
    /// When it was submitted, RFC 3339 in UTC.
    SubmittedAt,
    /// The UTC day.
    Day,
    /// The language it was answered in.
    Language,
    /// The value of a single choice, or a text.
    Answer(usize),
    /// The value of a matrix row.
    Row(usize, usize),
    /// Whether an option of a multiple choice was ticked: 1 or 0.
    Choice(usize, usize),
    /// The text given with "other".
    Other(usize),
}

/// All columns, in order.
pub fn columns(questionnaire: &Questionnaire) -> Vec<Column> {
    let mut columns = vec![Column::Id, Column::Survey, Column::SubmittedAt, Column::Day, Column::Language];
    for (at, question) in questionnaire.questions.iter().enumerate() {
        match &question.kind {
            Kind::Html(_) => {}
            Kind::Matrix { rows, .. } => columns.extend((0..rows.len()).map(|row| Column::Row(at, row))),
            Kind::Checkbox { options, .. } => {
                columns.extend((0..options.all().len()).map(|choice| Column::Choice(at, choice)));
            }
            _ => columns.push(Column::Answer(at)),
        }
        if question.has_other() {
            columns.push(Column::Other(at));
        }
    }
    columns
}

/// The columns' headings: the names of the contract, and where two would be the same, a number behind them.
pub fn headings(columns: &[Column], questionnaire: &Questionnaire) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for column in columns {
        let name = column.name(questionnaire);
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        found.extend(std::iter::once(name.clone()).chain(numbered).find(|name| !found.contains(name)));
    }
    found
}

impl Column {
    /// Position of the question it is of.
    pub fn question(&self) -> Option<usize> {
        match self {
            Self::Id | Self::Survey | Self::SubmittedAt | Self::Day | Self::Language => None,
            Self::Answer(at) | Self::Row(at, _) | Self::Choice(at, _) | Self::Other(at) => Some(*at),
        }
    }

    /// Its heading: the names of the contract.
    fn name(&self, questionnaire: &Questionnaire) -> String {
        let name = |at: usize| &questionnaire.questions[at].name;
        match self {
            Self::Id => "id".to_owned(),
            Self::Survey => "survey".to_owned(),
            Self::SubmittedAt => "submitted_at".to_owned(),
            Self::Day => "day".to_owned(),
            Self::Language => "language".to_owned(),
            Self::Answer(at) => name(*at).clone(),
            Self::Row(at, row) => format!("{}.{}", name(*at), rows(questionnaire, *at, *row)),
            Self::Choice(at, choice) => {
                format!("{}.{}", name(*at), option(questionnaire, *at, *choice).key())
            }
            Self::Other(at) => comment_name(name(*at)),
        }
    }

    /// What a response has in it; `visible` tells of each question whether it was asked.
    pub fn cell(&self, questionnaire: &Questionnaire, response: &Response, visible: &[bool]) -> Cell {
        if self.question().is_some_and(|at| !visible[at]) {
            return Cell::Empty;
        }
        let answer = |at: usize| response.answers.get(&questionnaire.questions[at].name);
        match self {
            Self::Id => Cell::text(&response.id),
            Self::Survey => Cell::text(&response.survey),
            Self::SubmittedAt => Cell::text(&response.submitted_at),
            Self::Day => Instant::parse(&response.submitted_at)
                .map_or(Cell::Empty, |time| Cell::text(time.day().to_string())),
            Self::Language => Cell::text(&response.language),
            Self::Answer(at) => match answer(*at) {
                Some(Answer::One(value)) => Cell::text(value.key()),
                _ => Cell::Empty,
            },
            Self::Row(at, row) => {
                let column =
                    response.answers.row(&questionnaire.questions[*at].name, &rows(questionnaire, *at, *row));
                column.map_or(Cell::Empty, |value| Cell::text(value.key()))
            }
            Self::Choice(at, choice) => match answer(*at) {
                Some(Answer::Many(values)) => {
                    Cell::Count(u64::from(values.contains(&option(questionnaire, *at, *choice))))
                }
                _ => Cell::Empty,
            },
            Self::Other(at) => response
                .answers
                .other_text(&questionnaire.questions[*at].name)
                .map_or(Cell::Empty, Cell::text),
        }
    }
}

fn rows(questionnaire: &Questionnaire, at: usize, row: usize) -> String {
    match &questionnaire.questions[at].kind {
        Kind::Matrix { rows, .. } => rows[row].value.key(),
        _ => String::new(),
    }
}

fn option(questionnaire: &Questionnaire, at: usize, choice: usize) -> Scalar {
    let options = questionnaire.questions[at].options().map(Options::all).unwrap_or_default();
    options.get(choice).map_or_else(|| Scalar::from(""), |it| it.value.clone())
}

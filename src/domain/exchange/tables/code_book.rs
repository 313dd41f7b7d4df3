//! The code book of the responses' table: what its columns and values mean, in every language of the page.

use super::columns::{statements, values};
use super::{Cell, Sheet, Word, Wording};
use crate::domain::exchange::copies::{self, Column, columns};
use crate::domain::survey::{Kind, Questionnaire};

/// Every column with every value it may have; a column of texts or times takes one line.
pub fn code_book(questionnaire: &Questionnaire, languages: &[&dyn Wording]) -> Sheet {
    let titled = |name: &'static str| languages.iter().map(move |it| format!("{name}_{}", it.language()));
    let headings = ["column".to_owned()]
        .into_iter()
        .chain(titled("title"))
        .chain(["kind".to_owned(), "value".to_owned()])
        .chain(titled("label"))
        .collect();
    let columns = columns(questionnaire);
    let headed = copies::headings(&columns, questionnaire);
    let pairs = columns.iter().zip(headed);
    let rows = pairs.flat_map(|(column, name)| of_column(questionnaire, column, &name, languages));
    Sheet { name: String::new(), above: Vec::new(), headings, rows: rows.collect() }
}

fn of_column(
    questionnaire: &Questionnaire,
    column: &Column,
    name: &str,
    languages: &[&dyn Wording],
) -> Vec<Vec<Cell>> {
    let question = column.question().map(|at| &questionnaire.questions[at]);
    let titles = languages.iter().map(|it| Cell::text(title(questionnaire, column, *it)));
    let kind = question.map_or("response", |question| question.kind_name());
    let kind = if matches!(column, Column::Other(_)) { "text" } else { kind };
    let before: Vec<Cell> = [Cell::text(name)].into_iter().chain(titles).chain([Cell::text(kind)]).collect();
    // Each value with its labels, language by language.
    let coded: Vec<(String, Vec<String>)> = match (column, question) {
        (Column::Choice(..), _) => [("1", Word::Chosen), ("0", Word::NotChosen)]
            .map(|(value, word)| (value.to_owned(), languages.iter().map(|it| it.word(word)).collect()))
            .to_vec(),
        (Column::Answer(_) | Column::Row(..), Some(question)) => {
            let all: Vec<_> = languages.iter().map(|it| values(question, it.language())).collect();
            let first = all.first().map_or(&[][..], Vec::as_slice);
            let labels = |at: usize| all.iter().map(|labels| labels[at].1.clone()).collect();
            first.iter().enumerate().map(|(at, (value, _))| (value.key(), labels(at))).collect()
        }
        _ => Vec::new(),
    };
    if coded.is_empty() {
        let rest = std::iter::repeat_n(Cell::Empty, 1 + languages.len());
        return vec![before.into_iter().chain(rest).collect()];
    }
    let line = |(value, labels): (String, Vec<String>)| {
        let coded = [Cell::text(value)].into_iter().chain(labels.into_iter().map(Cell::Text));
        before.iter().cloned().chain(coded).collect()
    };
    coded.into_iter().map(line).collect()
}

/// What a column holds, in words.
fn title(questionnaire: &Questionnaire, column: &Column, wording: &dyn Wording) -> String {
    let language = wording.language();
    let of = |at: usize| questionnaire.questions[at].title.get(language).to_owned();
    let with = |at: usize, more: &str| format!("{} – {more}", of(at));
    match column {
        Column::Id => wording.word(Word::Id),
        Column::Survey => wording.word(Word::SurveyId),
        Column::SubmittedAt => wording.word(Word::SubmittedAt),
        Column::Day => wording.word(Word::Day),
        Column::Language => wording.word(Word::Language),
        Column::Answer(at) => of(*at),
        Column::Row(at, row) => {
            with(*at, statements(&questionnaire.questions[*at], language).get(*row).map_or("", |it| &it.1))
        }
        Column::Choice(at, choice) => match &questionnaire.questions[*at].kind {
            Kind::Checkbox { .. } => {
                with(*at, values(&questionnaire.questions[*at], language).get(*choice).map_or("", |it| &it.1))
            }
            _ => of(*at),
        },
        Column::Other(at) => with(*at, &wording.word(Word::OtherText)),
    }
}

//! Questions, indicators and comparisons as sheets.

use super::columns::{figures, headings, hidden, label, statements, values};
use super::{Cell, Compared, Sheet, Word, Wording};
use crate::domain::analysis::{Counts, Group, QuestionReport, Report};
use crate::domain::survey::{Question, Survey};

/// Every question with how many answered it.
pub(super) fn questions_sheet(survey: &Survey, report: &Report, wording: &dyn Wording) -> Sheet {
    let row = |counted: &QuestionReport| {
        let question = survey.questionnaire.question(&counted.name);
        let title = question.map_or("", |it| it.title.get(wording.language()));
        let answered = match (counted.hidden, counted.answered, &counted.rows) {
            (true, ..) => hidden(1, wording).remove(0),
            (_, Some(answered), _) => Cell::Count(answered),
            // Of a matrix each statement has its own number, on its sheet.
            _ => Cell::Empty,
        };
        vec![Cell::text(title), Cell::text(&counted.name), Cell::text(&counted.kind), answered]
    };
    Sheet {
        name: wording.word(Word::Questions),
        above: vec![wording.word(Word::Questions)],
        headings: words(&[Word::Question, Word::Name, Word::Kind, Word::Answered], wording),
        rows: report.questions.iter().map(row).collect(),
    }
}

/// The counts of one question; `number` is its place among those with a sheet.
pub(super) fn question_sheet(
    number: usize,
    question: &Question,
    counted: &QuestionReport,
    wording: &dyn Wording,
) -> Sheet {
    let language = wording.language();
    let labels = values(question, language);
    let title = question.title.get(language);
    let mut above = vec![title.to_owned()];
    let (headings, rows) = if let Some(rows) = &counted.rows {
        let statements = statements(question, language);
        let row = |row: &crate::domain::analysis::RowReport| {
            let cells = row.columns.iter().flat_map(|tally| figures(tally.count, row.answered));
            let named = [Cell::text(label(&statements, &row.value)), Cell::Count(row.answered)];
            named.into_iter().chain(cells).collect()
        };
        let first = words(&[Word::Statement, Word::Answered], wording);
        (first.into_iter().chain(headings(&labels, wording)).collect(), rows.iter().map(row).collect())
    } else {
        let answered = counted.answered.unwrap_or_default();
        above.push(format!("{}: {answered}", wording.word(Word::Answered)));
        let row = |tally: &crate::domain::analysis::Tally| {
            let named = [Cell::text(label(&labels, &tally.value)), Cell::text(tally.value.key())];
            named.into_iter().chain(figures(tally.count, answered)).collect()
        };
        let choices = counted.choices.iter().flatten().map(row).collect();
        let headings = [Word::Choice, Word::Code, Word::Count, Word::Share, Word::Low, Word::High];
        (words(&headings, wording), choices)
    };
    Sheet { name: format!("{number}. {title}"), above, headings, rows }
}

/// The headline figures.
pub(super) fn indicator_sheet(report: &Report, wording: &dyn Wording) -> Sheet {
    let row = |indicator: &crate::domain::analysis::Indicator| {
        let mut row = vec![Cell::text(wording.indicator(&indicator.name)), Cell::text(&indicator.name)];
        row.extend(match indicator.figure {
            _ if indicator.hidden => hidden(2, wording),
            Some(figure) => vec![Cell::share(figure.value), Cell::Count(figure.n)],
            None => vec![Cell::Empty; 2],
        });
        row
    };
    Sheet {
        name: wording.word(Word::Indicators),
        above: vec![wording.word(Word::Indicators)],
        headings: words(&[Word::Indicator, Word::Name, Word::Value, Word::Answered], wording),
        rows: report.indicators.iter().map(row).collect(),
    }
}

/// One question by groups; `number` is its place among the comparisons.
pub(super) fn comparison_sheet(
    number: usize,
    question: &Question,
    compared: &Compared,
    wording: &dyn Wording,
) -> Sheet {
    let language = wording.language();
    let labels = values(question, language);
    let statements = statements(question, language);
    let mut first = vec![Word::Group, Word::Base];
    if !statements.is_empty() {
        first.push(Word::Statement);
    }
    first.push(Word::Answered);
    let headings: Vec<String> =
        words(&first, wording).into_iter().chain(headings(&labels, wording)).collect();
    let row = |group: &Group, statement: Option<&str>, answered: u64, counts: &[u64]| -> Vec<Cell> {
        let mut row = vec![Cell::text(compared.label(&group.value)), Cell::Count(group.base)];
        row.extend(statement.map(Cell::text));
        row.push(Cell::Count(answered));
        row.extend(counts.iter().flat_map(|count| figures(*count, answered)));
        row
    };
    let of_group = |group: &Group| -> Vec<Vec<Cell>> {
        match &group.counts {
            Counts::Choice { answered, values } if !group.hidden => vec![row(group, None, *answered, values)],
            Counts::Matrix { rows, .. } if !group.hidden => {
                let rows = rows.iter().zip(&statements);
                rows.map(|((answered, values), (_, words))| row(group, Some(words), *answered, values))
                    .collect()
            }
            _ => {
                let named = [Cell::text(compared.label(&group.value))];
                vec![named.into_iter().chain(hidden(headings.len() - 1, wording)).collect()]
            }
        }
    };
    let rows = compared.cross.groups.iter().flat_map(of_group).collect();
    Sheet {
        name: format!("{} {number}", wording.word(Word::Comparison)),
        above: vec![question.title.get(language).to_owned(), compared.by_title.clone()],
        headings,
        rows,
    }
}

fn words(words: &[Word], wording: &dyn Wording) -> Vec<String> {
    words.iter().map(|word| wording.word(*word)).collect()
}

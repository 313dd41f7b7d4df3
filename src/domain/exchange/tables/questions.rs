//! Questions, indicators and comparisons as sheets.

use super::columns::{figures, headings, hidden, label, published, published_cells, statements, values};
use super::{Cell, Compared, Sheet, Word, Wording};
use crate::domain::analysis::{Counts, Group, QuestionReport, Report, RowReport, Tally};
use crate::domain::survey::{Baseline, Question, Scalar, Survey};

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
    baseline: Option<&Baseline>,
    wording: &dyn Wording,
) -> Sheet {
    let language = wording.language();
    let labels = values(question, language);
    let title = question.title.get(language);
    let baseline = baseline.filter(|it| it.figures.iter().any(|figure| figure.question == question.name));
    let mut above = vec![title.to_owned()];
    let (headings, rows) = if counted.rows.is_some() {
        matrix(question, counted, baseline, wording)
    } else {
        let answered = counted.answered.unwrap_or_default();
        above.push(format!("{}: {answered}", wording.word(Word::Answered)));
        let row = |tally: &Tally| {
            let named = [Cell::text(label(&labels, &tally.value)), Cell::text(tally.value.key())];
            let figure = published(baseline, question, None, &tally.value);
            let published = baseline.map(|_| published_cells(figure, wording));
            let counted = named.into_iter().chain(figures(tally.count, answered));
            counted.chain(published.into_iter().flatten()).collect()
        };
        let choices = counted.choices.iter().flatten().map(row).collect();
        let mut headings = vec![Word::Choice, Word::Code, Word::Count, Word::Share, Word::Low, Word::High];
        headings.extend(baseline.iter().flat_map(|_| [Word::Published, Word::Mark]));
        (words(&headings, wording), choices)
    };
    Sheet { name: format!("{number}. {title}"), above, headings, rows }
}

/// Headings and rows of a matrix; beside them the published share of each choice that has one in any row.
fn matrix(
    question: &Question,
    counted: &QuestionReport,
    baseline: Option<&Baseline>,
    wording: &dyn Wording,
) -> (Vec<String>, Vec<Vec<Cell>>) {
    let language = wording.language();
    let (labels, statements) = (values(question, language), statements(question, language));
    let find = |row: &Scalar, value: &Scalar| published(baseline, question, Some(row), value);
    let has_figure = |value: &Scalar| statements.iter().any(|(row, _)| find(row, value).is_some());
    let beside: Vec<&(Scalar, String)> = labels.iter().filter(|(value, _)| has_figure(value)).collect();
    let row = |row: &RowReport| {
        let named = [Cell::text(label(&statements, &row.value)), Cell::Count(row.answered)];
        let cells = row.columns.iter().flat_map(|tally| figures(tally.count, row.answered));
        let found: Vec<_> = beside.iter().map(|(value, _)| find(&row.value, value)).collect();
        let shares = found.iter().map(|figure| Cell::share(figure.map(|it| it.percent / 100.0)));
        let mut marks: Vec<String> = found.iter().flatten().map(|it| wording.mark(it.mark)).collect();
        marks.dedup();
        let mark = (!beside.is_empty()).then(|| Cell::text(marks.join(", ")));
        named.into_iter().chain(cells).chain(shares).chain(mark).collect()
    };
    let of_published =
        |(_, label): &&(Scalar, String)| format!("{label}: {}", wording.word(Word::Published).to_lowercase());
    let mut all = words(&[Word::Statement, Word::Answered], wording);
    all.extend(headings(&labels, wording));
    all.extend(beside.iter().map(of_published));
    all.extend((!beside.is_empty()).then(|| wording.word(Word::Mark)));
    (all, counted.rows.iter().flatten().map(row).collect())
}

/// The headline figures, with the published ones beside.
pub(super) fn indicator_sheet(report: &Report, baseline: Option<&Baseline>, wording: &dyn Wording) -> Sheet {
    let baseline = baseline.filter(|it| !it.indicators.is_empty());
    let row = |indicator: &crate::domain::analysis::Indicator| {
        let mut row = vec![Cell::text(wording.indicator(&indicator.name)), Cell::text(&indicator.name)];
        row.extend(match indicator.figure {
            _ if indicator.hidden => hidden(2, wording),
            Some(figure) => vec![Cell::share(figure.value), Cell::Count(figure.n)],
            None => vec![Cell::Empty; 2],
        });
        row.extend(baseline.into_iter().flat_map(|it| match it.indicator(&indicator.name) {
            Some(figure) => [Cell::Share(figure.percent / 100.0), Cell::text(wording.mark(figure.mark))],
            None => [Cell::Empty, Cell::Empty],
        }));
        row
    };
    let mut headings = vec![Word::Indicator, Word::Name, Word::Value, Word::Answered];
    headings.extend(baseline.iter().flat_map(|_| [Word::Published, Word::Mark]));
    Sheet {
        name: wording.word(Word::Indicators),
        above: vec![wording.word(Word::Indicators)],
        headings: words(&headings, wording),
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

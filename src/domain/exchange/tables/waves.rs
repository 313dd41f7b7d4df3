//! Two surveys side by side: every figure of both a line, and in what their questions differ.

use super::columns::{figures, hidden, label, statements, values};
use super::{Cell, Sheet, Word, Wording};
use crate::domain::analysis::statistics::share;
use crate::domain::analysis::{Certainty, Outcome, Pair, WaveFigures, WaveQuestion};
use crate::domain::survey::{Change, Question, Scalar, Survey, only_in};

/// Another survey beside the one that is shown.
#[derive(Clone, Copy)]
pub struct Waves<'a> {
    /// The one that is shown.
    pub own: &'a Survey,
    /// The other.
    pub other: &'a Survey,
    /// Their questions.
    pub questions: &'a [WaveQuestion],
}

/// Names for programs, whatever the language.
const NAMES: [&str; 21] = [
    "question",
    "title",
    "row",
    "row_label",
    "value",
    "label",
    "survey",
    "answered",
    "count",
    "share",
    "low",
    "high",
    "other_survey",
    "other_answered",
    "other_count",
    "other_share",
    "other_low",
    "other_high",
    "difference",
    "p_adjusted",
    "differs",
];
/// Figures of a survey in a line: answered, count, share, low, high.
const FIGURES: usize = 5;

/// What a line is of: value and label of the statement, then of the choice.
type Named = [Cell; 4];

/// The table for programs: what differs stands in every line of its question.
pub fn wave_table(waves: &Waves<'_>, wording: &dyn Wording) -> Sheet {
    let ids = [waves.own, waves.other].map(|it| Cell::text(&it.entry.id));
    let line = |question: &Question, wave: &WaveQuestion, (named, figures): (Named, Vec<Cell>)| {
        let differs = wave.changes.iter().map(|change| wording.change(change, question, waves.other));
        let differs = differs.collect::<Vec<_>>().join(" ");
        let (own, rest) = figures.split_at(FIGURES);
        let (other, rest) = rest.split_at(FIGURES);
        let parts = [&ids[..1], own, &ids[1..], other, rest];
        [Cell::text(&question.name), Cell::text(question.title.get(wording.language()))]
            .into_iter()
            .chain(named)
            .chain(parts.concat())
            .chain([if differs.is_empty() { Cell::Empty } else { Cell::Text(differs) }])
            .collect()
    };
    let rows = lines(waves, wording, line);
    Sheet { name: String::new(), above: Vec::new(), headings: NAMES.map(str::to_owned).to_vec(), rows }
}

/// The sheet of a workbook.
pub(super) fn waves_sheet(waves: &Waves<'_>, wording: &dyn Wording) -> Sheet {
    let word = |it: Word| wording.word(it);
    let of_survey = |survey: &Survey| {
        let id = survey.entry.id.clone();
        [Word::Answered, Word::Count, Word::Share, Word::Low, Word::High]
            .map(|it| format!("{id}: {}", word(it).to_lowercase()))
    };
    let headings = [Word::Question, Word::Statement, Word::Choice]
        .map(word)
        .into_iter()
        .chain(of_survey(waves.own))
        .chain(of_survey(waves.other))
        .chain([Word::Difference, Word::Adjusted].map(word));
    let line = |question: &Question, _: &WaveQuestion, ([_, row, _, choice], figures): (Named, Vec<Cell>)| {
        let named = [Cell::text(question.title.get(wording.language())), row, choice];
        named.into_iter().chain(figures).collect()
    };
    Sheet {
        name: word(Word::Waves),
        above: vec![word(Word::Waves), ids(waves), word(Word::IntervalNote)],
        headings: headings.collect(),
        rows: lines(waves, wording, line),
    }
}

/// In what the questions differ, one line a difference.
pub(super) fn changes_sheet(waves: &Waves<'_>, wording: &dyn Wording) -> Sheet {
    let word = |it: Word| wording.word(it);
    let asked = |wave: &WaveQuestion| waves.own.questionnaire.question(&wave.name).cloned();
    let rows =
        waves.questions.iter().filter_map(|wave| Some((wave, asked(wave)?))).flat_map(|(wave, question)| {
            let is_grave = wave.changes.iter().any(Change::is_grave);
            let effect = word(if is_grave { Word::NotComparable } else { Word::CompareWithCare });
            let row = |change: &Change| {
                let title = question.title.get(wording.language());
                let change = wording.change(change, &question, waves.other);
                vec![Cell::text(title), Cell::text(&question.name), Cell::text(change), Cell::text(&effect)]
            };
            wave.changes.iter().map(row).collect::<Vec<_>>()
        });
    let added = only_in(waves.other, waves.own).into_iter().map(|question| {
        let title = question.title.get(wording.language());
        let change = wording.change(&Change::Added, question, waves.other);
        let effect = word(Word::NotComparable);
        vec![Cell::text(title), Cell::text(&question.name), Cell::text(change), Cell::text(effect)]
    });
    let rows: Vec<Vec<Cell>> = rows.chain(added).collect();
    let same = rows.is_empty().then(|| word(Word::SameQuestions));
    Sheet {
        name: word(Word::Changes),
        above: [word(Word::Changes), ids(waves)].into_iter().chain(same).collect(),
        headings: [Word::Question, Word::Name, Word::Change, Word::Effect].map(word).to_vec(),
        rows,
    }
}

/// How many lines the page shows of two surveys side by side; one stands for what is hidden or not compared.
pub fn shown_waves(questions: &[WaveQuestion]) -> u64 {
    let of_question = |wave: &WaveQuestion| match &wave.figures {
        WaveFigures::Pairs(pairs, _) => pairs.iter().map(|pair| pair.counts.len()).sum(),
        WaveFigures::Hidden | WaveFigures::NotCompared => 1,
    };
    questions.iter().map(of_question).sum::<usize>() as u64
}

fn ids(waves: &Waves<'_>) -> String {
    format!("{} – {}", waves.own.entry.id, waves.other.entry.id)
}

fn lines(
    waves: &Waves<'_>,
    wording: &dyn Wording,
    line: impl Fn(&Question, &WaveQuestion, (Named, Vec<Cell>)) -> Vec<Cell>,
) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for wave in waves.questions {
        let Some(question) = waves.own.questionnaire.question(&wave.name) else { continue };
        let words = |cells| (<Named>::default(), cells);
        match &wave.figures {
            WaveFigures::Hidden => rows.push(line(question, wave, words(hidden(2 * FIGURES + 2, wording)))),
            WaveFigures::NotCompared => {
                let cells = vec![Cell::text(wording.word(Word::NotCompared)); 2 * FIGURES + 2];
                rows.push(line(question, wave, words(cells)));
            }
            WaveFigures::Pairs(pairs, certainty) => {
                let of_pair = |pair| of_pair(question, pair, certainty, waves, wording);
                rows.extend(pairs.iter().flat_map(of_pair).map(|found| line(question, wave, found)));
            }
        }
    }
    rows
}

/// Lines of one question, or of one statement.
fn of_pair(
    question: &Question,
    pair: &Pair,
    certainty: &Certainty,
    waves: &Waves<'_>,
    wording: &dyn Wording,
) -> Vec<(Named, Vec<Cell>)> {
    let language = wording.language();
    let (choices, rows) = (values(question, language), statements(question, language));
    let [row, row_label] = match &pair.row {
        Some(row) => [Cell::text(row.key()), Cell::text(label(&rows, row))],
        None => [Cell::Empty, Cell::Empty],
    };
    let group: Scalar = waves.own.entry.id.as_str().into();
    let [own, other] = pair.answered;
    let line = |(value, [left, right]): &(Scalar, [u64; 2])| {
        let difference = share(*left, own).zip(share(*right, other)).map(|(left, right)| left - right);
        let tested = certainty.of_cell(pair.row.as_ref(), value, &group).map(|(test, _)| &test.outcome);
        let adjusted = match tested {
            Some(Outcome::Tested(figures)) => Cell::Probability(figures.adjusted),
            Some(Outcome::NotTested) => Cell::text(wording.word(Word::NotTested)),
            None => Cell::Empty,
        };
        let cells = [Cell::Count(own)]
            .into_iter()
            .chain(figures(*left, own))
            .chain([Cell::Count(other)])
            .chain(figures(*right, other))
            .chain([difference.map_or(Cell::Empty, |it| Cell::Points(it * 100.0)), adjusted]);
        let choice = [Cell::text(value.key()), Cell::text(label(&choices, value))];
        let [value, label] = choice;
        ([row.clone(), row_label.clone(), value, label], cells.collect())
    };
    pair.counts.iter().map(line).collect()
}

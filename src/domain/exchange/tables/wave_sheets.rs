//! Surveys side by side in a workbook, and in what their questions differ.

use super::waves::{FIGURES, Named, OF_OTHER, Waves, lines, words};
use super::{Cell, Sheet, Word, Wording};
use crate::domain::analysis::{Standing, WaveQuestion};
use crate::domain::survey::{Change, Question, Survey, only_in};

/// Every value a line, the surveys beside each other.
pub(super) fn waves_sheet<'a>(waves: &Waves<'a>, wording: &dyn Wording) -> Sheet {
    let word = |it: Word| wording.word(it);
    let figures = [Word::Answered, Word::Count, Word::Share, Word::Low, Word::High];
    let of_survey = |survey: &Survey, headings: &[Word]| {
        let heading = |it: &Word| format!("{}: {}", survey.entry.id, word(*it).to_lowercase());
        headings.iter().map(heading).collect::<Vec<_>>()
    };
    let of_other = [&figures[..], &[Word::Difference, Word::Adjusted]].concat();
    let headings = [Word::Question, Word::Statement, Word::Choice]
        .map(word)
        .into_iter()
        .chain(of_survey(waves.own, &figures))
        .chain(waves.others.iter().flat_map(|other| of_survey(other, &of_other)));
    let asked = |wave: &'a WaveQuestion| Some((wave, waves.own.questionnaire.question(&wave.name)?));
    let rows = waves.questions.iter().filter_map(asked);
    Sheet {
        name: word(Word::Waves),
        above: vec![word(Word::Waves), ids(waves), word(Word::IntervalNote)],
        headings: headings.collect(),
        rows: rows.flat_map(|(wave, question)| of_question(wave, question, waves, wording)).collect(),
    }
}

fn of_question(
    wave: &WaveQuestion,
    question: &Question,
    waves: &Waves<'_>,
    wording: &dyn Wording,
) -> Vec<Vec<Cell>> {
    let row = |[_, row, _, choice]: Named, own: Vec<Cell>, others: Vec<Cell>| {
        let named = [Cell::text(question.title.get(wording.language())), row, choice];
        named.into_iter().chain(own).chain(others).collect()
    };
    let standing = |at: usize| wave.others[at].standing;
    let others = || 0..wave.others.len();
    if !wave.is_compared() {
        let is_hidden = wave.has(Standing::Hidden);
        let own = if is_hidden { Standing::Hidden } else { Standing::NotCompared };
        let words = |standing, cells| words(standing, cells, wording);
        let others = others().flat_map(|at| words(standing(at), OF_OTHER)).collect();
        return vec![row(Named::default(), words(own, FIGURES), others)];
    }
    let line = |line: super::waves::Line<'_>| {
        let of_other = |at: usize| match standing(at) {
            Standing::Compared => line.against(waves, at, wording),
            standing => words(standing, OF_OTHER, wording),
        };
        row(line.named(), line.figures(0), others().flat_map(of_other).collect())
    };
    lines(wave, question, wording).map(line).collect()
}

/// In what the questions differ, one line a difference.
pub(super) fn changes_sheet(waves: &Waves<'_>, wording: &dyn Wording) -> Sheet {
    let word = |it: Word| wording.word(it);
    let row = |question: &Question, other: &Survey, change: &Change, effect: Word| {
        let title = question.title.get(wording.language());
        let change = wording.change(change, question, other);
        vec![title, &question.name, &other.entry.id, &change, &word(effect)]
            .into_iter()
            .map(Cell::text)
            .collect()
    };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (at, other) in waves.others.iter().enumerate() {
        for wave in waves.questions {
            let Some(question) = waves.own.questionnaire.question(&wave.name) else { continue };
            let changes = &wave.others[at].changes;
            let is_grave = changes.iter().any(Change::is_grave);
            let effect = if is_grave { Word::NotComparable } else { Word::CompareWithCare };
            rows.extend(changes.iter().map(|change| row(question, other, change, effect)));
        }
        let added = only_in(other, waves.own).into_iter();
        rows.extend(added.map(|question| row(question, other, &Change::Added, Word::NotComparable)));
    }
    let same = rows.is_empty().then(|| word(Word::SameQuestions));
    Sheet {
        name: word(Word::Changes),
        above: [word(Word::Changes), ids(waves)].into_iter().chain(same).collect(),
        headings: [Word::Question, Word::Name, Word::OtherSurvey, Word::Change, Word::Effect]
            .map(word)
            .to_vec(),
        rows,
    }
}

/// How many lines of both sheets the page shows; one stands for a question that is compared with none.
pub(super) fn shown(waves: &Waves<'_>) -> usize {
    let of_question = |wave: &WaveQuestion| {
        let changes = wave.others.iter().map(|other| other.changes.len()).sum::<usize>();
        let figures = wave.figures.iter().map(|it| it.counts.len()).sum();
        changes + if wave.is_compared() { figures } else { 1 }
    };
    let added = waves.others.iter().map(|other| only_in(other, waves.own).len());
    waves.questions.iter().map(of_question).sum::<usize>() + added.sum::<usize>()
}

fn ids(waves: &Waves<'_>) -> String {
    let ids = [waves.own].into_iter().chain(waves.others.iter().copied()).map(|it| it.entry.id.as_str());
    ids.collect::<Vec<_>>().join(" – ")
}

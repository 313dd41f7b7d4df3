//! Surveys side by side: every figure of the one that is shown and of another a line.

use super::columns::{figures, hidden, label, statements, values};
use super::{Cell, Sheet, Word, Wording};
use crate::domain::analysis::statistics::share;
use crate::domain::analysis::{Abreast, Outcome, Standing, WaveQuestion};
use crate::domain::survey::{Question, Scalar, Survey};

/// Other surveys beside the one that is shown.
#[derive(Clone)]
pub struct Waves<'a> {
    /// The one that is shown.
    pub own: &'a Survey,
    /// The others.
    pub others: Vec<&'a Survey>,
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
pub(super) const FIGURES: usize = 5;
/// Of another survey there are also the difference from it, and how certain that is.
pub(super) const OF_OTHER: usize = FIGURES + 2;

/// What a line is of: value and label of the statement, then of the choice.
pub(super) type Named = [Cell; 4];

/// The table for programs, one other survey after another: what differs stands in every line of its question.
pub fn wave_table<'a>(waves: &Waves<'a>, wording: &dyn Wording) -> Sheet {
    let asked = |wave: &'a WaveQuestion| Some((wave, waves.own.questionnaire.question(&wave.name)?));
    let questions: Vec<_> = waves.questions.iter().filter_map(asked).collect();
    let mut rows = Vec::new();
    for (at, other) in waves.others.iter().enumerate() {
        let of_question = |(wave, question): &(&WaveQuestion, &Question)| {
            let changes = wave.others[at].changes.iter();
            let differs: Vec<String> = changes.map(|it| wording.change(it, question, other)).collect();
            let differs = differs.join(" ");
            let line = |(named, own, theirs): (Named, Vec<Cell>, Vec<Cell>)| {
                let (asked, title) = (&question.name, question.title.get(wording.language()));
                let mut line = vec![Cell::text(asked), Cell::text(title)];
                line.extend(named);
                line.extend([vec![Cell::text(&waves.own.entry.id)], own].concat());
                line.extend([vec![Cell::text(&other.entry.id)], theirs].concat());
                line.push(if differs.is_empty() { Cell::Empty } else { Cell::text(&differs) });
                line
            };
            let words = |cells| words(wave.others[at].standing, cells, wording);
            if wave.others[at].standing != Standing::Compared {
                return vec![line((Named::default(), words(FIGURES), words(OF_OTHER)))];
            }
            let lines = lines(wave, question, wording).filter(|it| it.is_of(at + 1));
            lines.map(|it| line((it.named(), it.figures(0), it.against(waves, at, wording)))).collect()
        };
        rows.extend(questions.iter().flat_map(of_question));
    }
    Sheet { name: String::new(), above: Vec::new(), headings: NAMES.map(str::to_owned).to_vec(), rows }
}

/// How many lines for programs the page shows; one stands for what is hidden or not compared.
pub fn shown_waves(questions: &[WaveQuestion]) -> u64 {
    let of_other = |wave: &WaveQuestion, at: usize| match wave.others[at].standing {
        Standing::Compared => wave
            .figures
            .iter()
            .map(|it| it.counts.iter().filter(|(_, counts)| counts[at + 1].is_some()).count())
            .sum(),
        Standing::Hidden | Standing::NotCompared => 1,
    };
    let of_question =
        |wave: &WaveQuestion| (0..wave.others.len()).map(|at| of_other(wave, at)).sum::<usize>();
    questions.iter().map(of_question).sum::<usize>() as u64
}

/// What stands in place of figures.
pub(super) fn words(standing: Standing, cells: usize, wording: &dyn Wording) -> Vec<Cell> {
    match standing {
        Standing::Hidden => hidden(cells, wording),
        _ => vec![Cell::text(wording.word(Word::NotCompared)); cells],
    }
}

/// A value of a question, or of a statement, in all surveys.
pub(super) struct Line<'a> {
    wave: &'a WaveQuestion,
    abreast: &'a Abreast,
    value: &'a Scalar,
    counts: &'a [Option<u64>],
    named: Named,
}

/// Every value of a question that is compared.
pub(super) fn lines<'a>(
    wave: &'a WaveQuestion,
    question: &Question,
    wording: &dyn Wording,
) -> impl Iterator<Item = Line<'a>> + use<'a> {
    let language = wording.language();
    let (choices, rows) = (values(question, language), statements(question, language));
    wave.figures.iter().flat_map(move |abreast| {
        let [row, row_label] = match &abreast.row {
            Some(row) => [Cell::text(row.key()), Cell::text(label(&rows, row))],
            None => [Cell::Empty, Cell::Empty],
        };
        let line = |(value, counts): &'a (Scalar, Vec<Option<u64>>)| {
            let choice = [Cell::text(value.key()), Cell::text(label(&choices, value))];
            let [value_cell, value_label] = choice;
            let named = [row.clone(), row_label.clone(), value_cell, value_label];
            Line { wave, abreast, value, counts, named }
        };
        abreast.counts.iter().map(line).collect::<Vec<_>>()
    })
}

impl Line<'_> {
    /// What it is of.
    pub fn named(&self) -> Named {
        self.named.clone()
    }

    /// Whether there are figures of a survey; the one that is shown is the first.
    pub fn is_of(&self, survey: usize) -> bool {
        self.of(survey).is_some()
    }

    fn of(&self, survey: usize) -> Option<(u64, u64)> {
        Some((self.counts[survey]?, self.abreast.answered[survey]?))
    }

    /// Answered, count, share and interval in a survey; nothing where it has no such value.
    pub fn figures(&self, survey: usize) -> Vec<Cell> {
        let Some((count, answered)) = self.of(survey) else { return vec![Cell::Empty; FIGURES] };
        [Cell::Count(answered)].into_iter().chain(figures(count, answered)).collect()
    }

    /// The same of another survey, with the difference from it.
    pub fn against(&self, waves: &Waves<'_>, other: usize, wording: &dyn Wording) -> Vec<Cell> {
        let share = |survey| self.of(survey).and_then(|(count, answered)| share(count, answered));
        let difference = share(0).zip(share(other + 1)).map(|(own, their)| own - their);
        let group = waves.others[other].entry.id.as_str().into();
        let tested = self.wave.certainty.of_cell(self.abreast.row.as_ref(), self.value, &group);
        let adjusted = match tested.map(|(test, _)| &test.outcome) {
            Some(Outcome::Tested(figures)) => Cell::Probability(figures.adjusted),
            Some(Outcome::NotTested) => Cell::text(wording.word(Word::NotTested)),
            None => Cell::Empty,
        };
        let mut cells = self.figures(other + 1);
        cells.extend([difference.map_or(Cell::Empty, |it| Cell::Points(it * 100.0)), adjusted]);
        cells
    }
}

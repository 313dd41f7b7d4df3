//! A reader: parts of files in, columns and the candidates' ids out. Several may share a set of files.

mod kept;
mod returned;

use std::rc::Rc;

use super::line_reader::{Found, LineReader};
use super::part::Part;
use super::task::{Batch, Candidate, Portion, Task};
use crate::domain::analysis::Dataset;
use crate::domain::exchange::FileProblem;
use crate::domain::exchange::record::{Head, Records};
use crate::domain::exchange::split::{LONGEST_RECORD, Piece, Splitter};
use crate::domain::exchange::unpack::Unpacker;
use crate::domain::survey::{FaultReason, Survey};

pub use kept::Kept;

/// Reads one part of a file after another. For each: [`Reader::begin`], [`Reader::push`] for every slice
/// until it wants no more, [`Reader::finish`]; the slices of lines begin one byte before the part.
pub struct Reader {
    taken: Taken,
    form: Form,
    part: Part,
    /// Refused records whose text has been kept.
    kept_texts: usize,
}

/// What the records came to.
struct Taken {
    surveys: Rc<Vec<Survey>>,
    records: Records,
    datasets: Vec<Dataset>,
    /// Candidates not handed on yet, by survey.
    candidates: Vec<Vec<Candidate>>,
    /// The records themselves, where they are wanted.
    kept: Option<Kept>,
}

/// How the part is being read.
enum Form {
    Nothing,
    /// From its beginning, whatever it holds.
    Any {
        unpacker: Unpacker,
        splitter: Box<Splitter>,
        pushed: u64,
        may_stop: bool,
    },
    Lines(LineReader),
    /// Piece by piece, as somebody else finds them in it.
    Returned,
}

impl Reader {
    /// Nothing read yet.
    pub fn new(surveys: Rc<Vec<Survey>>) -> Self {
        let datasets = surveys.iter().map(|survey| Dataset::new(&survey.questionnaire)).collect();
        let candidates = vec![Vec::new(); surveys.len()];
        let records = Records::new(surveys.clone());
        let taken = Taken { surveys, records, datasets, candidates, kept: None };
        Self { taken, form: Form::Nothing, part: Part::default(), kept_texts: 0 }
    }

    /// Begins a part of the file of this name. Where `may_stop`, the rest of a file may be left to
    /// others once it is known to hold one record a line.
    pub fn begin(&mut self, name: &str, task: Task, may_stop: bool) {
        self.part = Part::new(name, self.taken.surveys.len(), self.kept_texts);
        self.form = if task.is_lines {
            Form::Lines(LineReader::new(task.to - task.from))
        } else {
            Form::Any { unpacker: Unpacker::default(), splitter: Box::default(), pushed: 0, may_stop }
        };
    }

    /// Takes the next bytes, as read: packed, where the file is. Whether more are needed.
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        let Self { taken, form, part, .. } = self;
        match form {
            Form::Nothing | Form::Returned => false,
            Form::Lines(lines) => lines.push(bytes, &mut |found, line| part.line(found, line, taken)),
            Form::Any { unpacker, splitter, pushed, may_stop } => {
                unpacker.push(bytes, &mut |unpacked| {
                    part.keep_start(unpacked);
                    splitter.push(unpacked, &mut |piece| part.piece(&piece, taken));
                });
                *pushed += bytes.len() as u64;
                if *may_stop && unpacker.is_plain() {
                    part.portion.lines_from = splitter.lines_from(*pushed);
                }
                part.portion.lines_from.is_none()
            }
        }
    }

    /// Ends the part.
    pub fn finish(&mut self) -> Portion {
        let Self { taken, part, .. } = self;
        match std::mem::replace(&mut self.form, Form::Nothing) {
            Form::Nothing => {}
            Form::Returned => part.judge_returned(),
            Form::Lines(mut lines) => {
                lines.finish(&mut |found, line| part.line(found, line, taken));
                part.portion.lines = lines.lines;
            }
            Form::Any { splitter, .. } if part.portion.lines_from.is_some() => {
                part.portion.lines = splitter.line_ends();
            }
            Form::Any { unpacker, mut splitter, .. } => {
                let is_whole = unpacker.finish(&mut |unpacked| {
                    part.keep_start(unpacked);
                    splitter.push(unpacked, &mut |piece| part.piece(&piece, taken));
                });
                splitter.finish(&mut |piece| part.piece(&piece, taken));
                part.judge(is_whole);
            }
        }
        let portion = std::mem::take(&mut self.part).portion;
        self.kept_texts += portion.rejections.len();
        portion
    }

    /// Ends a part that could not be read to its end; nothing of its file will count.
    pub fn fail(&mut self, problem: FileProblem) -> Portion {
        self.form = Form::Nothing;
        self.part = Part::default();
        Portion {
            problem: Some(problem),
            is_refused: true,
            taken: vec![0; self.taken.surveys.len()],
            ..Portion::default()
        }
    }

    /// How many candidates have not been handed on.
    pub fn candidates(&self) -> usize {
        self.taken.candidates.iter().map(Vec::len).sum()
    }

    /// Hands on the candidates that came since the last time.
    pub fn take_candidates(&mut self) -> Vec<Batch> {
        let Taken { datasets, candidates, .. } = &mut self.taken;
        let mut batches = Vec::new();
        for (survey, (dataset, candidates)) in datasets.iter().zip(candidates).enumerate() {
            if !candidates.is_empty() {
                let candidates = std::mem::take(candidates);
                batches.push(Batch { survey, first: dataset.len() - candidates.len(), candidates });
            }
        }
        batches
    }

    /// Takes back responses of a survey by their positions.
    pub fn remove(&mut self, survey: usize, indexes: impl IntoIterator<Item = usize>) {
        let dataset = &mut self.taken.datasets[survey];
        indexes.into_iter().for_each(|index| dataset.remove(index));
    }

    /// The surveys of the installation.
    pub fn surveys(&self) -> &Rc<Vec<Survey>> {
        &self.taken.surveys
    }

    /// The responses to the survey of this position.
    pub fn dataset(&self, survey: usize) -> &Dataset {
        &self.taken.datasets[survey]
    }
}

impl Taken {
    /// Puts the record that was just read into its columns.
    fn accept(&mut self, bytes: &[u8], head: &Head<'_>, line: u64, number: u64, portion: &mut Portion) {
        let fingerprint = self.records.fingerprint(head);
        let survey = &self.surveys[head.survey];
        let day = head.submitted_at.day();
        let coded = self.records.coded(head.survey);
        self.datasets[head.survey].push_coded(&survey.questionnaire, coded, day, &head.language);
        if let Some(kept) = &mut self.kept {
            kept.add(head.survey, head.id, bytes);
        }
        portion.taken[head.survey] += 1;
        let is_outside = !survey.entry.is_open(day);
        portion.outside_period += u64::from(is_outside);
        self.candidates[head.survey].push(Candidate {
            #[allow(clippy::cast_possible_truncation)]
            id: [(head.id >> 64) as u64, head.id as u64],
            fingerprint,
            record: u32::try_from(number).unwrap_or(u32::MAX),
            line_and_period: Candidate::line_and_period(line, is_outside),
        });
    }
}

impl Part {
    /// What a piece of the file brings; whether its text was JSON.
    fn piece(&mut self, piece: &Piece<'_>, taken: &mut Taken) -> bool {
        match piece {
            Piece::Record { bytes, line, number, is_last } => {
                self.portion.records = *number;
                match taken.records.read(bytes, *is_last) {
                    Ok(head) => taken.accept(bytes, &head, *line, *number, &mut self.portion),
                    Err(fault) => return self.refuse_record(bytes, *line, *number, fault),
                }
            }
            Piece::Broken { bytes, line, number, reason } => {
                self.portion.records = *number;
                self.broken(bytes, *line, *number, reason.clone());
            }
            Piece::Problem(problem) => self.note_problem(problem.clone()),
            Piece::OtherFormat(format) => {
                self.portion.other_format.get_or_insert_with(|| format.clone());
            }
        }
        true
    }

    /// What a line of a file of lines brings; how many bytes of what lies ahead were taken.
    fn line(&mut self, found: Found<'_>, line: u64, taken: &mut Taken) -> usize {
        let number = self.portion.records + 1;
        match found {
            Found::Ahead(bytes) => match taken.records.read_line(bytes) {
                Some((head, length)) if length <= LONGEST_RECORD => {
                    taken.accept(&bytes[..length], &head, line, number, &mut self.portion);
                    self.portion.records = number;
                    return length;
                }
                _ => return 0,
            },
            Found::Record { bytes, is_last } => match taken.records.read(bytes, is_last) {
                Ok(head) => taken.accept(bytes, &head, line, number, &mut self.portion),
                Err(fault) => drop(self.refuse_record(bytes, line, number, fault)),
            },
            Found::TooLong(bytes) => {
                self.broken(bytes, line, number, FaultReason::TooLarge);
            }
        }
        self.portion.records = number;
        0
    }
}

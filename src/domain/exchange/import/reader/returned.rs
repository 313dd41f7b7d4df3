//! What came back in texts, mails and encrypted files: one record after another, whatever held them.

use super::super::part::fault_of;
use super::{Form, Part, Piece, Reader, Splitter, Taken, Unpacker};
use crate::domain::exchange::FileProblem;
use crate::domain::survey::{Fault, FaultReason};

impl Reader {
    /// Reads the file that has been begun piece by piece: what is found in it is handed over by the methods
    /// below, in its order. Its bytes are not pushed.
    pub fn read_returned(&mut self) {
        self.form = Form::Returned;
    }

    /// Takes the text of one response.
    pub fn take_response(&mut self, bytes: &[u8]) {
        let Self { taken, part, .. } = self;
        let number = part.portion.records + 1;
        part.piece(&Piece::Record { bytes, line: 0, number, is_last: false }, taken);
    }

    /// Takes a file of responses, in any of their forms.
    pub fn take_file(&mut self, bytes: &[u8]) {
        let Self { taken, part, .. } = self;
        let before = part.portion.records;
        let mut problem = None;
        let mut unpacker = Unpacker::default();
        let mut splitter = Splitter::default();
        let mut take = |part: &mut Part, piece: Piece<'_>| part.inner(piece, before, &mut problem, taken);
        unpacker.push(bytes, &mut |unpacked| splitter.push(unpacked, &mut |piece| take(part, piece)));
        let is_whole =
            unpacker.finish(&mut |unpacked| splitter.push(unpacked, &mut |piece| take(part, piece)));
        splitter.finish(&mut |piece| take(part, piece));
        if !is_whole {
            problem = Some(FileProblem::DamagedGzip);
        }
        if let Some(problem) = problem {
            part.refuse_one(bytes, fault_of(&problem));
        }
    }

    /// Notes a record that cannot be read.
    pub fn refuse(&mut self, reason: FaultReason, text: &str) {
        self.part.refuse_one(text.as_bytes(), Fault { path: "$".to_owned(), reason });
    }

    /// Notes what the file is instead.
    pub fn note_problem(&mut self, problem: FileProblem) {
        self.part.portion.problem = Some(problem);
    }
}

impl Part {
    /// A piece of a file within the file; whether its text was JSON.
    fn inner(
        &mut self,
        piece: Piece<'_>,
        before: u64,
        problem: &mut Option<FileProblem>,
        taken: &mut Taken,
    ) -> bool {
        let piece = match piece {
            Piece::Record { bytes, number, is_last, .. } => {
                Piece::Record { bytes, line: 0, number: before + number, is_last }
            }
            Piece::Broken { bytes, number, reason, .. } => {
                Piece::Broken { bytes, line: 0, number: before + number, reason }
            }
            Piece::Problem(found) => {
                problem.get_or_insert(found);
                return true;
            }
            Piece::OtherFormat(_) => piece,
        };
        self.piece(&piece, taken)
    }

    fn refuse_one(&mut self, bytes: &[u8], fault: Fault) {
        self.portion.records += 1;
        self.reject(bytes, 0, self.portion.records, fault);
    }

    /// Says what is wrong with a file in which nothing was found.
    pub(super) fn judge_returned(&mut self) {
        if self.portion.records == 0 {
            self.portion.problem.get_or_insert(FileProblem::NoBlocks);
        }
    }
}

//! What follows an export's responses.

use super::{Done, LONGEST_RECORD, Lost, Mode, Names, Piece, Splitter, header};
use crate::domain::exchange::FileProblem;

impl Splitter {
    pub(super) fn tail(
        &mut self,
        held: &[u8],
        is_end: bool,
        mut names: Names,
        sink: &mut impl FnMut(Piece<'_>) -> bool,
    ) -> Done {
        let looked_at = &held[..held.len().min(LONGEST_RECORD)];
        match header::read_tail(looked_at, &mut names) {
            Some(Ok(end)) => {
                if names.is_wrong() || !names.is_complete() {
                    sink(Piece::Problem(names.refusal()));
                }
                Done::Used(end)
            }
            // A bracket too many ended the array within the responses, most likely.
            Some(Err(())) => {
                self.mode = Mode::Lost(Lost::tail(names));
                Done::Used(0)
            }
            None if held.len() >= LONGEST_RECORD => {
                self.mode = Mode::Lost(Lost::tail(names));
                Done::Used(0)
            }
            None if is_end => {
                sink(Piece::Problem(FileProblem::Truncated));
                self.mode = Mode::Closed;
                Done::Used(held.len())
            }
            None => {
                self.mode = Mode::Tail(names);
                Done::Waiting
            }
        }
    }
}

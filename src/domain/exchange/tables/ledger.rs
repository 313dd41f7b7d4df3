//! The files and the refused records as sheets.
//!
//! How a refused record begins is left out, as it may be somebody's answers: a workbook is passed on.

use super::{Cell, Sheet, Word, Wording};
use crate::domain::exchange::{FileEntry, Rejection};

/// One row a file.
pub(super) fn files(files: &[FileEntry], wording: &dyn Wording) -> Sheet {
    let words = [
        Word::File,
        Word::Bytes,
        Word::Sha256,
        Word::Accepted,
        Word::Duplicates,
        Word::Conflicts,
        Word::Rejected,
        Word::OutsidePeriod,
        Word::Problem,
    ];
    let row = |entry: &FileEntry| {
        let source = &entry.source;
        vec![
            Cell::text(&source.name),
            Cell::Count(source.bytes),
            Cell::text(&source.sha256),
            Cell::Count(source.accepted),
            Cell::Count(source.duplicates),
            Cell::Count(source.conflicts),
            Cell::Count(source.rejected),
            Cell::Count(entry.outside_period),
            entry.problem.as_ref().map_or(Cell::Empty, |it| Cell::text(wording.problem(it))),
        ]
    };
    sheet(Word::Ledger, &words, files.iter().map(row).collect(), wording)
}

/// One row a refused record.
pub(super) fn rejections(rejections: &[Rejection], wording: &dyn Wording) -> Sheet {
    let words = [Word::File, Word::Record, Word::Line, Word::Place, Word::Reason];
    let row = |rejection: &Rejection| {
        vec![
            Cell::text(&rejection.file),
            Cell::Count(rejection.record),
            if rejection.line > 0 { Cell::Count(rejection.line) } else { Cell::Empty },
            Cell::text(&rejection.fault.path),
            Cell::text(wording.fault(&rejection.fault.reason)),
        ]
    };
    sheet(Word::Rejections, &words, rejections.iter().map(row).collect(), wording)
}

fn sheet(name: Word, words: &[Word], rows: Vec<Vec<Cell>>, wording: &dyn Wording) -> Sheet {
    let headings = words.iter().map(|word| wording.word(*word)).collect();
    Sheet { name: wording.word(name), above: vec![wording.word(name)], headings, rows }
}

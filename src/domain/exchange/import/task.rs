//! What a reader is asked to read, and what it finds there.

use serde::{Deserialize, Serialize};

use crate::domain::exchange::{FileProblem, Rejection};

/// A part of a file that one reader reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Position of the file in the list of files.
    pub file: usize,
    /// The first byte.
    pub from: u64,
    /// The byte after the last. Lines that begin before it are read to their ends.
    pub to: u64,
    /// Whether the file is known to hold one record a line here.
    pub is_lines: bool,
}

impl Task {
    /// The rest of the file from where a reader stopped, in parts of about `length` bytes.
    pub fn rest(self, from: u64, length: u64) -> Vec<Self> {
        let starts = (from..self.to).step_by(usize::try_from(length.max(1)).unwrap_or(usize::MAX));
        starts.map(|from| Self { from, to: self.to.min(from + length), is_lines: true, ..self }).collect()
    }
}

/// What one reader found in a part of a file. Numbers of records and lines begin anew in each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portion {
    /// Records, of whatever fate.
    pub records: u64,
    /// Ends of lines.
    pub lines: u64,
    /// Records the definitions allow, by the survey's position.
    pub taken: Vec<u64>,
    /// Of these, by a day outside their survey's period.
    pub outside_period: u64,
    /// Refused records.
    pub rejections: Vec<Rejection>,
    /// What is wrong with the file as a whole.
    pub problem: Option<FileProblem>,
    /// Whether the problem is such that nothing of the file counts.
    pub is_refused: bool,
    /// What the file is, should nothing in it be a response.
    pub other_format: Option<FileProblem>,
    /// Where the reader stopped because one record a line follows, which others can read as well.
    pub lines_from: Option<u64>,
}

/// A record the definitions allow, in short: what tells whether it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The number its UUID stands for: high and low half.
    pub id: [u64; 2],
    /// The same for the same content.
    pub fingerprint: u64,
    /// Its number in the part of the file, from 1.
    pub record: u32,
    /// Its line in the part of the file, from 1; the highest bit says that its day is outside its
    /// survey's period. A million of these are on their way at once, so they are small.
    pub line_and_period: u32,
}

/// Candidates of one survey from one part of a file, one after another in the reader's dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Position of the survey.
    pub survey: usize,
    /// Position of the first in the dataset.
    pub first: usize,
    /// The candidates.
    pub candidates: Vec<Candidate>,
}

impl Candidate {
    /// Bytes of one as [`Candidate::to_bytes`] writes it.
    pub const SIZE: usize = 32;

    const OUTSIDE: u32 = 1 << 31;

    /// Line, and whether the day is outside the survey's period, as they are held.
    pub fn line_and_period(line: u64, is_outside: bool) -> u32 {
        let line = u32::try_from(line).map_or(!Self::OUTSIDE, |line| line & !Self::OUTSIDE);
        line | if is_outside { Self::OUTSIDE } else { 0 }
    }

    /// Its line in the part of the file, from 1.
    pub fn line(&self) -> u64 {
        u64::from(self.line_and_period & !Self::OUTSIDE)
    }

    /// Whether its day is outside its survey's period.
    pub fn is_outside_period(&self) -> bool {
        self.line_and_period & Self::OUTSIDE != 0
    }

    /// The candidate on its way to another worker.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        bytes[..8].copy_from_slice(&self.id[0].to_le_bytes());
        bytes[8..16].copy_from_slice(&self.id[1].to_le_bytes());
        bytes[16..24].copy_from_slice(&self.fingerprint.to_le_bytes());
        bytes[24..28].copy_from_slice(&self.record.to_le_bytes());
        bytes[28..].copy_from_slice(&self.line_and_period.to_le_bytes());
        bytes
    }

    /// Reads what [`Candidate::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8; Self::SIZE]) -> Self {
        let long = |at: usize| bytes[at..].first_chunk().map_or(0, |part| u64::from_le_bytes(*part));
        let short = |at: usize| bytes[at..].first_chunk().map_or(0, |part| u32::from_le_bytes(*part));
        Self { id: [long(0), long(8)], fingerprint: long(16), record: short(24), line_and_period: short(28) }
    }
}

#[cfg(test)]
mod tests {
    use super::Candidate;

    #[test]
    fn a_candidate_comes_back_from_its_bytes() {
        let line_and_period = Candidate::line_and_period(1 << 40, true);
        let candidate = Candidate { id: [1, u64::MAX - 1], fingerprint: 7 << 60, record: 3, line_and_period };
        assert!(candidate.is_outside_period() && candidate.line() == (1 << 31) - 1);
        assert_eq!(Candidate::from_bytes(&candidate.to_bytes()), candidate);
    }
}

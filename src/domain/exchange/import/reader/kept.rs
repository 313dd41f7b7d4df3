//! The records themselves, for whoever copies them: the columns keep neither ids nor times.

use std::ops::Range;

use super::Reader;
use crate::domain::analysis::Dataset;

/// Records the definitions allow, in the order they were read.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Position of the survey whose records are kept as text.
    survey: usize,
    /// Position of the survey, id, and place of the text; empty for those of other surveys.
    records: Vec<(usize, u128, Range<usize>)>,
    bytes: Vec<u8>,
}

impl Kept {
    pub(super) fn add(&mut self, survey: usize, id: u128, text: &[u8]) {
        let from = self.bytes.len();
        if survey == self.survey {
            self.bytes.extend_from_slice(text);
        }
        self.records.push((survey, id, from..self.bytes.len()));
    }

    /// Position of the survey, id and text of each; the text is empty for those of other surveys.
    pub fn iter(&self) -> impl Iterator<Item = (usize, u128, &[u8])> {
        self.records.iter().map(|(survey, id, place)| (*survey, *id, &self.bytes[place.clone()]))
    }
}

impl Reader {
    /// Keeps the records of the survey of this position, from now on.
    pub fn keep(&mut self, survey: usize) {
        self.taken.kept = Some(Kept { survey, ..Kept::default() });
    }

    /// What was kept since the last time, with the columns of that survey's records; all columns begin anew.
    pub fn take_kept(&mut self) -> (Kept, Dataset) {
        let taken = &mut self.taken;
        let survey = taken.kept.as_ref().map_or(0, |kept| kept.survey);
        let kept = taken.kept.replace(Kept { survey, ..Kept::default() }).unwrap_or_default();
        taken.candidates.iter_mut().for_each(Vec::clear);
        let empty = taken.surveys.iter().map(|survey| Dataset::new(&survey.questionnaire)).collect();
        let mut datasets = std::mem::replace(&mut taken.datasets, empty);
        (kept, datasets.swap_remove(survey))
    }
}

//! Writes the responses that count, one after another.

use std::collections::HashSet;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::columns::{Column, columns, headings};
use super::removal::without_removed;
use crate::domain::analysis::Filter;
use crate::domain::coding::Codes;
use crate::domain::exchange::tables::{Cell, Separator, TableError, line};
use crate::domain::exchange::{Reader, record};
use crate::domain::survey::Survey;

/// Marks a table as UTF-8 for spreadsheets.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What the copy is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// One response a line, as the contract has them.
    Ndjson,
    /// One response a row.
    Csv(Separator),
}

/// The responses of a survey that pass a filter; of several with one id, the first that is taken.
///
/// Files are to be read in their order, and only those of which anything was accepted.
pub struct Copier<'a> {
    surveys: Rc<Vec<Survey>>,
    /// Position of the survey.
    survey: usize,
    filter: Filter,
    form: Form,
    codes: &'a Codes,
    columns: Vec<Column>,
    /// The ids taken so far, of whatever survey.
    taken: HashSet<u128>,
    rows: u64,
    bytes: Vec<u8>,
}

impl<'a> Copier<'a> {
    /// Nothing has been taken yet.
    ///
    /// # Errors
    /// The headings cannot be written.
    pub fn new(
        surveys: Rc<Vec<Survey>>,
        survey: usize,
        filter: Filter,
        form: Form,
        codes: &'a Codes,
    ) -> Result<Self, TableError> {
        let questionnaire = &surveys[survey].questionnaire;
        let columns = columns(questionnaire);
        let mut bytes = Vec::new();
        if let Form::Csv(separator) = form {
            bytes.extend_from_slice(BYTE_ORDER_MARK.as_bytes());
            let headings: Vec<Cell> = headings(&columns, questionnaire).into_iter().map(Cell::text).collect();
            line(&headings, separator, &mut bytes)?;
        }
        Ok(Self { surveys, survey, filter, form, codes, columns, taken: HashSet::new(), rows: 0, bytes })
    }

    /// Takes what a reader that keeps its records has read since the last time.
    ///
    /// # Errors
    /// A row cannot be written.
    pub fn take(&mut self, reader: &mut Reader) -> Result<(), TableError> {
        let (kept, dataset) = reader.take_kept();
        let surveys = self.surveys.clone();
        let selected = self.filter.select(&surveys[self.survey], &dataset);
        let mut at = 0;
        for (survey, id, text) in kept.iter() {
            let is_first = self.taken.insert(id);
            if survey == self.survey {
                if is_first && selected.has(at) {
                    self.write(text)?;
                }
                at += 1;
            }
        }
        Ok(())
    }

    fn write(&mut self, text: &[u8]) -> Result<(), TableError> {
        let questionnaire = &self.surveys[self.survey].questionnaire;
        let gone = || TableError::Format("a record has changed".to_owned());
        let mut response = record::response(text, &self.surveys).ok_or_else(gone)?;
        // What was not asked is not counted, and its texts are not listed: nobody could have marked them.
        response.answers = response.answers.submitted(questionnaire);
        response.answers = without_removed(self.codes, questionnaire, response.answers);
        match self.form {
            Form::Ndjson => {
                serde_json::to_writer(&mut self.bytes, &response)
                    .map_err(|error| TableError::Format(error.to_string()))?;
                self.bytes.push(b'\n');
            }
            Form::Csv(separator) => {
                let visible = questionnaire.visible(&response.answers);
                let cell = |column: &Column| column.cell(questionnaire, &response, &visible);
                let cells: Vec<Cell> = self.columns.iter().map(cell).collect();
                line(&cells, separator, &mut self.bytes)?;
            }
        }
        self.rows += 1;
        Ok(())
    }

    /// How many bytes have not been handed on.
    pub fn pending(&self) -> usize {
        self.bytes.len()
    }

    /// Hands on what was written since the last time.
    pub fn take_bytes(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }

    /// How many responses were written.
    pub fn rows(&self) -> u64 {
        self.rows
    }
}

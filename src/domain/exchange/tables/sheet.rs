//! Sheets of plain cells, and what can go wrong when they are written.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing: there is no such figure.
    #[default]
    Empty,
    /// Words; never a formula, whatever they begin with.
    Text(String),
    /// How many.
    Count(u64),
    /// 0 to 1, unrounded.
    Share(f64),
    /// A difference of two shares in percentage points, unrounded.
    Points(f64),
    /// How often chance alone makes a difference as large, 0 to 1.
    Probability(f64),
}

/// A table under its headings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// What it is called.
    pub name: String,
    /// Lines that stand above the headings.
    pub above: Vec<String>,
    /// One for each column.
    pub headings: Vec<String>,
    /// As many cells as headings in each.
    pub rows: Vec<Vec<Cell>>,
}

/// Sheets of one file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Book {
    /// In the order shown.
    pub sheets: Vec<Sheet>,
}

/// A file with the number of rows that were written into it, headings apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// Rows.
    pub rows: u64,
}

/// Why a file was not written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TableError {
    /// The format, or what writes it, does not allow it.
    #[error("{0}")]
    Format(String),
    /// There are other rows in the file than were shown.
    #[error("{written} rows were written of {shown}")]
    Rows {
        /// In the file.
        written: u64,
        /// On the page.
        shown: u64,
    },
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A share that need not be there.
    pub fn share(share: Option<f64>) -> Self {
        share.map_or(Self::Empty, Self::Share)
    }
}

impl Written {
    /// The file, should it hold as many rows as were shown.
    ///
    /// # Errors
    /// [`TableError::Rows`] where it does not.
    pub fn checked(self, shown: u64) -> Result<Self, TableError> {
        if self.rows == shown { Ok(self) } else { Err(TableError::Rows { written: self.rows, shown }) }
    }
}

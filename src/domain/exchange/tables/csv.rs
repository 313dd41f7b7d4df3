//! CSV as RFC 4180 has it: UTF-8 with a byte order mark, lines that end in CRLF.

use csv::{Terminator, Writer, WriterBuilder};
use serde::{Deserialize, Serialize};

use super::{Cell, Sheet, TableError, Written, inert};

/// Marks a file as UTF-8 for spreadsheets.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What stands between fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Separator {
    /// As spreadsheets in Latvia have it, where the comma belongs to numbers: they get one.
    #[default]
    Semicolon,
    /// As everywhere else; numbers have a point.
    Comma,
    /// Numbers have a point.
    Tab,
}

impl Separator {
    fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
            Self::Tab => b'\t',
        }
    }

    /// A number as spreadsheets of this kind read it, to its last digit.
    fn decimal(self, number: f64) -> String {
        let text = number.to_string();
        if self == Self::Semicolon { text.replace('.', ",") } else { text }
    }
}

/// A sheet as a file; the lines above its headings are left out, which programs would take for data.
///
/// # Errors
/// The writer's own: rows of different lengths.
pub fn csv(sheet: &Sheet, separator: Separator) -> Result<Written, TableError> {
    let mut bytes = BYTE_ORDER_MARK.to_vec();
    let headings: Vec<Cell> = sheet.headings.iter().map(Cell::text).collect();
    line(&headings, separator, &mut bytes)?;
    let mut rows = 0;
    for row in &sheet.rows {
        if row.len() != headings.len() {
            return Err(TableError::Format(format!("{} cells under {} headings", row.len(), headings.len())));
        }
        line(row, separator, &mut bytes)?;
        rows += 1;
    }
    Ok(Written { bytes, rows })
}

/// Writes one line.
///
/// # Errors
/// The writer's own.
pub fn line(cells: &[Cell], separator: Separator, bytes: &mut Vec<u8>) -> Result<(), TableError> {
    let failed = |error: csv::Error| TableError::Format(error.to_string());
    let mut writer: Writer<&mut Vec<u8>> = WriterBuilder::new()
        .delimiter(separator.byte())
        .terminator(Terminator::CRLF)
        .flexible(true)
        .buffer_capacity(512)
        .from_writer(bytes);
    for cell in cells {
        match cell {
            Cell::Empty => writer.write_field(""),
            Cell::Text(text) => writer.write_field(inert(text).as_ref()),
            Cell::Count(count) => writer.write_field(count.to_string()),
            Cell::Share(number) | Cell::Points(number) | Cell::Probability(number) => {
                writer.write_field(separator.decimal(*number))
            }
        }
        .map_err(failed)?;
    }
    writer.write_record(None::<&[u8]>).map_err(failed)?;
    writer.flush().map_err(|error| TableError::Format(error.to_string()))
}

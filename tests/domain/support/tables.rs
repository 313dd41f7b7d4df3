//! Words for tables, and readers of the files that are made of them.

use std::io::Cursor;

use aptauja::domain::exchange::FileProblem;
use aptauja::domain::exchange::tables::{Book, Cell, Separator, Sheet, Word, Wording, csv, xlsx};
use aptauja::domain::survey::{Change, FaultReason, Instant, Mark, Question, Survey};
use calamine::{Data, Reader as _, Xlsx};

/// Every separator, and its byte.
pub const SEPARATORS: [(Separator, u8); 3] =
    [(Separator::Semicolon, b';'), (Separator::Comma, b','), (Separator::Tab, b'\t')];

/// Words as they are called here.
pub struct Plain(pub &'static str);

impl Wording for Plain {
    fn language(&self) -> &str {
        self.0
    }
    fn word(&self, word: Word) -> String {
        format!("{word:?}")
    }
    fn indicator(&self, name: &str) -> String {
        name.to_owned()
    }
    fn fault(&self, reason: &FaultReason) -> String {
        format!("{reason:?}")
    }
    fn problem(&self, problem: &FileProblem) -> String {
        format!("{problem:?}")
    }
    fn change(&self, change: &Change, _: &Question, other: &Survey) -> String {
        format!("{change:?} in {}", other.entry.id)
    }
    fn mark(&self, mark: Mark) -> String {
        format!("{mark:?}")
    }
}

/// The fields of a file, line by line, its byte order mark and line ends checked.
pub fn read_csv(bytes: &[u8], separator: u8) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap().strip_prefix('\u{feff}').unwrap();
    assert!(text.ends_with("\r\n"));
    let mut reader =
        ::csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// A field as the cell it was written from, given what kind of cell that was.
fn cell(field: &str, written: &Cell, separator: Separator) -> Cell {
    let text = field.strip_prefix('\'').unwrap_or(field).to_owned();
    match written {
        Cell::Empty => {
            assert_eq!(field, "");
            Cell::Empty
        }
        Cell::Text(_) => Cell::Text(text),
        Cell::Count(_) => Cell::Count(field.parse().unwrap()),
        Cell::Share(_) | Cell::Points(_) | Cell::Probability(_) => {
            assert!(separator != Separator::Semicolon || !field.contains('.'));
            let point = if separator == Separator::Semicolon { ',' } else { '.' };
            let number = field.replace(point, ".").parse().unwrap();
            match written {
                Cell::Points(_) => Cell::Points(number),
                Cell::Probability(_) => Cell::Probability(number),
                _ => Cell::Share(number),
            }
        }
    }
}

/// Whether a sheet comes back from CSV as it was, with any separator.
pub fn assert_csv_reads_back(sheet: &Sheet) {
    for (separator, byte) in SEPARATORS {
        let written = csv(sheet, separator).unwrap();
        assert_eq!(written.rows, sheet.rows.len() as u64);
        let mut lines = read_csv(&written.bytes, byte).into_iter();
        assert_eq!(lines.next().unwrap().len(), sheet.headings.len());
        let mut read = 0;
        for (line, row) in lines.zip(&sheet.rows) {
            let cells: Vec<Cell> =
                line.iter().zip(row).map(|(field, written)| cell(field, written, separator)).collect();
            assert_eq!(&cells, row);
            read += 1;
        }
        assert_eq!(read, sheet.rows.len());
    }
}

/// Whether a workbook comes back as it was, with no formula in it.
pub fn assert_xlsx_reads_back(book: &Book) {
    let written = xlsx(book, Instant::parse("2026-01-02T03:04:05Z").unwrap()).unwrap();
    assert_eq!(written.rows, book.sheets.iter().map(|sheet| sheet.rows.len() as u64).sum::<u64>());
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(written.bytes)).unwrap();
    let sheets = workbook.worksheets();
    assert_eq!(sheets.len(), book.sheets.len());
    for ((name, range), sheet) in sheets.iter().zip(&book.sheets) {
        let first = u32::try_from(sheet.above.len()).unwrap();
        let at = |row: u32, column: usize| {
            range.get_value((row, u32::try_from(column).unwrap())).cloned().unwrap_or(Data::Empty)
        };
        for (column, heading) in sheet.headings.iter().enumerate() {
            assert_eq!(at(first, column), Data::String(heading.clone()), "{name}");
        }
        for (row, cells) in (first + 1..).zip(&sheet.rows) {
            for (column, cell) in cells.iter().enumerate() {
                match (at(row, column), cell) {
                    (Data::Empty, Cell::Empty) => {}
                    (Data::Empty, Cell::Text(text)) => assert_eq!(text, ""),
                    (Data::String(read), Cell::Text(text)) => assert_eq!(&read, text),
                    #[allow(clippy::cast_precision_loss, clippy::float_cmp)]
                    (Data::Float(read), Cell::Count(count)) => assert_eq!(read, *count as f64),
                    #[allow(clippy::float_cmp)]
                    (
                        Data::Float(read),
                        Cell::Share(number) | Cell::Points(number) | Cell::Probability(number),
                    ) => assert_eq!(read, *number),
                    (read, written) => panic!("{name}: {read:?} was read where {written:?} was written"),
                }
            }
        }
        assert_eq!(workbook.worksheet_formula(name).unwrap().used_cells().count(), 0, "{name}");
    }
}

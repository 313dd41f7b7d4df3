//! XLSX: real numbers under headings that stay in sight. Texts are strings, so that nothing is a formula.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{Book, Cell, Sheet, TableError, Written};
use crate::domain::survey::Instant;

/// Widths of columns, characters.
const NARROWEST: usize = 10;
const WIDEST: usize = 56;
/// Characters that a sheet's name may have, and those it may not.
const LONGEST_NAME: usize = 31;
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

struct Formats {
    title: Format,
    note: Format,
    heading: Format,
    text: Format,
    count: Format,
    share: Format,
    points: Format,
    probability: Format,
}

/// A workbook, made at a time.
///
/// # Errors
/// The format's own: more rows than a sheet has room for, or a text too long for a cell.
pub fn xlsx(book: &Book, made_at: Instant) -> Result<Written, TableError> {
    write(book, made_at).map_err(|error| TableError::Format(error.to_string()))
}

fn write(book: &Book, made_at: Instant) -> Result<Written, XlsxError> {
    let mut workbook = Workbook::new();
    let made_at = ExcelDateTime::from_timestamp(made_at.0.div_euclid(1000))?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made_at));
    let formats = Formats {
        title: Format::new().set_bold().set_font_size(13),
        note: Format::new().set_italic(),
        heading: Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(0xF1_EC_EA),
        text: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        count: Format::new().set_num_format("#,##0").set_align(FormatAlign::Top),
        share: Format::new().set_num_format("0.0%").set_align(FormatAlign::Top),
        points: Format::new().set_num_format("+0.0;\u{2212}0.0;0.0").set_align(FormatAlign::Top),
        probability: Format::new().set_num_format("0.000").set_align(FormatAlign::Top),
    };
    let mut names = Vec::new();
    let mut rows = 0;
    for sheet in &book.sheets {
        let worksheet = workbook.add_worksheet();
        let name = sheet_name(&sheet.name, &names);
        worksheet.set_name(&name)?;
        names.push(name);
        rows += write_sheet(worksheet, sheet, &formats)?;
    }
    Ok(Written { bytes: workbook.save_to_buffer()?, rows })
}

fn write_sheet(worksheet: &mut Worksheet, sheet: &Sheet, formats: &Formats) -> Result<u64, XlsxError> {
    for (column, heading) in sheet.headings.iter().enumerate() {
        worksheet.set_column_width(index(column), width(heading, column, sheet))?;
    }
    let mut row = 0;
    for (at, line) in sheet.above.iter().enumerate() {
        worksheet.write_string_with_format(
            row,
            0,
            line,
            if at == 0 { &formats.title } else { &formats.note },
        )?;
        row += 1;
    }
    for (column, heading) in sheet.headings.iter().enumerate() {
        worksheet.write_string_with_format(row, index(column), heading, &formats.heading)?;
    }
    row += 1;
    worksheet.set_freeze_panes(row, 0)?;
    let mut written = 0;
    for cells in &sheet.rows {
        for (column, cell) in cells.iter().enumerate() {
            write_cell(worksheet, row, index(column), cell, formats)?;
        }
        row += 1;
        written += 1;
    }
    Ok(written)
}

#[allow(clippy::cast_precision_loss)]
fn write_cell(
    worksheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) => worksheet.write_string_with_format(row, column, text, &formats.text)?,
        Cell::Count(count) => {
            worksheet.write_number_with_format(row, column, *count as f64, &formats.count)?
        }
        Cell::Share(share) => worksheet.write_number_with_format(row, column, *share, &formats.share)?,
        Cell::Points(points) => worksheet.write_number_with_format(row, column, *points, &formats.points)?,
        Cell::Probability(p) => worksheet.write_number_with_format(row, column, *p, &formats.probability)?,
    };
    Ok(())
}

fn index(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

/// As wide as its longest cell; headings are wrapped between words.
#[allow(clippy::cast_precision_loss)]
fn width(heading: &str, column: usize, sheet: &Sheet) -> f64 {
    let longest_word = heading.split_whitespace().map(|word| word.chars().count()).max().unwrap_or_default();
    let cells = sheet.rows.iter().filter_map(|row| match row.get(column)? {
        Cell::Text(text) => text.lines().map(|line| line.chars().count()).max(),
        Cell::Count(count) => Some(count.to_string().len() + 2),
        _ => None,
    });
    let longest = cells.max().unwrap_or_default().max(longest_word) + 2;
    longest.clamp(NARROWEST, WIDEST) as f64
}

/// A name that a sheet may have and no other has.
fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let plain: String = wanted.chars().filter(|c| !NOT_IN_NAMES.contains(c) && !c.is_control()).collect();
    let plain = plain.trim_matches(['\'', ' ']);
    let cut = |length: usize| plain.chars().take(length).collect::<String>().trim_end().to_owned();
    let is_free =
        |name: &String| !name.is_empty() && !taken.iter().any(|it| it.to_lowercase() == name.to_lowercase());
    let numbered = (2..).map(|number| format!("{} ({number})", cut(LONGEST_NAME - 8)).trim().to_owned());
    std::iter::once(cut(LONGEST_NAME)).chain(numbered).find(is_free).unwrap_or_default()
}

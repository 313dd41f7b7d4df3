//! Tables for other programs, read back by readers of their own formats.

#![allow(clippy::unwrap_used, clippy::cast_precision_loss)]

mod support;

use std::io::Cursor;

use aptauja::domain::analysis::{Cross, Filter, Report};
use aptauja::domain::exchange::tables::{
    Book, Cell, Compared, Separator, Sheet, Shown, Word, Wording, book, code_book, comparison_table, csv,
    report_table, shown_comparisons, shown_figures, shown_rows, xlsx,
};
use aptauja::domain::exchange::{FileProblem, Import};
use aptauja::domain::sample::Random;
use aptauja::domain::survey::{FaultReason, Instant, Survey};
use calamine::{Data, Reader as _, Xlsx};
use serde_json::json;
use support::random;

const SEPARATORS: [(Separator, u8); 3] =
    [(Separator::Semicolon, b';'), (Separator::Comma, b','), (Separator::Tab, b'\t')];

/// Words as they are called here.
struct Plain(&'static str);

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
}

/// The fields of a file, line by line, its byte order mark and line ends checked.
fn read_csv(bytes: &[u8], separator: u8) -> Vec<Vec<String>> {
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
        Cell::Share(_) if separator == Separator::Semicolon => {
            assert!(!field.contains('.'));
            Cell::Share(field.replace(',', ".").parse().unwrap())
        }
        Cell::Share(_) => Cell::Share(field.parse().unwrap()),
    }
}

fn assert_csv_reads_back(sheet: &Sheet) {
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

fn assert_xlsx_reads_back(book: &Book) {
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
                    (Data::Float(read), Cell::Share(share)) => assert_eq!(read, *share),
                    (read, written) => panic!("{name}: {read:?} was read where {written:?} was written"),
                }
            }
        }
        assert_eq!(workbook.worksheet_formula(name).unwrap().used_cells().count(), 0, "{name}");
    }
}

fn compared(import: &Import, survey: &str, query: &str, splits: &[(String, String)]) -> Vec<Compared> {
    let (survey, dataset) = import.dataset(survey).unwrap();
    let selected = Filter::from_query(query).select(survey, dataset);
    let cross = |(question, by): &(String, String)| {
        let cross = Cross::count(survey, dataset, &selected, question, by)?;
        let labels = cross.groups.iter().map(|group| (group.value.key(), format!("={}", group.value.key())));
        Some(Compared {
            question: question.clone(),
            by: by.clone(),
            by_title: format!("@{by}"),
            labels: labels.collect(),
            cross,
        })
    };
    splits.iter().filter_map(cross).collect()
}

fn shown<'a>(
    survey: &'a Survey,
    report: &'a Report,
    compared: &'a [Compared],
    import: &'a Import,
) -> Shown<'a> {
    let ledger = import.ledger();
    Shown { survey, report, filter: &[], compared, files: &ledger.files, rejections: &ledger.rejections }
}

fn ministry_sample() -> Import {
    let bytes = std::fs::read("public/surveys/mfa-2018-sample.ndjson").unwrap();
    support::import_slices(
        &support::ministry(),
        &[("sample.ndjson", &bytes), ("=bad.json", b"[1]")],
        usize::MAX,
    )
}

#[test]
fn what_is_read_is_what_was_written_for_random_reports() {
    for seed in 0..20 {
        let mut random = Random::new(seed);
        let definition = random::definition(&mut random);
        let surveys =
            support::made_with(&random::questionnaire(&definition), random::catalogue(&definition).as_ref());
        let records: Vec<_> = (0..u64::try_from(random::length(&mut random)).unwrap())
            .map(|number| {
                json!({"id": support::uuid(number), "survey": "made", "submitted_at": "2024-02-10T12:00:00Z",
                    "language": "lv", "answers": random::answers(&mut random, &definition)})
            })
            .collect();
        let import =
            support::import_slices(&surveys, &[("a.json", support::ndjson(&records).as_bytes())], usize::MAX);
        let mut report = support::count(&import, "made", "");
        let splits: Vec<_> = (0..2).map(|_| random::cross(&mut random, &definition)).collect();
        let mut compared = compared(&import, "made", "", &splits);
        if random.happens(20) {
            report.hide(false);
        }
        for one in &mut compared {
            if let Some(group) = one.cross.groups.first_mut().filter(|_| random.happens(40)) {
                *group = aptauja::domain::analysis::Group::hidden(group.value.clone());
            }
        }
        let figures = report_table(&surveys[0], &report, &Plain("en"));
        assert_eq!(figures.rows.len() as u64, shown_figures(&report));
        assert_csv_reads_back(&figures);
        let figures = comparison_table(&surveys[0], &compared, &Plain("en"));
        assert_eq!(figures.rows.len() as u64, shown_comparisons(&compared));
        assert_csv_reads_back(&figures);
        assert_csv_reads_back(&code_book(&surveys[0].questionnaire, &[&Plain("lv"), &Plain("en")]));
        assert_xlsx_reads_back(&book(&shown(&surveys[0], &report, &compared, &import), &Plain("en")));
    }
}

#[test]
fn a_workbook_has_every_row_that_is_shown() {
    let import = ministry_sample();
    let (survey, _) = import.dataset("mfa-2018").unwrap();
    let report = support::count(&import, "mfa-2018", "");
    let splits =
        [("quality".to_owned(), "language".to_owned()), ("delays".to_owned(), "channels".to_owned())];
    let compared = compared(&import, "mfa-2018", "", &splits);
    let shown = shown(survey, &report, &compared, &import);
    let book = book(&shown, &Plain("lv"));
    let written = xlsx(&book, Instant(0)).unwrap();
    assert_eq!(written.rows, shown_rows(&shown));
    assert!(written.checked(shown_rows(&shown) + 1).is_err());
    // Every question that is counted by values has a sheet, and so has every comparison.
    assert_eq!(book.sheets.len(), 2 + 8 + 1 + 2 + 2);
}

#[test]
fn the_figures_of_the_report_table_are_those_of_the_report() {
    let import = ministry_sample();
    let (survey, _) = import.dataset("mfa-2018").unwrap();
    let report = support::count(&import, "mfa-2018", "");
    let lines =
        read_csv(&csv(&report_table(survey, &report, &Plain("lv")), Separator::Comma).unwrap().bytes, b',');
    let channels = report.questions.iter().find(|it| it.name == "channels").unwrap();
    let email = channels.choices.as_ref().unwrap().iter().find(|it| it.value.key() == "email").unwrap();
    let line = lines.iter().find(|line| line[0] == "channels" && line[4] == "email").unwrap();
    let [low, high] = email.interval.unwrap();
    let expected = [
        email.count.to_string(),
        channels.answered.unwrap().to_string(),
        email.share.unwrap().to_string(),
        low.to_string(),
        high.to_string(),
    ];
    assert_eq!(line[6..], expected);
}

#[test]
fn labels_and_names_that_begin_like_formulas_are_inert() {
    let definition = json!({"elements": [{"type": "radiogroup", "name": "=q", "title": "＝cmd()",
        "choices": [{"value": "+1", "text": "@a"}, {"value": "b", "text": "-2"}]}]});
    let surveys = support::made(&definition);
    let record = json!({"id": support::uuid(1), "survey": "made", "submitted_at": "2024-02-10T12:00:00Z",
        "language": "lv", "answers": {"=q": "+1"}});
    let import = support::import_slices(&surveys, &[("=a.json", record.to_string().as_bytes())], usize::MAX);
    let report = support::count(&import, "made", "");
    let compared = compared(&import, "made", "", &[("=q".to_owned(), "language".to_owned())]);
    let tables = [
        report_table(&surveys[0], &report, &Plain("lv")),
        comparison_table(&surveys[0], &compared, &Plain("lv")),
        code_book(&surveys[0].questionnaire, &[&Plain("lv")]),
    ];
    for table in tables {
        for (separator, byte) in SEPARATORS {
            let lines = read_csv(&csv(&table, separator).unwrap().bytes, byte);
            assert!(lines.iter().flatten().any(|field| field == "'=q"));
            let begins = |field: &&String| field.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']);
            assert_eq!(lines.iter().flatten().find(begins), None);
        }
    }
    assert_xlsx_reads_back(&book(&shown(&surveys[0], &report, &compared, &import), &Plain("lv")));
}

#[test]
fn hidden_figures_are_words_and_nothing_else() {
    let import = ministry_sample();
    let (survey, _) = import.dataset("mfa-2018").unwrap();
    let mut report = support::count(&import, "mfa-2018", "");
    report.hide(false);
    let table = report_table(survey, &report, &Plain("lv"));
    assert_eq!(table.rows.len(), report.questions.len());
    for row in &table.rows {
        assert_eq!(row[6..], vec![Cell::text("Hidden"); 5]);
    }
    let mut compared = compared(&import, "mfa-2018", "", &[("quality".to_owned(), "language".to_owned())]);
    let group = &mut compared[0].cross.groups[0];
    *group = aptauja::domain::analysis::Group::hidden(group.value.clone());
    let value = group.value.key();
    let table = comparison_table(survey, &compared, &Plain("lv"));
    let of_group: Vec<_> = table.rows.iter().filter(|row| row[4] == Cell::text(&value)).collect();
    assert_eq!(of_group.len(), 1);
    assert!(of_group[0].iter().all(|cell| matches!(cell, Cell::Text(_) | Cell::Empty)));
    let book = book(&shown(survey, &report, &compared, &import), &Plain("lv"));
    let sheet = book.sheets.iter().find(|sheet| sheet.name == "Comparison 1").unwrap();
    let row = sheet.rows.iter().find(|row| row[0] == Cell::text(format!("={value}"))).unwrap();
    assert!(row[1..].iter().all(|cell| *cell == Cell::text("Hidden")));
    assert_xlsx_reads_back(&book);
}

//! Tables for other programs, read back by readers of their own formats.

#![allow(clippy::cast_precision_loss)]

use super::support;
use super::support::random;
use super::support::tables::{Plain, SEPARATORS, assert_csv_reads_back, assert_xlsx_reads_back, read_csv};
use aptauja::domain::analysis::statistics::wilson;
use aptauja::domain::analysis::{Cross, Filter, Report, Tally, ThemeTally, ThemesReport};
use aptauja::domain::exchange::Import;
use aptauja::domain::exchange::tables::{
    Cell, Compared, Separator, Shown, book, code_book, comparison_table, csv, report_table,
    shown_comparisons, shown_figures, shown_rows, xlsx,
};
use aptauja::domain::sample::Random;
use aptauja::domain::survey::{Instant, Survey};
use serde_json::json;

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
    let (files, rejections) = (ledger.files.as_slice(), ledger.rejections.as_slice());
    Shown { survey, report, filter: &[], compared, waves: None, files, rejections }
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
    assert_eq!(line[6..11], expected);
}

#[test]
fn published_figures_stand_beside_the_counted_ones() {
    let import = ministry_sample();
    let (survey, _) = import.dataset("mfa-2018").unwrap();
    let report = support::count(&import, "mfa-2018", "");
    let table = report_table(survey, &report, &Plain("lv"));
    let of = |question: &str, row: &str, value: &str| {
        let is_line = |line: &&Vec<Cell>| {
            [&line[0], &line[2], &line[4]] == [&Cell::text(question), &of_row(row), &Cell::text(value)]
        };
        table.rows.iter().find(is_line).unwrap()[11..].to_vec()
    };
    assert_eq!(of("delays", "", "no"), [Cell::Share(0.97), Cell::text("Stated")]);
    assert_eq!(of("quality", "attitude", "good"), [Cell::Share(0.3), Cell::text("Inferred")]);
    // The report gives three grades together.
    assert_eq!(of("quality", "attitude", "poor"), [Cell::Empty, Cell::Empty]);
    let book = book(&shown(survey, &report, &[], &import), &Plain("lv"));
    let sheet = |name: &str| book.sheets.iter().find(|sheet| sheet.name.starts_with(name)).unwrap();
    let strengths = sheet("7.");
    assert_eq!(strengths.headings[6..], ["Published", "Mark"]);
    assert_eq!(strengths.rows[0][6..], [Cell::Share(0.74), Cell::text("Stated")]);
    let quality = sheet("4.");
    assert_eq!(quality.headings.len(), 2 + 5 * 4 + 2 + 1);
    assert_eq!(quality.rows[1][22..], [Cell::Share(0.61), Cell::Share(0.3), Cell::text("Inferred")]);
    assert_eq!(sheet("Indicators").rows[0][4..], [Cell::Share(0.82), Cell::text("Stated")]);
    let facts = &sheet("Cover").rows;
    assert!(facts.iter().any(|row| row[0] == Cell::text("PublishedIn")));
}

fn of_row(row: &str) -> Cell {
    if row.is_empty() { Cell::Empty } else { Cell::text(row) }
}

#[test]
fn themes_have_a_sheet_where_there_are_codes() {
    let import = ministry_sample();
    let (survey, _) = import.dataset("mfa-2018").unwrap();
    let mut report = support::count(&import, "mfa-2018", "");
    let tally = Tally { value: "t1".into(), count: 3, share: Some(0.75), interval: None };
    report.themes = vec![ThemesReport {
        name: "comment".into(),
        kind: "themes".into(),
        texts: 9,
        answered: 4,
        uncoded: 5,
        choices: vec![ThemeTally { title: "=Rindas".into(), tally }],
    }];
    let shown = shown(survey, &report, &[], &import);
    let book = book(&shown, &Plain("lv"));
    let sheet = book.sheets.iter().find(|sheet| sheet.name == "Themes").unwrap();
    let [low, high] = wilson(3, 4).unwrap();
    let expected = [
        Cell::text("=Rindas"),
        Cell::Count(3),
        Cell::Share(0.75),
        Cell::Share(low),
        Cell::Share(high),
        Cell::Count(4),
        Cell::Count(9),
    ];
    assert_eq!(sheet.rows[0][1..], expected);
    assert_eq!(xlsx(&book, Instant(0)).unwrap().rows, shown_rows(&shown));
    assert_xlsx_reads_back(&book);
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
        assert_eq!(row[6..11], vec![Cell::text("Hidden"); 5]);
        assert_eq!(row[11..], vec![Cell::Empty; 2]);
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

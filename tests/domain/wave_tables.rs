//! Surveys side by side as tables, read back by readers of their own formats.

#![allow(clippy::cast_precision_loss)]

mod apart;

use std::rc::Rc;

use super::support;
use super::support::tables::{Plain, assert_csv_reads_back, assert_xlsx_reads_back, read_csv};
use aptauja::domain::analysis::statistics::{holm, two_proportions, wilson};
use aptauja::domain::analysis::{Apart, Filter, Report, Side, Standing, WaveQuestion, apart, waves};
use aptauja::domain::exchange::Import;
use aptauja::domain::exchange::tables::{
    Book, Cell, Separator, Sheet, Shown, Waves, book, csv, shown_rows, shown_waves, wave_table, xlsx,
};
use aptauja::domain::survey::{Instant, Labels, Survey, SurveyFiles};
use serde_json::{Value, json};

/// The surveys, and how many of a hundred said that there were delays.
const SURVEYS: [(&str, u64); 3] = [("new", 40), ("old", 20), ("older", 45)];

fn questionnaire() -> Value {
    json!({"pages": [{"name": "p", "elements": [
        {"type": "radiogroup", "name": "delays", "title": "Kavējumi?",
            "choices": [{"value": "yes", "text": "Jā"}, {"value": "no", "text": "=Nē"}]},
        {"type": "matrix", "name": "quality", "title": "Kvalitāte", "rows": ["skill", "manner"], "columns": ["good", "poor"]},
        {"type": "comment", "name": "more", "title": "Vēl?"},
    ]}]})
}

/// Three surveys, the second with a questionnaire of its own.
fn surveys(other: &Value) -> Rc<Vec<Survey>> {
    let survey = |(id, questionnaire): (&str, &Value)| {
        let mut entry = support::made(questionnaire)[0].entry.clone();
        id.clone_into(&mut entry.id);
        let files = SurveyFiles { questionnaire: questionnaire.to_string(), ..SurveyFiles::default() };
        Survey::parse(entry, &files, &Labels::default()).unwrap()
    };
    let own = questionnaire();
    Rc::new([("new", &own), ("old", other), ("older", &own)].map(survey).into())
}

fn import(surveys: &Rc<Vec<Survey>>) -> Import {
    let mut records = Vec::new();
    for (at, (id, delayed)) in SURVEYS.into_iter().enumerate() {
        for number in 0..100 {
            let delays = if number < delayed { "yes" } else { "no" };
            let grade = if number % 10 == 0 { "poor" } else { "good" };
            records.push(json!({"id": support::uuid(number + 1000 * at as u64), "survey": id,
                "submitted_at": "2024-02-10T12:00:00Z", "language": "lv",
                "answers": {"delays": delays, "quality": {"skill": grade}}}));
        }
    }
    support::import_slices(surveys, &[("a.json", support::ndjson(&records).as_bytes())], usize::MAX)
}

/// Counts of the first survey and of as many others as there are reports.
fn beside(surveys: &[Survey], reports: &[Report]) -> Vec<WaveQuestion> {
    let sides: Vec<Side<'_>> =
        surveys.iter().zip(reports).map(|(survey, report)| Side { survey, report }).collect();
    waves(sides[0], &sides[1..])
}

fn with<'a>(surveys: &'a [Survey], questions: &'a [WaveQuestion]) -> Waves<'a> {
    let others = questions[0].others.len();
    Waves { own: &surveys[0], others: surveys[1..=others].iter().collect(), questions }
}

/// The lines of the table, by heading.
fn lines(surveys: &[Survey], questions: &[WaveQuestion]) -> Vec<Vec<(String, String)>> {
    let table = wave_table(&with(surveys, questions), &Plain("lv"));
    assert_eq!(table.rows.len() as u64, shown_waves(questions));
    assert_csv_reads_back(&table);
    let mut read = read_csv(&csv(&table, Separator::Comma).unwrap().bytes, b',').into_iter();
    let headings = read.next().unwrap();
    read.map(|line| headings.iter().cloned().zip(line).collect()).collect()
}

/// The workbook, which holds what is shown and is read back as it was.
fn workbook(surveys: &[Survey], reports: &[Report], questions: &[WaveQuestion], import: &Import) -> Book {
    let ledger = import.ledger();
    let shown = Shown {
        survey: &surveys[0],
        report: &reports[0],
        filter: &[],
        compared: &[],
        waves: Some(with(surveys, questions)),
        files: &ledger.files,
        rejections: &ledger.rejections,
    };
    let book = book(&shown, &Plain("lv"));
    assert_eq!(xlsx(&book, Instant(0)).unwrap().rows, shown_rows(&shown));
    assert_xlsx_reads_back(&book);
    book
}

fn sheet<'a>(book: &'a Book, name: &str) -> &'a Sheet {
    book.sheets.iter().find(|sheet| sheet.name == name).unwrap()
}

fn field<'a>(line: &'a [(String, String)], name: &str) -> &'a str {
    &line.iter().find(|(heading, _)| heading == name).unwrap().1
}

#[test]
fn every_figure_of_both_surveys_is_in_the_table() {
    let surveys = surveys(&questionnaire());
    let import = import(&surveys);
    let reports = ["new", "old"].map(|id| support::count(&import, id, ""));
    let questions = beside(&surveys, &reports);
    let lines = lines(&surveys, &questions);
    // Two choices, and two of each of two statements; a text is not compared.
    assert_eq!(lines.len(), 2 + 2 * 2);
    let yes = &lines[0];
    let [low, high] = wilson(40, 100).unwrap();
    let expected = [
        ("question", "delays".to_owned()),
        ("value", "yes".to_owned()),
        ("label", "Jā".to_owned()),
        ("survey", "new".to_owned()),
        ("answered", "100".to_owned()),
        ("count", "40".to_owned()),
        ("share", "0.4".to_owned()),
        ("low", low.to_string()),
        ("high", high.to_string()),
        ("other_survey", "old".to_owned()),
        ("other_count", "20".to_owned()),
        ("other_share", "0.2".to_owned()),
        ("differs", String::new()),
    ];
    for (name, value) in expected {
        assert_eq!(field(yes, name), value, "{name}");
    }
    let number = |line: &[(String, String)], name: &str| field(line, name).parse::<f64>().unwrap();
    assert!((number(yes, "difference") - 20.0).abs() < 1e-9);
    // The only test of this question's family.
    let p = holm(&[two_proportions(40, 100, 20, 100).unwrap().p])[0];
    assert!((number(yes, "p_adjusted") - p).abs() < 1e-12);
    // The other choice mirrors it.
    assert_eq!(field(&lines[1], "label"), "'=Nē");
    assert!((number(&lines[1], "difference") + 20.0).abs() < 1e-9);
    assert!((number(&lines[1], "p_adjusted") - p).abs() < 1e-12);
    // Nobody answered the second statement: there is no share, no difference, and no test.
    let manner = lines.iter().find(|line| field(line, "row") == "manner").unwrap();
    for name in ["share", "low", "difference", "p_adjusted"] {
        assert_eq!(field(manner, name), "", "{name}");
    }
    assert_eq!(field(manner, "answered"), "0");
}

#[test]
fn what_differs_between_the_questionnaires_is_said() {
    let mut other = questionnaire();
    other["pages"][0]["elements"][0]["title"] = json!("Vai kavējās?");
    other["pages"][0]["elements"][1]["columns"] = json!(["good", "fair", "poor"]);
    let added = json!({"type": "comment", "name": "why", "title": "Kāpēc?"});
    other["pages"][0]["elements"].as_array_mut().unwrap().push(added);
    let surveys = surveys(&other);
    let import = import(&surveys);
    let reports = ["new", "old"].map(|id| support::count(&import, id, ""));
    let questions = beside(&surveys, &reports);
    let lines = lines(&surveys, &questions);
    assert_eq!(field(&lines[0], "differs"), "Title in old");
    assert_eq!(field(&lines[0], "count"), "40");
    let quality = lines.last().unwrap();
    assert_eq!(field(quality, "question"), "quality");
    assert!(field(quality, "differs").starts_with("Values"));
    for name in ["answered", "share", "other_share", "difference", "p_adjusted"] {
        assert_eq!(field(quality, name), "NotCompared", "{name}");
    }
    let book = workbook(&surveys, &reports, &questions, &import);
    let sheet = |name: &str| sheet(&book, name);
    let changes: Vec<&[Cell]> = sheet("Changes").rows.iter().map(|row| &row[1..]).collect();
    assert_eq!(changes[0], ["delays", "old", "Title in old", "CompareWithCare"].map(Cell::text));
    assert_eq!(changes[1][3], Cell::text("NotComparable"));
    assert_eq!(changes[2], ["why", "old", "Added in old", "NotComparable"].map(Cell::text));
    assert_eq!(sheet("Waves").headings[3], "new: answered");
    assert_eq!(sheet("Waves").headings[13..], ["old: difference", "old: adjusted"]);
    assert_eq!(sheet("Waves").rows[0][4], Cell::Count(40));
    assert_eq!(sheet("Cover").rows.last().unwrap()[1], Cell::text("old"));
}

#[test]
fn every_other_survey_is_compared_for_itself() {
    let mut other = questionnaire();
    other["pages"][0]["elements"][1]["rows"] = json!(["skill"]);
    let surveys = surveys(&other);
    let import = import(&surveys);
    let reports = SURVEYS.map(|(id, _)| support::count(&import, id, ""));
    let questions = beside(&surveys, &reports);
    let lines = lines(&surveys, &questions);
    // One other after another: the second lacks a statement, the third has both.
    let of = |id: &str| lines.iter().filter(|line| field(line, "other_survey") == id).count();
    assert_eq!([of("old"), of("older")], [2 + 2, 2 + 2 * 2]);
    let p = [20, 45].map(|delayed| two_proportions(40, 100, delayed, 100).unwrap().p);
    let adjusted = holm(&p);
    let yes = lines.iter().filter(|line| field(line, "value") == "yes");
    for ((line, adjusted), (id, delayed)) in yes.zip(&adjusted).zip(&SURVEYS[1..]) {
        let expected = [
            ("survey", "new"),
            ("count", "40"),
            ("other_survey", *id),
            ("other_count", &delayed.to_string()),
        ];
        for (name, value) in expected {
            assert_eq!(field(line, name), value, "{name}");
        }
        let found: f64 = field(line, "p_adjusted").parse().unwrap();
        assert!((found - adjusted).abs() < 1e-12, "{id}: {found} for {adjusted}");
    }
    // The workbook has them side by side.
    let book = workbook(&surveys, &reports, &questions, &import);
    let sheet = sheet(&book, "Waves");
    assert_eq!(sheet.rows.len(), 2 + 2 * 2);
    assert_eq!(sheet.headings[15], "older: answered");
    let yes = &sheet.rows[0];
    assert_eq!([&yes[4], &yes[9], &yes[16]], [40, 20, 45].map(Cell::Count).each_ref());
    // Of the statement that the second lacks there is nothing of it.
    assert_eq!(sheet.rows[5][1], Cell::text("manner"));
    assert_eq!(sheet.rows[5][8..15], vec![Cell::Empty; 7]);
    assert_eq!(sheet.rows[5][15], Cell::Count(0));
    assert_eq!(self::sheet(&book, "Cover").rows.last().unwrap()[1], Cell::text("old, older"));
}

#[test]
fn a_survey_that_is_hidden_or_asks_otherwise_does_not_keep_the_rest_apart() {
    let mut other = questionnaire();
    other["pages"][0]["elements"][0]["choices"] = json!(["yes", "no", "unsure"]);
    let surveys = surveys(&other);
    let import = import(&surveys);
    let mut reports = SURVEYS.map(|(id, _)| support::count(&import, id, ""));
    let of_delays = |reports: &[Report]| {
        let questions = beside(&surveys, reports);
        let book = workbook(&surveys, reports, &questions, &import);
        let line =
            sheet(&book, "Waves").rows[0][3..].iter().map(|cell| format!("{cell:?}")).collect::<Vec<_>>();
        let delays = &questions[0];
        (delays.others.iter().map(|it| it.standing).collect::<Vec<_>>(), line)
    };
    let (standing, line) = of_delays(&reports);
    assert_eq!(standing, [Standing::NotCompared, Standing::Compared]);
    let words = |word: &str| vec![format!("{:?}", Cell::text(word)); 7];
    let count = |count| format!("{:?}", Cell::Count(count));
    assert_eq!((&line[1], &line[13]), (&count(40), &count(45)));
    assert_eq!(line[5..12], words("NotCompared"));
    // Only the test against the third is left, so that there is nothing to correct.
    let p = two_proportions(40, 100, 45, 100).unwrap().p;
    assert_eq!(line[18], format!("{:?}", Cell::Probability(p)));
    reports[2].hide(false);
    let (standing, line) = of_delays(&reports);
    assert_eq!(standing, [Standing::NotCompared, Standing::Hidden]);
    assert_eq!(line[..5], words("Hidden")[..5]);
    assert_eq!([&line[5..12], &line[12..]], [words("NotCompared"), words("Hidden")]);
}

#[test]
fn where_either_survey_is_hidden_no_number_of_the_other_is_told() {
    let surveys = surveys(&questionnaire());
    let import = import(&surveys);
    for hidden in 0..2 {
        let mut reports = ["new", "old"].map(|id| support::count(&import, id, ""));
        reports[hidden].hide(false);
        let questions = beside(&surveys, &reports);
        assert!(
            questions
                .iter()
                .all(|wave| wave.others[0].standing == Standing::Hidden && wave.figures.is_empty())
        );
        for line in lines(&surveys, &questions) {
            for (heading, value) in line {
                assert!(!value.contains(|it: char| it.is_ascii_digit()), "{heading}: {value}");
            }
        }
        let book = workbook(&surveys, &reports, &questions, &import);
        let sheet = sheet(&book, "Waves");
        for row in &sheet.rows {
            assert_eq!(row[3..], vec![Cell::text("Hidden"); 12]);
        }
    }
}

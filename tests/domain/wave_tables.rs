//! Two surveys side by side as tables, read back by readers of their own formats.

#![allow(clippy::cast_precision_loss)]

use std::rc::Rc;

use super::support;
use super::support::tables::{Plain, assert_csv_reads_back, assert_xlsx_reads_back, read_csv};
use aptauja::domain::analysis::statistics::{holm, two_proportions, wilson};
use aptauja::domain::analysis::{Apart, Filter, Report, Side, WaveFigures, WaveQuestion, apart, waves};
use aptauja::domain::exchange::Import;
use aptauja::domain::exchange::tables::{
    Cell, Separator, Shown, Waves, book, csv, shown_rows, shown_waves, wave_table, xlsx,
};
use aptauja::domain::survey::{Instant, Labels, Survey, SurveyFiles};
use serde_json::{Value, json};

/// How many said that there were delays, of a hundred.
const DELAYED: [u64; 2] = [40, 20];

fn questionnaire() -> Value {
    json!({"pages": [{"name": "p", "elements": [
        {"type": "radiogroup", "name": "delays", "title": "Kavējumi?",
            "choices": [{"value": "yes", "text": "Jā"}, {"value": "no", "text": "=Nē"}]},
        {"type": "matrix", "name": "quality", "title": "Kvalitāte", "rows": ["skill", "manner"], "columns": ["good", "poor"]},
        {"type": "comment", "name": "more", "title": "Vēl?"},
    ]}]})
}

/// Two surveys, the second with a questionnaire of its own.
fn surveys(other: &Value) -> Rc<Vec<Survey>> {
    let survey = |(id, questionnaire): (&str, &Value)| {
        let mut entry = support::made(questionnaire)[0].entry.clone();
        id.clone_into(&mut entry.id);
        let files = SurveyFiles { questionnaire: questionnaire.to_string(), ..SurveyFiles::default() };
        Survey::parse(entry, &files, &Labels::default()).unwrap()
    };
    let own = questionnaire();
    Rc::new([("new", &own), ("old", other)].map(survey).into())
}

fn import(surveys: &Rc<Vec<Survey>>) -> Import {
    let mut records = Vec::new();
    for (at, id) in ["new", "old"].into_iter().enumerate() {
        for number in 0..100 {
            let delays = if number < DELAYED[at] { "yes" } else { "no" };
            let grade = if number % 10 == 0 { "poor" } else { "good" };
            records.push(json!({"id": support::uuid(number + 1000 * at as u64), "survey": id,
                "submitted_at": "2024-02-10T12:00:00Z", "language": "lv",
                "answers": {"delays": delays, "quality": {"skill": grade}}}));
        }
    }
    support::import_slices(surveys, &[("a.json", support::ndjson(&records).as_bytes())], usize::MAX)
}

fn beside(surveys: &[Survey], reports: [&Report; 2]) -> Vec<WaveQuestion> {
    let [own, other] = reports;
    waves(Side { survey: &surveys[0], report: own }, Side { survey: &surveys[1], report: other })
}

/// The lines of the table, by heading.
fn lines(surveys: &[Survey], questions: &[WaveQuestion]) -> Vec<Vec<(String, String)>> {
    let waves = Waves { own: &surveys[0], other: &surveys[1], questions };
    let table = wave_table(&waves, &Plain("lv"));
    assert_eq!(table.rows.len() as u64, shown_waves(questions));
    assert_csv_reads_back(&table);
    let mut read = read_csv(&csv(&table, Separator::Comma).unwrap().bytes, b',').into_iter();
    let headings = read.next().unwrap();
    read.map(|line| headings.iter().cloned().zip(line).collect()).collect()
}

fn field<'a>(line: &'a [(String, String)], name: &str) -> &'a str {
    &line.iter().find(|(heading, _)| heading == name).unwrap().1
}

#[test]
fn every_figure_of_both_surveys_is_in_the_table() {
    let surveys = surveys(&questionnaire());
    let import = import(&surveys);
    let reports = ["new", "old"].map(|id| support::count(&import, id, ""));
    let questions = beside(&surveys, [&reports[0], &reports[1]]);
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
    let questions = beside(&surveys, [&reports[0], &reports[1]]);
    let lines = lines(&surveys, &questions);
    assert_eq!(field(&lines[0], "differs"), "Title in old");
    assert_eq!(field(&lines[0], "count"), "40");
    let quality = lines.last().unwrap();
    assert_eq!(field(quality, "question"), "quality");
    assert!(field(quality, "differs").starts_with("Values"));
    for name in ["answered", "share", "other_share", "difference", "p_adjusted"] {
        assert_eq!(field(quality, name), "NotCompared", "{name}");
    }
    let ledger = import.ledger();
    let shown = Shown {
        survey: &surveys[0],
        report: &reports[0],
        filter: &[],
        compared: &[],
        waves: Some(Waves { own: &surveys[0], other: &surveys[1], questions: &questions }),
        files: &ledger.files,
        rejections: &ledger.rejections,
    };
    let book = book(&shown, &Plain("lv"));
    assert_eq!(xlsx(&book, Instant(0)).unwrap().rows, shown_rows(&shown));
    assert_xlsx_reads_back(&book);
    let sheet = |name: &str| book.sheets.iter().find(|sheet| sheet.name == name).unwrap();
    let changes: Vec<&[Cell]> = sheet("Changes").rows.iter().map(|row| &row[1..]).collect();
    assert_eq!(changes[0], ["delays", "Title in old", "CompareWithCare"].map(Cell::text));
    assert_eq!(changes[1][2], Cell::text("NotComparable"));
    assert_eq!(changes[2], ["why", "Added in old", "NotComparable"].map(Cell::text));
    assert_eq!(sheet("Waves").headings[3], "new: answered");
    assert_eq!(sheet("Waves").rows[0][4], Cell::Count(40));
    assert_eq!(sheet("Cover").rows.last().unwrap()[1], Cell::text("old"));
}

#[test]
fn where_either_survey_is_hidden_no_number_of_the_other_is_told() {
    let surveys = surveys(&questionnaire());
    let import = import(&surveys);
    for hidden in 0..2 {
        let mut reports = ["new", "old"].map(|id| support::count(&import, id, ""));
        reports[hidden].hide(false);
        let questions = beside(&surveys, [&reports[0], &reports[1]]);
        assert!(questions.iter().all(|wave| wave.figures == WaveFigures::Hidden));
        for line in lines(&surveys, &questions) {
            for (heading, value) in line {
                assert!(!value.contains(|it: char| it.is_ascii_digit()), "{heading}: {value}");
            }
        }
        let ledger = import.ledger();
        let waves = Waves { own: &surveys[0], other: &surveys[1], questions: &questions };
        let shown = Shown {
            survey: &surveys[0],
            report: &reports[0],
            filter: &[],
            compared: &[],
            waves: Some(waves),
            files: &ledger.files,
            rejections: &ledger.rejections,
        };
        let book = book(&shown, &Plain("lv"));
        let sheet = book.sheets.iter().find(|sheet| sheet.name == "Waves").unwrap();
        for row in &sheet.rows {
            assert_eq!(row[3..], vec![Cell::text("Hidden"); 12]);
        }
        assert_xlsx_reads_back(&book);
    }
}

#[test]
fn a_filter_that_only_one_survey_knows_keeps_the_two_apart() {
    let mut other = questionnaire();
    other["pages"][0]["elements"][0]["choices"] = json!(["yes", "no", "unsure"]);
    other["pages"][0]["elements"][1]["rows"] = json!(["skill"]);
    let surveys = surveys(&other);
    let import = import(&surveys);
    let of = |ids: [usize; 2], query: &str| {
        let side = |at: usize| (&surveys[at], support::count(&import, &surveys[at].entry.id, query));
        let [(own, own_report), (other, other_report)] = ids.map(side);
        let filter = Filter::from_query(query);
        let own = Side { survey: own, report: &own_report };
        apart(&filter, own, Side { survey: other, report: &other_report })
    };
    let both = |query: &str| [of([0, 1], query), of([1, 0], query)];
    for same in ["", "delays=yes", "language=lv", "quality.skill=good", "nobody=knows", "from=nonsense"] {
        assert_eq!(both(same), [Vec::new(), Vec::new()], "{same}");
    }
    let key = |is_own| vec![Apart::Key { key: "quality.manner".into(), is_own }];
    assert_eq!(both("quality.manner=good"), [key(false), key(true)]);
    let value = |is_own| vec![Apart::Value { key: "delays".into(), value: "unsure".into(), is_own }];
    assert_eq!(both("delays=yes&delays=unsure"), [value(true), value(false)]);
}

#[test]
fn days_without_responses_in_one_survey_keep_the_two_apart() {
    let surveys = surveys(&questionnaire());
    let import = import(&surveys);
    let mut reports = ["new", "old"].map(|id| support::count(&import, id, ""));
    let filter = Filter::from_query("from=2024-02-01&to=2024-02-28");
    let of = |reports: &[Report; 2], filter: &Filter| {
        let side = |at: usize| Side { survey: &surveys[at], report: &reports[at] };
        apart(filter, side(0), side(1))
    };
    assert_eq!(of(&reports, &filter), []);
    reports[1].responses = Some(0);
    assert_eq!(of(&reports, &filter), [Apart::Days { is_own: false }]);
    assert_eq!(of(&reports, &Filter::from_query("delays=yes")), []);
    reports[0].hide(true);
    assert_eq!(of(&reports, &filter), [Apart::Days { is_own: true }, Apart::Days { is_own: false }]);
}

//! What the page and its worker say to each other: it arrives as it was said.

use std::collections::BTreeMap;
use std::rc::Rc;

use aptauja::browser::message::{Drawing, Reply, Reported, Request, Split};
use aptauja::browser::subject::Subject;
use aptauja::domain::analysis::{
    Cell, Certainty, Figures, Filter, FilterFault, Method, Outcome, ReportHeader, Tallies, Tally, Test,
    ThemeTally, ThemesReport, report,
};
use aptauja::domain::charts::{Picture, View, picture};
use aptauja::domain::coding::{Codes, ListedText, Listing, QuestionTexts, Selection, Wanted};
use aptauja::domain::exchange::{FileEntry, FileProblem, Import, Ledger, Rejection};
use aptauja::domain::finding::{Finding, RowShare, finding};
use aptauja::domain::survey::{Fault, FaultReason, Scalar};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::definitions::{self, SAMPLE, SURVEY, drawing};

/// What arrives of a message, which says the same when said again.
fn across<T: Serialize + DeserializeOwned>(message: &T) -> T {
    let text = serde_json::to_string(message).unwrap();
    let arrived = serde_json::from_str(&text).unwrap();
    let again = serde_json::to_string(&arrived).unwrap();
    assert!(again == text, "what arrived says something else when said again");
    arrived
}

fn values() -> Vec<Scalar> {
    ["true", "2", "2.5", "\"a\"", "\"2\""].map(|text| serde_json::from_str(text).unwrap()).into()
}

#[wasm_bindgen_test]
fn requests_of_every_kind_arrive() {
    let Request::Open { index, surveys, labels } = across(&definitions::open()) else { panic!() };
    assert!(index.contains(SURVEY));
    assert_eq!(surveys.get(SURVEY).map(|files| files.baseline.is_some()), Some(true));
    assert!(labels.other.get("lv").is_some());
    let names = vec!["a \"b\".json".to_owned(), "ā\n.ndjson".to_owned()];
    let identities = vec!["AGE-SECRET-KEY-1ABC".to_owned()];
    let request = Request::Import { names: names.clone(), readers: 3, identities: identities.clone() };
    let Request::Import { names: arrived, readers: 3, identities: keys } = across(&request) else { panic!() };
    assert_eq!((arrived, keys), (names, identities));
    for view in [View::Diverging, View::Full] {
        let drawing = Drawing { view, ..drawing() };
        let request = Request::Published { survey: SURVEY.into(), drawing: drawing.clone() };
        let Request::Published { drawing: arrived, .. } = across(&request) else { panic!() };
        assert_eq!((arrived.view, arrived.style), (drawing.view, drawing.style.clone()));
    }
    let drawing = drawing();
    let Request::Draw { drawing: arrived } = across(&Request::Draw { drawing: drawing.clone() }) else {
        panic!()
    };
    assert_eq!((arrived.view, arrived.style), (drawing.view, drawing.style.clone()));
    let split = Split { question: "quality".into(), by: "service".into() };
    let request = Request::Cross { query: "language=lv".into(), split: split.clone() };
    let Request::Cross { query, split: arrived } = across(&request) else { panic!() };
    assert_eq!((query.as_str(), arrived), ("language=lv", split.clone()));
    let Request::Test { split: arrived } = across(&Request::Test { split: split.clone() }) else { panic!() };
    assert_eq!(arrived, split);
    let request = Request::DrawGroups { split: split.clone(), drawing: drawing.clone() };
    let Request::DrawGroups { split: arrived, drawing: how } = across(&request) else { panic!() };
    assert_eq!((arrived, how.style), (split, drawing.style));
    assert!(matches!(across(&Request::Rejections), Request::Rejections));
}

#[wasm_bindgen_test]
fn what_a_saved_picture_is_of_arrives() {
    let split = Split { question: "delays".into(), by: "language".into() };
    let names = BTreeMap::from([("no_delays".to_owned(), "Bez \"kavējumiem\"".to_owned())]);
    let subjects = [
        Subject::Question("quality".into()),
        Subject::Group { split, group: "lv".into() },
        Subject::Themes("comment".into()),
        Subject::Published { survey: SURVEY.into(), question: "delays".into() },
        Subject::Indicators { published: None, title: "Ā".into(), names: names.clone() },
        Subject::Indicators { published: Some(SURVEY.into()), title: "Ā".into(), names },
    ];
    let mut files = Vec::new();
    for subject in subjects {
        let request = Request::Sketch { subject: subject.clone(), drawing: drawing() };
        let Request::Sketch { subject: arrived, .. } = across(&request) else { panic!() };
        assert_eq!(arrived, subject);
        files.push(subject.file_name());
        let Reply::Sketched { subject: arrived, picture: None } =
            across(&Reply::Sketched { subject: subject.clone(), picture: None })
        else {
            panic!()
        };
        assert_eq!(arrived, subject);
    }
    files.sort();
    files.dedup();
    assert_eq!(files.len(), 6);
}

#[wasm_bindgen_test]
fn findings_of_every_kind_arrive() {
    let share = |row: &Scalar| RowShare { row: row.clone(), count: 1, answered: 3 };
    let several = |values: Vec<Scalar>| {
        [
            Finding::TopChoice { values: values.clone(), count: 3, answered: 7 },
            Finding::MultipleTop { values, count: u64::from(u32::MAX) + 1, answered: 7 },
        ]
    };
    let mut findings = vec![Finding::NobodyAnswered, Finding::Withheld, Finding::TextsAnswered { count: 0 }];
    findings.extend(several(values()));
    findings.extend(several(Vec::new()));
    for value in values() {
        findings.push(Finding::Unanimous { value: value.clone(), answered: 5 });
        let (best, worst) = (share(&value), share(&value));
        findings.push(Finding::MatrixSummary { top: values(), mean_share: 0.25, best, worst });
    }
    for mean in [4.0, 4.25, 14.0 / 3.0] {
        findings.push(Finding::RatingMean { mean, highest: 5.0, answered: 3 });
    }
    let findings: BTreeMap<String, Finding> = findings
        .into_iter()
        .enumerate()
        .map(|(number, finding)| (format!("q{number:02}"), finding))
        .collect();
    assert_eq!(across(&findings), findings);
}

#[wasm_bindgen_test]
fn a_report_of_the_sample_arrives_to_the_last_digit() {
    let mut import = Import::new(Rc::new(definitions::surveys()));
    import.begin_file("sample.ndjson");
    import.push(SAMPLE.as_bytes());
    import.finish_file();
    import.finish();
    let (survey, dataset) = import.dataset(SURVEY).unwrap();
    let filter = Filter::from_query("quality.knowledge=good&language=lv&from=x&nothing=1");
    let tallies = across(&Tallies::count(dataset, &filter.select(survey, dataset)));
    let report = report(survey, &tallies, &filter, ReportHeader::default());
    let of_question = |counts| survey.questionnaire.question(counts).unwrap();
    let style = drawing().style;
    let pictures: BTreeMap<String, Picture> = report
        .questions
        .iter()
        .filter_map(|counts| {
            let drawn =
                picture(of_question(&counts.name), counts, survey.baseline.as_ref(), View::Full, &style)?;
            Some((counts.name.clone(), drawn))
        })
        .collect();
    let findings = report
        .questions
        .iter()
        .filter_map(|counts| Some((counts.name.clone(), finding(of_question(&counts.name), counts)?)));
    let said = Reported {
        survey: SURVEY.into(),
        faults: filter.check(survey),
        findings: findings.collect(),
        languages: dataset.language_tags(),
        report: report.clone(),
    };
    assert!(said.report.responses > Some(0) && !pictures.is_empty() && !said.findings.is_empty());
    assert!(matches!(&said.faults[..], [FilterFault::UnknownKey(_), FilterFault::BadDay { .. }]));
    let Reply::Reported(arrived) = across(&Reply::Reported(Box::new(said.clone()))) else { panic!() };
    assert_eq!(arrived.report, said.report);
    assert_eq!(arrived.findings, said.findings);
    assert_eq!((arrived.faults, arrived.languages), (said.faults, said.languages));
    for (name, drawn) in pictures {
        let said = Reply::Drawn { question: name.clone(), picture: Some(drawn.clone()) };
        let Reply::Drawn { question, picture } = across(&said) else { panic!() };
        assert_eq!((question, picture), (name, Some(drawn)));
    }
}

#[wasm_bindgen_test]
fn tests_and_pictures_of_groups_arrive() {
    let split = Split { question: "delays".into(), by: "language".into() };
    let figures =
        |method, statistic, freedom| Figures { method, statistic, freedom, p: 0.1 + 0.2, adjusted: 1e-300 };
    let outcomes = [
        Outcome::NotTested,
        Outcome::Tested(figures(Method::TwoProportions, Some(-1.0 / 3.0), None)),
        Outcome::Tested(figures(Method::ChiSquare, Some(2.0 / 3.0), Some(4))),
        Outcome::Tested(figures(Method::Fisher, None, None)),
        Outcome::Tested(figures(Method::FreemanHalton, None, None)),
        Outcome::Tested(figures(Method::Simulated(9_999), None, None)),
    ];
    let test = |outcome| Test {
        row: Some(Scalar::Bool(true)),
        choice: None,
        group: Some("lv".into()),
        cells: vec![Cell { choice: "yes".into(), group: "lv".into(), is_higher: true }],
        outcome,
    };
    let tested = Certainty::Tested(outcomes.map(test).to_vec());
    for certainty in [Certainty::Overlapping, Certainty::Defining, tested] {
        let said = Reply::Tested { split: split.clone(), certainty: certainty.clone() };
        let Reply::Tested { split: of, certainty: arrived } = across(&said) else { panic!() };
        assert_eq!((of, arrived), (split.clone(), certainty));
    }
    let said = Reply::DrawnGroup { split: split.clone(), group: "lv".into(), picture: None };
    let Reply::DrawnGroup { split: of, group, picture: None } = across(&said) else { panic!() };
    assert_eq!((of, group.as_str()), (split, "lv"));
}

#[wasm_bindgen_test]
fn ledgers_arrive_with_every_reason_and_problem() {
    use FaultReason as Reason;
    let reasons = [
        Reason::NotJson,
        Reason::Truncated,
        Reason::TooLarge,
        Reason::NotAnObject,
        Reason::Missing,
        Reason::WrongType,
        Reason::NotAUuid,
        Reason::NotAnInstant,
        Reason::NotALanguage,
        Reason::UnknownSurvey,
        Reason::UnknownQuestion,
        Reason::UnknownRow,
        Reason::UnknownValue,
        Reason::RepeatedValue,
        Reason::TooMany,
        Reason::TooLong,
        Reason::BlockCutOff,
        Reason::BlockDamaged,
        Reason::Sealed,
        Reason::SealDamaged,
    ];
    let rejections = reasons.into_iter().zip(1..).map(|(reason, record)| Rejection {
        file: "a.json".into(),
        record,
        line: record,
        fault: Fault { path: "$.answers[\"ā\"]".into(), reason },
        text: "{\"id\":\u{0}…".into(),
    });
    let unknown = FileProblem::UnknownFormat { format: "x".into(), version: "2".into() };
    let problems = [
        FileProblem::Empty,
        unknown,
        FileProblem::NotResponses,
        FileProblem::DamagedGzip,
        FileProblem::Truncated,
        FileProblem::NotUtf8,
        FileProblem::Unreadable,
        FileProblem::NoBlocks,
        FileProblem::HoldsIdentity,
    ];
    let files = problems.into_iter().map(Some).chain([None]);
    let files = files.map(|problem| FileEntry { problem, outside_period: 3, ..FileEntry::default() });
    let ledger = Ledger { files: files.collect(), rejections: rejections.collect(), conflicts: Vec::new() };
    let surveys = BTreeMap::from([(SURVEY.to_owned(), 400)]);
    let said = Reply::Imported { ledger: ledger.clone(), surveys: surveys.clone(), sealed: 2 };
    let Reply::Imported { ledger: arrived, surveys: counts, sealed: 2 } = across(&said) else { panic!() };
    assert_eq!((arrived, counts), (ledger, surveys));
    let Reply::Opening { file } = across(&Reply::Opening { file: "ā.age".into() }) else { panic!() };
    assert_eq!(file, "ā.age");
}

#[wasm_bindgen_test]
fn texts_and_codes_arrive() {
    let mut codes = Codes::default();
    codes.add_theme("t".into(), "Tēma \"ā\"");
    let text = codes.toggle_theme("comment", &"0".repeat(64), "t");
    codes.toggle_removed("delays.a", &"1".repeat(64));
    let request = Request::Codes { survey: SURVEY.into(), codes: codes.clone() };
    let Request::Codes { codes: arrived, .. } = across(&request) else { panic!() };
    assert_eq!(arrived, codes);
    let Request::Code { text: arrived, .. } =
        across(&Request::Code { survey: SURVEY.into(), text: text.clone() })
    else {
        panic!()
    };
    assert_eq!(arrived, text);
    let selections = [
        Selection::All,
        Selection::Uncoded,
        Selection::Coded,
        Selection::Theme("t".into()),
        Selection::Personal,
        Selection::Removed,
    ];
    for selection in selections {
        let question = Some("comment".to_owned());
        let wanted = Wanted { question, search: "ā \n".into(), selection, offset: 20, limit: 20 };
        let request = Request::Texts { query: "language=lv".into(), wanted: wanted.clone() };
        let Request::Texts { wanted: arrived, .. } = across(&request) else { panic!() };
        assert_eq!(arrived, wanted);
        let listed = ListedText {
            question: "comment".into(),
            text: "a\n\u{0}ž".into(),
            sha256: "0".repeat(64),
            count: 3,
        };
        let of_question = QuestionTexts { name: "comment".into(), texts: 1, responses: 3 };
        let (texts, questions) = (vec![listed], vec![of_question]);
        let listing = Listing { texts, offset: 20, total: 21, written: 23, questions };
        for listing in [Some(listing), None] {
            let reply =
                Reply::Texts { query: String::new(), wanted: wanted.clone(), listing: listing.clone() };
            let Reply::Texts { listing: arrived, .. } = across(&reply) else { panic!() };
            assert_eq!(arrived, listing);
        }
    }
    let tally = Tally { value: "t".into(), count: 1, share: Some(1.0 / 3.0), interval: Some([0.1, 0.7]) };
    let report = ThemesReport {
        name: "comment".into(),
        kind: "themes".into(),
        texts: 4,
        answered: 3,
        uncoded: 1,
        choices: vec![ThemeTally { title: "Tēma".into(), tally }],
    };
    let said = Reply::Themes { query: String::new(), themes: vec![report.clone()] };
    let Reply::Themes { themes, .. } = across(&said) else { panic!() };
    assert_eq!(themes, [report]);
}

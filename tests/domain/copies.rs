//! Copies of the responses: what counts, once, and nothing else; imported again they give the same report.

#![allow(clippy::cast_precision_loss)]

use std::rc::Rc;

use super::support;
use super::support::{count, import_slices, library, ndjson, uuid, with};
use aptauja::domain::analysis::Filter;
use aptauja::domain::coding::{Codes, text_key};
use aptauja::domain::exchange::copies::{Copier, Form};
use aptauja::domain::exchange::tables::Separator;
use aptauja::domain::exchange::{Reader, Task};
use aptauja::domain::survey::{REMOVED, Survey};
use serde_json::{Value, json};

/// The copy of files that are read in slices of this many bytes, and how many responses are in it.
fn copy(
    surveys: &Rc<Vec<Survey>>,
    files: &[(&str, &[u8])],
    (survey, query): (&str, &str),
    form: Form,
    slice: usize,
    codes: &Codes,
) -> (Vec<u8>, u64) {
    let accepted = import_slices(surveys, files, usize::MAX);
    let position = surveys.iter().position(|it| it.entry.id == survey).unwrap();
    let filter = Filter::from_query(query);
    let mut copier = Copier::new(surveys.clone(), position, filter, form, codes).unwrap();
    let mut reader = Reader::new(surveys.clone());
    reader.keep(position);
    for (at, (name, bytes)) in files.iter().enumerate() {
        if accepted.ledger().files[at].source.accepted == 0 {
            continue;
        }
        reader.begin(name, Task { file: at, from: 0, to: u64::MAX, is_lines: false }, false);
        for bytes in bytes.chunks(slice) {
            reader.push(bytes);
            copier.take(&mut reader).unwrap();
        }
        reader.finish();
        copier.take(&mut reader).unwrap();
    }
    let rows = copier.rows();
    (copier.take_bytes(), rows)
}

fn assert_same_report(surveys: &Rc<Vec<Survey>>, files: &[(&str, &[u8])], survey: &str, query: &str) {
    let before = count(&import_slices(surveys, files, usize::MAX), survey, query);
    for slice in [1 << 16, 700] {
        let (copied, rows) = copy(surveys, files, (survey, query), Form::Ndjson, slice, &Codes::default());
        assert_eq!(rows, before.responses.unwrap(), "{query}");
        let again = import_slices(surveys, &[("copy.ndjson", &copied)], usize::MAX);
        assert_eq!(again.ledger().files[0].source.accepted, rows);
        assert_eq!(again.ledger().files[0].source.rejected, 0);
        let after = count(&again, survey, "");
        assert_eq!(after.questions, before.questions, "{query}");
        assert_eq!(after.indicators, before.indicators);
    }
}

#[test]
fn the_copy_of_a_selection_gives_its_report_again() {
    let bytes = std::fs::read("public/surveys/mfa-2018-sample.ndjson").unwrap();
    let files: [(&str, &[u8]); 1] = [("sample.ndjson", &bytes)];
    for query in
        ["", "channels=email", "from=2018-01-18&to=2018-01-20&delays=no", "quality.knowledge=very_good,good"]
    {
        assert_same_report(&support::ministry(), &files, "mfa-2018", query);
    }
}

/// Duplicates within and between files, a conflict, a refused record, one of another survey with the id of
/// ours, an array on many lines and a packed file.
fn mixed() -> Vec<(&'static str, Vec<u8>)> {
    let first = library(1, json!({"town": "Rīga"}));
    let conflict = library(1, json!({"town": "Cēsis"}));
    let poll = with(
        with(library(9, json!({})), "survey", json!("poll")),
        "submitted_at",
        json!("2024-02-10T12:00:00.5Z"),
    );
    let array = json!([
        library(2, json!({"stars": 2})),
        first,
        with(library(3, json!({})), "note", json!("unknown"))
    ]);
    vec![
        ("a.ndjson", ndjson(&[first.clone(), first.clone(), poll, json!({"id": 7})]).into_bytes()),
        ("b.json", serde_json::to_string_pretty(&array).unwrap().into_bytes()),
        (
            "c.ndjson.gz",
            support::gzip(
                ndjson(&[conflict, library(4, json!({"member": false})), library(9, json!({}))]).as_bytes(),
            ),
        ),
        ("d.json", b"{\"format\":\"other\"}".to_vec()),
    ]
}

#[test]
fn of_duplicates_and_conflicts_the_first_is_copied_once() {
    let mixed = mixed();
    let files: Vec<(&str, &[u8])> = mixed.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    assert_same_report(&support::small(), &files, "library", "");
    let (copied, _) = copy(&support::small(), &files, ("library", ""), Form::Ndjson, 64, &Codes::default());
    let lines: Vec<Value> =
        String::from_utf8(copied).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<&str> = lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
    assert_eq!(ids, [1, 2, 3, 4].map(uuid));
    assert_eq!(lines[0]["answers"]["town"], "Rīga");
    // What is not of the contract is left behind.
    assert!(lines.iter().all(|line| line.as_object().unwrap().len() == 5));
}

#[test]
fn random_responses_come_back_from_their_copies() {
    let mut random = aptauja::domain::sample::Random::new(7);
    for _ in 0..30 {
        let definition = support::random::definition(&mut random);
        let catalogue = support::random::catalogue(&definition);
        let surveys = support::made_with(&support::random::questionnaire(&definition), catalogue.as_ref());
        let records: Vec<Value> = (0..60)
            .map(|number| {
                json!({"id": uuid(number), "survey": "made", "submitted_at": "2024-02-10T12:00:00.123Z",
                    "language": "lv", "answers": support::random::answers(&mut random, &definition)})
            })
            .collect();
        let text = ndjson(&records);
        assert_same_report(&surveys, &[("a.ndjson", text.as_bytes())], "made", "q0=a");
    }
}

fn table(
    surveys: &Rc<Vec<Survey>>,
    files: &[(&str, &[u8])],
    survey: &str,
    codes: &Codes,
) -> Vec<Vec<String>> {
    let form = Form::Csv(Separator::Semicolon);
    let (bytes, rows) = copy(surveys, files, (survey, ""), form, usize::MAX, codes);
    let text = String::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap().to_owned();
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.as_bytes());
    let lines: Vec<Vec<String>> =
        reader.records().map(|it| it.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(lines.len() as u64, rows + 1);
    lines
}

#[test]
fn the_table_adds_up_to_the_report() {
    let bytes = std::fs::read("public/surveys/mfa-2018-sample.ndjson").unwrap();
    let files: [(&str, &[u8]); 1] = [("sample.ndjson", &bytes)];
    let surveys = support::ministry();
    let lines = table(&surveys, &files, "mfa-2018", &Codes::default());
    let report = count(&import_slices(&surveys, &files, usize::MAX), "mfa-2018", "");
    let column = |name: &str| lines[0].iter().position(|it| it == name).unwrap();
    let having = |name: &str, value: &str| {
        let at = column(name);
        lines[1..].iter().filter(|line| line[at] == value).count() as u64
    };
    for question in &report.questions {
        for tally in question.choices.iter().flatten() {
            let value = tally.value.key();
            let counted = if question.kind == "checkbox" {
                having(&format!("{}.{value}", question.name), "1")
            } else {
                having(&question.name, &value)
            };
            assert_eq!(counted, tally.count, "{} {value}", question.name);
        }
        for row in question.rows.iter().flatten() {
            for tally in &row.columns {
                let name = format!("{}.{}", question.name, row.value.key());
                assert_eq!(having(&name, &tally.value.key()), tally.count, "{name}");
            }
        }
    }
    assert!(having("comment", "") < 400);
    assert_eq!(having("day", ""), 0);
}

#[test]
fn texts_that_begin_like_formulas_are_inert_in_the_table() {
    let texts = ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "＝1", "a;b\n\"c\"", "'=1"];
    let records: Vec<Value> = (0..).zip(texts).map(|(at, text)| library(at, json!({"town": text}))).collect();
    let text = ndjson(&records);
    let lines = table(&support::small(), &[("a", text.as_bytes())], "library", &Codes::default());
    let column = lines[0].iter().position(|it| it == "town").unwrap();
    let read: Vec<&str> = lines[1..].iter().map(|line| line[column].as_str()).collect();
    assert_eq!(read, ["'=1+1", "'+1", "'-1", "'@a", "'\t=1", "'\r=1", "'＝1", "a;b\n\"c\"", "'=1"]);
}

#[test]
fn a_removed_text_leaves_in_no_form_and_still_counts() {
    let records = [
        library(1, json!({"town": "Rīga"})),
        library(2, json!({"town": "Cēsis", "member": false, "why": "other", "why-Comment": "Anna"})),
    ];
    let text = ndjson(&records);
    let files: [(&str, &[u8]); 1] = [("a", text.as_bytes())];
    let mut codes = Codes::default();
    codes.toggle_removed("town", &text_key("town", "Rīga"));
    codes.toggle_removed("why", &text_key("why", "Anna"));
    codes.toggle_removed("why", &text_key("why", "Cēsis"));
    let surveys = support::small();
    for form in [Form::Ndjson, Form::Csv(Separator::Comma)] {
        let (copied, rows) = copy(&surveys, &files, ("library", ""), form, usize::MAX, &codes);
        let copied = String::from_utf8(copied).unwrap();
        assert_eq!(rows, 2);
        assert!(!copied.contains("Rīga") && !copied.contains("Anna"));
        assert_eq!((copied.contains("Cēsis"), copied.matches(REMOVED).count()), (true, 2));
    }
}

//! Files of responses: what becomes of every record, in every form a file can have.

use super::support::{
    count, counts, export, gzip, import, import_slices, import_text, library, ministry, ndjson, places,
    problem, small, three, uuid, with,
};
use aptauja::domain::exchange::{FileProblem, export as write_export, rejected_file, sort_files};
use aptauja::domain::survey::Response;
use serde_json::{Value, json};

/// The place and code of the only refused record.
fn refused(record: &Value) -> (String, Value) {
    let import = import_text(&record.to_string());
    assert_eq!(counts(&import, 0), [0, 0, 0, 1], "{record}");
    let rejection = serde_json::to_value(&import.ledger().rejections[0]).unwrap();
    assert_eq!(rejection["record"], 1);
    (rejection["path"].as_str().unwrap().to_owned(), rejection["reason"]["code"].clone())
}

#[test]
fn every_reason_is_given_with_its_path() {
    let member = |name: &str, value: Value| with(library(1, json!({})), name, value);
    let answers = |answers: Value| library(1, answers);
    let cases = [
        (json!(7), "$", "not_an_object"),
        (json!([[]]), "$", "not_an_object"),
        (member("id", json!(null)), "$.id", "missing"),
        (member("survey", json!(null)), "$.survey", "missing"),
        (member("submitted_at", json!(null)), "$.submitted_at", "missing"),
        (member("language", json!(null)), "$.language", "missing"),
        (member("answers", json!(null)), "$.answers", "missing"),
        (member("id", json!(5)), "$.id", "wrong_type"),
        (member("survey", json!({})), "$.survey", "wrong_type"),
        (member("answers", json!([])), "$.answers", "wrong_type"),
        (member("id", json!("1")), "$.id", "not_a_uuid"),
        (member("submitted_at", json!("2024-02-10T12:00:00+02:00")), "$.submitted_at", "not_an_instant"),
        (member("submitted_at", json!("2024-02-30T12:00:00Z")), "$.submitted_at", "not_an_instant"),
        (member("language", json!("latviešu")), "$.language", "not_a_language"),
        (member("survey", json!("moon")), "$.survey", "unknown_survey"),
        (answers(json!({"moon": 1})), "$.answers.moon", "unknown_question"),
        (answers(json!({"thanks": "x"})), "$.answers.thanks", "unknown_question"),
        (answers(json!({"visited-Comment": "x"})), "$.answers[\"visited-Comment\"]", "unknown_question"),
        (
            answers(json!({"opening.hours": {"sunday": 1}})),
            "$.answers[\"opening.hours\"].sunday",
            "unknown_row",
        ),
        (
            answers(json!({"opening.hours": {"weekday": 3}})),
            "$.answers[\"opening.hours\"].weekday",
            "unknown_value",
        ),
        (answers(json!({"opening.hours": 3})), "$.answers[\"opening.hours\"]", "wrong_type"),
        (answers(json!({"visited": "moon"})), "$.answers.visited", "unknown_value"),
        (answers(json!({"visited": null})), "$.answers.visited", "wrong_type"),
        (answers(json!({"stars": 4})), "$.answers.stars", "unknown_value"),
        (answers(json!({"stars": "2"})), "$.answers.stars", "unknown_value"),
        (answers(json!({"member": "true"})), "$.answers.member", "wrong_type"),
        (answers(json!({"events": "talks"})), "$.answers.events", "wrong_type"),
        (answers(json!({"events": ["talks", "moon"]})), "$.answers.events[1]", "unknown_value"),
        (answers(json!({"events": ["talks", "talks"]})), "$.answers.events[1]", "repeated_value"),
        (answers(json!({"events": ["none", "talks"]})), "$.answers.events", "too_many"),
        (answers(json!({"events": ["talks", "music", "other"]})), "$.answers.events", "too_many"),
        (answers(json!({"more": "12345678901"})), "$.answers.more", "too_long"),
        (answers(json!({"town": 5})), "$.answers.town", "wrong_type"),
        (answers(json!({"why-Comment": 5})), "$.answers[\"why-Comment\"]", "wrong_type"),
    ];
    for (record, path, reason) in cases {
        assert_eq!(refused(&record), (path.to_owned(), json!(reason)), "{record}");
    }
}

#[test]
fn the_ministrys_paths_are_plain() {
    let record = json!({"id": uuid(1), "survey": "mfa-2018", "submitted_at": "2018-01-25T23:45:32Z",
        "language": "lv", "answers": {"quality": {"knowledge": "excellent"}}});
    let import = import(&ministry(), &[("a", record.to_string().as_bytes())]);
    assert_eq!(import.ledger().rejections[0].fault.path, "$.answers.quality.knowledge");
}

#[test]
fn the_three_forms_bring_the_same() {
    let records = three();
    let array = json!(records).to_string();
    let forms = [
        ndjson(&records),
        array.clone(),
        serde_json::to_string_pretty(&records).unwrap(),
        array.replace("},{\"answers", "},\n{\"answers"),
        export(&records).to_string(),
        serde_json::to_string_pretty(&export(&records)).unwrap(),
        format!("{{\"responses\":{array},\"version\":1.0,\"format\":\"aptauja.responses\"}}"),
        format!(
            "{{\"version\":1,\"extra\":{{\"responses\":[1]}},\"responses\":{array},\"format\":\"aptauja.responses\"}}"
        ),
    ];
    let expected = count(&import_text(&forms[0]), "library", "").questions;
    for form in &forms {
        for text in
            [form.clone(), format!("\u{feff}{}", form.replace('\n', "\r\n")), format!("\n\n{form}\n \n")]
        {
            let import = import_text(&text);
            assert_eq!(counts(&import, 0), [3, 0, 0, 0], "{text}");
            assert_eq!((problem(&import), &count(&import, "library", "").questions), (None, &expected));
            assert_eq!(import.ledger().files[0].surveys["library"], 3);
        }
        let import = import(&small(), &[("a.gz", &gzip(form.as_bytes()))]);
        assert_eq!((counts(&import, 0), problem(&import)), ([3, 0, 0, 0], None));
    }
}

#[test]
fn the_same_response_counts_once_across_files_and_forms() {
    let records = three();
    let same = json!({"answers": {"town": "Rīga", "events": ["music", "talks"], "visited": "lending"},
        "language": "lv", "note": ["unknown"], "submitted_at": "2024-02-10T12:00:00.000+00:00", "survey": "library",
        "id": uuid(1).to_uppercase()});
    let files = [
        ("a.ndjson", ndjson(&records)),
        ("b.json", export(&records[..2]).to_string()),
        ("c.json", serde_json::to_string_pretty(&json!([same, same])).unwrap()),
    ];
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let import = import(&small(), &files);
    assert_eq!(
        (0..3).map(|file| counts(&import, file)).collect::<Vec<_>>(),
        [[3, 0, 0, 0], [0, 2, 0, 0], [0, 2, 0, 0]]
    );
    assert_eq!(problem(&import), None);
    let report = count(&import, "library", "");
    assert_eq!((report.accepted, report.responses), (3, Some(3)));
}

#[test]
fn any_other_content_under_an_id_is_a_conflict() {
    let first = library(1, json!({"events": ["talks"], "town": "Rīga", "why": "other", "why-Comment": "a"}));
    let others = [
        with(first.clone(), "submitted_at", json!("2024-02-10T12:00:01Z")),
        with(first.clone(), "language", json!("en")),
        with(with(first.clone(), "survey", json!("poll")), "answers", json!({})),
        with(
            first.clone(),
            "answers",
            json!({"events": ["talks"], "town": "Rīga", "why": "other", "why-Comment": "b"}),
        ),
        with(first.clone(), "answers", json!({"events": ["talks"], "why": "other", "why-Comment": "a"})),
    ];
    let files = [("a", first.to_string()), ("b", format!("\n{}", ndjson(&others)))];
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let import = import(&small(), &files);
    assert_eq!((counts(&import, 0), counts(&import, 1)), ([1, 0, 0, 0], [0, 0, 5, 0]));
    let conflict = &import.ledger().conflicts[4];
    assert_eq!((conflict.file.as_str(), conflict.record, conflict.line), ("b", 5, 6));
    assert_eq!((conflict.first_file.as_str(), conflict.first_record), ("a", 1));
    assert_eq!(conflict.id, uuid(1));
    assert_eq!(count(&import, "library", "language=lv").responses, Some(1));
}

#[test]
fn numbers_and_lines_are_those_of_the_file() {
    let bad = with(library(9, json!({})), "id", json!("x"));
    let text = format!("\n{}\r\n\n{bad}\nnonsense\n  {}\n{bad}", three()[0], three()[1]);
    let import = import_text(&text);
    assert_eq!(places(&import), [(2, 4), (3, 5), (5, 7)]);
    let pretty = serde_json::to_string_pretty(&export(&[three()[0].clone(), bad])).unwrap();
    let line = pretty.lines().position(|line| line.contains("\"answers\": {}")).unwrap() as u64;
    assert_eq!(places(&import_text(&pretty)), [(2, line)]);
}

#[test]
fn files_put_one_after_another_are_all_read() {
    let records = three();
    let parts = [
        export(&records[..1]).to_string(),
        serde_json::to_string_pretty(&export(&records[1..2])).unwrap(),
        records[2].to_string(),
        json!([library(4, json!({}))]).to_string(),
    ];
    for joined in [
        parts.join("\n"),
        parts.join("\n\u{feff}"),
        parts[..2].concat() + "\n" + &parts[2] + "\n" + &parts[3],
    ] {
        assert_eq!(counts(&import_text(&joined), 0), [4, 0, 0, 0]);
    }
    let packed: Vec<u8> = parts.iter().flat_map(|part| gzip(format!("{part}\n").as_bytes())).collect();
    let import = import(&small(), &[("a.gz", &packed)]);
    assert_eq!((counts(&import, 0), problem(&import)), ([4, 0, 0, 0], None));
}

#[test]
fn days_outside_the_period_are_counted_as_such() {
    let at = |number: u64, time: &str| with(library(number, json!({})), "submitted_at", json!(time));
    let records = [
        at(1, "2024-01-31T23:59:59Z"),
        at(2, "2024-02-01T00:00:00Z"),
        at(3, "2024-02-29T23:59:59Z"),
        at(4, "2024-03-01T00:00:00Z"),
        with(at(5, "1970-01-01T00:00:00Z"), "survey", json!("poll")),
    ];
    let import = import_text(&ndjson(&records));
    assert_eq!((counts(&import, 0), import.ledger().files[0].outside_period), ([5, 0, 0, 0], 2));
}

#[test]
fn the_main_survey_has_most_responses() {
    let poll = |number: u64| with(library(number, json!({})), "survey", json!("poll"));
    assert_eq!(import_text("").main_survey(), "library");
    assert_eq!(import_text(&ndjson(&[poll(1), library(2, json!({}))])).main_survey(), "library");
    assert_eq!(import_text(&ndjson(&[poll(1), poll(2), library(3, json!({}))])).main_survey(), "poll");
}

#[test]
fn files_are_known_by_their_bytes_as_read() {
    let packed = gzip(b"");
    let import = import(&small(), &[("a", b"abc"), ("b.gz", &packed)]);
    let [first, second] = &import.ledger().files[..] else { panic!() };
    assert_eq!(first.source.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!((first.source.bytes, second.source.bytes), (3, packed.len() as u64));
}

#[test]
fn the_order_of_adding_changes_nothing() {
    let records: Vec<Value> =
        (0..30).map(|number| library(number, json!({"stars": number % 3 + 1}))).collect();
    let mut files = vec![
        ("b", ndjson(&records[..20])),
        ("a", export(&records[10..]).to_string()),
        ("c", json!(records[5..15]).to_string()),
    ];
    let read = |files: &mut Vec<(&str, String)>| {
        sort_files(files, |(name, text)| ((*name).to_owned(), text.len() as u64));
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        let import = import_slices(&small(), &files, 100);
        (import.ledger().clone(), count(&import, "library", ""))
    };
    let expected = read(&mut files);
    assert_eq!((expected.1.accepted, expected.1.responses), (30, Some(30)));
    for _ in 0..3 {
        files.rotate_left(1);
        assert_eq!(read(&mut files.clone()), expected);
    }
}

#[test]
fn what_is_written_is_read_again() {
    let responses: Vec<Response> =
        three().into_iter().map(|record| serde_json::from_value(record).unwrap()).collect();
    let text = write_export("library", "2024-03-01T08:00:00Z", &responses);
    let import = import_text(&text);
    assert_eq!(counts(&import, 0), [3, 0, 0, 0]);
    let header: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        (&header["survey"], &header["exported_at"]),
        (&json!("library"), &json!("2024-03-01T08:00:00Z"))
    );
    assert_eq!(header["responses"], json!(three()));
    assert_eq!(problem(&import_text(&write_export("x\"", "", &[]))), Some(FileProblem::Empty));
}

#[test]
fn the_file_of_refused_records_holds_place_reason_and_text() {
    let bad = with(library(9, json!({"town": "\"<ā>"})), "id", json!("x"));
    let import = import_text(&format!("\n{bad}\n"));
    let text = rejected_file("2024-03-01T08:00:00Z", &import.ledger().rejections, &|fault| {
        format!("at {}", fault.path)
    });
    let file: Value = serde_json::from_str(&text).unwrap();
    let record = json!({"file": "a.json", "record": 1, "line": 2, "path": "$.id", "reason": "not_a_uuid",
        "message": "at $.id", "text": bad.to_string()});
    let expected = json!({"format": "aptauja.rejected", "version": 1, "generated_at": "2024-03-01T08:00:00Z", "records": [record]});
    assert_eq!(file, expected);
}

#[test]
fn the_shipped_sample_is_accepted_whole() {
    let text = std::fs::read("public/surveys/mfa-2018-sample.ndjson").unwrap();
    let import = import_slices(&ministry(), &[("sample.ndjson", &text)], 1 << 16);
    assert_eq!((counts(&import, 0), import.ledger().files[0].outside_period), ([400, 0, 0, 0], 0));
}

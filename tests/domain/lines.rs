//! NDJSON to the letter: every line that is not blank is one record with one outcome.

use super::support::{counts, export, import_cut, library, ndjson, places, problem, three};
use aptauja::domain::exchange::{FileProblem, Import};
use serde_json::{Value, json};

fn code(import: &Import) -> Value {
    serde_json::to_value(&import.ledger().rejections[0]).unwrap()["reason"]["code"].clone()
}

/// Lines with what each is refused for.
fn bad_lines() -> Vec<(String, &'static str)> {
    let good = library(7, json!({"town": "},{"})).to_string();
    let other = library(8, json!({}));
    let lines = [
        (format!("{good},"), "not_json"),
        (format!(",{good}"), "not_json"),
        (format!("{good}{other}"), "not_json"),
        (format!("{good},{other}"), "not_json"),
        (format!("{good} {other}"), "not_json"),
        (format!("garbage {good}"), "not_json"),
        (format!("{good} garbage"), "not_json"),
        (format!("{good}]"), "not_json"),
        (format!("{good}}}"), "not_json"),
        (format!("\u{c}{good}"), "not_json"),
        (good[..good.len() - 1].to_owned(), "not_json"),
        (good[..good.len() / 2].to_owned(), "not_json"),
        (format!("{}{other}", &good[..good.len() / 2]), "not_json"),
        ("{\"id\":\"".to_owned(), "not_json"),
        ("hello".to_owned(), "not_json"),
        (",".to_owned(), "not_json"),
        ("]".to_owned(), "not_json"),
        ("[".to_owned(), "not_json"),
        ("[1".to_owned(), "not_json"),
        ("{".to_owned(), "not_json"),
        ("}".to_owned(), "not_json"),
        ("}]".to_owned(), "not_json"),
        ("{'a':'},{'}".to_owned(), "not_json"),
        ("{}}{{}".to_owned(), "not_json"),
        ("NaN".to_owned(), "not_json"),
        ("[]".to_owned(), "not_an_object"),
        ("[1]".to_owned(), "not_an_object"),
        ("[1, \"x\"]".to_owned(), "not_an_object"),
        ("7".to_owned(), "not_an_object"),
        ("null".to_owned(), "not_an_object"),
        ("\"id\"".to_owned(), "not_an_object"),
        ("{}".to_owned(), "missing"),
        ("{\"responses\":[]}".to_owned(), "missing"),
        ("{\"format\":\"aptauja.responses\",\"version\":1}".to_owned(), "missing"),
        (format!("{{\"responses\":[{good}]}}"), "missing"),
    ];
    lines.into()
}

#[test]
fn a_bad_line_is_refused_once_wherever_it_stands() {
    let good = three().map(|record| record.to_string());
    for (bad, reason) in bad_lines() {
        for at in 0..=3 {
            let mut lines = good.to_vec();
            lines.insert(at, bad.clone());
            for (text, line) in [(lines.join("\n") + "\n", at), (lines.join("\r\n \t\r\n"), 2 * at)] {
                let import = import_cut(&text);
                assert_eq!(counts(&import, 0), [3, 0, 0, 1], "{text}");
                assert_eq!(places(&import), [(at as u64 + 1, line as u64 + 1)], "{text}");
                let is_cut = code(&import) == "truncated" && !text.ends_with('\n') && at == 3;
                assert!(is_cut || code(&import) == reason, "{text}: {}", code(&import));
            }
        }
    }
}

#[test]
fn an_array_or_an_export_among_lines_is_refused_once() {
    let [first, second, third] = three();
    for bad in [json!([second]), json!([second, third]), export(&[second, third])] {
        let import = import_cut(&format!("{first}\n{bad}\n{}\n", library(4, json!({}))));
        assert_eq!((counts(&import, 0), places(&import)), ([2, 0, 0, 1], vec![(2, 2)]), "{bad}");
    }
}

/// All but a bracket that an array's elements seem to follow.
#[test]
fn several_bad_lines_at_the_front_are_refused_one_by_one() {
    let bad = bad_lines();
    let good = ndjson(&three());
    let is_bracket = |line: &str| matches!(line, "[" | "[1");
    for (number, (first, _)) in bad.iter().enumerate().filter(|(_, (line, _))| !is_bracket(line)) {
        let (second, _) = &bad[(number * 7 + 3) % bad.len()];
        let import = import_cut(&format!("{first}\n{second}\n{good}"));
        assert_eq!(counts(&import, 0), [3, 0, 0, 2], "{first}\n{second}");
    }
}

#[test]
fn a_blank_line_is_no_record() {
    let [first, second, third] = three();
    let import = import_cut(&format!("\n \t\n{first}\n\r\n\u{a0}\u{2003}\n{second}\n\u{feff}{third}\n\n"));
    assert_eq!((counts(&import, 0), problem(&import)), ([3, 0, 0, 0], None));
}

#[test]
fn a_line_broken_in_two_before_others_is_two_bad_lines() {
    let [first, second, third] = three();
    let broken_up = first.to_string().replacen(",\"", ",\n\"", 1);
    assert_eq!(counts(&import_cut(&format!("{broken_up}\n{second}\n{third}\n")), 0), [2, 0, 0, 2]);
    assert_eq!(counts(&import_cut(&format!("{second}\n{broken_up}\n{third}\n")), 0), [2, 0, 0, 2]);
}

#[test]
fn a_line_that_ends_with_the_file_may_be_cut_off() {
    let records = ndjson(&three());
    let import = import_cut(&records[..records.len() - 9]);
    assert_eq!((counts(&import, 0), problem(&import)), ([2, 0, 0, 1], Some(FileProblem::Truncated)));
}

//! Telling what a file is from its beginning: NDJSON, an array, an export or a record over several lines.

use super::support::{counts, export, import_cut, import_slices, library, problem, small, three, uuid, with};
use serde_json::{Value, json};

/// The array's responses are not lost; what follows it is read as well.
#[test]
fn an_array_of_responses_before_lines_is_an_array() {
    let [first, second, third] = three();
    for array in [json!([first, second]).to_string(), format!("[\n{first},\n{second}\n]")] {
        let import = import_cut(&format!("{array}\n{third}\n"));
        assert_eq!((counts(&import, 0), problem(&import)), ([3, 0, 0, 0], None), "{array}");
    }
}

#[test]
fn an_empty_array_before_another_file_is_an_array() {
    for next in [export(&three()).to_string(), json!(three()).to_string()] {
        let import = import_cut(&format!("[]\n[]\n{next}\n"));
        assert_eq!((counts(&import, 0), problem(&import)), ([3, 0, 0, 0], None), "{next}");
    }
}

#[test]
fn an_array_stays_one_where_commas_or_its_end_are_missing() {
    let [a, b, c] = three();
    for text in [
        format!("[\n{a}\n{b},\n{c}\n]"),
        format!("[\n{a},\n{b}\n{c}\n]"),
        format!("[\n{a}\n,{b}\n,{c}\n]"),
        format!("[\n\n1,\n{a}\n{b},\n{c}\n]"),
        format!("[{a}\n{b}\n{c}\n"),
        format!("[\n{a},\n{b},\n{c}"),
    ] {
        assert_eq!(counts(&import_cut(&text), 0)[0], 3, "{text}");
    }
}

#[test]
fn a_response_may_hold_members_of_an_export() {
    let record = three()[0].to_string();
    let rest = &record[1..];
    for front in [
        "\"responses\":[],",
        "\"responses\":[{\"id\":1}],\"version\":2,",
        "\"format\":\"other\",\"responses\":[1],",
        "\"responses\":[[{}]],\"format\":\"other\",",
    ] {
        let odd = format!("{{{front}{rest}");
        let later = with(library(2, json!({})), "responses", json!([1]));
        for text in [odd.clone(), format!("{odd}\n"), format!("{odd}\r\n{later}\nx\n"), format!("[{odd},1]")]
        {
            let import = import_cut(&text);
            let [accepted, _, _, rejected] = counts(&import, 0);
            let expected = (1 + u64::from(text.contains(&uuid(2))), u64::from(text.len() > odd.len() + 2));
            assert_eq!((accepted, rejected), expected, "{text}");
        }
    }
}

#[test]
fn an_export_is_one_in_whatever_order_its_members_stand() {
    let records = json!(three());
    let members = [
        ("format", json!("aptauja.responses")),
        ("version", json!(1)),
        ("id", json!("unknown")),
        ("responses", records),
    ];
    for turn in 0..members.len() {
        let mut order = members.clone();
        order.rotate_left(turn);
        for separator in [",", ",\n  "] {
            let written: Vec<String> =
                order.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
            let import = import_cut(&format!("{{{}}}\n", written.join(separator)));
            assert_eq!((counts(&import, 0), problem(&import)), ([3, 0, 0, 0], None), "{turn}");
        }
    }
}

#[test]
fn an_export_with_its_format_last_may_be_longer_than_what_is_looked_at() {
    let town = "x".repeat(1 << 10);
    let records: Vec<Value> = (0..5000).map(|number| library(number, json!({"town": town}))).collect();
    let text = format!("{{\"responses\":{},\"version\":1,\"format\":\"aptauja.responses\"}}", json!(records));
    for slice in [4096, 1 << 20, usize::MAX] {
        let import = import_slices(&small(), &[("a", text.as_bytes())], slice);
        assert_eq!((counts(&import, 0), problem(&import)), ([5000, 0, 0, 0], None), "{slice}");
    }
}

#[test]
fn a_response_over_several_lines_is_one_record() {
    let [first, second, _] = three();
    let pretty = serde_json::to_string_pretty(&first).unwrap();
    let broken_up = first.to_string().replace(",\"", ",\n\"");
    for text in [pretty.clone(), format!("\n{pretty}\n\n"), format!("{broken_up}\n")] {
        assert_eq!(counts(&import_cut(&text), 0), [1, 0, 0, 0], "{text}");
    }
    let several = format!("{pretty}\n{}\n", serde_json::to_string_pretty(&second).unwrap());
    assert_eq!(counts(&import_cut(&several), 0), [2, 0, 0, 0]);
}

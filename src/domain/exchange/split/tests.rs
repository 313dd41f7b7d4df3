use super::*;

/// Records found as `number@line text`, broken ones marked, problems as they are.
fn split(text: &[u8], slice: usize) -> Vec<String> {
    let mut found = Vec::new();
    let mut sink = |piece: Piece<'_>| {
        found.push(match piece {
            Piece::Record { bytes, line, number, is_last } => {
                let end = if is_last { "$" } else { "" };
                let text = String::from_utf8_lossy(bytes);
                found.push(format!("{number}@{line} {text}{end}"));
                return serde_json::from_slice::<serde_json::Value>(bytes).is_ok();
            }
            Piece::Broken { bytes, line, number, reason } => {
                format!("{number}@{line} {reason:?} {}", String::from_utf8_lossy(bytes))
            }
            Piece::Problem(problem) | Piece::OtherFormat(problem) => format!("{problem:?}"),
        });
        true
    };
    let mut splitter = Splitter::default();
    text.chunks(slice).for_each(|chunk| splitter.push(chunk, &mut sink));
    splitter.finish(&mut sink);
    found
}

fn all(text: &str) -> Vec<String> {
    let whole = split(text.as_bytes(), usize::MAX);
    for slice in [1, 2, 3, 7] {
        assert_eq!(split(text.as_bytes(), slice), whole, "slices of {slice}: {text}");
    }
    whole
}

#[test]
fn lines_are_records() {
    assert_eq!(all("\u{feff}{\"a\":1}\r\n\n  {\"a\":2}"), [r#"1@1 {"a":1}"#, r#"2@3 {"a":2}$"#]);
    assert_eq!(all("\n \r\n"), Vec::<String>::new());
}

#[test]
fn a_broken_first_line_does_not_stop_the_rest() {
    assert_eq!(all("nonsense\n{\"a\":2}\n"), ["1@1 nonsense", r#"2@2 {"a":2}"#]);
    assert_eq!(all("{\"a\":\n{\"a\":2}\n{\"a\":3}\n"), [r#"1@1 {"a":"#, r#"2@2 {"a":2}"#, r#"3@3 {"a":3}"#]);
    assert_eq!(all("{\"a\":\"x\n{\"a\":2}\n"), [r#"1@1 {"a":"x"#, r#"2@2 {"a":2}"#]);
    assert_eq!(all("{\"a\":{\"b\":1\r\n{\"a\":2}\r\n"), [r#"1@1 {"a":{"b":1"#, r#"2@2 {"a":2}"#]);
}

#[test]
fn elements_that_stand_glued_are_told_apart() {
    let (one, two, three) = (r#"{"id":1,"a":"}{"}"#, r#"{"id":2,"a":"},{"}"#, r#"{"id":3}"#);
    assert_eq!(all(&format!("[{one}]{two},{three}]")).len(), 3);
    assert_eq!(all(&format!("[{one},]\"id\":2}},{three}]")).last().unwrap(), &format!("3@1 {three}"));
}

#[test]
fn arrays_and_exports_are_cut_by_nesting() {
    assert_eq!(all(r#"[{"a":[1,2]},{"b":"]},{"}]"#), [r#"1@1 {"a":[1,2]}"#, r#"2@1 {"b":"]},{"}"#]);
    assert_eq!(all(r#"[{"a":"\\"},{"b":"\""}]"#), [r#"1@1 {"a":"\\"}"#, r#"2@1 {"b":"\""}"#]);
    let export = "{\n \"version\" : 1,\n \"responses\": [\n  {\"a\": 1},\n  {\"a\":\n 2}\n ],\n \"format\":\"aptauja.responses\"\n}\n";
    assert_eq!(all(export), ["1@4 {\"a\": 1}", "2@5 {\"a\":\n 2}"]);
    assert_eq!(all("[]"), Vec::<String>::new());
}

#[test]
fn commas_too_many_or_too_few_make_no_records() {
    assert_eq!(all("[,{\"a\":1},,\n,{\"a\":2},]"), [r#"1@1 {"a":1}"#, r#"2@2 {"a":2}"#]);
    assert_eq!(
        all("[{\"a\":1} {\"a\":2}\n{\"a\":3}]"),
        [r#"1@1 {"a":1}"#, r#"2@1 {"a":2}"#, r#"3@2 {"a":3}"#]
    );
}

#[test]
fn files_put_one_after_another_are_all_read() {
    let export = r#"{"format":"aptauja.responses","version":1,"responses":[{"a":1}]}"#;
    assert_eq!(all(&format!("{export}\n[{{\"a\":2}}]\n{export}")).len(), 3);
    assert_eq!(all(&format!("{export}{export}")).len(), 2);
    let mixed = format!(
        "[{{\"id\":1}}]\n\u{feff}{export}\n\u{feff}{{\"id\":2}}\n[{{\"id\":3}}]\n[\n{{\"id\":4}}\n]\n{{\n\"id\":5}}\n"
    );
    let lines: Vec<String> =
        all(&mixed).iter().map(|found| found.split(' ').next().unwrap().to_owned()).collect();
    assert_eq!(lines, ["1@1", "2@2", "3@3", "4@4", "5@6", "6@8"]);
}

#[test]
fn other_formats_are_refused() {
    let other = r#"{"format":"else","version":1,"responses":[{"a":1}]}"#;
    assert_eq!(all(other), [r#"UnknownFormat { format: "else", version: "1" }"#]);
    let late = r#"{"responses":[{"a":1}],"format":"aptauja.responses","version":2}"#;
    assert_eq!(all(late)[1], r#"UnknownFormat { format: "aptauja.responses", version: "2" }"#);
    let none = r#"{"responses":[{"a":1}]}"#;
    assert_eq!(all(none)[1], r#"UnknownFormat { format: "", version: "" }"#);
}

#[test]
fn a_response_may_have_a_member_called_responses() {
    let text = r#"{"id":"x","responses":[1]}"#;
    assert_eq!(all(&format!("{text}\n{text}\n")), [format!("1@1 {text}"), format!("2@2 {text}")]);
    let later = r#"{"survey":"s","id":"x","responses":[1]}"#;
    assert_eq!(all(&format!("{text}\n{later}\n"))[1], format!("2@2 {later}"));
}

#[test]
fn a_cut_array_keeps_its_whole_records() {
    assert_eq!(all("[{\"a\":1},\n{\"a\":"), [r#"1@1 {"a":1}"#, r#"2@2 Truncated {"a":"#, "Truncated"]);
    assert_eq!(all("[{\"a\":1},"), [r#"1@1 {"a":1}"#, "Truncated"]);
    let export = r#"{"responses":[{"a":1}"#;
    assert_eq!(all(export), [r#"1@1 {"a":1}"#, "Truncated"]);
    assert_eq!(all(&format!("{export}],\"format\"")), [r#"1@1 {"a":1}"#, "Truncated"]);
}

#[test]
fn a_damaged_element_costs_one_line() {
    let found = all("[\n{\"a\":1},\n{\"a\":[2},\n{\"a\":3},\n{\"a\":\"4},\n{\"a\":5}\n]");
    let expected = [
        r#"1@2 {"a":1}"#,
        r#"2@3 NotJson {"a":[2}"#,
        r#"3@4 {"a":3}"#,
        r#"4@5 NotJson {"a":"4}"#,
        r#"5@6 {"a":5}"#,
    ];
    assert_eq!(found, expected);
    let unclosed = all("[\n{\"a\":1,\n{\"a\":2},\n{\"a\":3}\n]");
    assert_eq!(unclosed, [r#"1@2 NotJson {"a":1"#, r#"2@3 {"a":2}"#, r#"3@4 {"a":3}"#]);
    let extra = all("[{\"a\":1}},\n{\"a\":2}]");
    assert_eq!(extra, [r#"1@1 NotJson {"a":1}}"#, r#"2@2 {"a":2}"#]);
}

#[test]
fn damage_in_a_file_of_one_line_costs_one_record() {
    let (first, last) = (r#"{"id":1,"b":"x"}"#, r#"{ "id":3,"b":"y"}"#);
    for damaged in [
        r#"{"id":2,"b":[5}"#,
        r#"{"id":2,"b":"x"#,
        r#"{"id":2,"b:"x"}"#,
        r#"{"id":2,"b":x"}"#,
        r#"{"id":2,"b":{"c":1"#,
        r#"{"id":2,"b":1}}"#,
        r#"{"id":2,"b":nan}"#,
        r#"{"id":2,"b":"]},x}"#,
        r#"{"id":2,"surv"#,
    ] {
        let found = all(&format!("[{first},{damaged},{last}]"));
        assert_eq!((&found[0], found.last().unwrap()), (&format!("1@1 {first}"), &format!("3@1 {last}")));
        assert_eq!(found.len(), 3, "{damaged}: {found:?}");
    }
}

#[test]
fn a_bracket_too_many_does_not_end_the_responses() {
    let export = "{\"format\":\"aptauja.responses\",\"version\":1,\"responses\":[\n{\"id\":1}],\n{\"id\":2},\n{\"id\":3}\n]}\n";
    assert_eq!(all(export), [r#"1@2 {"id":1}"#, r#"2@3 {"id":2}"#, r#"3@4 {"id":3}"#]);
    assert_eq!(all("[\n{\"id\":1}],\n{\"id\":2},\n{\"id\":3}\n]\n").len(), 3);
    assert_eq!(all("[{\"id\":1}],{\"id\":2},{\"id\":3}]").len(), 3);
    assert_eq!(all("[{\"id\":1}],\n[{\"id\":2},{\"id\":3}]").len(), 3);
}

#[test]
fn what_is_too_long_is_left_behind_wherever_slices_are_cut() {
    let long = format!("{{\"id\":\"{}\"}}", "x".repeat(LONGEST_RECORD));
    for text in
        [format!("{{\"id\":1}}\n{long}\n{{\"id\":3}}\n"), format!("[{{\"id\":1}},{long},{{\"id\":3}}]")]
    {
        let whole = split(text.as_bytes(), usize::MAX);
        assert_eq!(whole.len(), 3);
        assert!(whole[1].contains("TooLarge") && whole[2].starts_with("3@"), "{}", &whole[2]);
        let cut = split(text.as_bytes(), 1 << 16);
        let start = |found: &[String]| -> Vec<String> {
            found.iter().map(|piece| piece.chars().take(1000).collect()).collect()
        };
        assert_eq!(start(&cut), start(&whole));
    }
}

#[test]
fn utf_16_is_named() {
    assert_eq!(split(&[0xff, 0xfe, b'{', 0], 1), ["NotUtf8"]);
    assert_eq!(split(&[b'{', 0, b'"', 0], 1), ["NotUtf8"]);
}

//! Files that are damaged, cut, hostile or something else: what is good in them is kept.

use super::support::{
    count, counts, export, gzip, import, import_slices, import_text, library, ndjson, places, problem, small,
    three, uuid, with,
};
use aptauja::domain::exchange::{FileProblem, Import, report_file};
use aptauja::domain::sample::Random;
use serde_json::{Value, json};

#[test]
fn one_bad_record_never_stops_the_rest() {
    let [a, b, c] = three();
    let good = [a.to_string(), b.to_string(), c.to_string()];
    for bad in [
        "{",
        "}",
        "{\"id\":",
        "\"",
        "nonsense",
        "{\"a\":[}",
        "{\"a\":\"\\q\"}",
        "{]",
        "\u{0}",
        "[1",
        "{'id':1}",
    ] {
        for at in 0..3 {
            let mut lines = good.to_vec();
            lines.insert(at, bad.to_owned());
            let import = import_text(&(lines.join("\n") + "\n"));
            assert_eq!(counts(&import, 0), [3, 0, 0, 1], "lines, {bad} at {at}");
        }
        let array = format!("[\n{},\n{bad},\n{},\n{}\n]", good[0], good[1], good[2]);
        assert_eq!(counts(&import_text(&array), 0)[0], 3, "array, {bad}");
    }
}

#[test]
fn damage_at_the_end_of_one_file_does_not_swallow_the_next() {
    let [a, b, c] = three().map(|record| record.to_string());
    let second = export(&[three()[2].clone()]);
    for next in [second.to_string(), serde_json::to_string_pretty(&second).unwrap(), format!("[{c}]"), c] {
        for bad in ["{\"id\":[", "{\"id\":\"", "{\"id\":}"] {
            let text = format!("[{a},{b},\n{bad}\n]\n{next}\n");
            assert_eq!(counts(&import_text(&text), 0), [3, 0, 0, 1], "{text}");
        }
    }
}

/// Single bytes changed, left out or put in, anywhere: a record or two are lost, never more, and always
/// the same ones, wherever slices are cut.
#[test]
fn damage_of_one_byte_costs_no_more_than_two_records() {
    let surveys = small();
    let mut random = Random::new(7);
    let records: Vec<Value> = (0..12)
        .flat_map(|round| {
            three()
                .into_iter()
                .zip(1..)
                .map(move |(record, at)| with(record, "id", json!(uuid(round * 3 + at))))
        })
        .collect();
    let array = json!(records).to_string();
    let forms = [
        ndjson(&records),
        array.clone(),
        array.replace("},{\"answers", "},\n{\"answers"),
        serde_json::to_string_pretty(&records).unwrap(),
    ];
    for round in 0..200 {
        let mut bytes = forms[round % forms.len()].clone().into_bytes();
        let at = random.below(bytes.len() - 2) + 1;
        let byte = b"{}[]\",:\\\n x\0\xff"[random.below(13)];
        let kind = random.below(3);
        match kind {
            0 => bytes[at] = byte,
            1 => drop(bytes.remove(at)),
            _ => bytes.insert(at, byte),
        }
        let text =
            String::from_utf8_lossy(&bytes[at.saturating_sub(40)..bytes.len().min(at + 40)]).into_owned();
        let whole = import_slices(&surveys, &[("a", &bytes)], usize::MAX);
        let [accepted, duplicates, conflicts, rejected] = counts(&whole, 0);
        assert!(
            accepted + duplicates + conflicts + 2 >= 36 && rejected <= 4,
            "{round} {kind} {text:?}: {:?}",
            counts(&whole, 0),
        );
        for slice in [1, 5, 100] {
            let cut = import_slices(&surveys, &[("a", &bytes)], slice);
            assert_eq!(cut.ledger(), whole.ledger(), "{round} {text:?} in slices of {slice}");
        }
    }
}

#[test]
fn bytes_that_are_no_text_cost_their_record() {
    let [a, b, _] = three();
    let bytes = [a.to_string().as_bytes(), b"\n{\"id\":\"\xff\xfe\"}\n", b.to_string().as_bytes()].concat();
    let import = import(&small(), &[("a", &bytes)]);
    assert_eq!((counts(&import, 0), places(&import)), ([2, 0, 0, 1], vec![(2, 2)]));
}

#[test]
fn members_that_are_passed_over_must_be_text_too() {
    let [a, b, _] = three();
    let record = a.to_string();
    let bytes =
        [&record.as_bytes()[..record.len() - 1], b",\"note\":\"\xff\"}\n", b.to_string().as_bytes()].concat();
    let import = import(&small(), &[("a", &bytes)]);
    assert_eq!((counts(&import, 0), places(&import)), ([1, 0, 0, 1], vec![(1, 1)]));
}

/// JavaScript writes half a pair where a text was cut within an emoji; JSON's grammar allows it.
#[test]
fn half_of_a_surrogate_pair_is_json() {
    for text in [r"\ud83d", r"a\udE00b", r"\ud83d\ud83d\ude00", r"\\\ud83d", r"\ud83d\n"] {
        let record = library(1, json!({"town": "TOWN"})).to_string().replace("TOWN", text);
        for form in [record.clone(), format!("[{record}]")] {
            assert_eq!(counts(&import_text(&form), 0), [1, 0, 0, 0], "{form}");
        }
    }
    for text in [r"\ud83", r"\ud83g", r"\\ud83d\"] {
        let record = library(1, json!({"town": "TOWN"})).to_string().replace("TOWN", text);
        assert_eq!(counts(&import_text(&record), 0), [0, 0, 0, 1], "{record}");
    }
}

#[test]
fn hostile_texts_are_only_texts() {
    let texts = [
        "\"}]}\n{\"id\":",
        "]},{",
        "\\",
        "\u{0}\u{1f}",
        "\u{202e}",
        "<script>",
        "=1+1",
        "\u{feff}",
        "🇱🇻",
        "'; --",
        "{\"responses\":[",
    ];
    let records: Vec<Value> =
        (0..).zip(texts).map(|(number, text)| library(number, json!({"town": text, text: 1}))).collect();
    let import = import_text(&json!(records).to_string());
    assert_eq!(counts(&import, 0), [0, 0, 0, texts.len() as u64]);
    let towns: Vec<Value> =
        (0..).zip(texts).map(|(number, text)| library(number, json!({"town": text}))).collect();
    for text in [ndjson(&towns), json!(towns).to_string(), export(&towns).to_string()] {
        assert_eq!(counts(&import_text(&text), 0), [texts.len() as u64, 0, 0, 0]);
    }
}

#[test]
fn unknown_members_refuse_nothing_however_odd() {
    let deep = "[".repeat(1000) + &"]".repeat(1000);
    let record = three()[0].to_string();
    let odd = format!(
        "{},\"deep\":{deep},\"big\":1e999,\"responses\":[{{}}],\"id\":\"{}\"}}",
        &record[..record.len() - 1],
        uuid(8)
    );
    for text in [odd.clone(), format!("[{odd}]"), format!("{odd}\n{record}\n")] {
        assert_eq!(counts(&import_text(&text), 0)[3], 0);
    }
    let answers = format!("{{\"answers\":{deep}}}\n{record}\n");
    assert_eq!(counts(&import_text(&answers), 0), [1, 0, 0, 1]);
}

#[test]
fn a_cut_file_keeps_its_whole_records_and_says_so() {
    let records = three();
    let start = records[2].to_string()[..40].to_owned();
    let lines = format!("{}\n{}\n{start}", records[0], records[1]);
    let array = format!("[{},{},{start}", records[0], records[1]);
    let whole = export(&records).to_string();
    let at = whole.find(&start).unwrap() + start.len();
    for text in [lines.as_str(), &array, &whole[..at]] {
        let import = import_text(text);
        assert_eq!(
            (counts(&import, 0), problem(&import)),
            ([2, 0, 0, 1], Some(FileProblem::Truncated)),
            "{text}"
        );
        let rejection = &import.ledger().rejections[0];
        assert_eq!(
            serde_json::to_value(&rejection.fault).unwrap(),
            json!({"path": "$", "reason": {"code": "truncated"}})
        );
        assert_eq!((rejection.record, &rejection.text), (3, &start));
    }
    let not_last = format!("{start}\n{}\n", records[0]);
    assert_eq!(
        serde_json::to_value(&import_text(&not_last).ledger().rejections[0]).unwrap()["reason"]["code"],
        "not_json"
    );
    for between in [format!("[{}", records[0]), format!("[{},\n", records[0])] {
        let import = import_text(&between);
        assert_eq!((counts(&import, 0), problem(&import)), ([1, 0, 0, 0], Some(FileProblem::Truncated)));
    }
}

#[test]
fn a_damaged_gzip_file_keeps_what_was_unpacked() {
    let records: Vec<Value> =
        (0..200).map(|number| library(number, json!({"town": format!("{number}")}))).collect();
    let packed = gzip(ndjson(&records).as_bytes());
    for length in [2, 9, packed.len() / 2, packed.len() - 9, packed.len() - 4, packed.len() - 1] {
        let import = import(&small(), &[("a.gz", &packed[..length])]);
        let [accepted, _, _, rejected] = counts(&import, 0);
        assert_eq!(problem(&import), Some(FileProblem::DamagedGzip), "{length}");
        assert!(rejected <= 1 && (accepted == 200) == (length + 9 >= packed.len()), "{length}: {accepted}");
    }
    let mut damaged = packed.clone();
    damaged[packed.len() / 2] ^= 0xff;
    assert_eq!(problem(&import_slices(&small(), &[("a.gz", &damaged)], 100)), Some(FileProblem::DamagedGzip));
}

#[test]
fn a_wrong_format_refuses_the_whole_file() {
    let records = json!(three()).to_string();
    let cases = [
        (
            format!("{{\"format\":\"aptauja.responses\",\"version\":2,\"responses\":{records}}}"),
            "$.version",
            "unknown_value",
        ),
        (
            format!("{{\"responses\":{records},\"format\":\"aptauja.responses\",\"version\":2}}"),
            "$.version",
            "unknown_value",
        ),
        (
            format!("{{\"format\":\"other\",\"responses\":{records},\"version\":1}}"),
            "$.format",
            "unknown_value",
        ),
        (format!("{{\"responses\":{records}}}"), "$.format", "missing"),
        (format!("{{\"format\":\"aptauja.responses\",\"responses\":{records}}}"), "$.version", "missing"),
    ];
    let good = with(three()[0].clone(), "id", json!(uuid(50)));
    for (text, path, reason) in cases {
        let files = [("a", good.to_string()), ("b", text.clone()), ("c", ndjson(&three()))];
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        let import = import(&small(), &files);
        let all: Vec<[u64; 4]> = (0..3).map(|file| counts(&import, file)).collect();
        assert_eq!(all, [[1, 0, 0, 0], [0, 0, 0, 1], [3, 0, 0, 0]], "{text}");
        assert!(matches!(import.ledger().files[1].problem, Some(FileProblem::UnknownFormat { .. })));
        assert!(import.ledger().files[1].surveys.is_empty());
        let rejection = serde_json::to_value(&import.ledger().rejections[0]).unwrap();
        assert_eq!(
            (&rejection["path"], &rejection["reason"]["code"]),
            (&json!(path), &json!(reason)),
            "{text}"
        );
        assert_eq!(count(&import, "library", "").responses, Some(4));
    }
}

#[test]
fn other_files_are_named_for_what_they_are() {
    assert_eq!(problem(&import_text("")), Some(FileProblem::Empty));
    assert_eq!(problem(&import_text(" \r\n")), Some(FileProblem::Empty));
    assert_eq!(problem(&import_text("[]")), Some(FileProblem::Empty));
    assert_eq!(problem(&import_text(&export(&[]).to_string())), Some(FileProblem::Empty));
    assert_eq!(problem(&import_text("id;survey\n1;x\n")), Some(FileProblem::NotResponses));
    assert_eq!(
        problem(&import(&small(), &[("a", b"\x89PNG\r\n\x1a\n\0\0")])),
        Some(FileProblem::NotResponses)
    );
    let utf_16: Vec<u8> = "\u{feff}{\"id\":1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(problem(&import(&small(), &[("a", &utf_16)])), Some(FileProblem::NotUtf8));
    let report = report_file(&count(&import_text(&ndjson(&three())), "library", ""));
    let format = FileProblem::UnknownFormat { format: "aptauja.report".into(), version: "1".into() };
    assert_eq!(problem(&import_text(&report)), Some(format));
}

#[test]
fn a_file_that_cannot_be_read_to_its_end_does_not_count() {
    let mut import = Import::new(small());
    import.begin_file("a");
    import.push(ndjson(&three()).as_bytes());
    import.fail_file(FileProblem::Unreadable);
    import.begin_file("a");
    import.push(ndjson(&three()[..2]).as_bytes());
    import.finish_file();
    import.finish();
    assert_eq!((counts(&import, 0), problem(&import)), ([0; 4], Some(FileProblem::Unreadable)));
    assert_eq!(counts(&import, 1), [2, 0, 0, 0]);
    assert_eq!(import.survey_counts()["library"], 2);
    assert_eq!(count(&import, "library", "").responses, Some(2));
}

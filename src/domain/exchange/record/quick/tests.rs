//! The quick reader against the careful one: it may leave a record to it, never read one otherwise.

use std::fs::read_to_string;
use std::rc::Rc;

use super::super::{Head, Records, read};
use crate::domain::analysis::Coded;
use crate::domain::sample::{Random, Stream};
use crate::domain::survey::{Installation, Labels, Survey, SurveyEntry, SurveyFiles};

fn surveys(folder: &str) -> Rc<Vec<Survey>> {
    let text = |name: &str| read_to_string(format!("{folder}/{name}")).unwrap();
    let survey = |entry: SurveyEntry| {
        let files = SurveyFiles {
            questionnaire: text(&entry.questionnaire),
            catalogue: entry.catalogue.as_deref().map(text),
            baseline: None,
        };
        Survey::parse(entry, &files, &Labels::default()).unwrap()
    };
    let installation = Installation::parse("index.json", &text("index.json")).unwrap();
    Rc::new(installation.surveys.into_iter().map(survey).collect())
}

/// What the careful reader makes of a text.
fn carefully(records: &Records, bytes: &[u8]) -> Option<(Head<'static>, Coded)> {
    let (head, answers) = read(bytes, false, &records.surveys).ok()?;
    let layout = &records.layouts[head.survey];
    let mut coded = layout.empty();
    layout.encode(&records.surveys[head.survey].questionnaire, &answers, &mut coded);
    Some((head, coded))
}

fn hash(coded: &Coded) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    coded.hash(&mut hasher);
    hasher.finish()
}

/// Whether the quick reader took the text; if so, both must agree, also as part of a file of lines.
fn agrees(records: &mut Records, text: &[u8]) -> bool {
    let expected = carefully(records, text);
    let shown = String::from_utf8_lossy(text).into_owned();
    let Records { quick, coded, .. } = records;
    let Some((head, length)) = quick.read(text, true, coded).filter(|(_, length)| *length == text.len())
    else {
        return false;
    };
    let (known, codes) = expected.unwrap_or_else(|| panic!("only the quick reader takes {shown}"));
    let found = &coded[head.survey];
    assert_eq!(head, known, "{shown}");
    assert_eq!(hash(found), hash(&codes), "{shown}");
    let layout = &records.layouts[head.survey];
    let questionnaire = &records.surveys[head.survey].questionnaire;
    assert_eq!(layout.decode(questionnaire, found), layout.decode(questionnaire, &codes), "{shown}");
    assert_eq!(length, text.len());
    if !text.contains(&b'\n') {
        let line = [text, b"\n{\"id\":"].concat();
        let (again, used) = records.read_line(&line).unwrap();
        assert_eq!((again, used), (known, text.len() + 1));
    }
    true
}

/// Changes a few bytes, as damage, other programs and other people do.
fn change(random: &mut Random, text: &mut Vec<u8>) {
    const PIECES: [&[u8]; 34] = [
        b"\"",
        b"\\",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b" ",
        b"\t",
        b"\n",
        b"\r",
        b"\\n",
        b"\\u0101",
        b"\\ud83d",
        b"\\u00e",
        b"0",
        b"1",
        b"-",
        b"5.0",
        b"true",
        b"null",
        b"\xc4\x81",
        b"\xff",
        b"\x01",
        b"\"id\":",
        b"\"x\":5,",
        b"\"y\":\"z\",",
        b"\"lv\"",
        b"\"other\"",
        b"\"none\"",
        b"\"service\":\"mfa-02\",",
        b"\"survey\":\"mfa-2018\",",
        b"{\"a\":[1,{}]}",
    ];
    for _ in 0..=random.below(2) {
        let at = random.below(text.len());
        match random.below(4) {
            0 => drop(text.remove(at)),
            1 => text[at] = PIECES[random.below(PIECES.len())][0],
            2 => {
                let end = text.len().min(at + random.below(12));
                let part = text[at..end].to_vec();
                text.splice(at..at, part);
            }
            _ => drop(text.splice(at..at, PIECES[random.below(PIECES.len())].iter().copied())),
        }
    }
}

#[test]
fn whole_records_are_read_quickly() {
    let mut records = Records::new(surveys("public/surveys"));
    for response in Stream::new(1).take(300) {
        let text = serde_json::to_string(&response).unwrap();
        assert!(agrees(&mut records, text.as_bytes()), "{text}");
        let spread = serde_json::to_string_pretty(&response).unwrap();
        assert!(agrees(&mut records, spread.as_bytes()), "{spread}");
    }
}

#[test]
fn members_in_any_order_and_unknown_ones_are_read_quickly() {
    let mut records = Records::new(surveys("tests/fixtures"));
    let answers =
        r#"{"stars":2,"member":true,"events":["talks","other"],"events-Comment":"a\n\u0101\\\"ž","town":""}"#;
    let head =
        r#""submitted_at" : "2024-02-10T12:00:00.5+00:00", "id":"00000000-0000-4000-8000-00000000000A""#;
    for text in [
        format!(r#"{{"answers":{answers},{head},"language":"zh-Hant","survey":"library"}}"#),
        format!(
            r#"{{"survey":"library","answers":{answers},{head},"language":"lv","more":"ā","n":12,"t":true}}"#
        ),
        format!("{{ {head} ,\t\"survey\":\"library\",\r\"language\":\"lv\" ,\"answers\": {{ }} }}"),
    ] {
        assert!(agrees(&mut records, text.as_bytes()), "{text}");
    }
}

#[test]
fn what_is_wrong_or_seldom_is_left_to_the_careful_reader() {
    let mut records = Records::new(surveys("tests/fixtures"));
    let record = |answers: &str| {
        format!(
            r#"{{"id":"00000000-0000-4000-8000-00000000000a","survey":"library","submitted_at":"2024-02-10T12:00:00Z","language":"lv","answers":{answers}}}"#
        )
    };
    assert!(agrees(&mut records, record(r#"{"events":["none"]}"#).as_bytes()));
    for answers in [
        r#"{"stars":2.0}"#,
        r#"{"stars":02}"#,
        r#"{"stars":"2"}"#,
        r#"{"stars":2,"stars":3}"#,
        r#"{"events":["talks","talks"]}"#,
        r#"{"events":["none","talks"]}"#,
        r#"{"events":["t\u0061lks"]}"#,
        r#"{"opening.hours":{"weekday":1,"weekday":2}}"#,
        r#"{"member":"true"}"#,
        r#"{"member":1}"#,
        r#"{"thanks":"x"}"#,
        r#"{"moon":1}"#,
        "[]",
        "{\"town\":\"\u{1}\"}",
        r#"{"town":"\ud83d"}"#,
    ] {
        assert!(!agrees(&mut records, record(answers).as_bytes()), "{answers}");
    }
    assert!(!agrees(&mut records, &record("{}").into_bytes()[1..]));
}

#[test]
fn damaged_records_are_never_read_otherwise_than_with_care() {
    let (mut taken, mut left) = (0, 0);
    let mut random = Random::new(2024);
    let mut records = Records::new(surveys("public/surveys"));
    for response in Stream::new(7).take(12_000) {
        let mut text = serde_json::to_vec(&response).unwrap();
        change(&mut random, &mut text);
        if agrees(&mut records, &text) { taken += 1 } else { left += 1 }
    }
    let mut records = Records::new(surveys("tests/fixtures"));
    let base = r#"{"id":"00000000-0000-4000-8000-00000000000a","survey":"library","submitted_at":"2024-02-10T12:00:00Z","language":"lv","answers":{"stars":2,"events":["talks","other"],"events-Comment":"x","opening.hours":{"weekday":1,"sat.sun":"long"},"member":false,"town":"Rīga"}}"#;
    for _ in 0..12_000 {
        let mut text = base.as_bytes().to_vec();
        change(&mut random, &mut text);
        if agrees(&mut records, &text) { taken += 1 } else { left += 1 }
    }
    assert!(taken > 400 && left > 5_000, "{taken} taken, {left} left");
}

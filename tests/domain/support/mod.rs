//! What the scenarios share: surveys read from files, records, and files read in slices.

pub mod random;
pub mod reference;
pub mod returned;
#[cfg(feature = "xlsx")]
pub mod tables;

use std::fs;
use std::io::Write;
use std::rc::Rc;

use aptauja::domain::analysis::{Filter, Report, ReportHeader, Tallies, report};
use aptauja::domain::exchange::{FileProblem, Import};
use aptauja::domain::survey::{Installation, Labels, Survey, SurveyFiles};
use serde_json::{Value, json};

/// Surveys of the index in a folder, whose files stand beside it.
fn read_surveys(folder: &str) -> Vec<Survey> {
    let read = |name: &str| fs::read_to_string(format!("{folder}/{name}")).unwrap();
    let installation = Installation::parse("index.json", &read("index.json")).unwrap();
    let survey = |entry: aptauja::domain::survey::SurveyEntry| {
        let files = SurveyFiles {
            questionnaire: read(&entry.questionnaire),
            catalogue: entry.catalogue.as_deref().map(read),
            baseline: entry.baseline.as_deref().map(read),
        };
        Survey::parse(entry, &files, &Labels::default()).and_then(|it| it.with_baseline(&files)).unwrap()
    };
    installation.surveys.into_iter().map(survey).collect()
}

/// Two small surveys of other shapes than the Ministry's: `library` and `poll`.
pub fn small() -> Rc<Vec<Survey>> {
    Rc::new(read_surveys("tests/fixtures"))
}

/// The surveys that are shipped.
pub fn ministry() -> Rc<Vec<Survey>> {
    Rc::new(read_surveys("public/surveys"))
}

/// A survey of a questionnaire alone, named `made`.
pub fn made(questionnaire: &Value) -> Rc<Vec<Survey>> {
    made_with(questionnaire, None)
}

/// A survey of a questionnaire and a catalogue, named `made`.
pub fn made_with(questionnaire: &Value, catalogue: Option<&Value>) -> Rc<Vec<Survey>> {
    let mut entry = json!({"id": "made", "questionnaire": "made.json",
        "institution": {"name": "Nobody", "email": "nobody@example.org"}});
    if catalogue.is_some() {
        entry["catalogue"] = json!("catalogue.json");
    }
    let index = json!({"surveys": [entry]});
    let mut installation = Installation::parse("index.json", &index.to_string()).unwrap();
    let files = SurveyFiles {
        questionnaire: questionnaire.to_string(),
        catalogue: catalogue.map(Value::to_string),
        baseline: None,
    };
    let survey = Survey::parse(installation.surveys.remove(0), &files, &Labels::default()).unwrap();
    Rc::new(vec![survey])
}

/// The id of the response with this number.
pub fn uuid(number: u64) -> String {
    format!("00000000-0000-4000-8000-{number:012x}")
}

/// A response to `library` within its period.
#[allow(clippy::needless_pass_by_value)]
pub fn library(number: u64, answers: Value) -> Value {
    json!({"id": uuid(number), "survey": "library", "submitted_at": "2024-02-10T12:00:00Z",
        "language": "lv", "answers": answers})
}

/// A response with one member changed; `null` takes the member away.
pub fn with(mut record: Value, member: &str, value: Value) -> Value {
    let members = record.as_object_mut().unwrap();
    if value.is_null() {
        members.remove(member);
    } else {
        members.insert(member.to_owned(), value);
    }
    record
}

/// One record a line.
pub fn ndjson(records: &[Value]) -> String {
    records.iter().map(Value::to_string).collect::<Vec<_>>().join("\n") + "\n"
}

/// An export with everything an export has.
pub fn export(records: &[Value]) -> Value {
    json!({"format": "aptauja.responses", "version": 1, "survey": "library",
        "exported_at": "2024-03-01T08:00:00Z", "responses": records})
}

/// Bytes packed by gzip, as one member.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// An import of files, each read in slices of this many bytes.
pub fn import_slices(surveys: &Rc<Vec<Survey>>, files: &[(&str, &[u8])], slice: usize) -> Import {
    let mut import = Import::new(surveys.clone());
    for (name, bytes) in files {
        import.begin_file(name);
        bytes.chunks(slice).for_each(|bytes| import.push(bytes));
        import.finish_file();
    }
    import.finish();
    import
}

/// An import of files, which must come to the same in slices of every size.
pub fn import(surveys: &Rc<Vec<Survey>>, files: &[(&str, &[u8])]) -> Import {
    let whole = import_slices(surveys, files, usize::MAX);
    for slice in [1, 2, 3, 7, 1 << 16] {
        let cut = import_slices(surveys, files, slice);
        assert_eq!(cut.ledger(), whole.ledger(), "slices of {slice}");
        assert_eq!(cut.survey_counts(), whole.survey_counts());
        for survey in surveys.iter() {
            let (of_cut, of_whole) = (count(&cut, &survey.entry.id, ""), count(&whole, &survey.entry.id, ""));
            assert_eq!(of_cut, of_whole, "slices of {slice}");
        }
    }
    whole
}

/// An import of one file of `small` surveys.
pub fn import_text(text: &str) -> Import {
    import(&small(), &[("a.json", text.as_bytes())])
}

/// The import of a text, which is the same wherever slices are cut.
pub fn import_cut(text: &str) -> Import {
    let surveys = small();
    let whole = import_slices(&surveys, &[("a", text.as_bytes())], usize::MAX);
    for slice in (1..20).chain([23, 31, 39, 64, 100, 255, 400, text.len().saturating_sub(1).max(1)]) {
        let cut = import_slices(&surveys, &[("a", text.as_bytes())], slice);
        assert_eq!(cut.ledger(), whole.ledger(), "slices of {slice}: {text}");
    }
    whole
}

/// The report of a survey's responses that pass a query.
pub fn count(import: &Import, survey: &str, query: &str) -> Report {
    let (survey, dataset) = import.dataset(survey).unwrap();
    let header = ReportHeader {
        sources: import.ledger().files.iter().map(|file| file.source.clone()).collect(),
        ..ReportHeader::default()
    };
    let filter = Filter::from_query(query);
    report(survey, &Tallies::count(dataset, &filter.select(survey, dataset)), &filter, header)
}

/// Accepted, duplicate, conflicting and rejected records of a finished file.
pub fn counts(import: &Import, file: usize) -> [u64; 4] {
    let source = &import.ledger().files[file].source;
    [source.accepted, source.duplicates, source.conflicts, source.rejected]
}

/// Three responses that are as they should be.
pub fn three() -> [Value; 3] {
    [
        library(1, json!({"visited": "lending", "events": ["talks", "music"], "town": "Rīga"})),
        library(2, json!({"stars": 2, "opening.hours": {"weekday": 1, "sat.sun": 2}})),
        library(3, json!({"member": false, "why": "other", "why-Comment": "…"})),
    ]
}

/// What is wrong with the first file as a whole.
pub fn problem(import: &Import) -> Option<FileProblem> {
    import.ledger().files[0].problem.clone()
}

/// Numbers and lines of the refused records.
pub fn places(import: &Import) -> Vec<(u64, u64)> {
    import.ledger().rejections.iter().map(|rejection| (rejection.record, rejection.line)).collect()
}

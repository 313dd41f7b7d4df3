//! Counting: filters, reports and indicators, and the engine against counting done a second time.

#![allow(clippy::cast_precision_loss)]

mod filters;

use super::support::{count, import, import_slices, library, made, ministry, ndjson, small, with};
use aptauja::domain::analysis::{
    Counts, Cross, Dataset, Filter, FilterFault, Layout, Memory, Report, Tallies,
};
use aptauja::domain::exchange::Import;
use aptauja::domain::sample::Stream;
use aptauja::domain::survey::{Answer, Instant};
use serde_json::{Value, json};

/// Ten responses to the library's survey that differ in every key.
fn ten() -> Import {
    let at = |record: Value, time: &str| with(record, "submitted_at", json!(time));
    let records = [
        at(library(1, json!({"visited": "lending", "stars": 1, "member": true})), "2024-02-09T23:59:59.999Z"),
        at(library(2, json!({"visited": "reading", "stars": 2, "member": false})), "2024-02-10T00:00:00Z"),
        at(
            library(3, json!({"visited": "archive", "stars": 3, "member": false, "why": "far"})),
            "2024-02-10T23:59:59Z",
        ),
        at(library(4, json!({"visited": "archive", "events": ["talks", "a,b"]})), "2024-02-11T00:00:00Z"),
        with(
            library(5, json!({"events": ["none"], "opening.hours": {"weekday": 1, "sat.sun": "long"}})),
            "language",
            json!("en"),
        ),
        with(
            library(6, json!({"opening.hours": {"sat.sun": 2}, "language": "latvian"})),
            "language",
            json!("en"),
        ),
        library(7, json!({"member": true, "why": "far", "more": "hidden"})),
        library(8, json!({"member": false, "why": "other", "why-Comment": "no time", "more": "text"})),
        library(9, json!({"events": ["other", "talks"], "town": "Rīga", "language": "english"})),
        library(10, json!({})),
    ];
    import(&small(), &[("a.ndjson", ndjson(&records).as_bytes())])
}

fn responses(query: &str) -> u64 {
    count(&ten(), "library", query).responses.unwrap()
}

fn question(report: &Report, name: &str) -> Value {
    let questions = serde_json::to_value(&report.questions).unwrap();
    questions.as_array().unwrap().iter().find(|question| question["name"] == name).unwrap().clone()
}

fn choice_counts(report: &Report, name: &str) -> (u64, Vec<u64>) {
    let question = question(report, name);
    let choices = question["choices"].as_array().unwrap();
    let counts = choices.iter().map(|choice| choice["count"].as_u64().unwrap()).collect();
    (question["answered"].as_u64().unwrap(), counts)
}

#[test]
fn every_kind_of_question_is_counted() {
    let report = count(&ten(), "library", "");
    assert_eq!((report.accepted, report.responses), (10, Some(10)));
    assert_eq!(choice_counts(&report, "visited"), (4, vec![1, 1, 2]));
    assert_eq!(choice_counts(&report, "stars"), (3, vec![1, 1, 1]));
    assert_eq!(choice_counts(&report, "member"), (5, vec![2, 3]));
    assert_eq!(choice_counts(&report, "events"), (3, vec![2, 0, 1, 1, 1]));
    assert_eq!(question(&report, "town")["answered"], 1);
    let hours = question(&report, "opening.hours");
    assert_eq!((&hours["rows"][0]["answered"], &hours["rows"][1]["answered"]), (&json!(1), &json!(2)));
    let columns: Vec<&Value> = (0..3).map(|at| &hours["rows"][1]["columns"][at]["count"]).collect();
    assert_eq!(columns, [0, 1, 1]);
    assert!(hours.get("answered").is_none());
}

#[test]
fn answers_come_back_from_their_codes() {
    let surveys = ministry();
    let questionnaire = &surveys[0].questionnaire;
    let layout = Layout::new(questionnaire);
    let mut coded = layout.empty();
    for response in Stream::new(5).take(200) {
        layout.encode(questionnaire, &response.answers, &mut coded);
        let mut answers = layout.decode(questionnaire, &coded);
        // Ticks come in the definition's order.
        for (name, answer) in response.answers.iter() {
            if let (Answer::Many(given), Some(Answer::Many(found))) = (answer, answers.get(name)) {
                assert!(given.len() == found.len() && given.iter().all(|value| found.contains(value)));
                answers.set(name, answer.clone());
            }
        }
        assert_eq!(answers, response.answers);
    }
}

#[test]
fn questions_stand_in_the_definitions_order_without_plain_texts() {
    let report = count(&ten(), "library", "");
    let names: Vec<&str> = report.questions.iter().map(|question| question.name.as_str()).collect();
    let expected =
        ["visited", "stars", "member", "opening.hours", "events", "why", "more", "language", "town"];
    assert_eq!(names, expected);
    let values = |name: &str| -> Vec<Value> {
        question(&report, name)["choices"].as_array().unwrap().iter().map(|c| c["value"].clone()).collect()
    };
    assert_eq!(values("events"), ["talks", "music", "a,b", "none", "other"]);
    assert_eq!(values("member"), [true, false]);
    assert_eq!(values("stars"), [1, 2, 3]);
}

#[test]
fn hidden_questions_are_not_counted() {
    let report = count(&ten(), "library", "");
    assert_eq!(choice_counts(&report, "why"), (2, vec![1, 0, 1]));
    assert_eq!(question(&report, "more")["answered"], 1);
    assert_eq!(responses("why=far"), 1);
}

#[test]
fn texts_are_kept_apart_with_the_response_that_wrote_them() {
    use aptauja::domain::analysis::Slot;
    let import = ten();
    let slots = import.dataset("library").unwrap().1.slots();
    let Slot::Single { others, .. } = &slots[5] else { panic!() };
    assert_eq!(others.iter().collect::<Vec<_>>(), [(7, "no time")]);
    let Slot::Text { texts, .. } = &slots[6] else { panic!() };
    assert_eq!(texts.iter().collect::<Vec<_>>(), [(7, "text")]);
}

#[test]
fn a_share_nobody_answered_is_null() {
    let report = count(&ten(), "library", "stars=3");
    let events = question(&report, "events");
    assert_eq!(events["answered"], 0);
    assert_eq!(
        (&events["choices"][0]["share"], &events["choices"][0]["interval"]),
        (&json!(null), &json!(null))
    );
}

#[test]
fn tallies_of_parts_add_up_to_those_of_the_whole() {
    let surveys = small();
    let records: Vec<Value> = (0..200)
        .map(|n| library(n, json!({"stars": n % 3 + 1, "events": ["talks"], "opening.hours": {"weekday": 1}, "town": "x"})))
        .collect();
    let tallies = |records: &[Value]| {
        let import = import_slices(&surveys, &[("a", ndjson(records).as_bytes())], usize::MAX);
        let (survey, dataset) = import.dataset("library").unwrap();
        Tallies::count(dataset, &Filter::from_query("stars=1,3").select(survey, dataset))
    };
    let mut sum = Tallies::default();
    records.chunks(67).for_each(|part| sum.add(&tallies(part)));
    assert_eq!(sum, tallies(&records));
}

#[test]
fn groups_of_a_multiple_choice_overlap_and_nobody_is_counted_without_a_group() {
    let import = ten();
    let (survey, dataset) = import.dataset("library").unwrap();
    let all = Filter::default().select(survey, dataset);
    let bases = |question: &str, by: &str| -> Vec<u64> {
        let cross = Cross::count(survey, dataset, &all, question, by).unwrap();
        cross.groups.iter().map(|group| group.base).collect()
    };
    assert_eq!(bases("stars", "events"), [2, 0, 1, 1, 1], "five choices of three responses");
    assert_eq!(bases("town", "provider"), [2, 2]);
    assert_eq!(bases("events", "language"), [2, 8]);
    assert_eq!(bases("thanks", "opening.hours.sat.sun"), [0, 1, 1]);
    let unknown = |question: &str, by: &str| Cross::count(survey, dataset, &all, question, by).is_none();
    assert!(unknown("stars", "town") && unknown("stars", "opening.hours") && unknown("moon", "language"));
}

#[test]
fn questions_of_more_than_254_values_are_counted() {
    let choices: Vec<String> = (0..1000).map(|number| format!("v{number}")).collect();
    let surveys = made(&json!({"elements": [{"type": "dropdown", "name": "q", "choices": choices}]}));
    let records: Vec<Value> = (0..1000)
        .map(|n| {
            with(library(n, json!({"q": choices[usize::try_from(n).unwrap()]})), "survey", json!("made"))
        })
        .collect();
    let import = import_slices(&surveys, &[("a", ndjson(&records).as_bytes())], 1 << 16);
    assert!(choice_counts(&count(&import, "made", ""), "q").1.iter().all(|count| *count == 1));
    assert_eq!(count(&import, "made", "q=v255,v999").responses, Some(2));
    let (survey, dataset) = import.dataset("made").unwrap();
    let selected = Filter::from_query("q=v255,v999").select(survey, dataset);
    let cross = Cross::count(survey, dataset, &selected, "q", "q").unwrap();
    for (at, group) in cross.groups.iter().enumerate() {
        let Counts::Choice { answered, values } = &group.counts else { panic!() };
        let expected = u64::from([255, 999].contains(&at));
        assert_eq!((group.base, *answered, values[at], values.len()), (expected, expected, expected, 1000));
    }
}

#[test]
fn a_response_costs_less_than_30_bytes_beside_its_texts() {
    let surveys = ministry();
    let survey = surveys.iter().find(|survey| survey.entry.id == "mfa-2018").unwrap();
    let mut dataset = Dataset::new(&survey.questionnaire);
    for response in Stream::new(1).take(100_000) {
        let day = Instant::parse(&response.submitted_at).unwrap().day();
        dataset.push(&survey.questionnaire, &response.answers, day, &response.language);
    }
    let Memory { columns, texts } = dataset.memory();
    assert!(columns < 100_000 * 30, "{columns} bytes");
    assert!(texts > 100_000, "{texts} bytes");
}

#[test]
fn languages_are_listed_sorted_and_counted_among_the_selected() {
    let import = ten();
    let (survey, dataset) = import.dataset("library").unwrap();
    assert_eq!(dataset.language_tags(), ["en", "lv"]);
    let selected = Filter::from_query("visited=archive,lending").select(survey, dataset);
    assert_eq!(dataset.language_counts(&selected), [("lv".to_owned(), 3)]);
}

#[test]
fn indicators_exist_where_their_questions_do() {
    assert!(count(&ten(), "library", "").indicators.is_empty());
    let answer = |n: u64, answers: Value| with(library(n, answers), "survey", json!("poll"));
    let records =
        [answer(1, json!({"delays": "no"})), answer(2, json!({"delays": "yes"})), answer(3, json!({}))];
    let import = import(&small(), &[("a", ndjson(&records).as_bytes())]);
    let report = count(&import, "poll", "");
    let found = serde_json::to_value(&report.indicators).unwrap();
    assert_eq!(found, json!([{"name": "no_delays", "value": 0.5, "n": 2}]), "strengths lack promptness");
    let none = serde_json::to_value(count(&import, "poll", "to=1999-01-01").indicators).unwrap();
    assert_eq!(none, json!([{"name": "no_delays", "value": null, "n": 0}]));
}

#[test]
fn the_samples_indicators_are_those_counted_by_hand() {
    let text = std::fs::read_to_string("public/surveys/mfa-2018-sample.ndjson").unwrap();
    let import = import_slices(&ministry(), &[("sample.ndjson", text.as_bytes())], 1 << 16);
    assert_eq!(import.main_survey(), "mfa-2018");
    for query in ["", "delays=yes", "service=mfa-01,mfa-04&quality.knowledge=good,satisfactory"] {
        let filter = Filter::from_query(query);
        let records: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let passes = |record: &&Value| {
            filter.values.iter().all(|(key, wanted)| {
                let pointer = format!("/{}", key.replace('.', "/"));
                let answer = record["answers"].pointer(&pointer).and_then(Value::as_str);
                answer.is_some_and(|answer| wanted.iter().any(|value| value == answer))
            })
        };
        let records: Vec<&Value> = records.iter().filter(passes).collect();
        let report = count(&import, "mfa-2018", query);
        assert_eq!(report.responses, Some(records.len() as u64));
        let matrix = |name: &str, rows: &[&str], good: &[&str]| {
            let shares: Vec<f64> = rows
                .iter()
                .filter_map(|row| {
                    let given: Vec<&str> =
                        records.iter().filter_map(|record| record["answers"][name][*row].as_str()).collect();
                    let count = given.iter().filter(|value| good.contains(value)).count();
                    (!given.is_empty()).then(|| count as f64 / given.len() as f64)
                })
                .collect();
            let n = records.iter().filter(|record| record["answers"][name].is_object()).count();
            (shares.iter().sum::<f64>() / shares.len() as f64, n)
        };
        let choice = |name: &str, value: &str| {
            let given: Vec<&Value> = records
                .iter()
                .map(|record| &record["answers"][name])
                .filter(|answer| !answer.is_null())
                .collect();
            let has = |answer: &&&Value| {
                answer.as_array().map_or(**answer == value, |all| all.contains(&json!(value)))
            };
            (given.iter().filter(has).count() as f64 / given.len() as f64, given.len())
        };
        let rows =
            ["name_description", "provider_contacts", "documents_forms", "steps_conditions", "legal_appeal"];
        let quality = ["knowledge", "attitude", "information_order", "equal_treatment", "objective_decision"];
        let expected = [
            ("information_sufficient", matrix("information", &rows, &["sufficient"])),
            ("quality_good", matrix("quality", &quality, &["very_good", "good"])),
            ("no_delays", choice("delays", "no")),
            ("no_complaints", choice("complaints", "no")),
            ("strength_promptness", choice("strengths", "promptness")),
            ("reduce_burden", choice("suggestions", "reduce_burden")),
        ];
        assert_eq!(report.indicators.len(), expected.len());
        for (found, (name, (value, n))) in report.indicators.iter().zip(expected) {
            let figure = found.figure.unwrap();
            assert_eq!((found.name.as_str(), figure.n), (name, n as u64), "{query}");
            assert_eq!(figure.value.is_none(), n == 0, "{query} {name}");
            assert!(figure.value.is_none_or(|found| (found - value).abs() < 1e-12), "{query} {name}");
        }
    }
}

//! The engine against counting done a second time: random definitions, responses, filters and crosses.

use super::support::{count, import_slices, made_with, ndjson, random, reference, uuid};
use aptauja::domain::analysis::{Cross, Filter};
use aptauja::domain::exchange::Import;
use aptauja::domain::sample::Random;
use serde_json::{Value, json};

#[test]
fn the_engine_counts_what_plain_counting_counts() {
    let mut random = Random::new(20_240_201);
    for _ in 0..80 {
        let definition = random::definition(&mut random);
        let surveys = made_with(&random::questionnaire(&definition), random::catalogue(&definition).as_ref());
        let records: Vec<Value> = (0..random::length(&mut random) as u64)
            .map(|number| {
                let (day, hour) = (random.below(5) + 1, random.below(24));
                let language = ["lv", "en", "ru"][random.below(3)];
                json!({"id": uuid(number), "survey": "made", "language": language,
                    "submitted_at": format!("2024-02-{day:02}T{hour:02}:00:00Z"),
                    "answers": random::answers(&mut random, &definition)})
            })
            .collect();
        let (left, right) = records.split_at(random.below(records.len() + 1));
        let (left, right) = (ndjson(left), serde_json::to_string(right).unwrap());
        let files = [("a", left.as_bytes()), ("b", right.as_bytes())];
        let import = import_slices(&surveys, &files, random.below(500) + 1);
        assert!(import.ledger().rejections.is_empty(), "{:?}", import.ledger().rejections);
        let parts = files.map(|file| import_slices(&surveys, &[file], usize::MAX));
        for _ in 0..3 {
            let keys = random::keys(&mut random, &definition);
            let mut filter = Filter::default();
            for (key, values) in &keys {
                match key.as_str() {
                    "from" => filter.from = Some(values[0].clone()),
                    "to" => filter.to = Some(values[0].clone()),
                    _ => filter.set(key, values.clone()),
                }
            }
            let report = count(&import, "made", &filter.to_query());
            let passing: Vec<&Value> =
                records.iter().filter(|record| reference::passes(&definition, &keys, record)).collect();
            assert_eq!(report.responses, Some(passing.len() as u64), "{definition} {keys:?}");
            let found = reference::without_intervals(serde_json::to_value(&report.questions).unwrap());
            assert_eq!(found, reference::questions(&definition, &passing), "{definition} {keys:?}");
            for _ in 0..4 {
                let (question, by) = random::cross(&mut random, &definition);
                let cross = |import: &Import| {
                    let (survey, dataset) = import.dataset("made").unwrap();
                    let selected = filter.select(survey, dataset);
                    Cross::count(survey, dataset, &selected, &question, &by).unwrap()
                };
                let found = serde_json::to_value(cross(&import)).unwrap();
                let expected = reference::cross(&definition, &passing, &question, &by);
                assert_eq!(found, expected, "{question} by {by} of {definition} {keys:?}");
                let mut sum = Cross::default();
                for part in &parts {
                    sum.add(&cross(part));
                }
                assert_eq!(sum, serde_json::from_value(found).unwrap(), "{question} by {by} in parts");
            }
        }
    }
}

//! The synthetic responses: what the published report says comes out of them again.

use std::collections::{BTreeMap, BTreeSet};

use aptauja::domain::sample::{Stream, published};
use aptauja::domain::survey::{
    Answers, Day, Installation, Instant, Labels, Questionnaire, Survey, SurveyFiles, is_uuid,
};
use serde_json::{Map, Value};

const FILE: &str = "public/surveys/mfa-2018-sample.ndjson";
const QUALITY: [&str; 5] = ["very_good", "good", "satisfactory", "poor", "very_poor"];

fn sample() -> Vec<Value> {
    let text = std::fs::read_to_string(FILE).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Whole per cent, half up.
fn percent(count: usize, answered: usize) -> usize {
    (count * 200 + answered) / (answered * 2)
}

/// How many gave one of the values at a pointer, and how many answered there.
fn count(records: &[Value], pointer: &str, values: &[&str]) -> (usize, usize) {
    let answers: Vec<&Value> =
        records.iter().filter_map(|record| record["answers"].pointer(pointer)).collect();
    let is_one = |answer: &&&Value| match answer {
        Value::Array(chosen) => chosen.iter().any(|value| values.iter().any(|wanted| value == wanted)),
        value => values.iter().any(|wanted| *value == wanted),
    };
    (answers.iter().filter(is_one).count(), answers.len())
}

fn share(records: &[Value], pointer: &str, values: &[&str]) -> usize {
    let (count, answered) = count(records, pointer, values);
    percent(count, answered)
}

/// Mean of the rows' unrounded shares, per cent.
#[allow(clippy::cast_precision_loss)]
fn mean(records: &[Value], question: &str, rows: &[&str], values: &[&str]) -> f64 {
    let shares = rows.iter().map(|row| {
        let (count, answered) = count(records, &format!("/{question}/{row}"), values);
        count as f64 * 100.0 / answered as f64
    });
    shares.sum::<f64>() / rows.len() as f64
}

#[test]
fn the_file_is_what_the_generator_prints() {
    let printed: String =
        published().iter().map(|response| serde_json::to_string(response).unwrap() + "\n").collect();
    assert!(printed == std::fs::read_to_string(FILE).unwrap(), "print it anew: `generate sample`");
}

#[test]
fn there_are_400_responses_with_ids_of_their_own() {
    let records = sample();
    assert_eq!(records.len(), 400);
    let ids: BTreeSet<&str> = records.iter().map(|record| record["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 400);
    assert!(ids.iter().all(|id| is_uuid(id)));
    assert!(records.iter().all(|record| record["survey"] == "mfa-2018"));
}

#[test]
fn they_were_submitted_by_day_on_every_day_of_the_survey() {
    let mut days: BTreeMap<String, usize> = BTreeMap::new();
    for record in sample() {
        let text = record["submitted_at"].as_str().unwrap().to_owned();
        let moment = Instant::parse(&text).unwrap();
        assert!(("06".."19").contains(&&text[11..13]), "{text}");
        *days.entry(moment.day().to_string()).or_default() += 1;
    }
    let expected: Vec<String> =
        (15..=31).map(|day| Day::from_date(2018, 1, day).unwrap().to_string()).collect();
    assert_eq!(days.into_keys().collect::<Vec<_>>(), expected);
}

#[test]
fn only_the_audited_services_occur_and_most_answered_in_latvian() {
    let records = sample();
    let services: BTreeSet<&str> =
        records.iter().map(|record| record["answers"]["service"].as_str().unwrap()).collect();
    assert_eq!(services.into_iter().collect::<Vec<_>>(), ["mfa-13", "mfa-17", "mfa-18", "mfa-20", "mfa-21"]);
    let latvian = records.iter().filter(|record| record["language"] == "lv").count();
    assert!((300..400).contains(&latvian));
    assert!(records.iter().all(|record| record["language"] == "lv" || record["language"] == "en"));
}

#[test]
fn information_rows_have_the_published_shares() {
    let records = sample();
    for (row, published) in [
        ("name_description", [87, 11, 1]),
        ("provider_contacts", [87, 12, 1]),
        ("documents_forms", [86, 12, 2]),
        ("steps_conditions", [80, 17, 3]),
        ("legal_appeal", [74, 20, 6]),
    ] {
        let pointer = format!("/information/{row}");
        let shares =
            ["sufficient", "incomplete", "insufficient"].map(|value| share(&records, &pointer, &[value]));
        assert_eq!(shares, published, "{row}");
    }
    let rows =
        ["name_description", "provider_contacts", "documents_forms", "steps_conditions", "legal_appeal"];
    let headline = mean(&records, "information", &rows, &["sufficient"]);
    assert!((81.5..82.5).contains(&headline), "{headline}");
}

#[test]
fn quality_rows_have_the_published_shares() {
    let records = sample();
    for (row, published) in [
        ("knowledge", [71, 26, 3]),
        ("attitude", [61, 30, 9]),
        ("information_order", [73, 24, 3]),
        ("equal_treatment", [73, 25, 2]),
        ("objective_decision", [68, 24, 8]),
    ] {
        let pointer = format!("/quality/{row}");
        let shares =
            [&QUALITY[..1], &QUALITY[1..2], &QUALITY[2..]].map(|values| share(&records, &pointer, values));
        assert_eq!(shares, published, "{row}");
    }
    let rows = ["knowledge", "attitude", "information_order", "equal_treatment", "objective_decision"];
    let headline = mean(&records, "quality", &rows, &QUALITY[..2]);
    assert!((94.5..95.5).contains(&headline), "{headline}");
}

#[test]
fn single_and_multiple_choices_have_the_published_shares() {
    let records = sample();
    for (pointer, value, published) in [
        ("/delays", "yes", 3),
        ("/delays", "no", 97),
        ("/complaints", "no", 100),
        ("/strengths", "promptness", 74),
        ("/strengths", "accuracy", 55),
        ("/strengths", "expertise", 50),
        ("/strengths", "easy_contact", 61),
        ("/suggestions", "reduce_burden", 31),
    ] {
        assert_eq!(share(&records, pointer, &[value]), published, "{pointer} {value}");
    }
}

#[test]
fn three_channels_are_used_and_most_come_in_person() {
    let records = sample();
    let counts =
        ["in_person", "email", "phone", "latvija_lv"].map(|value| count(&records, "/channels", &[value]).0);
    assert!(counts[0] > counts[1] && counts[1] > 0 && counts[2] > 0 && counts[3] == 0, "{counts:?}");
}

#[test]
fn texts_stand_where_they_are_asked_for_and_say_that_they_are_samples() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for record in sample() {
        let answers = record["answers"].as_object().unwrap();
        assert_eq!(answers.contains_key("delays_details"), answers["delays"] == "yes");
        for name in ["strengths", "suggestions"] {
            let chose_other = answers
                .get(name)
                .is_some_and(|chosen| chosen.as_array().unwrap().iter().any(|value| value == "other"));
            assert_eq!(answers.contains_key(&format!("{name}-Comment")), chose_other);
        }
        for name in ["delays_details", "strengths-Comment", "suggestions-Comment", "comment"] {
            let Some(text) = answers.get(name) else { continue };
            let text = text.as_str().unwrap();
            assert!(text.starts_with("Paraugs: ") || text.starts_with("Sample: "), "{text}");
            *seen.entry(name.to_owned()).or_default() += 1;
        }
    }
    assert_eq!(seen.len(), 4, "{seen:?}");
}

#[test]
fn the_contented_praise_more_than_one_thing() {
    let records = sample();
    let both = |record: &&Value| {
        record.pointer("/answers/quality/knowledge").is_some_and(|value| value == "very_good")
            && record.pointer("/answers/quality/attitude").is_some_and(|value| value == "very_good")
    };
    // By chance alone it would be 71 % of 61 %.
    assert!(percent(records.iter().filter(both).count(), 400) > 48);
}

#[test]
fn every_response_is_one_that_the_definition_admits() {
    let questionnaire = definition();
    for record in sample() {
        let recorded: &Map<String, Value> = record["answers"].as_object().unwrap();
        if let Err(fault) = Answers::admit(&questionnaire, recorded) {
            panic!("{fault:?} in {record}");
        }
    }
}

#[test]
fn the_stream_repeats_itself_for_a_seed_and_keeps_to_the_definition() {
    let questionnaire = definition();
    let responses: Vec<_> = Stream::new(7).take(2000).collect();
    assert_eq!(responses, Stream::new(7).take(2000).collect::<Vec<_>>());
    let ids: BTreeSet<&str> = responses.iter().map(|response| response.id.as_str()).collect();
    assert_eq!(ids.len(), responses.len());
    let mut bytes = 0;
    for response in &responses {
        let record = serde_json::to_value(response).unwrap();
        bytes += record.to_string().len() + 1;
        let recorded = record["answers"].as_object().unwrap();
        Answers::admit(&questionnaire, recorded).unwrap();
    }
    assert!((500..700).contains(&(bytes / responses.len())), "{}", bytes / responses.len());
}

#[test]
fn the_stream_has_roughly_the_published_shares() {
    let records: Vec<Value> =
        Stream::new(1).take(5000).map(|response| serde_json::to_value(response).unwrap()).collect();
    for (pointer, value, published) in [
        ("/strengths", "promptness", 74_usize),
        ("/information/legal_appeal", "sufficient", 74),
        ("/quality/attitude", "very_good", 61),
        ("/delays", "no", 97),
    ] {
        assert!(share(&records, pointer, &[value]).abs_diff(published) <= 2, "{pointer}");
    }
}

/// The real questionnaire with the real catalogue, found through the real index.
fn definition() -> Questionnaire {
    let read = |name: &str| std::fs::read_to_string(format!("public/surveys/{name}")).unwrap();
    let installation = Installation::parse("index.json", &read("index.json")).unwrap();
    let entry = installation.surveys.into_iter().find(|entry| entry.id == "mfa-2018").unwrap();
    let files = SurveyFiles {
        questionnaire: read(&entry.questionnaire),
        catalogue: entry.catalogue.as_deref().map(read),
        baseline: None,
    };
    Survey::parse(entry, &files, &Labels::default()).unwrap().questionnaire
}

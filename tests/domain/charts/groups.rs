//! Pictures of groups, and intervals in them.

use super::*;

#[test]
fn whiskers_run_from_end_to_end_of_the_interval_when_they_are_wanted() {
    let questionnaire = questionnaire();
    let question = questionnaire.question("strengths").unwrap();
    let report = tally_report("strengths", &[("promptness", 5), ("accuracy", 2), ("other", 0)], 10);
    let plain = picture(question, &report, None, View::Diverging, &style(640)).unwrap();
    let shown = Style { intervals: true, ..style(640) };
    let drawn = picture(question, &report, None, View::Diverging, &shown).unwrap();
    assert!(
        !plain.option.contains(&shown.labels.interval) && !plain.description.contains(&shown.labels.interval)
    );
    assert!(
        drawn.description.contains("Operativitāte: 50\u{a0}% (95 % ticamības intervāls 23,7–76,3\u{a0}%)")
    );
    let option: Value = serde_json::from_str(&drawn.option).unwrap();
    let caps = option["series"].as_array().unwrap().iter().find(|it| it["name"] == "caps").unwrap();
    let ends: Vec<f64> =
        caps["data"].as_array().unwrap().iter().map(|it| it["value"][0].as_f64().unwrap()).collect();
    assert_eq!(ends.len(), 6);
    assert!((ends[0] - 23.659_309_051).abs() < 1e-6 && (ends[1] - 76.340_690_948).abs() < 1e-6);
    assert_eq!(ends[4].to_bits(), 0);
}

#[test]
fn pictures_of_groups_share_order_and_scale() {
    let questionnaire = questionnaire();
    let question = questionnaire.question("strengths").unwrap();
    let all = [
        tally_report("strengths", &[("promptness", 1), ("accuracy", 4), ("other", 3)], 10),
        tally_report("strengths", &[("promptness", 9), ("accuracy", 2), ("other", 0)], 10),
    ];
    for report in &all {
        let drawn = group_picture(question, &all, report, View::Diverging, &style(640)).unwrap();
        let places =
            ["Operativitāte", "Precizitāte", "Cits"].map(|label| drawn.description.find(label).unwrap());
        assert!(places.is_sorted(), "{}", drawn.description);
    }
    let matrix = questionnaire.question("quality").unwrap();
    let grades = |counts: [u64; 5]| {
        let values = ["very_good", "good", "satisfactory", "poor", "very_poor"];
        let columns = tally_report("quality", &values.into_iter().zip(counts).collect::<Vec<_>>(), 10);
        let row = RowReport { value: "attitude".into(), answered: 10, columns: columns.choices.unwrap() };
        QuestionReport { answered: None, choices: None, rows: Some(vec![row]), ..all[0].clone() }
    };
    let all = [grades([10, 0, 0, 0, 0]), grades([0, 0, 0, 5, 5])];
    let ends = all.each_ref().map(|report| {
        let drawn = group_picture(matrix, &all, report, View::Diverging, &style(640)).unwrap();
        let option: Value = serde_json::from_str(&drawn.option).unwrap();
        option["xAxis"][0]["max"].as_f64().or_else(|| option["xAxis"]["max"].as_f64()).unwrap()
    });
    assert_eq!(ends.map(f64::to_bits), [200.0_f64.to_bits(); 2]);
}

fn tally_report(name: &str, counts: &[(&str, u64)], answered: u64) -> QuestionReport {
    let tally = |(value, count): &(&str, u64)| Tally {
        value: (*value).into(),
        count: *count,
        share: None,
        interval: None,
    };
    QuestionReport {
        name: name.into(),
        kind: "checkbox".into(),
        answered: Some(answered),
        choices: Some(counts.iter().map(tally).collect()),
        rows: None,
        hidden: false,
    }
}

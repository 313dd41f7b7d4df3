use super::*;
use crate::domain::analysis::{Indicator, IndicatorFigure, Source, Tally, ThemeTally, ThemesReport};
use crate::domain::exchange::report_file;

fn report() -> Report {
    let source = |name: &str, sha256: &str| Source {
        name: name.into(),
        sha256: sha256.into(),
        accepted: 2,
        ..Source::default()
    };
    let figure = IndicatorFigure { value: Some(0.1 + 0.2), n: 3 };
    Report {
        format: REPORT_FORMAT.into(),
        version: 1,
        survey: "s".into(),
        generated_at: "2026-01-01T00:00:00Z".into(),
        application: "aptauja 1".into(),
        definition_sha256: "d".into(),
        threshold: 10,
        filter: [("a".into(), vec!["1".into()]), ("from".into(), vec!["2026-01-02".into()])].into(),
        sources: vec![source("x.json", "aa"), source("y.json", "bb")],
        accepted: 4,
        responses: Some(3),
        questions: Vec::new(),
        themes: Vec::new(),
        codes_sha256: None,
        hidden: false,
        indicators: vec![Indicator { name: "no_delays".into(), figure: Some(figure), hidden: false }],
    }
}

fn saved(report: &Report) -> SavedReport {
    SavedReport::parse(&report_file(report)).unwrap()
}

#[test]
fn a_report_made_again_is_the_same_whenever_it_was_made() {
    let mut again = report();
    again.generated_at = "2027-02-02T00:00:00Z".into();
    again.filter.insert("survey".into(), vec!["s".into()]);
    assert_eq!(saved(&report()).compare(&again, false).differences, []);
    assert_eq!(saved(&report()).filter().to_query(), "survey=s&a=1&from=2026-01-02");
    assert!(saved(&report()).is_of(&again));
    again.filter.remove("a");
    assert!(!saved(&report()).is_of(&again));
}

#[test]
fn every_difference_is_named_with_both_values() {
    let mut again = report();
    again.sources.remove(0);
    again.sources[0].name = "z.json".into();
    again.responses = Some(2);
    again.indicators[0].figure = Some(IndicatorFigure { value: Some(0.3), n: 2 });
    let found = saved(&report()).compare(&again, false).differences;
    let places: Vec<(String, bool)> = found.iter().map(|it| (it.place.join("."), it.is_figure)).collect();
    let expected = [
        ("indicators.no_delays.n", true),
        ("responses", true),
        ("sources.aa", false),
        ("sources.bb.name", false),
    ]
    .map(|(place, is_figure)| (place.to_owned(), is_figure));
    assert_eq!(places.iter().collect::<std::collections::BTreeSet<_>>(), expected.iter().collect());
    let of = |place: &str| found.iter().find(|it| it.place.join(".") == place).unwrap();
    assert_eq!(
        (of("responses").saved.clone(), of("responses").found.clone()),
        (Some(3.into()), Some(2.into()))
    );
    assert_eq!(of("sources.aa").found, None);
}

#[test]
fn a_hidden_figure_differs_from_a_shown_one() {
    let mut again = report();
    again.hide(true);
    let found = saved(&report()).compare(&again, false).differences;
    assert_eq!(found.len(), 4, "{found:?}");
}

fn with_themes(count: u64) -> Report {
    let tally = Tally { value: "t".into(), count, share: Some(1.0), interval: Some([0.2, 1.0]) };
    let themes = ThemesReport {
        name: "comment".into(),
        kind: "themes".into(),
        texts: 2,
        answered: count,
        uncoded: 2 - count,
        choices: vec![ThemeTally { title: "Rindas".into(), tally }],
    };
    Report { themes: vec![themes], codes_sha256: Some("cc".into()), ..report() }
}

#[test]
fn themes_that_one_side_lacks_are_told_of_and_not_compared() {
    let (coded, plain) = (with_themes(1), report());
    let gap = |gap| Compared { differences: Vec::new(), gap: Some(gap) };
    assert_eq!(saved(&coded).compare(&plain, false), gap(Gap::NoCodes));
    assert_eq!(saved(&plain).compare(&coded, true), gap(Gap::NoThemes));
    assert_eq!(saved(&coded).compare(&coded, true), Compared::default());
    assert_eq!(saved(&coded).codes_sha256(), Some("cc"));
    let fewer = Report { responses: Some(2), ..plain.clone() };
    let found = saved(&coded).compare(&fewer, false);
    assert_eq!((found.gap, found.differences.len()), (Some(Gap::NoCodes), 1));
    // Codes are here, and none of them is of these texts.
    let found = saved(&coded).compare(&plain, true);
    assert_eq!((found.gap, found.differences.len()), (None, 2));
}

#[test]
fn other_codes_differ_in_what_they_count_and_in_their_file() {
    let mut again = with_themes(2);
    again.codes_sha256 = Some("dd".into());
    let found = saved(&with_themes(1)).compare(&again, true);
    let file: Vec<&Difference> = found.differences.iter().filter(|it| !it.is_figure).collect();
    assert_eq!(file.iter().map(|it| it.place.join(".")).collect::<Vec<_>>(), [CODES]);
    assert_eq!(found.differences.len() - file.len(), 3);
    // An earlier report does not name the file.
    let earlier = Report { codes_sha256: None, ..with_themes(2) };
    assert_eq!(saved(&earlier).compare(&again, true), Compared::default());
}

#[test]
fn themes_given_to_a_hidden_report_differ() {
    let mut hidden = report();
    hidden.hide(false);
    let forged = Report { themes: with_themes(1).themes, ..hidden.clone() };
    assert_eq!(saved(&forged).compare(&hidden, false).differences.len(), 1);
}

#[test]
fn a_report_that_holds_no_lists_of_figures_is_not_whole() {
    for member in ["questions", "indicators", "sources", "filter"] {
        let mut value: Value = serde_json::from_str(&report_file(&report())).unwrap();
        value[member] = Value::Null;
        assert_eq!(SavedReport::parse(&value.to_string()), Err(ReportFault::Cut), "{member}");
    }
}

#[test]
fn other_files_are_no_reports() {
    for text in ["{}", r#"{"format":"aptauja.responses","version":1,"survey":"s"}"#] {
        assert_eq!(SavedReport::parse(text), Err(ReportFault::NoReport), "{text}");
    }
    let whole = report_file(&report());
    assert_eq!(SavedReport::parse(&whole[..whole.len() / 2]), Err(ReportFault::Cut));
    let next = report_file(&report()).replace("\"version\": 1", "\"version\": 2");
    assert_eq!(SavedReport::parse(&next), Err(ReportFault::NoReport));
    assert_eq!(format_in(&report_file(&report())), Some(REPORT_FORMAT));
    assert_eq!(format_in("{\"format\" :\n\"a\"}"), Some("a"));
    assert_eq!(format_in("{\"a\":1}"), None);
    assert_eq!(format_in(r#"{"filter":{"a":["format"],"format":["b"]},"format":"c"}"#), Some("c"));
}

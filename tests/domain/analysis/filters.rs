//! Filters: what they let pass, and what is wrong with them.

use super::*;

#[test]
fn values_of_a_key_are_alternatives_and_keys_are_all_required() {
    assert_eq!(responses("visited=lending,archive"), 3);
    assert_eq!(responses("visited=lending&visited=archive"), 3);
    assert_eq!(responses("visited=archive&stars=3"), 1);
    assert_eq!(responses("visited=lending&stars=3"), 0);
    assert_eq!(responses("member=true"), 2);
    assert_eq!(responses("events=talks,none"), 3);
    assert_eq!(responses("events=a%2Cb,"), 1);
    assert_eq!(responses("opening.hours.sat.sun=2,long"), 2);
    assert_eq!(responses("opening.hours.weekday=1&language=en"), 1);
}

#[test]
fn services_and_providers_come_from_the_catalogue() {
    assert_eq!(responses("service=archive"), 2);
    assert_eq!(responses("provider=north"), 2);
    assert_eq!(responses("provider=north,south"), 4);
    assert_eq!(responses("provider=south&visited=lending"), 0);
}

#[test]
fn the_language_is_that_of_the_response() {
    assert_eq!((responses("language=en"), responses("language=lv,en"), responses("language=ru")), (2, 10, 0));
}

#[test]
fn days_are_utc_and_both_included() {
    assert_eq!(responses("from=2024-02-10&to=2024-02-10"), 8);
    assert_eq!((responses("from=2024-02-11"), responses("to=2024-02-09")), (1, 1));
    assert_eq!(responses("from=2024-02-12&to=2024-02-01"), 0);
}

#[test]
fn what_a_filter_gets_wrong_is_named() {
    let surveys = small();
    let check = |query: &str| Filter::from_query(query).check(&surveys[0]);
    let unknown_value =
        |key: &str, value: &str| FilterFault::UnknownValue { key: key.into(), value: value.into() };
    let bad_day = |key: &str, value: &str| FilterFault::BadDay { key: key.into(), value: value.into() };
    assert_eq!(
        check("survey=library&lang=lv&visited=archive&member=true&stars=2&opening.hours.weekday=2"),
        []
    );
    assert_eq!(check("events=none,other&language=ru&provider=south&from=2024-02-29"), []);
    assert_eq!(check("view=table"), [FilterFault::UnknownKey("view".into())]);
    assert_eq!(check("town=x&more=x&thanks=x").len(), 3, "texts are no keys");
    assert_eq!(check("opening.hours=1"), [FilterFault::UnknownKey("opening.hours".into())]);
    assert_eq!(check("opening.hours.sunday=1"), [FilterFault::UnknownKey("opening.hours.sunday".into())]);
    assert_eq!(check("visited=archive,moon"), [unknown_value("visited", "moon")]);
    assert_eq!(check("provider=west"), [unknown_value("provider", "west")]);
    assert_eq!(check("member=yes"), [unknown_value("member", "yes")]);
    assert_eq!(check("from=2024-02-30"), [bad_day("from", "2024-02-30")]);
    assert_eq!(check("to=yesterday"), [bad_day("to", "yesterday")]);
    assert_eq!(check("from=2024-02-12&to=2024-02-01"), [FilterFault::DaysReversed]);
    assert_eq!(check("from=2024-02-12&to=2024-02-12"), []);
    assert_eq!(Filter::from_query("provider=north").check(&surveys[1]).len(), 1, "no catalogue");
}

#[test]
fn unknown_keys_and_bad_days_are_not_applied_and_unknown_values_match_nothing() {
    assert_eq!(responses("view=table&from=tomorrow&stars="), 10);
    assert_eq!(
        (responses("stars=9"), responses("stars=9,2"), responses("opening.hours.weekday=x")),
        (0, 1, 0)
    );
}

#[test]
fn the_report_names_the_filter_that_was_applied() {
    let report = count(&ten(), "library", "to=2024-02-31&view=x&stars=2,9&from=2024-02-01&survey=library");
    let expected = json!({"from": ["2024-02-01"], "stars": ["2", "9"], "survey": ["library"]});
    assert_eq!(serde_json::to_value(&report.filter).unwrap(), expected);
}

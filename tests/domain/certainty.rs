//! Which differences between groups are tested, how, and which are not.

use aptauja::domain::analysis::statistics::{Contingency, fisher, holm, simulated, two_proportions};
use aptauja::domain::analysis::{
    Abreast, Certainty, Counts, Cross, Figures, Group, Method, Outcome, Test, group_reports,
};
use serde_json::json;

use super::support;

fn certainty(question: &str, by: &str, cross: &Cross) -> Certainty {
    let surveys = support::made(&json!({"elements": [
        {"type": "radiogroup", "name": "grade", "choices": ["good", "fair", "poor"]},
        {"type": "radiogroup", "name": "late", "choices": ["yes", "no"]},
        {"type": "checkbox", "name": "ways", "choices": ["mail", "phone"]},
        {"type": "matrix", "name": "quality", "rows": ["skill", "manner"], "columns": ["good", "fair", "poor"]},
        {"type": "comment", "name": "words"},
    ]}));
    Certainty::of(&surveys[0], question, by, cross).unwrap()
}

fn tests(question: &str, by: &str, cross: &Cross) -> Vec<Test> {
    match certainty(question, by, cross) {
        Certainty::Tested(tests) => tests,
        other => panic!("{other:?}"),
    }
}

fn figures(test: &Test) -> &Figures {
    match &test.outcome {
        Outcome::Tested(figures) => figures,
        Outcome::NotTested => panic!("{test:?}"),
    }
}

/// Groups named by language, of counts that exclude each other.
fn cross(groups: &[(&str, &[u64])]) -> Cross {
    let group = |(name, counts): &(&str, &[u64])| {
        let answered = counts.iter().sum();
        let counts = Counts::Choice { answered, values: counts.to_vec() };
        Group { value: (*name).into(), base: answered, counts, hidden: false }
    };
    Cross { groups: groups.iter().map(group).collect() }
}

fn close(left: f64, right: f64) -> bool {
    (left - right).abs() < 1e-12
}

#[test]
fn every_group_is_held_against_all_others_together() {
    let cross = cross(&[("en", &[30, 40, 20]), ("lv", &[80, 30, 30]), ("ru", &[20, 20, 40])]);
    let tests = tests("grade", "language", &cross);
    assert_eq!(figures(&tests[0]).method, Method::ChiSquare);
    assert_eq!((figures(&tests[0]).freedom, tests[0].cells.len()), (Some(4), 0));
    assert_eq!(tests.len(), 1 + 3 * 3);
    let of = |group: &str, choice: &str| {
        let is = |test: &&Test| test.group == Some(group.into()) && test.choice == Some(choice.into());
        tests.iter().find(is).unwrap()
    };
    let expected = two_proportions(80, 140, 50, 170).unwrap();
    assert!(close(figures(of("lv", "good")).p, expected.p));
    assert!(of("lv", "good").cells[0].is_higher && !of("ru", "good").cells[0].is_higher);
    let family: Vec<f64> = tests.iter().map(|test| figures(test).p).collect();
    for (test, adjusted) in tests.iter().zip(holm(&family)) {
        assert!(close(figures(test).adjusted, adjusted));
    }
}

#[test]
fn what_mirrors_itself_is_tested_once_and_marked_everywhere() {
    let cross = cross(&[("en", &[90, 10]), ("lv", &[50, 50])]);
    let tests = tests("late", "language", &cross);
    assert_eq!(tests.len(), 1);
    assert!(tests[0].differs());
    let cells: Vec<_> =
        tests[0].cells.iter().map(|it| (it.group.key(), it.choice.key(), it.is_higher)).collect();
    let cell = |group: &str, choice: &str, is_higher| (group.to_owned(), choice.to_owned(), is_higher);
    assert_eq!(
        cells,
        [cell("en", "yes", true), cell("en", "no", false), cell("lv", "yes", false), cell("lv", "no", true)]
    );
}

#[test]
fn small_counts_are_tested_exactly() {
    let cross = cross(&[("en", &[1, 9]), ("lv", &[11, 3]), ("ru", &[2, 4])]);
    let tests = tests("late", "language", &cross);
    assert_eq!(figures(&tests[0]).method, Method::FreemanHalton);
    let english = tests.iter().find(|test| test.group == Some("en".into())).unwrap();
    assert_eq!(figures(english).method, Method::Fisher);
    assert!(close(figures(english).p, fisher(1, 10, 13, 20).unwrap()));
    assert_eq!(figures(english).statistic, None);
}

#[test]
fn what_is_too_small_and_too_much_is_tested_by_tables_drawn_at_random() {
    let counts: Vec<[u64; 3]> = (0..26).map(|at| [at % 3, 8 - at % 2, at % 4]).collect();
    let names: Vec<String> = (0..26).map(|at| format!("l{at}")).collect();
    let groups: Vec<(&str, &[u64])> =
        names.iter().zip(&counts).map(|(name, counts)| (name.as_str(), counts.as_slice())).collect();
    let tests = tests("grade", "language", &cross(&groups));
    let Method::Simulated(draws) = figures(&tests[0]).method else { panic!("{:?}", tests[0]) };
    let table: Vec<Vec<u64>> = counts.iter().map(|it| it.to_vec()).collect();
    let by_draws = simulated(&Contingency::new(&table)).unwrap();
    assert_eq!((draws, figures(&tests[0]).p), (by_draws.draws, by_draws.p));
    assert!(tests[1..].iter().all(|test| figures(test).method != figures(&tests[0]).method));
}

#[test]
fn what_is_too_much_for_every_test_is_said_not_to_be_tested() {
    let counts: Vec<[u64; 3]> = (0..26).map(|at| [at % 3, 200_000, at % 4]).collect();
    let names: Vec<String> = (0..26).map(|at| format!("l{at}")).collect();
    let groups: Vec<(&str, &[u64])> =
        names.iter().zip(&counts).map(|(name, counts)| (name.as_str(), counts.as_slice())).collect();
    let tests = tests("grade", "language", &cross(&groups));
    assert_eq!(tests[0].outcome, Outcome::NotTested);
    assert!(!tests[0].differs());
}

#[test]
fn a_multiple_choice_is_tested_option_by_option() {
    let group = |name: &str, values: [u64; 2]| {
        let counts = Counts::Choice { answered: 100, values: values.to_vec() };
        Group { value: name.into(), base: 120, counts, hidden: false }
    };
    let groups = vec![group("en", [60, 50]), group("lv", [40, 80]), group("ru", [50, 50])];
    let tests = tests("ways", "language", &Cross { groups });
    let wholes: Vec<_> = tests.iter().filter(|test| test.group.is_none()).collect();
    assert_eq!(wholes.len(), 2);
    assert!(wholes.iter().all(|test| figures(test).freedom == Some(2) && test.choice.is_some()));
    assert_eq!(tests.len(), 2 + 3 * 2);
}

#[test]
fn rows_of_a_matrix_are_tested_by_themselves_but_never_by_themselves_as_groups() {
    let group = |name: &str, counts: [u64; 3]| {
        let row = (counts.iter().sum(), counts.to_vec());
        let counts = Counts::Matrix { answered: 60, rows: vec![row.clone(), row] };
        Group { value: name.into(), base: 60, counts, hidden: false }
    };
    let cross = Cross { groups: vec![group("good", [20, 20, 20]), group("fair", [30, 20, 10])] };
    let rows = |by: &str| {
        let tests = tests("quality", by, &cross);
        let mut rows: Vec<String> = tests.iter().map(|test| test.row.as_ref().unwrap().key()).collect();
        rows.dedup();
        rows
    };
    assert_eq!(rows("grade"), ["skill", "manner", "skill", "manner"]);
    assert_eq!(rows("quality.skill"), ["manner"]);
}

#[test]
fn groups_that_overlap_or_are_the_answers_themselves_are_not_tested() {
    let cross = cross(&[("mail", &[10, 10]), ("phone", &[5, 15])]);
    assert_eq!(certainty("late", "ways", &cross), Certainty::Overlapping);
    assert_eq!(certainty("late", "late", &cross), Certainty::Defining);
}

#[test]
fn hidden_groups_take_no_part_in_anything() {
    let mut shown = cross(&[("en", &[30, 40, 20]), ("lv", &[80, 30, 30]), ("ru", &[20, 20, 40])]);
    let without = tests("grade", "language", &shown);
    shown.groups.insert(1, Group::hidden("ka".into()));
    assert_eq!(tests("grade", "language", &shown), without);
    let surveys = support::made(
        &json!({"elements": [{"type": "radiogroup", "name": "q", "choices": ["a", "b", "c"]}]}),
    );
    let drawn: Vec<String> =
        group_reports(&surveys[0], "q", &shown).into_iter().map(|(value, _)| value.key()).collect();
    assert_eq!(drawn, ["en", "lv", "ru"]);
}

#[test]
fn where_all_answer_alike_or_nobody_else_answers_there_is_no_test() {
    assert!(tests("late", "language", &cross(&[("en", &[9, 0]), ("lv", &[7, 0])])).is_empty());
    assert!(tests("late", "language", &cross(&[("en", &[9, 3]), ("lv", &[0, 0])])).is_empty());
    assert!(tests("words", "language", &Cross::default()).is_empty());
}

/// The shown survey and others, with what statsmodels and scipy say of each test and of their family.
#[derive(serde::Deserialize)]
struct Wave {
    surveys: Vec<Vec<u64>>,
    p: Vec<f64>,
    adjusted: Vec<f64>,
}

#[test]
fn a_survey_is_held_against_every_other_and_all_tests_are_one_family() {
    let reference: serde_json::Value =
        serde_json::from_str(include_str!("../fixtures/statistics.json")).unwrap();
    let waves: Vec<Wave> = serde_json::from_value(reference["waves"].clone()).unwrap();
    assert_eq!(waves.len(), 2);
    for Wave { surveys, p, adjusted } in waves {
        let value = |at: usize| ["a", "b", "c"][at].into();
        let counts =
            (0..surveys[0].len()).map(|at| (value(at), surveys.iter().map(|it| Some(it[at])).collect()));
        let answered = surveys.iter().map(|counts| Some(counts.iter().sum())).collect();
        let asked = [Abreast { row: None, answered, counts: counts.collect() }];
        let ids: Vec<String> = ["new", "old", "older", "oldest"].map(str::to_owned)[..surveys.len()].into();
        let Certainty::Tested(tests) = Certainty::of_waves(&asked, false, &ids) else { panic!() };
        // Those of all choices together come first; here, those of each other survey stay together.
        let position = |test: &Test| ids.iter().position(|id| test.group == Some(id.as_str().into()));
        let mut tests = tests;
        tests.sort_by_key(|test| position(test).unwrap());
        let found = |figure: fn(&Figures) -> f64| {
            tests.iter().map(|test| figure(figures(test))).collect::<Vec<f64>>()
        };
        for (found, expected) in [(found(|it| it.p), p), (found(|it| it.adjusted), adjusted)] {
            assert_eq!(found.len(), expected.len());
            for (found, expected) in found.iter().zip(&expected) {
                assert!((found - expected).abs() < 1e-10, "{found} for {expected}");
            }
        }
    }
}

#[test]
fn only_values_that_both_surveys_have_are_tested() {
    let ids = ["new", "old", "older"].map(str::to_owned);
    let statement = |row: &str, old: Option<u64>, older: Option<u64>| Abreast {
        row: Some(row.into()),
        answered: vec![Some(100), old.map(|_| 100), older.map(|_| 100)],
        counts: vec![
            ("yes".into(), vec![Some(40), old, older]),
            ("no".into(), vec![Some(60), old.map(|it| 100 - it), older.map(|it| 100 - it)]),
        ],
    };
    let asked = [statement("r", Some(20), None), statement("s", None, Some(60))];
    let certainty = Certainty::of_waves(&asked, false, &ids);
    let Certainty::Tested(tests) = &certainty else { panic!() };
    assert_eq!(tests.len(), 2);
    // Of a cell of another survey is told whether its own share is the higher.
    let is_higher = |row: &str, choice: &str, id: &str| {
        let cell = certainty.of_cell(Some(&row.into()), &choice.into(), &id.into());
        cell.map(|(test, cell)| (test.differs(), cell.is_higher))
    };
    assert_eq!(is_higher("r", "yes", "old"), Some((true, false)));
    assert_eq!(is_higher("r", "no", "old"), Some((true, true)));
    assert_eq!(is_higher("r", "yes", "older"), None);
    assert_eq!(is_higher("s", "yes", "older"), Some((true, true)));
}

//! Small groups, and whoever tries to get at them: filters and tables are added and subtracted in every
//! way there is.

#![allow(clippy::cast_precision_loss)]

mod attack;
mod guard;
mod population;

use aptauja::domain::analysis::{Counts, Dataset, Filter, Joint, Protection, QuestionReport};
use aptauja::domain::sample::Random;
use aptauja::domain::survey::{Answer, Answers, Day};

use super::support;
use attack::{leaks, suspects};
use guard::Guard;
use population::{FIRST_DAY, Person, SERVICE, SERVICES, dataset, people, played, survey};

#[test]
fn no_sum_of_filters_gives_a_small_group_away() {
    let mut shown = 0;
    let mut naive_leaks = 0;
    for seed in 1..=24 {
        let mut random = Random::new(seed);
        let threshold = 3 + random.below(8);
        let surveys = survey(threshold);
        let (people, played) = (people(&mut random), played(&mut random));
        let dataset = dataset(&surveys[0], &people);
        let mut guard = Guard { survey: &surveys[0], dataset: &dataset, protection: Protection::default() };
        let suspects = suspects(&played, &people);
        let found = leaks(&suspects, threshold, |suspect| {
            let is_shown = !guard.hides(&suspect.filter);
            shown += usize::from(is_shown && suspect.size > 0 && suspect.size < people.len());
            is_shown
        });
        assert_eq!(found, 0, "seed {seed}");
        naive_leaks += leaks(&suspects, threshold, |suspect| suspect.size >= threshold);
    }
    // Whoever hides small groups alone is found out by the same attack, and hiding everything is no art.
    assert!(naive_leaks > 1_000, "{naive_leaks}");
    assert!(shown > 1_000, "{shown}");
}

#[test]
fn what_a_table_leaves_out_of_all_is_not_small() {
    let mut shown = 0;
    for seed in 100..160 {
        let mut random = Random::new(seed);
        let threshold = 3 + random.below(8);
        let surveys = survey(threshold);
        let people = people(&mut random);
        let dataset = dataset(&surveys[0], &people);
        let mut guard = Guard { survey: &surveys[0], dataset: &dataset, protection: Protection::default() };
        for query in ["", "language=lv", "language=ru", "provider=p1", "a=1", "c=x"] {
            let filter = Filter::from_query(query);
            if guard.hides(&filter) {
                continue;
            }
            let all = filter.select(&surveys[0], &dataset).count();
            for by in ["service", "provider", "a", "language"] {
                let cross = guard.cross(&filter, "c", by);
                let of_table: u64 = cross.groups.iter().map(|group| group.base).sum();
                let rest = all - of_table;
                let is_small = |size: u64| size > 0 && size < threshold as u64;
                assert!(!is_small(rest), "seed {seed}: {rest} of {all} by {by} of {query}");
                assert!(!cross.groups.iter().any(|group| is_small(group.base)));
                shown += cross.groups.iter().filter(|group| group.base > 0).count();
            }
        }
    }
    assert!(shown > 500, "{shown}");
}

#[test]
fn a_small_service_is_not_asked_out_answer_by_answer() {
    let mut asked = 0;
    let mut shown = 0;
    for seed in 200..260 {
        let mut random = Random::new(seed);
        let threshold = 3 + random.below(8);
        let surveys = survey(threshold);
        let people = people(&mut random);
        let dataset = dataset(&surveys[0], &people);
        let mut guard = Guard { survey: &surveys[0], dataset: &dataset, protection: Protection::default() };
        let service = |counts: &Counts, at: usize| match counts {
            Counts::Choice { values, .. } => values[at],
            _ => 0,
        };
        for (at, id) in SERVICES.iter().enumerate() {
            let alone = Filter::from_query(&format!("service={id}"));
            if alone.select(&surveys[0], &dataset).count() >= threshold as u64 {
                continue;
            }
            assert!(guard.hides(&alone) || people.iter().all(|person| person[SERVICE] != at));
            for answer in ["a=1", "a=2", "a=3", "c=x", "c=y", "language=lv", "language=ru"] {
                let both = format!("service={id}&{answer}");
                let selected = Filter::from_query(&both).select(&surveys[0], &dataset);
                if selected.count() == 0 {
                    continue;
                }
                // How many of its clients gave an answer: as the size of both, in the answer's report, and
                // in its column of the services' table.
                asked += 1;
                let report = guard.report(&both);
                assert!(report.hidden && report.responses.is_none(), "seed {seed}: {both}");
                let tallied =
                    |question: &QuestionReport| question.choices.iter().flatten().any(|it| it.count > 0);
                let of_answer = guard.report(answer);
                assert!(!tallied(&of_answer.questions[0]), "seed {seed}: {id} in {answer}");
                shown += of_answer.questions.iter().skip(1).filter(|it| tallied(it)).count();
                let (by, value) = answer.split_once('=').unwrap();
                let cross = guard.cross(&Filter::default(), "service", by);
                let group = cross.groups.iter().find(|group| group.value.key() == value).unwrap();
                assert_eq!(service(&group.counts, at), 0, "seed {seed}: {id} by {answer}");
            }
        }
    }
    assert!(asked > 100 && shown > 100, "{asked} {shown}");
}

#[test]
fn services_that_are_all_shown_are_tallied_in_every_selection_that_is() {
    let surveys = survey(5);
    let people: Vec<Person> = (0..160).map(|at| [at % 4, at / 4 % 2 + 1, 0, at / 8 % 2, 0]).collect();
    let dataset = dataset(&surveys[0], &people);
    let mut guard = Guard { survey: &surveys[0], dataset: &dataset, protection: Protection::default() };
    for query in ["a=1", "language=lv", "a=2&language=ru", "service=s1,s2&a=1", "provider=p2&language=lv"] {
        let report = guard.report(query);
        assert!(!report.questions[0].hidden && report.questions[0].answered > Some(0), "{query}");
    }
    let cross = guard.cross(&Filter::from_query("language=lv"), "service", "a");
    assert!(cross.groups.iter().all(|group| !group.hidden));
}

#[test]
fn how_many_meet_one_condition_is_told_though_their_answers_are_not() {
    let surveys = survey(10);
    let people: Vec<Person> = (0..40).map(|at| [usize::from(at < 3), 1, 1, 0, 0]).collect();
    let dataset = dataset(&surveys[0], &people);
    let mut guard = Guard { survey: &surveys[0], dataset: &dataset, protection: Protection::default() };
    let report = guard.report("service=s2");
    assert!(report.hidden && report.questions.iter().all(|it| it.hidden));
    assert_eq!(report.responses, Some(3));
}

#[test]
fn a_response_without_service_hides_the_smallest_provider_not_the_largest() {
    let surveys = survey(10);
    // The smallest service is one of the largest provider's.
    let sizes = [20, 120, 50, 0];
    let services = sizes.into_iter().enumerate().flat_map(|(at, size)| vec![SERVICES.get(at); size]);
    let mut without = Dataset::new(&surveys[0].questionnaire);
    for service in services.chain([None]) {
        let mut answers = Answers::default();
        if let Some(id) = service {
            answers.set("service", Answer::One((*id).into()));
        }
        without.push(&surveys[0].questionnaire, &answers, Day(FIRST_DAY), "lv");
    }
    let mut guard = Guard { survey: &surveys[0], dataset: &without, protection: Protection::default() };
    let cross = guard.cross(&Filter::default(), "a", "provider");
    let hidden: Vec<bool> = cross.groups.iter().map(|group| group.hidden).collect();
    assert_eq!(hidden, [false, true]);
}

#[test]
fn parts_counted_apart_judge_as_one() {
    let mut random = Random::new(7);
    let surveys = survey(5);
    let people = people(&mut random);
    let (left, right) = people.split_at(people.len() / 3);
    let whole = dataset(&surveys[0], &people);
    let parts = [dataset(&surveys[0], right), dataset(&surveys[0], left)];
    let filter = Filter::from_query("service=s1&language=lv&from=2024-10-04&c=x");
    let variables = Protection::default().missing(&surveys[0], &filter, None).unwrap();
    let mut sum = Joint::default();
    for part in &parts {
        sum.add(&Joint::count(part, &variables));
    }
    assert_eq!(sum, Joint::count(&whole, &variables));
}

#[test]
fn a_threshold_of_one_hides_nothing() {
    let surveys = survey(1);
    let dataset = dataset(&surveys[0], &[[0, 1, 1, 0, 0], [1, 2, 2, 1, 1]]);
    let mut guard = Guard { survey: &surveys[0], dataset: &dataset, protection: Protection::default() };
    assert!(!guard.hides(&Filter::from_query("service=s1&a=1")));
}

#[test]
fn of_the_sample_only_rare_answers_make_hidden_groups() {
    let surveys = support::ministry();
    let sample = std::fs::read("public/surveys/mfa-2018-sample.ndjson").unwrap();
    let import = support::import_slices(&surveys, &[("sample.ndjson", &sample)], usize::MAX);
    let (survey, dataset) = import.dataset("mfa-2018").unwrap();
    let mut guard = Guard { survey, dataset, protection: Protection::default() };
    let mut hidden = |by: &str| -> Vec<String> {
        let cross = guard.cross(&Filter::default(), "quality", by);
        cross.groups.iter().filter(|group| group.hidden).map(|group| group.value.key()).collect()
    };
    assert_eq!(hidden("service"), Vec::<String>::new());
    assert_eq!(hidden("quality.knowledge"), ["satisfactory", "poor", "very_poor"]);
    let mut hides = |query: &str| guard.hides(&Filter::from_query(query));
    assert!(!hides("service=mfa-13&language=lv"));
    assert!(!hides("from=2018-01-20&to=2018-01-25"));
    assert!(hides("quality.knowledge=poor"));
    let of_hidden = guard.cross(&Filter::from_query("quality.knowledge=poor"), "channels", "delays");
    assert!(of_hidden.groups.iter().all(|group| group.hidden), "not even who is not in it");
    let mut hides = |query: &str| guard.hides(&Filter::from_query(query));
    // 346 are many, but the 10 others of this language are not.
    assert!(hides("language=lv&quality.knowledge=very_good,good"));
}

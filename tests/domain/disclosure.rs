//! Small groups, and whoever tries to get at them: filters and tables are added and subtracted in every
//! way there is.

#![allow(clippy::cast_precision_loss)]

use std::collections::HashMap;
use std::rc::Rc;

use aptauja::domain::analysis::{
    Counts, Cross, Dataset, Filter, Joint, Protection, QuestionReport, Report, ReportHeader, Tallies, report,
};
use aptauja::domain::sample::Random;
use aptauja::domain::survey::{Answer, Answers, Day, Survey};
use serde_json::json;

use super::support;

const SERVICES: [&str; 4] = ["s1", "s2", "s3", "s4"];
const FIRST_DAY: i32 = 20_000;
const LANGUAGES: [&str; 2] = ["lv", "ru"];
/// Values of service, a, c (as a mask), language and day; 0 of a and c is "unanswered".
const SIZES: [usize; 5] = [4, 4, 4, 2, 3];
const SERVICE: usize = 0;
const A: usize = 1;
const C: usize = 2;
const LANGUAGE: usize = 3;
const DAY: usize = 4;

type Person = [usize; 5];

fn survey(threshold: usize) -> Rc<Vec<Survey>> {
    let questionnaire = json!({"pages": [{"name": "p", "elements": [
        {"type": "dropdown", "name": "service", "title": "S"},
        {"type": "radiogroup", "name": "a", "title": "A", "choices": ["1", "2", "3"]},
        {"type": "checkbox", "name": "c", "title": "C", "choices": ["x", "y"]},
    ]}]});
    let service = |(at, id): (usize, &&str)| json!({"id": id, "number": at + 1, "title": id, "provider": if at < 2 { "p1" } else { "p2" }});
    let catalogue = json!({
        "providers": [{"id": "p1", "title": "P1"}, {"id": "p2", "title": "P2"}],
        "services": SERVICES.iter().enumerate().map(service).collect::<Vec<_>>(),
    });
    let surveys = support::made_with(&questionnaire, Some(&catalogue));
    let mut survey = surveys[0].clone();
    survey.entry.threshold = threshold;
    Rc::new(vec![survey])
}

fn dataset(survey: &Survey, people: &[Person]) -> Dataset {
    let mut dataset = Dataset::new(&survey.questionnaire);
    for person in people {
        let mut answers = Answers::default();
        answers.set("service", Answer::One(SERVICES[person[SERVICE]].into()));
        if person[A] > 0 {
            answers.set("a", Answer::One(person[A].to_string().as_str().into()));
        }
        let chosen = ["x", "y"].into_iter().enumerate().filter(|(at, _)| person[C] >> at & 1 == 1);
        answers.set("c", Answer::Many(chosen.map(|(_, value)| value.into()).collect()));
        let day = Day(FIRST_DAY + i32::try_from(person[DAY]).unwrap());
        dataset.push(&survey.questionnaire, &answers, day, LANGUAGES[person[LANGUAGE]]);
    }
    dataset
}

/// One condition: its part of the address, and whom it holds of.
#[derive(Clone)]
struct Condition {
    query: String,
    is_met: [bool; 4],
}

/// Every condition there is on a variable, and none.
fn conditions(variable: usize) -> Vec<Condition> {
    let mut found = vec![Condition { query: String::new(), is_met: [true; 4] }];
    let mut add = |query: String, is_met: &dyn Fn(usize) -> bool| {
        found.push(Condition { query, is_met: std::array::from_fn(is_met) });
    };
    let subset = |mask: usize, names: &[&str]| -> String {
        let chosen = names.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1);
        chosen.map(|(_, name)| *name).collect::<Vec<_>>().join(",")
    };
    match variable {
        SERVICE => {
            (1..16).for_each(|mask| {
                add(format!("service={}", subset(mask, &SERVICES)), &|it| mask >> it & 1 == 1);
            });
            add("provider=p1".into(), &|it| it < 2);
            add("provider=p2".into(), &|it| it >= 2);
        }
        A => (1..8).for_each(|mask: usize| {
            add(format!("a={}", subset(mask, &["1", "2", "3"])), &|it| it > 0 && mask >> (it - 1) & 1 == 1);
        }),
        C => (1..4).for_each(|mask| add(format!("c={}", subset(mask, &["x", "y"])), &|it| mask & it > 0)),
        LANGUAGE => (1..4).for_each(|mask| {
            add(format!("language={}", subset(mask, &LANGUAGES)), &|it| it < 2 && mask >> it & 1 == 1);
        }),
        _ => {
            for first in 0..3 {
                for last in first..3 {
                    let day = |at: usize| Day(FIRST_DAY + i32::try_from(at).unwrap());
                    let query = format!("from={}&to={}", day(first), day(last));
                    add(query, &|it| first <= it && it <= last);
                }
            }
        }
    }
    found
}

/// People who differ in how rare they are.
fn people(random: &mut Random) -> Vec<Person> {
    let weights: [Vec<usize>; 5] = SIZES.map(|size| (0..size).map(|_| 1 + random.below(9)).collect());
    let mut pick = |weights: &Vec<usize>| {
        let mut left = random.below(weights.iter().sum());
        weights
            .iter()
            .position(|weight| left.checked_sub(*weight).map(|less| left = less).is_none())
            .unwrap_or(0)
    };
    let count = 20 + pick(&vec![1; 160]);
    (0..count).map(|_| std::array::from_fn(|variable| pick(&weights[variable]))).collect()
}

/// A protection that has counted all that it is asked about.
struct Guard<'a> {
    survey: &'a Survey,
    dataset: &'a Dataset,
    protection: Protection,
}

impl Guard<'_> {
    fn prepare(&mut self, filter: &Filter, by: Option<&str>) {
        let missing = self.protection.missing(self.survey, filter, by);
        self.protection.learn(missing.map(|variables| Joint::count(self.dataset, &variables)));
    }

    fn hides(&mut self, filter: &Filter) -> bool {
        self.prepare(filter, None);
        self.protection.hides(self.survey, filter)
    }

    fn report(&mut self, query: &str) -> Report {
        let filter = Filter::from_query(query);
        self.prepare(&filter, None);
        let tallies = Tallies::count(self.dataset, &filter.select(self.survey, self.dataset));
        let mut report = report(self.survey, &tallies, &filter, ReportHeader::default());
        self.protection.cover_report(self.survey, &filter, &mut report);
        report
    }

    fn cross(&mut self, filter: &Filter, question: &str, by: &str) -> Cross {
        self.prepare(filter, Some(by));
        let selected = filter.select(self.survey, self.dataset);
        let mut cross = Cross::count(self.survey, self.dataset, &selected, question, by).unwrap();
        self.protection.cover(self.survey, filter, question, by, &mut cross);
        cross
    }
}

const PRIME: u64 = 2_147_483_647;

/// What can be computed from what is known, by adding and subtracting.
#[derive(Default)]
struct Span(HashMap<usize, Vec<u64>>);

impl Span {
    /// What is left of a group once everything known is taken out; the place of its first difference.
    fn reduce(&self, mut group: Vec<u64>) -> Option<(usize, Vec<u64>)> {
        let mut at = 0;
        while at < group.len() {
            match (group[at], self.0.get(&at)) {
                (0, _) => {}
                (_, None) => return Some((at, group)),
                (factor, Some(known)) => {
                    for (own, known) in group.iter_mut().zip(known) {
                        *own = (*own + PRIME - factor * known % PRIME) % PRIME;
                    }
                }
            }
            at += 1;
        }
        None
    }

    fn learn(&mut self, group: Vec<u64>) {
        if let Some((at, group)) = self.reduce(group) {
            let inverse = power(group[at], PRIME - 2);
            self.0.insert(at, group.into_iter().map(|it| it * inverse % PRIME).collect());
        }
    }

    fn knows(&self, group: Vec<u64>) -> bool {
        self.reduce(group).is_none()
    }
}

fn power(mut base: u64, mut exponent: u64) -> u64 {
    let mut product = 1;
    while exponent > 0 {
        if exponent % 2 == 1 {
            product = product * base % PRIME;
        }
        base = base * base % PRIME;
        exponent /= 2;
    }
    product
}

/// A group: its address, and for each kind of person there could be, whether it is in.
struct Suspect {
    filter: Filter,
    kinds: Vec<u64>,
    size: usize,
}

/// Every filter over these variables.
fn suspects(played: &[usize], people: &[Person]) -> Vec<Suspect> {
    let kinds: Vec<Vec<usize>> = played.iter().fold(vec![Vec::new()], |kinds, variable| {
        let extend =
            |kind: Vec<usize>| (0..SIZES[*variable]).map(move |value| [&kind[..], &[value]].concat());
        kinds.into_iter().flat_map(extend).collect()
    });
    let filters: Vec<Vec<Condition>> = played.iter().fold(vec![Vec::new()], |filters, variable| {
        let extend = |filter: Vec<Condition>| {
            conditions(*variable).into_iter().map(move |more| [&filter[..], &[more]].concat())
        };
        filters.into_iter().flat_map(extend).collect()
    });
    let suspect = |conditions: Vec<Condition>| {
        let is_in =
            |kind: &[usize]| conditions.iter().zip(kind).all(|(condition, value)| condition.is_met[*value]);
        let queries: Vec<&str> =
            conditions.iter().map(|it| it.query.as_str()).filter(|query| !query.is_empty()).collect();
        let kind_of = |person: &Person| played.iter().map(|variable| person[*variable]).collect::<Vec<_>>();
        Suspect {
            filter: Filter::from_query(&queries.join("&")),
            kinds: kinds.iter().map(|kind| u64::from(is_in(kind))).collect(),
            size: people.iter().filter(|person| is_in(&kind_of(person))).count(),
        }
    };
    filters.into_iter().map(suspect).collect()
}

/// How many small groups fall to whoever knows every group that `is_shown`.
fn leaks(suspects: &[Suspect], threshold: usize, mut is_shown: impl FnMut(&Suspect) -> bool) -> usize {
    let mut span = Span::default();
    suspects.iter().filter(|suspect| is_shown(suspect)).for_each(|it| span.learn(it.kinds.clone()));
    let is_small = |suspect: &&Suspect| suspect.size > 0 && suspect.size < threshold;
    suspects.iter().filter(is_small).filter(|suspect| span.knows(suspect.kinds.clone())).count()
}

/// Three of the five variables.
fn played(random: &mut Random) -> Vec<usize> {
    let mut played = vec![SERVICE, A, C, LANGUAGE, DAY];
    while played.len() > 3 {
        let at = random.below(played.len());
        played.remove(at);
    }
    played
}

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

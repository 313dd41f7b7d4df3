//! A small survey, people who answer it, and every condition they can be filtered by.

use std::rc::Rc;

use aptauja::domain::analysis::Dataset;
use aptauja::domain::sample::Random;
use aptauja::domain::survey::{Answer, Answers, Day, Survey};
use serde_json::json;

use crate::domain::support;

pub const SERVICES: [&str; 4] = ["s1", "s2", "s3", "s4"];
pub const FIRST_DAY: i32 = 20_000;
pub const LANGUAGES: [&str; 2] = ["lv", "ru"];
/// Values of service, a, c (as a mask), language and day; 0 of a and c is "unanswered".
pub const SIZES: [usize; 5] = [4, 4, 4, 2, 3];
pub const SERVICE: usize = 0;
pub const A: usize = 1;
pub const C: usize = 2;
pub const LANGUAGE: usize = 3;
pub const DAY: usize = 4;

pub type Person = [usize; 5];

pub fn survey(threshold: usize) -> Rc<Vec<Survey>> {
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

pub fn dataset(survey: &Survey, people: &[Person]) -> Dataset {
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
pub struct Condition {
    pub query: String,
    pub is_met: [bool; 4],
}

/// Every condition there is on a variable, and none.
pub fn conditions(variable: usize) -> Vec<Condition> {
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
pub fn people(random: &mut Random) -> Vec<Person> {
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

/// Three of the five variables.
pub fn played(random: &mut Random) -> Vec<usize> {
    let mut played = vec![SERVICE, A, C, LANGUAGE, DAY];
    while played.len() > 3 {
        let at = random.below(played.len());
        played.remove(at);
    }
    played
}

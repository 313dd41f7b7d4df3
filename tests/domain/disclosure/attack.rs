//! Whoever adds and subtracts all that is shown: linear algebra over a field of a large prime.

use std::collections::HashMap;

use aptauja::domain::analysis::Filter;

use super::population::{Condition, Person, SIZES, conditions};

const PRIME: u64 = 2_147_483_647;

/// What can be computed from what is known, by adding and subtracting.
#[derive(Default)]
pub struct Span(HashMap<usize, Vec<u64>>);

impl Span {
    /// What is left of a group once everything known is taken out; the place of its first difference.
    pub fn reduce(&self, mut group: Vec<u64>) -> Option<(usize, Vec<u64>)> {
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

    pub fn learn(&mut self, group: Vec<u64>) {
        if let Some((at, group)) = self.reduce(group) {
            let inverse = power(group[at], PRIME - 2);
            self.0.insert(at, group.into_iter().map(|it| it * inverse % PRIME).collect());
        }
    }

    pub fn knows(&self, group: Vec<u64>) -> bool {
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
pub struct Suspect {
    pub filter: Filter,
    pub kinds: Vec<u64>,
    pub size: usize,
}

/// Every filter over these variables.
pub fn suspects(played: &[usize], people: &[Person]) -> Vec<Suspect> {
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
pub fn leaks(suspects: &[Suspect], threshold: usize, mut is_shown: impl FnMut(&Suspect) -> bool) -> usize {
    let mut span = Span::default();
    suspects.iter().filter(|suspect| is_shown(suspect)).for_each(|it| span.learn(it.kinds.clone()));
    let is_small = |suspect: &&Suspect| suspect.size > 0 && suspect.size < threshold;
    suspects.iter().filter(is_small).filter(|suspect| span.knows(suspect.kinds.clone())).count()
}

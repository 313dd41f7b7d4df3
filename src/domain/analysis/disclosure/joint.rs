//! Responses counted by every combination of values of some variables.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::variable::{Source, Variable};
use crate::domain::analysis::Dataset;
use crate::domain::survey::Day;

/// More variables are not counted together: what they have in common is one person.
pub(super) const MOST: usize = 12;
/// Combinations of so many bits have a place each.
const DENSE: u32 = 20;

/// Counts of a survey's responses by combinations of values. Those of parts merge by addition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joint {
    /// Sorted, each once.
    variables: Vec<Variable>,
    /// Languages and days by their codes, from 1; sorted, so that they mean the same in every part.
    tags: Vec<String>,
    days: Vec<i32>,
    /// Code of each variable, and how many responses have them all.
    cells: Vec<(Vec<u32>, u64)>,
}

/// Counts by some of the variables.
pub(super) struct Table<'a> {
    pub variables: Vec<Variable>,
    pub tags: &'a [String],
    pub days: &'a [i32],
    pub cells: BTreeMap<Vec<u32>, u64>,
}

impl Joint {
    /// Counts all present responses; the variables sorted, each once.
    pub fn count(dataset: &Dataset, variables: &[Variable]) -> Self {
        let sources: Vec<Source<'_>> = variables.iter().map(|it| it.source(dataset)).collect();
        let widths: Vec<u32> = variables
            .iter()
            .zip(&sources)
            .map(|(variable, source)| usize::BITS - source.most(dataset, variable).leading_zeros())
            .collect();
        let packed = pack(dataset, &sources, &widths);
        let (days, languages) = (dataset.days().1, dataset.languages().1);
        let mut joint = Self {
            variables: variables.to_vec(),
            tags: sorted(variables.contains(&Variable::Language), languages, Clone::clone),
            days: sorted(variables.contains(&Variable::Day), days, |day| day.0),
            cells: Vec::with_capacity(packed.len()),
        };
        for (mut bits, count) in packed {
            let mut codes = vec![0; variables.len()];
            for (at, width) in widths.iter().enumerate().rev() {
                let code = usize::try_from(bits & ((1 << width) - 1)).unwrap_or(0);
                bits >>= width;
                codes[at] = joint.portable(&variables[at], code, languages, days);
            }
            joint.cells.push((codes, count));
        }
        joint.cells.sort_unstable();
        joint
    }

    /// A code that means the same whatever came first.
    fn portable(&self, variable: &Variable, code: usize, languages: &[String], days: &[Day]) -> u32 {
        let place = |found: Result<usize, usize>| found.map_or(0, |at| at + 1);
        let code = match (variable, code.checked_sub(1)) {
            (Variable::Language, Some(at)) => place(self.tags.binary_search(&languages[at])),
            (Variable::Day, Some(at)) => place(self.days.binary_search(&days[at].0)),
            _ => code,
        };
        u32::try_from(code).unwrap_or(0)
    }

    /// Adds the counts of another part of the same survey by the same variables.
    pub fn add(&mut self, other: &Self) {
        if self.variables.is_empty() {
            self.clone_from(other);
            return;
        }
        let merged = |own: &[String], more: &[String]| {
            let mut all: Vec<String> = own.iter().chain(more).cloned().collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let tags = merged(&self.tags, &other.tags);
        let mut days: Vec<i32> = self.days.iter().chain(&other.days).copied().collect();
        days.sort_unstable();
        days.dedup();
        let mut cells: BTreeMap<Vec<u32>, u64> = BTreeMap::new();
        for part in [&*self, other] {
            for (codes, count) in &part.cells {
                let again = codes.iter().zip(&self.variables).map(|(code, variable)| {
                    let at = (*code as usize).checked_sub(1);
                    let found = match (variable, at) {
                        (Variable::Language, Some(at)) => tags.binary_search(&part.tags[at]),
                        (Variable::Day, Some(at)) => days.binary_search(&part.days[at]),
                        _ => return *code,
                    };
                    found.map_or(0, |at| u32::try_from(at + 1).unwrap_or(0))
                });
                *cells.entry(again.collect()).or_default() += count;
            }
        }
        (self.tags, self.days, self.cells) = (tags, days, cells.into_iter().collect());
    }

    /// Whether it counts by all of these.
    pub(super) fn has(&self, variables: &[Variable]) -> bool {
        variables.iter().all(|variable| self.variables.contains(variable))
    }

    /// The counts by these of its variables.
    pub(super) fn project(&self, variables: &[Variable]) -> Table<'_> {
        let places: Vec<usize> = variables
            .iter()
            .filter_map(|variable| self.variables.iter().position(|known| known == variable))
            .collect();
        let mut cells = BTreeMap::new();
        for (codes, count) in &self.cells {
            *cells.entry(places.iter().map(|at| codes[*at]).collect()).or_default() += count;
        }
        Table { variables: variables.to_vec(), tags: &self.tags, days: &self.days, cells }
    }
}

/// Combinations as bits, one variable after another, and how many responses have each.
fn pack(dataset: &Dataset, sources: &[Source<'_>], widths: &[u32]) -> Vec<(u128, u64)> {
    let present = dataset.present();
    let bits = |index: usize| {
        let codes = sources.iter().zip(widths);
        codes.fold(0_u128, |bits, (source, width)| (bits << width) | source.code(index) as u128)
    };
    if widths.iter().sum::<u32>() <= DENSE {
        let mut counts = vec![0_u64; 1 << widths.iter().sum::<u32>()];
        for index in present.positions() {
            counts[usize::try_from(bits(index)).unwrap_or(0)] += 1;
        }
        let counted = counts.into_iter().enumerate().filter(|(_, count)| *count > 0);
        return counted.map(|(bits, count)| (bits as u128, count)).collect();
    }
    let mut counts: HashMap<u128, u64> = HashMap::new();
    for index in present.positions() {
        *counts.entry(bits(index)).or_default() += 1;
    }
    counts.into_iter().collect()
}

fn sorted<From, To: Ord>(is_wanted: bool, values: &[From], value: impl Fn(&From) -> To) -> Vec<To> {
    let mut values: Vec<To> = values.iter().filter(|_| is_wanted).map(value).collect();
    values.sort_unstable();
    values
}

//! Blocks of values by the set of variables they are for: never finer than those of fewer variables.

use std::collections::{BTreeMap, BTreeSet};

use super::condition::Conditions;
use super::joint::Table;
use super::partition::{Partition, coarsen};
use super::variable::Variable;
use crate::domain::survey::Survey;

/// With more variables at once every value is one block: nothing but everybody is shown.
const MOST: usize = 6;

/// Blocks of the values of some variables.
#[derive(Clone, Debug)]
pub(super) struct Level(Vec<Partition>);

impl Level {
    /// Whether no cell of the table has responses that meet the conditions and others that do not.
    pub fn takes_whole(&self, table: &Table<'_>, conditions: &Conditions) -> bool {
        let mut sides: BTreeMap<Vec<usize>, bool> = BTreeMap::new();
        table.cells.keys().all(|codes| {
            let is_in = conditions.hold(table, codes);
            *sides.entry(self.block(codes)).or_insert(is_in) == is_in
        })
    }

    /// Among the responses that meet the conditions, the codes of the variable at this place that do not take
    /// cells of the table whole: whose responses share one with others.
    pub fn mixed(&self, table: &Table<'_>, conditions: &Conditions, place: usize) -> BTreeSet<u32> {
        let mut blocks: BTreeMap<Vec<usize>, (BTreeSet<u32>, bool)> = BTreeMap::new();
        for codes in table.cells.keys() {
            let (found, has_others) = blocks.entry(self.block(codes)).or_default();
            if conditions.hold(table, codes) {
                found.insert(codes[place]);
            } else {
                *has_others = true;
            }
        }
        let mixed = blocks.into_values().filter(|(found, has_others)| *has_others || found.len() > 1);
        mixed.flat_map(|(found, _)| found).collect()
    }

    /// The cell that a combination of codes belongs to.
    fn block(&self, codes: &[u32]) -> Vec<usize> {
        codes.iter().zip(&self.0).map(|(code, partition)| partition.block(*code)).collect()
    }
}

/// What was found out so far.
#[derive(Debug, Default)]
pub(super) struct Levels(BTreeMap<Vec<Variable>, Level>);

impl Levels {
    /// The blocks of a table's variables.
    pub fn of(&mut self, survey: &Survey, table: &Table<'_>, threshold: u64) -> Level {
        self.find(survey, &table.variables, &table.cells, threshold)
    }

    fn find(
        &mut self,
        survey: &Survey,
        variables: &[Variable],
        cells: &BTreeMap<Vec<u32>, u64>,
        threshold: u64,
    ) -> Level {
        if let Some(known) = self.0.get(variables) {
            return known.clone();
        }
        let codes = |at: usize| cells.keys().map(move |codes| codes[at]);
        let mut partitions: Vec<Partition> = variables
            .iter()
            .enumerate()
            .map(|(at, variable)| Partition::finest(survey, variable, codes(at)))
            .collect();
        if variables.len() > MOST {
            partitions.iter_mut().for_each(Partition::make_one);
        } else {
            for left_out in 0..variables.len() {
                if variables.len() == 1 {
                    break;
                }
                let without = |all: &[u32]| -> Vec<u32> {
                    let kept = all.iter().enumerate().filter(|(at, _)| *at != left_out);
                    kept.map(|(_, code)| *code).collect()
                };
                let mut fewer = variables.to_vec();
                fewer.remove(left_out);
                let mut projected: BTreeMap<Vec<u32>, u64> = BTreeMap::new();
                for (codes, count) in cells {
                    *projected.entry(without(codes)).or_default() += count;
                }
                let level = self.find(survey, &fewer, &projected, threshold);
                let others = partitions.iter_mut().enumerate().filter(|(at, _)| *at != left_out);
                others.zip(&level.0).for_each(|((_, partition), coarser)| partition.join(coarser));
            }
            coarsen(&mut partitions, cells, threshold);
        }
        let level = Level(partitions);
        self.0.insert(variables.to_vec(), level.clone());
        level
    }
}

//! Blocks of values by the set of variables they are for: never finer than those of fewer variables.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::condition::Conditions;
use super::fields::Fields;
use super::partition::{Partition, coarsen};
use super::table::Table;
use super::variable::Variable;
use crate::domain::survey::Survey;

/// With more variables at once every value is one block: nothing but everybody is shown.
const MOST: usize = 6;

/// Blocks of the values of some variables.
#[derive(Clone, Debug)]
pub(super) struct Level(Vec<Partition>);

impl Level {
    /// Whether no cell of the blocks has responses that meet the conditions and others that do not.
    pub fn takes_whole(&self, table: &Table<'_>, conditions: &Conditions) -> bool {
        let mut sides: HashMap<u64, bool> = HashMap::new();
        table.cells.iter().all(|(cell, _)| {
            let is_in = conditions.hold(table, *cell);
            *sides.entry(block(&self.0, &table.fields, *cell)).or_insert(is_in) == is_in
        })
    }

    /// Among the responses that meet the conditions, the codes of the variable at this place that do not take
    /// cells of the blocks whole: whose responses share one with others.
    pub fn mixed(&self, table: &Table<'_>, conditions: &Conditions, place: usize) -> BTreeSet<u64> {
        let mut blocks: HashMap<u64, (BTreeSet<u64>, bool)> = HashMap::new();
        for (cell, _) in table.cells.iter() {
            let (found, has_others) = blocks.entry(block(&self.0, &table.fields, *cell)).or_default();
            if conditions.hold(table, *cell) {
                found.insert(table.fields.get(place, *cell));
            } else {
                *has_others = true;
            }
        }
        let mixed = blocks.into_values().filter(|(found, has_others)| *has_others || found.len() > 1);
        mixed.flat_map(|(found, _)| found).collect()
    }
}

/// The cell of blocks that a cell of values belongs to.
pub(super) fn block(partitions: &[Partition], fields: &Fields, cell: u64) -> u64 {
    fields.map(cell, |at, code| partitions[at].block(code))
}

/// What was found out so far.
#[derive(Debug, Default)]
pub(super) struct Levels(BTreeMap<Vec<Variable>, Level>);

impl Levels {
    /// The blocks of a table's variables.
    pub fn of(&mut self, survey: &Survey, table: &Table<'_>, threshold: u64) -> Level {
        if let Some(known) = self.0.get(&table.variables) {
            return known.clone();
        }
        let variables = &table.variables;
        let codes = |at: usize| table.cells.iter().map(move |(cell, _)| table.fields.get(at, *cell));
        let mut partitions: Vec<Partition> = variables
            .iter()
            .enumerate()
            .map(|(at, variable)| Partition::finest(survey, variable, codes(at)))
            .collect();
        if variables.len() > MOST {
            partitions.iter_mut().for_each(Partition::make_one);
        } else {
            let fewer = if variables.len() == 1 { 0 } else { variables.len() };
            for left_out in 0..fewer {
                let level = self.of(survey, &table.without(left_out), threshold);
                let others = partitions.iter_mut().enumerate().filter(|(at, _)| *at != left_out);
                others.zip(&level.0).for_each(|((_, partition), coarser)| partition.join(coarser));
            }
            coarsen(&mut partitions, table, threshold);
        }
        let level = Level(partitions);
        self.0.insert(variables.clone(), level.clone());
        level
    }
}

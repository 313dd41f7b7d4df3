//! Values put together into blocks until no cell is small.

use std::collections::BTreeMap;

use super::variable::Variable;
use crate::domain::survey::Survey;

/// The values of one variable in blocks. Numbers of blocks are positions of their first values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Partition {
    /// The codes that occur, ascending.
    codes: Vec<u32>,
    /// The block of each.
    blocks: Vec<usize>,
    /// What each had better be put together with: services with those of their provider.
    kin: Vec<usize>,
    is_ordered: bool,
}

impl Partition {
    /// A block for each code that occurs.
    pub fn finest(survey: &Survey, variable: &Variable, codes: impl Iterator<Item = u32>) -> Self {
        let mut codes: Vec<u32> = codes.collect();
        codes.sort_unstable();
        codes.dedup();
        let blocks = (0..codes.len()).collect();
        let kin = codes.iter().map(|code| kin(survey, variable, *code)).collect();
        Self { codes, blocks, kin, is_ordered: variable.is_ordered() }
    }

    /// The block of a code.
    pub fn block(&self, code: u32) -> usize {
        self.codes.binary_search(&code).map_or(usize::MAX, |at| self.blocks[at])
    }

    /// Puts everything into one block.
    pub fn make_one(&mut self) {
        self.blocks.fill(0);
    }

    /// Puts together what another partition of the same codes has together.
    pub fn join(&mut self, other: &Self) {
        for (at, code) in self.codes.clone().into_iter().enumerate() {
            let block = other.block(code);
            let before = (0..at).find(|before| other.block(self.codes[*before]) == block);
            if let Some(before) = before {
                self.merge(self.blocks[before], self.blocks[at]);
            }
        }
    }

    fn merge(&mut self, left: usize, right: usize) {
        let (kept, gone) = (left.min(right), left.max(right));
        self.blocks.iter_mut().filter(|block| **block == gone).for_each(|block| *block = kept);
    }

    fn count(&self) -> usize {
        self.blocks.iter().enumerate().filter(|(at, block)| at == *block).count()
    }

    /// The blocks that a block can be put together with.
    fn partners(&self, block: usize) -> Vec<usize> {
        let firsts = || self.blocks.iter().enumerate().filter(|(at, found)| at == *found).map(|(at, _)| at);
        if self.is_ordered {
            let before = firsts().rfind(|other| *other < block);
            before.into_iter().chain(firsts().find(|other| *other > block)).collect()
        } else {
            firsts().filter(|other| *other != block).collect()
        }
    }
}

/// Puts blocks together, one pair after another, until every cell is empty or holds the threshold. Of the
/// variable with the most blocks, where least is lost, the block of the smallest cell goes to one of its
/// kin, else of the smallest kin, to one that has a small cell too, to the smallest: so large groups, and
/// large groups of groups, stay as they are.
pub(super) fn coarsen(partitions: &mut [Partition], cells: &BTreeMap<Vec<u32>, u64>, threshold: u64) {
    loop {
        let mut counts: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
        for (codes, count) in cells {
            let blocks = codes.iter().zip(&*partitions).map(|(code, partition)| partition.block(*code));
            *counts.entry(blocks.collect()).or_default() += count;
        }
        let small: Vec<(&Vec<usize>, &u64)> =
            counts.iter().filter(|(_, count)| **count > 0 && **count < threshold).collect();
        let Some((smallest, _)) = small.iter().min_by_key(|(blocks, count)| (**count, *blocks)) else {
            return;
        };
        let most = (0..partitions.len()).max_by_key(|at| (partitions[*at].count(), std::cmp::Reverse(*at)));
        let Some(at) = most.filter(|at| partitions[*at].count() > 1) else { return };
        let (block, partition) = (smallest[at], &partitions[at]);
        let size = |block: usize| -> u64 {
            counts.iter().filter(|(blocks, _)| blocks[at] == block).map(|(_, count)| *count).sum()
        };
        let is_small = |block: usize| small.iter().any(|(blocks, _)| blocks[at] == block);
        let others = partition.partners(block);
        let kin_size = |kin: usize| -> u64 {
            others.iter().filter(|other| partition.kin[**other] == kin).map(|other| size(*other)).sum()
        };
        let partner = others.iter().copied().min_by_key(|other| {
            let kin = partition.kin[*other];
            let is_kin = kin == partition.kin[block];
            (!is_kin, if is_kin { 0 } else { kin_size(kin) }, !is_small(*other), size(*other), *other)
        });
        let Some(partner) = partner else { return };
        partitions[at].merge(block, partner);
    }
}

/// Services of one provider are kin, and so are all values of anything else.
fn kin(survey: &Survey, variable: &Variable, code: u32) -> usize {
    let (Variable::Question(question), Some(catalogue)) = (variable, &survey.catalogue) else { return 0 };
    let options = survey.questionnaire.questions[*question].options().filter(|it| it.from_catalogue);
    let service = options.and_then(|options| {
        let value = options.all().get((code as usize).checked_sub(1)?)?.value.key();
        catalogue.services.iter().find(|service| service.id == value)
    });
    let provider = |id: &str| catalogue.providers.iter().position(|known| known.id == id);
    service.and_then(|service| provider(&service.provider)).map_or(0, |at| at + 1)
}

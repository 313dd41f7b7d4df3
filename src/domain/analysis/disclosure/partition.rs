//! Values put together into blocks until no cell is small.

use super::joint::summed;
use super::level::block;
use super::table::Table;
use super::variable::Variable;
use crate::domain::survey::Survey;

/// The values of one variable in blocks. Numbers of blocks are positions of their first values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Partition {
    /// The codes that occur, ascending.
    codes: Vec<u64>,
    /// The block of each.
    blocks: Vec<u64>,
    /// What each had better be put together with: services with those of their provider.
    kin: Vec<usize>,
    is_ordered: bool,
}

impl Partition {
    /// A block for each code that occurs.
    pub fn finest(survey: &Survey, variable: &Variable, codes: impl Iterator<Item = u64>) -> Self {
        let mut codes: Vec<u64> = codes.collect();
        codes.sort_unstable();
        codes.dedup();
        let blocks = (0..).take(codes.len()).collect();
        let kin = codes.iter().map(|code| kin(survey, variable, *code)).collect();
        Self { codes, blocks, kin, is_ordered: variable.is_ordered() }
    }

    /// The block of a code.
    pub fn block(&self, code: u64) -> u64 {
        self.codes.binary_search(&code).map_or(0, |at| self.blocks[at])
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

    fn merge(&mut self, left: u64, right: u64) {
        let (kept, gone) = (left.min(right), left.max(right));
        self.blocks.iter_mut().filter(|block| **block == gone).for_each(|block| *block = kept);
    }

    fn count(&self) -> usize {
        self.firsts().count()
    }

    /// The blocks that a block can be put together with.
    fn partners(&self, block: u64) -> Vec<u64> {
        if self.is_ordered {
            let before = self.firsts().filter(|other| *other < block).last();
            before.into_iter().chain(self.firsts().find(|other| *other > block)).collect()
        } else {
            self.firsts().filter(|other| *other != block).collect()
        }
    }

    /// The blocks there are, ascending.
    fn firsts(&self) -> impl Iterator<Item = u64> {
        (0..).zip(&self.blocks).filter(|(at, block)| at == *block).map(|(at, _)| at)
    }

    /// What a block had better be put together with.
    fn kin_of(&self, block: u64) -> usize {
        usize::try_from(block).ok().and_then(|at| self.kin.get(at).copied()).unwrap_or(0)
    }
}

/// Puts blocks together, one pair after another, until every cell is empty or holds the threshold. Of the
/// variable with the most blocks, where least is lost, the block of the smallest cell goes to one of its
/// kin, else of the smallest kin, to one that has a small cell too, to the smallest: so large groups, and
/// large groups of groups, stay as they are.
pub(super) fn coarsen(partitions: &mut [Partition], table: &Table<'_>, threshold: u64) {
    let fields = &table.fields;
    let blocks = table.cells.iter().map(|(cell, count)| (block(partitions, fields, *cell), *count));
    let mut counts = summed(blocks.collect());
    loop {
        let small: Vec<(u64, u64)> =
            counts.iter().copied().filter(|(_, count)| *count > 0 && *count < threshold).collect();
        let Some((smallest, _)) = small.iter().min_by_key(|(cell, count)| (*count, *cell)) else { return };
        let most = (0..partitions.len()).max_by_key(|at| (partitions[*at].count(), std::cmp::Reverse(*at)));
        let Some(at) = most.filter(|at| partitions[*at].count() > 1) else { return };
        let (of_smallest, partition) = (fields.get(at, *smallest), &partitions[at]);
        let size = |block: u64| -> u64 {
            counts.iter().filter(|(cell, _)| fields.get(at, *cell) == block).map(|(_, count)| *count).sum()
        };
        let is_small = |block: u64| small.iter().any(|(cell, _)| fields.get(at, *cell) == block);
        let others = partition.partners(of_smallest);
        let kin_size = |kin: usize| -> u64 {
            others.iter().filter(|other| partition.kin_of(**other) == kin).map(|other| size(*other)).sum()
        };
        let partner = others.iter().copied().min_by_key(|other| {
            let kin = partition.kin_of(*other);
            let is_kin = kin == partition.kin_of(of_smallest);
            (!is_kin, if is_kin { 0 } else { kin_size(kin) }, !is_small(*other), size(*other), *other)
        });
        let Some(partner) = partner else { return };
        partitions[at].merge(of_smallest, partner);
        let (kept, gone) = (of_smallest.min(partner), of_smallest.max(partner));
        let moved = |block: u64| if block == gone { kept } else { block };
        counts =
            summed(counts.iter().map(|(cell, count)| (fields.replace(at, *cell, moved), *count)).collect());
    }
}

/// Services of one provider are kin, and so are all values of anything else.
fn kin(survey: &Survey, variable: &Variable, code: u64) -> usize {
    let (Variable::Question(question), Some(catalogue)) = (variable, &survey.catalogue) else { return 0 };
    let options = survey.questionnaire.questions[*question].options().filter(|it| it.from_catalogue);
    let service = options.and_then(|options| {
        let value = options.all().get(usize::try_from(code).ok()?.checked_sub(1)?)?.value.key();
        catalogue.services.iter().find(|service| service.id == value)
    });
    let provider = |id: &str| catalogue.providers.iter().position(|known| known.id == id);
    service.and_then(|service| provider(&service.provider)).map_or(0, |at| at + 1)
}

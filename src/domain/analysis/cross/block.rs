//! Crossing by masks: for a block of words, who is in each group and who counts in each cell, then
//! every pair of the two.

use super::Table;
use super::counted::Counted;
use super::grouping::Grouping;
use crate::domain::analysis::{Bitmap, Column};

/// Words of a block: 26 groups and 26 cells of it fit into the fastest cache.
const WORDS: usize = 32;

/// One mask over the responses of a block.
pub(super) type Block = [u64; WORDS];

pub(super) fn table(grouping: &Grouping<'_>, counted: &Counted<'_>, selected: &Bitmap) -> Table {
    let (groups, width) = (grouping.values.len(), counted.cells());
    let mut table = Table { bases: vec![0; groups], cells: vec![0; groups * width] };
    let (mut members, mut cells) = (vec![[0; WORDS]; groups], vec![[0; WORDS]; width]);
    for (at, words) in selected.words().chunks(WORDS).enumerate() {
        if words.iter().all(|word| *word == 0) {
            continue;
        }
        members.fill([0; WORDS]);
        grouping.write(at * WORDS, words, &mut members);
        counted.write(at * WORDS, words, &mut cells);
        for (at, members) in members.iter().enumerate() {
            let base = members.iter().map(|word| u64::from(word.count_ones())).sum::<u64>();
            if base == 0 {
                continue;
            }
            table.bases[at] += base;
            for (count, cell) in table.cells[at * width..][..width].iter_mut().zip(&cells) {
                *count += in_both(members, cell);
            }
        }
    }
    table
}

/// How many responses are in both. Eight words at a time: for wasm the plain loop is
/// not unrolled, and takes 1.8 times as long.
fn in_both(left: &Block, right: &Block) -> u64 {
    let (left, right) = (left.as_chunks::<8>().0, right.as_chunks::<8>().0);
    let eight = |left: &[u64; 8], right: &[u64; 8]| -> u64 {
        left.iter().zip(right).map(|(left, right)| u64::from((left & right).count_ones())).sum()
    };
    left.iter().zip(right).map(|(left, right)| eight(left, right)).sum()
}

/// Shows who of the selected responses, from a word on, has which value of a bit-sliced column: the
/// value, the word within the block, the mask.
pub(super) fn write_column(
    column: &Column,
    first: usize,
    selected: &[u64],
    mut see: impl FnMut(usize, usize, u64),
) {
    let Some(planes) = column.planes() else { return };
    planes.for_each_word(first, selected.iter().copied(), |index, masks| {
        for (value, mask) in masks[1..].iter().enumerate() {
            see(value, index - first, *mask);
        }
    });
}

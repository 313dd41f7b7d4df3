//! Crossing one response after another: where one side has so many values that masks of them all would
//! be mostly empty.

use super::Table;
use super::counted::Counted;
use super::grouping::Grouping;
use crate::domain::analysis::Bitmap;

pub(super) fn table(grouping: &Grouping<'_>, counted: &Counted<'_>, selected: &Bitmap) -> Table {
    let (groups, width) = (grouping.values.len(), counted.cells());
    let mut table = Table { bases: vec![0; groups], cells: vec![0; groups * width] };
    let (mut its_groups, mut its_cells) = (Vec::new(), Vec::new());
    for index in selected.positions() {
        grouping.of_response(index, &mut its_groups);
        if its_groups.is_empty() {
            continue;
        }
        counted.of_response(index, &mut its_cells);
        for group in &its_groups {
            table.bases[*group] += 1;
            for cell in &its_cells {
                table.cells[group * width + cell] += 1;
            }
        }
    }
    table
}

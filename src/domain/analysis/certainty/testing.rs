//! The tests of a table's parts, corrected together.

use super::outcome::{self, Outcome};
use super::part::Part;
use super::{Cell, Test};
use crate::domain::analysis::statistics::{Contingency, holm};

/// All tests: of each part as a whole, then each group against all others together.
pub(super) fn test(parts: &[Part]) -> Vec<Test> {
    let parts: Vec<&Part> = parts.iter().filter(|part| part.groups.len() > 1).collect();
    let wholes = parts.iter().flat_map(|part| wholes(part));
    let differences = parts.iter().flat_map(|part| differences(part));
    let mut tests: Vec<Test> = wholes.chain(differences).collect();
    correct(&mut tests);
    tests
}

/// Whether all groups answer alike: one test of a choice, of a multiple choice one for each option.
fn wholes(part: &Part) -> Vec<Test> {
    let test = |choice: Option<usize>, table: &[Vec<u64>]| {
        let outcome = outcome::of_table(&Contingency::new(table))?;
        let choice = choice.map(|at| part.choices[at].clone());
        Some(Test { row: part.row.clone(), choice, group: part.against.clone(), cells: Vec::new(), outcome })
    };
    // Two groups are held against each other below.
    if part.groups.len() == 2 && (!part.is_exclusive || part.choices.len() == 2) {
        return Vec::new();
    }
    if part.is_exclusive {
        let table: Vec<Vec<u64>> = part.groups.iter().map(|group| group.counts.clone()).collect();
        return test(None, &table).into_iter().collect();
    }
    let option = |at: usize| {
        let row = |group: &super::part::Group| vec![group.counts[at], group.answered - group.counts[at]];
        test(Some(at), &part.groups.iter().map(row).collect::<Vec<_>>())
    };
    (0..part.choices.len()).filter_map(option).collect()
}

/// Each group against all others together, for each choice.
fn differences(part: &Part) -> Vec<Test> {
    // Of two groups, or two choices that exclude each other, the second says the same as the first.
    let groups = if part.groups.len() == 2 { 1 } else { part.groups.len() };
    let is_mirrored = part.is_exclusive && part.choices.len() == 2;
    let choices = if is_mirrored { 1 } else { part.choices.len() };
    let pairs = (0..groups).flat_map(|group| (0..choices).map(move |choice| (group, choice)));
    pairs.filter_map(|(group, choice)| difference(part, group, choice, is_mirrored)).collect()
}

fn difference(part: &Part, at: usize, choice: usize, is_mirrored: bool) -> Option<Test> {
    let group = &part.groups[at];
    let (all, chose) = part.all(choice);
    let (count, base) = (group.counts[choice], group.answered);
    let (other, other_base) = (chose - count, all - base);
    let outcome = outcome::of_pair(count, base, other, other_base)?;
    let is_higher = u128::from(count) * u128::from(other_base) > u128::from(other) * u128::from(base);
    let cell = |group: usize, choice: usize, is_higher: bool| Cell {
        choice: part.choices[choice].clone(),
        group: part.groups[group].value.clone(),
        is_higher,
    };
    let mut cells = vec![cell(at, choice, is_higher)];
    if is_mirrored {
        cells.push(cell(at, 1 - choice, !is_higher));
    }
    if part.groups.len() == 2 {
        let mirrored = |it: &Cell| Cell {
            group: part.groups[1 - at].value.clone(),
            is_higher: !it.is_higher,
            ..it.clone()
        };
        cells.extend(cells.iter().map(mirrored).collect::<Vec<_>>());
    }
    Some(Test {
        row: part.row.clone(),
        choice: Some(part.choices[choice].clone()),
        group: Some(part.against.as_ref().unwrap_or(&group.value).clone()),
        cells,
        outcome,
    })
}

/// Holm's correction over all tests that were done.
fn correct(tests: &mut [Test]) {
    let mut figures: Vec<_> = tests
        .iter_mut()
        .filter_map(|test| match &mut test.outcome {
            Outcome::Tested(figures) => Some(figures),
            Outcome::NotTested => None,
        })
        .collect();
    let family: Vec<f64> = figures.iter().map(|figures| figures.p).collect();
    for (figures, adjusted) in figures.iter_mut().zip(holm(&family)) {
        figures.adjusted = adjusted;
    }
}

//! Whether answers and groups hang together, where an exact test has too many tables to look at: by tables
//! drawn at random.

use super::random_table::{Factorials, Margins, Random};
use super::{Contingency, TIE};

/// Tables drawn; fewer of large tables, so that a test takes some hundredths of a second.
const DRAWS: [u32; 4] = [9_999, 4_999, 1_999, 999];
/// So much work there may be: steps on the way to one count, times counts, times tables.
const WORK: f64 = 5e6;
/// With more responses there is no test: the logarithms alone would take too long.
const MOST: u64 = 4_000_000;

/// What drawn tables say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Simulated {
    /// How many tables were drawn.
    pub draws: u32,
    /// How often chance alone makes a table that is no more probable.
    pub p: f64,
}

/// The test of Freeman and Halton with tables drawn from all that have these row and column totals, as
/// probable as chance makes them; `None` where there is nothing to compare, or too much.
///
/// A table gives the same p-value every time, also with its rows or columns in another order: the draws
/// depend on the totals alone.
///
/// Formula: A. C. A. Hope, JRSS B 30 (1968): p = (1 + k) / (1 + B), k of B tables being no more probable than
/// the observed one, as `fisher.test(simulate.p.value = TRUE)` of R.
pub fn simulated(table: &Contingency) -> Option<Simulated> {
    table.freedom()?;
    let total: u64 = table.of_rows().iter().sum();
    if total > MOST {
        return None;
    }
    let margins = Margins::new(table.of_rows(), table.of_columns());
    let factorials = Factorials::up_to(total);
    // The rarer a table, the greater the product of its counts' factorials.
    let observed: f64 = table.rows().iter().flatten().map(|count| factorials.ln(*count)).sum();
    let draws = draws(table);
    let mut random = Random::seeded(&margins);
    let is_as_rare = |_: &u32| margins.draw(&mut random, &factorials) >= observed - TIE;
    let rare = (0..draws).filter(is_as_rare).count();
    let rare = u32::try_from(rare).ok()?;
    Some(Simulated { draws, p: f64::from(1 + rare) / f64::from(1 + draws) })
}

/// How many tables there is time for.
fn draws(table: &Contingency) -> u32 {
    let work: f64 = table.cells().map(|(_, expected)| 8.0 + expected.sqrt()).sum();
    let fits = |draws: &u32| f64::from(*draws) * work <= WORK;
    DRAWS.into_iter().find(fits).unwrap_or(DRAWS[DRAWS.len() - 1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::analysis::statistics::{fisher, freeman_halton};

    fn of(rows: &[&[u64]]) -> Contingency {
        Contingency::new(&rows.iter().map(|row| row.to_vec()).collect::<Vec<_>>())
    }

    #[test]
    fn drawn_tables_say_what_all_tables_say() {
        let tables: [&[&[u64]]; 6] = [
            &[&[3, 1], &[1, 4]],
            &[&[8, 2, 1], &[3, 5, 4]],
            &[&[1, 0, 2, 3], &[0, 4, 1, 1], &[3, 1, 0, 2]],
            &[&[12, 3], &[7, 9], &[2, 6], &[4, 4]],
            &[&[0, 7], &[9, 1], &[3, 3]],
            &[&[2, 2, 2], &[2, 2, 2], &[2, 2, 2]],
        ];
        for rows in tables {
            let table = of(rows);
            let exact = freeman_halton(&table).unwrap();
            let Simulated { draws, p } = simulated(&table).unwrap();
            let error = (exact * (1.0 - exact) / f64::from(draws)).sqrt();
            assert!((p - exact).abs() <= 4.5 * error + 1.0 / f64::from(draws), "{rows:?}: {p} for {exact}");
        }
    }

    #[test]
    fn large_counts_are_drawn_as_well_as_small_ones() {
        // Of two by two, the exact test takes any counts.
        for [left, right] in [[40, 60], [100, 130], [480, 540]] {
            let exact = fisher(left, 1000, right, 1000).unwrap();
            let table = of(&[&[left, 1000 - left], &[right, 1000 - right]]);
            let Simulated { draws, p } = simulated(&table).unwrap();
            let error = (exact * (1.0 - exact) / f64::from(draws)).sqrt();
            assert!((p - exact).abs() <= 4.5 * error + 1.0 / f64::from(draws), "{left}: {p} for {exact}");
        }
    }

    #[test]
    fn neither_order_nor_turning_changes_anything() {
        let table = of(&[&[9, 1, 0], &[2, 7, 3], &[1, 1, 12], &[4, 4, 4]]);
        let other = of(&[&[4, 4, 4], &[0, 1, 9], &[12, 1, 1], &[3, 7, 2]]);
        assert_eq!(simulated(&table), simulated(&other));
        assert_eq!(simulated(&table), simulated(&table.turned()));
    }

    #[test]
    fn large_tables_are_drawn_less_often_and_enormous_ones_not_at_all() {
        let rows = |count: u64| (0..26).map(|at| vec![count + at, 2, count, 1, at]).collect::<Vec<_>>();
        assert!(simulated(&Contingency::new(&rows(10))).unwrap().draws < DRAWS[0]);
        assert_eq!(simulated(&Contingency::new(&rows(200_000))), None);
        assert_eq!(simulated(&of(&[&[3, 0], &[4, 0]])), None);
    }
}

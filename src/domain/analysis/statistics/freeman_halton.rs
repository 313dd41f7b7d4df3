//! Whether answers and groups hang together, for small counts: the exact test of Freeman and Halton.

use statrs::function::factorial::ln_factorial;

use super::{Contingency, TIE};

/// Partial tables looked at before the test gives up: some hundredths of a second.
const LIMIT: u32 = 150_000;

/// The exact test of Fisher, Freeman and Halton: how often chance alone makes a table that is no more probable
/// than this one, row and column totals being what they are. `None` where there is nothing to compare, or more
/// tables than can be looked at.
///
/// Formula: G. H. Freeman, J. H. Halton, Biometrika 38 (1951): P = Π rows! Π columns! / (n! Π cells!); every
/// table with these totals is looked at, as `fisher.test` of R does in a shorter way.
pub fn freeman_halton(table: &Contingency) -> Option<f64> {
    table.freedom()?;
    // Columns are filled one after another: few long ones make fewer steps than many short ones.
    let turned = table.turned();
    let table = if table.of_columns().len() <= table.of_rows().len() { table } else { &turned };
    let mut columns = table.of_columns().to_vec();
    columns.sort_unstable_by(|left, right| right.cmp(left));
    let last = columns.pop()?;
    let factorials = |counts: &[u64]| counts.iter().map(|count| ln_factorial(*count)).sum::<f64>();
    let constant = factorials(table.of_rows()) + factorials(table.of_columns())
        - ln_factorial(table.of_rows().iter().sum());
    let observed = constant - table.rows().iter().map(|row| factorials(row)).sum::<f64>();
    let mut walk =
        Walk { left: table.of_rows().to_vec(), columns, last, limit: observed + TIE, looked: 0, p: 0.0 };
    walk.fill(0, 0, walk.columns[0], constant)?;
    Some(walk.p.min(1.0))
}

/// A walk through all tables.
struct Walk {
    /// What each row has left.
    left: Vec<u64>,
    /// Totals of the columns but the last.
    columns: Vec<u64>,
    last: u64,
    /// The logarithm of the probability of tables that count.
    limit: f64,
    looked: u32,
    p: f64,
}

impl Walk {
    /// Fills a column from a row on with what it has left to give, the cells before having come to `ln`.
    fn fill(&mut self, column: usize, row: usize, rest: u64, ln: f64) -> Option<()> {
        self.looked += 1;
        if self.looked > LIMIT {
            return None;
        }
        if row + 1 == self.left.len() {
            if rest > self.left[row] {
                return Some(());
            }
            self.left[row] -= rest;
            let ln = ln - ln_factorial(rest);
            let done = if let Some(next) = self.columns.get(column + 1) {
                self.fill(column + 1, 0, *next, ln)
            } else {
                self.finish(ln);
                Some(())
            };
            self.left[row] += rest;
            return done;
        }
        // The rows below must be able to take what is left.
        let below: u64 = self.left[row + 1..].iter().sum();
        for count in rest.saturating_sub(below)..=rest.min(self.left[row]) {
            self.left[row] -= count;
            let done = self.fill(column, row + 1, rest - count, ln - ln_factorial(count));
            self.left[row] += count;
            done?;
        }
        Some(())
    }

    /// The last column takes all that is left.
    fn finish(&mut self, ln: f64) {
        debug_assert_eq!(self.left.iter().sum::<u64>(), self.last);
        let ln = ln - self.left.iter().map(|count| ln_factorial(*count)).sum::<f64>();
        if ln <= self.limit {
            self.p += ln.exp();
        }
    }
}

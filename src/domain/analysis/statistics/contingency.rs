//! A table of counts: answers by groups.

/// Counts by row and column, without rows and columns that are empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contingency {
    rows: Vec<Vec<u64>>,
    of_rows: Vec<u64>,
    of_columns: Vec<u64>,
    total: u64,
}

/// How far a table's expected counts bear the chi-square distribution.
///
/// Rule: W. G. Cochran, "Some Methods for Strengthening the Common χ² Tests", Biometrics 10 (1954): no
/// expected count below 1, and no more than a fifth of them below 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sparseness {
    /// No expected count is below 5.
    Dense,
    /// Some are below 5, but within Cochran's rule.
    Bearable,
    /// Beyond Cochran's rule.
    Sparse,
}

impl Contingency {
    /// A table of rows of equal length.
    pub fn new(rows: &[Vec<u64>]) -> Self {
        let width = rows.first().map_or(0, Vec::len);
        let column = |at: usize| rows.iter().map(|row| row[at]).sum::<u64>();
        let kept: Vec<usize> = (0..width).filter(|at| column(*at) > 0).collect();
        let rows: Vec<Vec<u64>> = rows
            .iter()
            .filter(|row| row.iter().any(|count| *count > 0))
            .map(|row| kept.iter().map(|at| row[*at]).collect())
            .collect();
        let of_rows: Vec<u64> = rows.iter().map(|row| row.iter().sum()).collect();
        let of_columns = kept.iter().map(|at| column(*at)).collect();
        let total = of_rows.iter().sum();
        Self { rows, of_rows, of_columns, total }
    }

    /// Degrees of freedom; `None` where there is nothing to compare.
    pub fn freedom(&self) -> Option<u32> {
        let (rows, columns) = (self.of_rows.len().checked_sub(1)?, self.of_columns.len().checked_sub(1)?);
        u32::try_from(rows * columns).ok().filter(|freedom| *freedom > 0)
    }

    /// Every count with the one expected if rows and columns had nothing to do with each other.
    #[allow(clippy::cast_precision_loss)]
    pub fn cells(&self) -> impl Iterator<Item = (u64, f64)> {
        self.rows.iter().zip(&self.of_rows).flat_map(|(row, of_row)| {
            let expected = |of_column: &u64| *of_row as f64 * *of_column as f64 / self.total as f64;
            row.iter().zip(&self.of_columns).map(move |(count, of_column)| (*count, expected(of_column)))
        })
    }

    /// How far the expected counts bear the chi-square distribution.
    pub fn sparseness(&self) -> Sparseness {
        let expected: Vec<f64> = self.cells().map(|(_, expected)| expected).collect();
        let low = expected.iter().filter(|expected| **expected < 5.0).count();
        if low == 0 {
            Sparseness::Dense
        } else if low * 5 <= expected.len() && expected.iter().all(|expected| *expected >= 1.0) {
            Sparseness::Bearable
        } else {
            Sparseness::Sparse
        }
    }

    /// The rows.
    pub fn rows(&self) -> &[Vec<u64>] {
        &self.rows
    }

    /// Total of each row.
    pub fn of_rows(&self) -> &[u64] {
        &self.of_rows
    }

    /// Total of each column.
    pub fn of_columns(&self) -> &[u64] {
        &self.of_columns
    }

    /// Rows as columns.
    pub fn turned(&self) -> Self {
        let row = |at: usize| self.rows.iter().map(|row| row[at]).collect();
        Self {
            rows: (0..self.of_columns.len()).map(row).collect(),
            of_rows: self.of_columns.clone(),
            of_columns: self.of_rows.clone(),
            total: self.total,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_rows_and_columns_are_no_part_of_a_table() {
        let table = Contingency::new(&[vec![1, 0, 2], vec![0, 0, 0], vec![3, 0, 4]]);
        assert_eq!(table, Contingency::new(&[vec![1, 2], vec![3, 4]]));
        assert_eq!(table.freedom(), Some(1));
        assert_eq!(Contingency::new(&[vec![1, 0], vec![3, 0]]).freedom(), None);
        assert_eq!(Contingency::new(&[]).freedom(), None);
    }

    #[test]
    fn cochrans_rule_parts_tables() {
        let sparseness = |rows: &[Vec<u64>]| Contingency::new(rows).sparseness();
        assert_eq!(sparseness(&[vec![5, 5], vec![5, 5]]), Sparseness::Dense);
        assert_eq!(sparseness(&[vec![4, 5], vec![5, 5]]), Sparseness::Sparse);
        // One of six is below 5, and is not below 1.
        assert_eq!(sparseness(&[vec![4, 20, 20], vec![7, 30, 30]]), Sparseness::Bearable);
        assert_eq!(sparseness(&[vec![1, 200, 200], vec![1, 300, 300]]), Sparseness::Sparse);
    }
}

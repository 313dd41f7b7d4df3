//! Whether answers and groups hang together: Pearson's test.

use statrs::function::gamma::checked_gamma_ur;

use super::Contingency;

/// What Pearson's test of a table came to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChiSquare {
    /// χ².
    pub statistic: f64,
    /// Degrees of freedom.
    pub freedom: u32,
    /// How often chance alone makes it at least as large.
    pub p: f64,
}

/// Pearson's chi-square test of independence, without a correction for continuity; `None` where a table has
/// fewer than two rows or columns that are not empty.
///
/// Formula: K. Pearson, Philosophical Magazine 50 (1900): χ² = Σ (O − E)² / E with E = row total · column
/// total / n; degrees of freedom (rows − 1)(columns − 1) after R. A. Fisher, JRSS 85 (1922).
#[allow(clippy::cast_precision_loss)]
pub fn chi_square(table: &Contingency) -> Option<ChiSquare> {
    let freedom = table.freedom()?;
    let distance = |(observed, expected): (u64, f64)| (observed as f64 - expected).powi(2) / expected;
    let statistic: f64 = table.cells().map(distance).sum();
    // Equal parts have no distance at all, which the function of the distribution does not take.
    let p =
        if statistic > 0.0 { checked_gamma_ur(f64::from(freedom) / 2.0, statistic / 2.0).ok()? } else { 1.0 };
    Some(ChiSquare { statistic, freedom, p })
}

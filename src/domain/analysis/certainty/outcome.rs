//! What a test comes to, and which test is right for which counts.

use serde::{Deserialize, Serialize};

use crate::domain::analysis::statistics::{
    Contingency, Sparseness, chi_square, fisher, freeman_halton, simulated, two_proportions,
};

/// What a test came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// It was done.
    Tested(Figures),
    /// The counts are too small for the chi-square distribution, and too many for other tests.
    NotTested,
}

/// The figures of a test.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Which test.
    pub method: Method,
    /// z or χ²; exact tests have none.
    pub statistic: Option<f64>,
    /// Degrees of freedom, of χ².
    pub freedom: Option<u32>,
    /// How often chance alone makes a difference at least as large.
    pub p: f64,
    /// The same after Holm's correction.
    pub adjusted: f64,
}

/// Which test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// Two proportions, z.
    TwoProportions,
    /// Pearson's chi-square.
    ChiSquare,
    /// Fisher's exact test of two shares.
    Fisher,
    /// The exact test of larger tables.
    FreemanHalton,
    /// The same with so many tables drawn at random, where there are too many to look at.
    Simulated(u32),
}

impl Figures {
    fn new(method: Method, statistic: Option<f64>, freedom: Option<u32>, p: f64) -> Self {
        Self { method, statistic, freedom, p, adjusted: p }
    }
}

/// Tests whether all groups answer alike; `None` where there is nothing to compare.
///
/// Chi-square where no expected count is below 5; else exact; where that is too much to compute, chi-square if
/// Cochran's rule allows it (see `Sparseness`), and else by tables drawn at random.
pub(super) fn of_table(table: &Contingency) -> Option<Outcome> {
    table.freedom()?;
    let by_chi_square = || {
        let found = chi_square(table)?;
        Some(Figures::new(Method::ChiSquare, Some(found.statistic), Some(found.freedom), found.p))
    };
    let exactly = || Some(Figures::new(Method::FreemanHalton, None, None, freeman_halton(table)?));
    let by_draws = || {
        let found = simulated(table)?;
        Some(Figures::new(Method::Simulated(found.draws), None, None, found.p))
    };
    let figures = match table.sparseness() {
        Sparseness::Dense => by_chi_square(),
        Sparseness::Bearable => exactly().or_else(by_chi_square),
        Sparseness::Sparse => exactly().or_else(by_draws),
    };
    Some(figures.map_or(Outcome::NotTested, Outcome::Tested))
}

/// Tests whether two shares differ; `None` where they cannot. Exact where an expected count is below 5.
pub(super) fn of_pair(count: u64, base: u64, other: u64, other_base: u64) -> Option<Outcome> {
    let table = Contingency::new(&[vec![count, base - count], vec![other, other_base - other]]);
    let figures = if table.sparseness() == Sparseness::Dense {
        let found = two_proportions(count, base, other, other_base)?;
        Figures::new(Method::TwoProportions, Some(found.statistic), None, found.p)
    } else {
        Figures::new(Method::Fisher, None, None, fisher(count, base, other, other_base)?)
    };
    Some(Outcome::Tested(figures))
}

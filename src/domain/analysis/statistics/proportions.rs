//! Whether two shares differ.

use statrs::function::erf::erfc;

use super::share;

/// What the comparison of two shares came to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TwoProportions {
    /// z; positive where the first share is the higher.
    pub statistic: f64,
    /// How often chance alone makes them differ at least as much, either way.
    pub p: f64,
}

/// The two-sided test of two proportions with the pooled share, without a correction for continuity; `None`
/// where nothing can differ.
///
/// Formula: z = (p₁ − p₂) / √(p (1 − p) (1/n₁ + 1/n₂)), p being the share of both together; J. L. Fleiss,
/// "Statistical Methods for Rates and Proportions", chapter 2. z² is Pearson's χ² of the same counts, as
/// `prop.test(correct = FALSE)` of R and `proportions_ztest` of statsmodels give it.
#[allow(clippy::cast_precision_loss)]
pub fn two_proportions(count: u64, base: u64, other: u64, other_base: u64) -> Option<TwoProportions> {
    let (first, second) = (share(count, base)?, share(other, other_base)?);
    let both = share(count + other, base + other_base).filter(|both| *both > 0.0 && *both < 1.0)?;
    let spread = (both * (1.0 - both) * (1.0 / base as f64 + 1.0 / other_base as f64)).sqrt();
    let statistic = (first - second) / spread;
    Some(TwoProportions { statistic, p: erfc(statistic.abs() / std::f64::consts::SQRT_2) })
}

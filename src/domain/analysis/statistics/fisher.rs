//! Whether two shares differ, for small counts: Fisher's exact test.

use super::TIE;

/// Fisher's exact test of `count` of `base` against `other` of `other_base`, two-sided: how often chance alone
/// makes a table that is no more probable than this one, row and column totals being what they are. `None`
/// where nothing can differ.
///
/// Formula: R. A. Fisher, "Statistical Methods for Research Workers" (1934), § 21.02; two-sided by the sum of
/// probabilities, as `fisher.test` of R and `fisher_exact` of scipy. The hypergeometric probabilities are
/// taken from one to the next, beginning at the most probable, so that they need no factorials.
pub fn fisher(count: u64, base: u64, other: u64, other_base: u64) -> Option<f64> {
    let chosen = count + other;
    let total = base + other_base;
    if base == 0 || other_base == 0 || chosen == 0 || chosen == total {
        return None;
    }
    let lowest = chosen.saturating_sub(other_base);
    let highest = chosen.min(base);
    let weights = weights(lowest, highest, base, other_base, chosen);
    let observed = weights[usize::try_from(count - lowest).ok()?];
    let limit = observed * (1.0 + TIE);
    let all = sum(&weights, f64::INFINITY);
    Some((sum(&weights, limit) / all).min(1.0))
}

/// How probable each count from the lowest to the highest is, the most probable one being 1.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn weights(lowest: u64, highest: u64, base: u64, other_base: u64, chosen: u64) -> Vec<f64> {
    let mode = ((base as f64 + 1.0) * (chosen as f64 + 1.0) / ((base + other_base) as f64 + 2.0)) as u64;
    let mode = mode.clamp(lowest, highest);
    // From one count to the next.
    let step = |count: u64| {
        let up = (base - count) as f64 * (chosen - count) as f64;
        let down = (count + 1) as f64 * (other_base + count + 1 - chosen) as f64;
        up / down
    };
    let after = (mode..highest).scan(1.0, |weight, count| {
        *weight *= step(count);
        Some(*weight)
    });
    let before = (lowest..mode).rev().scan(1.0, |weight, count| {
        *weight /= step(count);
        Some(*weight)
    });
    let mut weights: Vec<f64> = before.collect();
    weights.reverse();
    weights.push(1.0);
    weights.extend(after);
    weights
}

/// The sum of those no greater than the limit, small ones first.
fn sum(weights: &[f64], limit: f64) -> f64 {
    let mut kept: Vec<f64> = weights.iter().copied().filter(|weight| *weight <= limit).collect();
    kept.sort_unstable_by(f64::total_cmp);
    kept.iter().sum()
}

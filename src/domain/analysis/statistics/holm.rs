//! Many tests at once: what remains of each.

/// Adjusts the p-values of a family of tests so that the chance of even one false alarm in it is bounded.
///
/// Formula: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of
/// Statistics 6 (1979): in ascending order, the largest so far of (m − i + 1) · p, at most 1; as `p.adjust`
/// of R and `multipletests` of statsmodels.
#[allow(clippy::cast_precision_loss)]
pub fn holm(family: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..family.len()).collect();
    order.sort_by(|left, right| family[*left].total_cmp(&family[*right]));
    let mut adjusted = vec![0.0; family.len()];
    let mut largest = 0.0_f64;
    for (rank, at) in order.into_iter().enumerate() {
        largest = largest.max((family.len() - rank) as f64 * family[at]).min(1.0);
        adjusted[at] = largest;
    }
    adjusted
}

//! The interval of a share.

use super::share;

/// The 97.5 % quantile of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Wilson's score interval at 95 % for `count` of `base`; `None` where the base is 0.
///
/// Formula: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
/// JASA 22 (1927): (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
#[allow(clippy::cast_precision_loss)]
pub fn wilson(count: u64, base: u64) -> Option<[f64; 2]> {
    let p = share(count, base)?;
    let n = base as f64;
    let z2 = Z * Z;
    let centre = p + z2 / (2.0 * n);
    let spread = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    // Nobody and everybody are exact ends; rounding would leave a hair's breadth.
    let low = if count == 0 { 0.0 } else { (centre - spread) / scale };
    let high = if count == base { 1.0 } else { (centre + spread) / scale };
    Some([low, high])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed apart from this code: Python's `decimal` with 40 digits; statsmodels gives the same.
    #[test]
    fn wilson_agrees_with_reference_figures() {
        let known = [
            (0, 10, [0.0, 0.277_532_799_862_889_2]),
            (10, 10, [0.722_467_200_137_110_7, 1.0]),
            (5, 10, [0.236_593_090_512_563_98, 0.763_406_909_487_436]),
            (1, 3, [0.061_491_944_720_396_2, 0.792_340_399_197_952_3]),
            (1, 1, [0.206_549_314_377_237_4, 1.0]),
            (97, 100, [0.915_480_635_709_472_4, 0.989_745_475_975_961_1]),
            (349, 400, [0.836_234_529_877_534_9, 0.901_678_810_843_414_2]),
            (431_200, 1_000_000, [0.430_229_605_833_990_8, 0.432_170_922_748_712_4]),
        ];
        for (count, base, expected) in known {
            let found = wilson(count, base).unwrap();
            for side in 0..2 {
                assert!((found[side] - expected[side]).abs() < 1e-14, "{count}/{base}: {found:?}");
            }
        }
        assert_eq!(wilson(0, 0), None);
    }

    #[test]
    fn the_interval_of_nobody_begins_at_0_and_of_everybody_ends_at_1() {
        for base in 1..500 {
            assert_eq!(wilson(0, base).map(|interval| interval[0].to_bits()), Some(0));
            assert_eq!(wilson(base, base).map(|interval| interval[1].to_bits()), Some(1.0_f64.to_bits()));
        }
    }
}

//! Shares and their rounding, from the counts themselves.

/// A count divided by its base; `None` where the base is 0.
#[allow(clippy::cast_precision_loss)]
pub fn share(count: u64, base: u64) -> Option<f64> {
    (base > 0).then(|| count as f64 / base as f64)
}

/// Whole per cent, half up, from the counts themselves so that no binary fraction decides.
pub fn whole_percent(count: u64, base: u64) -> Option<u64> {
    rounded(count, base, 100)
}

/// Tenths of a per cent, half up, from the counts themselves.
pub fn tenths_of_percent(count: u64, base: u64) -> Option<u64> {
    rounded(count, base, 1000)
}

fn rounded(count: u64, base: u64, parts: u128) -> Option<u64> {
    let (count, base) = (u128::from(count), u128::from(base));
    let rounded = (count * parts * 2 + base).checked_div(base * 2)?;
    u64::try_from(rounded).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_rounds_up() {
        assert_eq!(whole_percent(1, 200), Some(1));
        assert_eq!(whole_percent(173, 200), Some(87));
        assert_eq!(whole_percent(1, 3), Some(33));
        assert_eq!(whole_percent(0, 0), None);
        assert_eq!(tenths_of_percent(1, 2000), Some(1));
        assert_eq!(tenths_of_percent(2, 3), Some(667));
        assert_eq!(tenths_of_percent(u64::MAX, u64::MAX), Some(1000));
    }
}

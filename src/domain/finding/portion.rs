//! A share as a sentence tells it: rounded, but never so that some become nobody or most become all.

/// A share of those who answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Portion {
    /// Everybody, exactly.
    All,
    /// Whole per cent.
    Whole(u64),
    /// Tenths of a per cent: where whole per cent would say all or nobody, or what it is compared with has tenths.
    Tenths(u64),
    /// More than 99.9 per cent, but not all.
    Over,
    /// Less than 0.1 per cent, but somebody.
    Under,
}

/// What the binary form of a fraction may be off by.
const NOISE: f64 = 1e-9;

impl Portion {
    /// The portion of a share, 0 to 1; with tenths where `has_tenths`.
    pub fn new(share: f64, has_tenths: bool) -> Self {
        let whole = round(share * 100.0);
        let tenths = round(share * 1000.0);
        if share >= 1.0 - f64::EPSILON {
            Self::All
        } else if share <= 0.0 {
            Self::Whole(0)
        } else if tenths == 0 {
            Self::Under
        } else if tenths == 1000 {
            Self::Over
        } else if has_tenths || whole == 0 || whole == 100 {
            Self::Tenths(tenths)
        } else {
            Self::Whole(whole)
        }
    }

    /// Tenths of a per cent, as far as they are said.
    pub fn tenths(self) -> Option<u64> {
        match self {
            Self::All => Some(1000),
            Self::Whole(whole) => Some(whole * 10),
            Self::Tenths(tenths) => Some(tenths),
            Self::Over | Self::Under => None,
        }
    }
}

/// Half up.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(super) fn round(number: f64) -> u64 {
    (number + 0.5 + NOISE).floor().max(0.0) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_are_not_nobody_and_most_are_not_all() {
        let table = [
            (0.0, Portion::Whole(0)),
            (0.0004, Portion::Under),
            (0.0005, Portion::Tenths(1)),
            (0.004, Portion::Tenths(4)),
            (0.005, Portion::Whole(1)),
            (0.01, Portion::Whole(1)),
            (0.824, Portion::Whole(82)),
            (0.825, Portion::Whole(83)),
            (0.994, Portion::Whole(99)),
            (0.995, Portion::Tenths(995)),
            (0.9996, Portion::Over),
            (1.0, Portion::All),
        ];
        for (share, expected) in table {
            assert_eq!(Portion::new(share, false), expected, "{share}");
        }
    }

    #[test]
    fn tenths_are_told_where_they_are_wanted() {
        assert_eq!(Portion::new(0.824, true), Portion::Tenths(824));
        assert_eq!(Portion::new(0.82, true), Portion::Tenths(820));
        assert_eq!(Portion::new(1.0, true), Portion::All);
    }
}

//! Whether somebody is still there.

/// Seconds in which the announced end can be put off (WCAG 2.2.1).
const WARNING: u32 = 20;

/// What follows from the time since the last sign of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idleness {
    /// Somebody is there.
    Present,
    /// The end is announced: so many seconds are left.
    Leaving(u32),
    /// Nobody is.
    Gone,
}

/// What to think of `elapsed` milliseconds without a sign of anybody, where `limit` seconds are allowed.
pub fn idleness(elapsed: f64, limit: u32) -> Idleness {
    let left = f64::from(limit + WARNING) - (elapsed / 1000.0);
    if left <= 0.0 {
        Idleness::Gone
    } else if left <= f64::from(WARNING) {
        // Between 1 and WARNING.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Idleness::Leaving(left.ceil() as u32)
    } else {
        Idleness::Present
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_announced_for_twenty_seconds() {
        let at = |seconds: f64| idleness(seconds * 1000.0, 120);
        assert_eq!([0.0, 119.9].map(at), [Idleness::Present; 2]);
        assert_eq!([120.0, 120.5, 139.0, 139.9].map(at), [20, 20, 1, 1].map(Idleness::Leaving));
        assert_eq!([140.0, 9999.0].map(at), [Idleness::Gone; 2]);
    }
}

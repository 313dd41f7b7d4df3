//! Wrong PINs are slowed down.

use serde::{Deserialize, Serialize};

/// How many wrong PINs there were in a row, and when the last of them was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lockout {
    wrong: u32,
    /// Milliseconds since 1970.
    last: i64,
}

/// Wrong PINs that cost no waiting.
const FREE: u32 = 4;
/// The first wait, seconds; each further wrong PIN doubles it.
const FIRST: i64 = 30;
/// Not longer: a vandal must not keep staff out for a day.
const LONGEST: i64 = 900;

impl Lockout {
    /// One more wrong PIN, at `now`.
    pub fn after_wrong(self, now: i64) -> Self {
        Self { wrong: self.wrong.saturating_add(1), last: now }
    }

    /// Seconds from `now` until a PIN may be tried again; 0 when it may.
    ///
    /// A clock that was turned back makes nobody wait longer than once more.
    pub fn seconds_left(self, now: i64) -> i64 {
        let Some(more) = self.wrong.checked_sub(FREE + 1) else { return 0 };
        let wait = (FIRST << more.min(5)).min(LONGEST);
        let passed = (now - self.last).max(0);
        (wait - passed / 1000).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(times: u32) -> Lockout {
        (0..times).fold(Lockout::default(), |lockout, _| lockout.after_wrong(1_000_000))
    }

    #[test]
    fn the_fifth_wrong_pin_costs_half_a_minute_and_each_after_it_twice_as_much() {
        let waits: Vec<i64> = (0..15).map(|times| wrong(times).seconds_left(1_000_000)).collect();
        assert_eq!(waits, [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900, 900]);
    }

    #[test]
    fn a_wait_ends_and_is_not_shortened_by_the_clock_going_back() {
        let lockout = wrong(5);
        let left =
            [0, 999, 1000, 29_999, 30_000, 90_000].map(|after| lockout.seconds_left(1_000_000 + after));
        assert_eq!(left, [30, 30, 29, 1, 0, 0]);
        assert_eq!(lockout.seconds_left(0), 30);
    }
}

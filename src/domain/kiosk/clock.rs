//! Whether a device's clock can be right.

use crate::domain::survey::Day;

/// Why it cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockFault {
    /// It is before the day this release was built.
    BeforeRelease(Day),
    /// It is before the day of a response that is kept already.
    BeforeResponse(Day),
}

/// What is plainly wrong with a clock that says `today`; all days are UTC.
pub fn clock_fault(today: Day, built: Option<Day>, newest: Option<Day>) -> Option<ClockFault> {
    let before = |day: Option<Day>| day.filter(|day| today < *day);
    before(built).map(ClockFault::BeforeRelease).or_else(|| before(newest).map(ClockFault::BeforeResponse))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_before_release_or_response_is_wrong() {
        let [old, built, new] = [Day(10), Day(20), Day(30)];
        assert_eq!(clock_fault(old, Some(built), None), Some(ClockFault::BeforeRelease(built)));
        assert_eq!(clock_fault(built, Some(built), Some(new)), Some(ClockFault::BeforeResponse(new)));
        assert_eq!(clock_fault(new, Some(built), Some(new)), None);
        assert_eq!(clock_fault(old, None, None), None);
    }
}

//! Calendar days and instants in UTC.

use std::fmt;

/// A calendar day: days since 1970-01-01, proleptic Gregorian.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

const MILLIS_PER_DAY: i64 = 86_400_000;

impl Day {
    /// The day of a date, or `None` where the calendar has no such date.
    ///
    /// Formula: days-from-civil, Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    pub fn from_date(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(0..=9999).contains(&year)
            || !(1..=12).contains(&month)
            || day < 1
            || day > month_length(year, month)
        {
            return None;
        }
        let shifted = if month <= 2 { year - 1 } else { year };
        let era = shifted.div_euclid(400);
        let year_of_era = shifted.rem_euclid(400);
        let month_index = i32::try_from((month + 9) % 12).ok()?;
        let day_of_year = (153 * month_index + 2) / 5 + i32::try_from(day).ok()? - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Self(era * 146_097 + day_of_era - 719_468))
    }

    /// Year, month 1–12 and day of month.
    pub fn date(self) -> (i32, u32, u32) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_index = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_index + 2) / 5 + 1;
        let month = if month_index < 10 { month_index + 3 } else { month_index - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month.unsigned_abs(), day.unsigned_abs())
    }

    /// Reads `2018-01-15`.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let year = digits(&bytes[..4])?;
        Self::from_date(i32::try_from(year).ok()?, digits(&bytes[5..7])?, digits(&bytes[8..])?)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

impl Instant {
    /// Reads an RFC 3339 time in UTC: `Z`, `+00:00` or `-00:00`; parts of a second past the third
    /// digit are dropped.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() < 20 || !matches!(bytes[10], b'T' | b't') || bytes[13] != b':' || bytes[16] != b':' {
            return None;
        }
        let day = Day::parse(text.get(..10)?)?;
        let (hour, minute, second) =
            (digits(&bytes[11..13])?, digits(&bytes[14..16])?, digits(&bytes[17..19])?);
        // A leap second stands only at the end of a UTC day.
        if hour > 23 || minute > 59 || second > 60 || (second == 60 && (hour, minute) != (23, 59)) {
            return None;
        }
        let (millis, zone) = fraction(&bytes[19..])?;
        if !matches!(zone, b"Z" | b"z" | b"+00:00" | b"-00:00") {
            return None;
        }
        let seconds = i64::from(hour * 3600 + minute * 60 + second.min(59));
        Some(Self(i64::from(day.0) * MILLIS_PER_DAY + seconds * 1000 + i64::from(millis)))
    }

    /// The UTC calendar day of the moment.
    pub fn day(self) -> Day {
        Day(i32::try_from(self.0.div_euclid(MILLIS_PER_DAY)).unwrap_or(i32::MAX))
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.rem_euclid(MILLIS_PER_DAY) / 1000;
        write!(
            formatter,
            "{}T{:02}:{:02}:{:02}Z",
            self.day(),
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        )
    }
}

/// The milliseconds of `.123…` (none where it is absent), and what follows.
fn fraction(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let Some((b'.', rest)) = bytes.split_first() else {
        return Some((0, bytes));
    };
    let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if length == 0 {
        return None;
    }
    let millis = (0..3).fold(0, |sum, place| {
        let digit = if place < length { u32::from(rest[place] - b'0') } else { 0 };
        sum * 10 + digit
    });
    Some((millis, &rest[length..]))
}

fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
}

fn month_length(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_inverse() {
        for number in (-719_468..2_932_000).step_by(97) {
            let (year, month, day) = Day(number).date();
            assert_eq!(Day::from_date(year, month, day), Some(Day(number)));
        }
        assert_eq!(Day::parse("1970-01-01"), Some(Day(0)));
        assert_eq!(Day::parse("2018-01-15").map(|day| day.to_string()).as_deref(), Some("2018-01-15"));
    }

    #[test]
    fn dates_the_calendar_lacks_are_refused() {
        for text in ["2018-02-29", "2018-13-01", "2018-00-10", "2018-1-1", "2018-04-31", "20180115"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert!(Day::parse("2020-02-29").is_some());
    }

    #[test]
    fn instants_are_utc_only() {
        let moment = Instant::parse("2018-01-25T23:45:32Z").unwrap();
        assert_eq!(moment.to_string(), "2018-01-25T23:45:32Z");
        assert_eq!(Instant::parse("2018-01-25t23:45:32+00:00"), Some(moment));
        assert_eq!(Instant::parse("2018-01-25T23:45:32.1239Z"), Some(Instant(moment.0 + 123)));
        for text in [
            "2018-01-25T23:45:32+02:00",
            "2018-01-25T23:45:32",
            "2018-01-25 23:45:32Z",
            "2018-01-25T24:00:00Z",
            "2018-01-25T23:45Z",
            "2018-01-25T12:00:60Z",
            "2018-01-25T23:45:32.Z",
            "2018-01-25T23:45:32Zx",
        ] {
            assert_eq!(Instant::parse(text), None, "{text}");
        }
    }
}

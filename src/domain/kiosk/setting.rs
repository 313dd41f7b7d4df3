//! What staff set.

use serde::{Deserialize, Serialize};

use super::PinHash;

/// The setting of a kiosk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kiosk {
    /// Id of the only survey that is shown.
    pub survey: String,
    /// Id of the service that is filled in, if any.
    pub service: Option<String>,
    /// Tag of the language in which everybody is met.
    pub language: String,
    /// Seconds without a sign of anybody after which the end is announced.
    pub idle_seconds: u32,
    /// The PIN.
    pub pin: PinHash,
}

impl Kiosk {
    /// Whether a draft that was saved at a moment is somebody's who has gone; both in milliseconds since 1970.
    ///
    /// A draft from the future is one too: the clock was changed, and its age cannot be known.
    pub fn is_left_behind(&self, saved_at: i64, now: i64) -> bool {
        !(0..i64::from(self.idle_seconds) * 1000).contains(&(now - saved_at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_left_behind_after_the_idle_time_or_when_its_age_is_unknown() {
        let pin = PinHash::new("1234", &[0; 16], 1);
        let kiosk = Kiosk { survey: "a".into(), service: None, language: "lv".into(), idle_seconds: 60, pin };
        for (age, is_left) in [(0, false), (59_999, false), (60_000, true), (-1, true)] {
            assert_eq!(kiosk.is_left_behind(1_000_000, 1_000_000 + age), is_left, "{age}");
        }
    }
}

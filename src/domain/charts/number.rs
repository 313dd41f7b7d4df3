//! Shares as the reader writes them.

use super::NumberFormat;
use crate::domain::analysis::statistics::{whole_percent, wilson};

/// A share of something, per cent, with the text that stands for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Share {
    /// 0 to 100, unrounded.
    pub(super) percent: f64,
    /// Whole per cent.
    pub(super) text: String,
    /// Wilson's 95 % interval, per cent; none of published shares.
    pub(super) interval: Option<[f64; 2]>,
}

impl Share {
    /// A counted share; `None` where nobody answered.
    #[allow(clippy::cast_precision_loss)]
    pub(super) fn counted(count: u64, answered: u64, format: &NumberFormat) -> Option<Self> {
        let whole = whole_percent(count, answered)?;
        Some(Self {
            percent: count as f64 * 100.0 / answered as f64,
            text: format.share(&whole.to_string()),
            interval: wilson(count, answered).map(|ends| ends.map(|end| end * 100.0)),
        })
    }

    /// A mean of shares (0 to 1), with one decimal.
    pub(super) fn mean(value: f64, format: &NumberFormat) -> Self {
        let percent = value * 100.0;
        Self { percent, text: format.share(&format.tenth(percent)), interval: None }
    }

    /// A published share, with the places it was published with.
    pub(super) fn published(percent: f64, format: &NumberFormat) -> Self {
        Self { percent, text: format.published(percent), interval: None }
    }
}

impl NumberFormat {
    /// A whole number, grouped from five digits on: `1234`, `12 345`.
    pub fn integer(&self, number: u64) -> String {
        let digits = number.to_string();
        if digits.len() < 5 {
            return digits;
        }
        let mut grouped = String::with_capacity(digits.len() * 2);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push_str(&self.group);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A number with one decimal, rounded half away from zero after removing the noise of binary fractions.
    pub fn tenth(&self, number: f64) -> String {
        let tenths = (number * 10.0 + 1e-9 * number.signum()).round() / 10.0;
        format!("{tenths:.1}").replace('.', &self.decimal)
    }

    /// A published per cent figure with the places it was published with.
    pub fn published(&self, percent: f64) -> String {
        self.share(&percent.to_string().replace('.', &self.decimal))
    }

    /// Two ends of an interval, per cent, with one decimal: `41,3–47,9 %`.
    pub(super) fn range(&self, ends: [f64; 2]) -> String {
        let [low, high] = ends.map(|end| self.tenth(end));
        self.share(&format!("{low}–{high}"))
    }

    fn share(&self, number: &str) -> String {
        self.percent.replace("{n}", number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn latvian() -> NumberFormat {
        NumberFormat { decimal: ",".into(), group: "\u{a0}".into(), percent: "{n}\u{a0}%".into() }
    }

    #[test]
    fn halves_round_up() {
        for (count, answered, text) in [(1, 8, "13\u{a0}%"), (23, 40, "58\u{a0}%"), (1, 3, "33\u{a0}%")] {
            assert_eq!(Share::counted(count, answered, &latvian()).unwrap().text, text);
        }
        assert_eq!(Share::counted(0, 0, &latvian()), None);
    }

    #[test]
    fn numbers_are_grouped_from_five_digits_on() {
        let texts = [0, 9_999, 10_000, 1_234_567].map(|number| latvian().integer(number));
        assert_eq!(texts, ["0", "9999", "10\u{a0}000", "1\u{a0}234\u{a0}567"]);
    }

    #[test]
    fn published_shares_keep_their_places() {
        assert_eq!(Share::published(82.8, &latvian()).text, "82,8\u{a0}%");
        assert_eq!(Share::published(82.0, &latvian()).text, "82\u{a0}%");
    }
}

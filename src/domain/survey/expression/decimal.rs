//! Numbers in texts, as conditions compare them.

/// Reads `-12.5` or `1e3`; `None` for what is not a plain decimal number.
///
/// The standard library's reader would bring ten kilobytes of tables to every respondent. Exact up to
/// 15 digits: mantissa and power of ten are then both exact, and so is their quotient, rounded once.
pub(super) fn decimal(text: &str) -> Option<f64> {
    let (is_negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, exponent) = match digits.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i16>().ok()?),
        None => (digits, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let mut mantissa = 0.0;
    for letter in whole.chars().chain(fraction.chars()) {
        mantissa = mantissa * 10.0 + f64::from(letter.to_digit(10)?);
    }
    let power = i32::from(exponent) - i32::try_from(fraction.len()).ok()?;
    let size: f64 = if power < 0 { mantissa / 10_f64.powi(-power) } else { mantissa * 10_f64.powi(power) };
    if !size.is_finite() {
        return None;
    }
    Some(if is_negative { -size } else { size })
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_are_those_of_the_standard_library() {
        for text in [
            "0",
            "5",
            "05",
            "-3",
            "+2",
            "0.1",
            ".5",
            "5.",
            "12.25",
            "-0.007",
            "123456789.012345",
            "1e3",
            "2.5E-2",
        ] {
            assert_eq!(decimal(text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_numbers() {
        for text in ["", "-", ".", "1e", "1e999", "0x10", "1,5", "inf", "NaN", "1.2.3", "5 5"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}

//! Colours of scales, and of labels on them.

use super::Palette;

const WHITE: &str = "#ffffff";
const INK: &str = "#14171c";
const BLACK: &str = "#000000";
/// Least contrast of small text (WCAG 2.2, 1.4.3).
const READABLE: f64 = 4.5;

/// Colours of a scale of `steps` grades, best first.
///
/// The two sides run from their strong to their light colour; an odd scale has the neutral one between.
pub(super) fn scale(steps: usize, palette: &Palette) -> Vec<String> {
    let side = steps / 2;
    let run = |strong: &str, light: &str| -> Vec<String> {
        (0..side).map(|step| mix(strong, light, step, side.saturating_sub(1))).collect()
    };
    let better = run(&palette.positive_strong, &palette.positive_light);
    let worse = run(&palette.negative_strong, &palette.negative_light);
    let middle = (steps % 2 == 1).then(|| palette.neutral.clone());
    better.into_iter().chain(middle).chain(worse.into_iter().rev()).collect()
}

/// A label colour that can be read on `background`; ink where the background is not `#rrggbb`.
pub(super) fn label_on(background: &str) -> &'static str {
    let Some(ground) = luminance(background) else { return INK };
    [WHITE, INK]
        .into_iter()
        .find(|colour| luminance(colour).is_some_and(|label| contrast(label, ground) >= READABLE))
        .unwrap_or(BLACK)
}

/// The colour `step` of `steps` on the way from one colour to another.
fn mix(from: &str, to: &str, step: usize, steps: usize) -> String {
    let (Some(start), Some(end)) = (channels(from), channels(to)) else { return from.to_owned() };
    if step == 0 || steps == 0 {
        return from.to_owned();
    }
    let between = |index: usize| {
        let (start, end) = (usize::from(start[index]), usize::from(end[index]));
        (start * (steps - step) + end * step) / steps
    };
    format!("#{:02x}{:02x}{:02x}", between(0), between(1), between(2))
}

fn channels(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.trim().strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let channel = |place: usize| u8::from_str_radix(&digits[place..place + 2], 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}

/// Relative luminance (WCAG 2.2, definition of "relative luminance").
fn luminance(colour: &str) -> Option<f64> {
    let [red, green, blue] = channels(colour)?.map(|channel| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    Some(0.2126 * red + 0.7152 * green + 0.0722 * blue)
}

/// Contrast ratio of two luminances (WCAG 2.2, definition of "contrast ratio").
fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_grey_carries_a_readable_label() {
        for level in 0..=255_u8 {
            let ground = format!("#{level:02x}{level:02x}{level:02x}");
            let ratio = contrast(luminance(&ground).unwrap(), luminance(label_on(&ground)).unwrap());
            assert!(ratio >= READABLE, "{ground}: {ratio}");
        }
    }

    #[test]
    fn a_step_between_is_the_mean() {
        assert_eq!(mix("#000000", "#ff8040", 1, 2), "#7f4020");
        assert_eq!(mix("teal", "#ffffff", 1, 2), "teal");
    }
}

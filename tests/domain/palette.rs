//! The colours of pictures, as style/tokens.css has them.

use std::collections::BTreeMap;

/// Least contrast of what is drawn to what it stands on (WCAG 2.2, 1.4.11).
const SEEN: f64 = 3.0;

const TOKENS: &str = include_str!("../../style/tokens.css");

/// `--chart-…` → colour; those of the dark theme are the second block.
fn colours(css: &str) -> BTreeMap<&str, &str> {
    let lines = css.lines().filter_map(|line| line.trim().strip_suffix(';')?.split_once(": "));
    lines.filter(|(name, colour)| name.starts_with("--chart-") && colour.starts_with('#')).collect()
}

/// Relative luminance (WCAG 2.2, definition of "relative luminance").
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let part = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_colour_of_pictures_stands_out_from_page_and_paper() {
    let (light, dark) = TOKENS.split_once("prefers-color-scheme: dark").unwrap();
    for (css, more) in [(light, Some("#ffffff")), (dark, None)] {
        let colours = colours(css);
        let surface = colours["--chart-surface"];
        let bars = colours.iter().filter(|(name, _)| **name != "--chart-surface");
        let mut count = 0;
        for (name, colour) in bars {
            for ground in [Some(surface), more].into_iter().flatten() {
                let ratio = contrast(colour, ground);
                assert!(ratio >= SEEN, "{name} {colour} on {ground}: {ratio:.2}");
            }
            count += 1;
        }
        assert!(count >= 8, "{count} colours");
    }
}

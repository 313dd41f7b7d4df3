//! How wide texts are, roughly: the worker has no fonts.
//!
//! The estimates follow a wide sans-serif (Verdana, `DejaVu` Sans), so a narrower face only leaves room.

/// Width of a text of `size` pixels, in pixels.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// Breaks a text between words into lines no wider than `limit` pixels; a longer word stands alone.
pub(super) fn wrap(text: &str, size: f64, limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(" ", size) + width(word, size) <= limit => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn em(letter: char) -> f64 {
    match letter {
        'i' | 'ī' | 'j' | 'l' | 'ļ' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.30,
        ' ' | '\u{a0}' | 'I' | 'Ī' | 'J' => 0.34,
        'f' | 't' | 'r' | 'ŗ' | '(' | ')' | '-' | '/' | '"' | '„' | '“' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '—' | '@' => 0.96,
        letter if letter.is_uppercase() => 0.72,
        _ => 0.62,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_to_the_limit_and_lose_no_word() {
        let text = "Darbinieka zināšanu un pieredzes pilnvērtīga izmantošana, sniedzot pakalpojumu";
        let lines = wrap(text, 14.0, 240.0);
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| width(line, 14.0) <= 240.0));
        assert_eq!(lines.join(" "), text);
    }
}

//! Keys that give themes while a text has focus: digits, then letters that do nothing else.

/// Next, previous and remove are J, K and X.
const KEYS: &str = "123456789abcdefghilmnopqrstuvwyz";

/// The key of the theme at this place of the code book; later ones have none.
pub fn shortcut(at: usize) -> Option<char> {
    KEYS.chars().nth(at)
}

/// The place in the code book of the theme that a key gives.
pub fn place_of(key: &str) -> Option<usize> {
    let key = key.to_lowercase();
    let mut letters = key.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    KEYS.chars().position(|known| known == letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_gives_its_own_theme() {
        for at in 0..KEYS.len() {
            assert_eq!(shortcut(at).and_then(|key| place_of(&key.to_string())), Some(at));
        }
        assert_eq!(shortcut(KEYS.len()), None);
        for key in ["j", "K", "x", "Tab", "ArrowDown", "0", ""] {
            assert_eq!(place_of(key), None, "{key}");
        }
    }
}

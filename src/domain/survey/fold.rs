//! Folding of texts for searching: case and Latvian diacritics do not matter.

/// Lower case without diacritics: `Ārlietu` and `arlietu` fold to the same text.
pub fn fold(text: &str) -> String {
    text.chars().map(lower).filter_map(plain).collect()
}

/// Lower case of the letters of Europe's alphabets.
///
/// The standard library's would bring its tables of all the world's letters to every respondent.
pub(super) fn lower_case(text: &str) -> String {
    text.chars().map(lower).collect()
}

fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let distance = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        // Pairs, the capital first: at even places, in two runs at odd ones.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' => 1 - code % 2,
        'Ĺ'..='ň' | 'Ź'..='ž' => code % 2,
        'Ÿ' => return 'ÿ',
        _ => 0,
    };
    char::from_u32(code + distance).unwrap_or(letter)
}

/// Whether a folded text holds every word of what is searched for, folded too.
pub fn finds(words: &str, text: &str) -> bool {
    words.split_whitespace().all(|word| text.contains(word))
}

fn plain(letter: char) -> Option<char> {
    Some(match letter {
        'ā' | 'á' | 'à' | 'ä' | 'å' | 'ą' | 'ã' | 'â' => 'a',
        'č' | 'ć' | 'ç' => 'c',
        'ď' => 'd',
        'ē' | 'é' | 'è' | 'ë' | 'ę' | 'ė' | 'ě' | 'ê' => 'e',
        'ģ' => 'g',
        'ī' | 'í' | 'ì' | 'ï' | 'į' | 'î' => 'i',
        'ķ' => 'k',
        'ļ' | 'ł' | 'ľ' => 'l',
        'ņ' | 'ń' | 'ñ' | 'ň' => 'n',
        'ō' | 'ó' | 'ò' | 'ö' | 'õ' | 'ø' | 'ô' => 'o',
        'ŗ' | 'ř' => 'r',
        'š' | 'ś' => 's',
        'ť' => 't',
        'ū' | 'ú' | 'ù' | 'ü' | 'ų' | 'ů' | 'û' => 'u',
        'ž' | 'ź' | 'ż' => 'z',
        'ý' => 'y',
        // Combining marks: the decomposed spelling of the same letters.
        '\u{300}'..='\u{36f}' => return None,
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::{finds, fold, lower_case};

    #[test]
    fn diacritics_and_case_do_not_matter() {
        assert_eq!(fold("Ārējās TIRDZNIECĪBAS"), "arejas tirdzniecibas");
    }

    #[test]
    fn words_are_found_in_any_order() {
        let text = fold("Diplomātiskās pases izsniegšana");
        assert!(finds(&fold("PASE diplomat"), &text));
        assert!(finds("  ", &text));
        assert!(!finds("pase vīza", &text));
    }

    #[test]
    fn lower_case_is_that_of_the_standard_library() {
        let letters = ('A'..='ſ').chain('Α'..='ω').chain('Ѐ'..='џ');
        // Two of them have no simple small letter.
        for letter in letters.filter(|letter| !matches!(letter, 'İ' | '\u{3a2}')) {
            let text = letter.to_string();
            assert_eq!(lower_case(&text), text.to_lowercase(), "{letter}");
        }
    }

    #[test]
    fn decomposed_letters_fold_to_the_same_text() {
        assert_eq!(fold("a\u{304}rlietu"), fold("ārlietu"));
    }
}

//! Folding of texts for searching: case and Latvian diacritics do not matter.

/// Lower case without diacritics: `Ārlietu` and `arlietu` fold to the same text.
pub fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter_map(plain).collect()
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
    use super::fold;

    #[test]
    fn diacritics_and_case_do_not_matter() {
        assert_eq!(fold("Ārējās TIRDZNIECĪBAS"), "arejas tirdzniecibas");
    }

    #[test]
    fn decomposed_letters_fold_to_the_same_text() {
        assert_eq!(fold("a\u{304}rlietu"), fold("ārlietu"));
    }
}

//! Rules of languages that the browser knows.

use aptauja::browser::locale::{plural, sort_by_text};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn latvian_has_a_plural_form_of_its_own_for_zero() {
    for (count, form) in [
        (0, "zero"),
        (1, "one"),
        (2, "other"),
        (9, "other"),
        (10, "zero"),
        (11, "zero"),
        (19, "zero"),
        (20, "zero"),
        (21, "one"),
        (22, "other"),
        (100, "zero"),
        (101, "one"),
        (111, "zero"),
        (1_000_001, "one"),
    ] {
        assert_eq!(plural("lv", count), form, "{count}");
    }
}

#[wasm_bindgen_test]
fn english_knows_one_and_other() {
    for (count, form) in
        [(0, "other"), (1, "one"), (2, "other"), (11, "other"), (21, "other"), (101, "other")]
    {
        assert_eq!(plural("en", count), form, "{count}");
    }
}

#[wasm_bindgen_test]
fn the_latvian_alphabet_is_in_its_order() {
    let alphabet: Vec<char> = "aābcčdeēfgģhiījkķlļmnņoprsštuūvzž".chars().collect();
    let mut letters = alphabet.clone();
    letters.sort_unstable();
    assert_ne!(letters, alphabet, "the order of code points is another");
    sort_by_text("lv", &mut letters, char::to_string);
    assert_eq!(letters, alphabet);
}

#[wasm_bindgen_test]
fn words_are_sorted_as_in_a_latvian_dictionary() {
    let sorted = ["Apostille", "Ārzemes", "cena", "Čehija", "Legalizācija", "Ļaudona", "sūdzība", "Šveice"];
    let mut words = sorted;
    words.reverse();
    sort_by_text("lv", &mut words, |word| (*word).to_owned());
    assert_eq!(words, sorted);
}

#[wasm_bindgen_test]
fn equal_texts_keep_their_order() {
    let mut pairs = [("b", 1), ("a", 2), ("b", 3), ("a", 4)];
    sort_by_text("lv", &mut pairs, |(text, _)| (*text).to_owned());
    assert_eq!(pairs, [("a", 2), ("a", 4), ("b", 1), ("b", 3)]);
}

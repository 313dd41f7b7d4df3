//! Sentences, numbers and dates in the page's languages.

use aptauja::domain::survey::{Day, Instant};
use aptauja::ui::text::{Texts, key};
use wasm_bindgen_test::wasm_bindgen_test;

fn texts(code: &str) -> Texts {
    Texts::of(code).unwrap()
}

#[wasm_bindgen_test]
fn latvian_comes_first_and_unknown_languages_are_none() {
    assert_eq!(Texts::default().code(), "lv");
    assert_eq!(Texts::all().map(Texts::code).collect::<Vec<_>>(), ["lv", "en"]);
    assert_eq!(texts("en").get(key::LANGUAGE_NAME), "English");
    for code in ["", "LV", "de", "lv-LV"] {
        assert!(Texts::of(code).is_none(), "{code}");
    }
}

#[wasm_bindgen_test]
fn counts_take_the_form_their_language_asks_for() {
    let latvian = [0, 1, 2, 10, 11, 21, 101].map(|count| texts("lv").count(key::RESULTS_RESPONSES, count));
    assert_eq!(
        latvian,
        ["0 atbilžu", "1 atbilde", "2 atbildes", "10 atbilžu", "11 atbilžu", "21 atbilde", "101 atbilde"]
    );
    let english = [0, 1, 2, 21].map(|count| texts("en").count(key::RESULTS_RESPONSES, count));
    assert_eq!(english, ["0 responses", "1 response", "2 responses", "21 responses"]);
    assert_eq!(texts("lv").count(key::RESULTS_RESPONSES, 10_001), "10\u{a0}001 atbilde");
}

#[wasm_bindgen_test]
fn days_and_moments_are_written_as_the_language_writes_them() {
    let day = Day::parse("2018-01-15").unwrap();
    assert_eq!(texts("lv").day(day), "15.01.2018.");
    assert_eq!(texts("en").day(day), "15/01/2018");
    let at = Instant::parse("2018-01-15T22:32:59Z").unwrap();
    assert_eq!(texts("lv").moment(at, 0), "15.01.2018., 22.32");
    assert_eq!(texts("lv").moment(at, -120), "16.01.2018., 00.32");
    assert_eq!(texts("en").moment(at, 300), "15/01/2018, 17:32");
    assert_eq!(texts("lv").clock_of(at, -120), "00.32");
}

#[wasm_bindgen_test]
fn latvian_parts_the_number_from_the_per_cent_by_a_no_break_space() {
    assert_eq!(texts("lv").percent(0.828), "82,8\u{a0}%");
    assert_eq!(texts("en").percent(0.828), "82.8%");
    assert_eq!(texts("lv").share(1, 3), "33,3\u{a0}%");
    assert_eq!(texts("lv").whole_share(1, 8), "13\u{a0}%");
    assert_eq!(texts("lv").share(0, 0), "");
    assert_eq!(texts("lv").published(82.0), "82\u{a0}%");
    assert_eq!(texts("lv").tenth(4.25), "4,3");
}

#[wasm_bindgen_test]
fn whole_numbers_are_grouped_from_five_digits_on() {
    let latvian = [0, 9_999, 10_000, 1_234_567].map(|number| texts("lv").integer(number));
    assert_eq!(latvian, ["0", "9999", "10\u{a0}000", "1\u{a0}234\u{a0}567"]);
    assert_eq!(texts("en").integer(1_234_567), "1,234,567");
}

#[wasm_bindgen_test]
fn what_is_filled_in_is_not_filled_in_again() {
    let filled = texts("en").fill(key::SURVEY_UNKNOWN, &[("id", "{id}")]);
    assert!(filled.contains("{id}"), "{filled}");
}

#[wasm_bindgen_test]
fn words_a_definition_leaves_to_us_come_in_every_language() {
    let labels = Texts::labels();
    for code in ["default", "lv", "en"] {
        for label in [&labels.other, &labels.none, &labels.yes, &labels.no] {
            assert!(label.get(code).is_some_and(|text| !text.is_empty()), "{code}");
        }
    }
    assert_eq!(labels.yes.get("default"), labels.yes.get("lv"));
}

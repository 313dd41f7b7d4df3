//! Rules of languages that the browser knows: plurals and sorting.

use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::domain::survey::Instant;

/// CLDR's plural category of `count` in a language: `zero`, `one`, `other`…
#[allow(clippy::cast_precision_loss)]
pub fn plural(language: &str, count: u64) -> String {
    let rules = Intl::PluralRules::new(&Array::of1(&JsValue::from_str(language)), &Object::new());
    String::from(rules.select(count as f64))
}

/// CLDR's plural category of a number with one decimal, given in tenths; that of the whole number where it is one.
#[cfg(feature = "auditor")]
#[allow(clippy::cast_precision_loss)]
pub fn plural_of_tenths(language: &str, tenths: u64) -> String {
    if tenths.is_multiple_of(10) {
        return plural(language, tenths / 10);
    }
    let options = Object::new();
    let _ = Reflect::set(&options, &"minimumFractionDigits".into(), &1.into());
    let rules = Intl::PluralRules::new(&Array::of1(&JsValue::from_str(language)), &options);
    String::from(rules.select(tenths as f64 / 10.0))
}

/// Sorts items by their texts as the language does.
pub fn sort_by_text<T>(language: &str, items: &mut [T], text: impl Fn(&T) -> String) {
    let collator = Intl::Collator::new(&Array::of1(&JsValue::from_str(language)), &Object::new());
    let compare = collator.compare();
    items.sort_by(|left, right| {
        let order = compare
            .call2(&JsValue::UNDEFINED, &JsValue::from_str(&text(left)), &JsValue::from_str(&text(right)))
            .ok()
            .and_then(|order| order.as_f64())
            .unwrap_or(0.0);
        order.total_cmp(&0.0)
    });
}

/// A moment in words, by the device's zone: weekday, day, month, year and time.
#[allow(clippy::cast_precision_loss)]
pub fn moment_in_words(language: &str, at: Instant) -> String {
    let options = Object::new();
    for (name, style) in [("dateStyle", "full"), ("timeStyle", "short")] {
        let _ = Reflect::set(&options, &name.into(), &style.into());
    }
    let format = Intl::DateTimeFormat::new(&Array::of1(&JsValue::from_str(language)), &options);
    let words = format.format().call1(&JsValue::UNDEFINED, &Date::new(&(at.0 as f64).into()));
    words.ok().and_then(|words| words.as_string()).unwrap_or_default()
}

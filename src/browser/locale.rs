//! Rules of languages that the browser knows: plurals and sorting.

use js_sys::{Array, Intl, Object};
use wasm_bindgen::JsValue;

/// CLDR's plural category of `count` in a language: `zero`, `one`, `other`…
#[allow(clippy::cast_precision_loss)]
pub fn plural(language: &str, count: u64) -> String {
    let rules = Intl::PluralRules::new(&Array::of1(&JsValue::from_str(language)), &Object::new());
    String::from(rules.select(count as f64))
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

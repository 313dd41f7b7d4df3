//! User Timing: measures that outsiders read.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// `web-sys` has no measure with options.
    #[wasm_bindgen(js_namespace = performance, js_name = measure, catch)]
    fn measure_with(name: &str, options: &Object) -> Result<JsValue, JsValue>;
}

/// Milliseconds since the page began.
pub fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Records `performance.measure(name)` from `start` to now.
pub fn measure(name: &str, start: f64) {
    let options = Object::new();
    let set = |member: &str, value: f64| Reflect::set(&options, &member.into(), &value.into());
    if set("start", start).is_ok() && set("end", now()).is_ok() {
        let _ = measure_with(name, &options);
    }
}

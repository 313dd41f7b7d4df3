//! The markup of pages that are only read; it comes when one of them is opened.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = aptaujaLate)]
    fn read(page: &str, language: &str, institution: &str, email: &str) -> Promise;
}

/// Markup of the page in a language, naming the institution and its e-mail; none where it does not come.
pub async fn markup(page: &str, language: &str, institution: &str, email: &str) -> Option<String> {
    JsFuture::from(read(page, language, institution, email)).await.ok()?.as_string()
}

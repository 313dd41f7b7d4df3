//! Files and texts in the age format (<https://age-encryption.org/v1>): sealed for a recipient, opened with an
//! identity. The library is a bundle that is loaded at the first use, in the page and in the worker alike.

use js_sys::{Array, JsString, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::WorkerGlobalScope;

use super::BrowserError;

/// The global the library makes.
const GLOBAL: &str = "aptaujaAge";
/// The worker's own global that holds the address.
const ADDRESS: &str = "aptaujaAgeAddress";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = aptaujaLate, js_name = age)]
    fn load_library() -> Promise;
    #[wasm_bindgen(js_namespace = aptaujaAge, js_name = seal)]
    fn seal_bytes(bytes: &Uint8Array, recipient: &str) -> Promise;
    #[wasm_bindgen(js_namespace = aptaujaAge, js_name = armored)]
    fn armored_text(bytes: &Uint8Array) -> String;
    #[wasm_bindgen(js_namespace = aptaujaAge, js_name = open)]
    fn open_bytes(bytes: &Uint8Array, identities: &Array) -> Promise;
    #[wasm_bindgen(js_namespace = aptaujaAge, js_name = generate)]
    fn new_identity() -> Promise;
    #[wasm_bindgen(js_namespace = aptaujaAge, js_name = recipientOf)]
    fn recipient_to(identity: &str) -> Promise;
}

/// Bytes, encrypted for whoever has the identity to `recipient` (`age1…`).
///
/// # Errors
/// The library's own: it could not be loaded, or the recipient is none.
pub async fn seal(bytes: &[u8], recipient: &str) -> Result<Vec<u8>, BrowserError> {
    load().await?;
    bytes_of(seal_bytes(&Uint8Array::from(bytes), recipient)).await
}

/// Sealed bytes as text, between lines that say what it is; once something was sealed or opened.
pub fn armored(sealed: &[u8]) -> String {
    armored_text(&Uint8Array::from(sealed))
}

/// What was sealed, given as bytes or as text.
///
/// # Errors
/// The library's own: none of the identities fits, or the file is damaged.
pub async fn open(sealed: &[u8], identities: &[String]) -> Result<Vec<u8>, BrowserError> {
    load().await?;
    let identities = identities.iter().map(JsValue::from).collect();
    bytes_of(open_bytes(&Uint8Array::from(sealed), &identities)).await
}

/// A new identity (`AGE-SECRET-KEY-1…`).
///
/// # Errors
/// The library could not be loaded.
pub async fn generate() -> Result<String, BrowserError> {
    load().await?;
    text_of(new_identity()).await
}

/// The recipient that belongs to an identity.
///
/// # Errors
/// The library's own: it could not be loaded, or the text is no identity.
pub async fn recipient_of(identity: &str) -> Result<String, BrowserError> {
    load().await?;
    text_of(recipient_to(identity)).await
}

/// Loads the library; to be called early where there may be no network later.
///
/// # Errors
/// It could not be loaded.
pub async fn load() -> Result<(), BrowserError> {
    if Reflect::has(&js_sys::global(), &GLOBAL.into())? {
        return Ok(());
    }
    if let Ok(scope) = js_sys::global().dyn_into::<WorkerGlobalScope>() {
        let address = Reflect::get(&scope, &ADDRESS.into())?.unchecked_into::<JsString>();
        return Ok(scope.import_scripts_1(&String::from(address))?);
    }
    JsFuture::from(load_library()).await?;
    Ok(())
}

async fn bytes_of(promise: Promise) -> Result<Vec<u8>, BrowserError> {
    Ok(JsFuture::from(promise).await?.unchecked_into::<Uint8Array>().to_vec())
}

async fn text_of(promise: Promise) -> Result<String, BrowserError> {
    Ok(JsFuture::from(promise).await?.as_string().unwrap_or_default())
}

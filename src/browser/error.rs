//! What can go wrong in the browser.

use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};

/// A call to the browser that failed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BrowserError {
    /// Storage is switched off for this page.
    #[error("storage is blocked")]
    StorageBlocked,
    /// Storage has no room left.
    #[error("storage is full")]
    StorageFull,
    /// What is stored cannot be read as what it should be.
    #[error("stored data is damaged")]
    StorageDamaged,
    /// A file of the installation could not be fetched.
    #[error("cannot fetch: {0}")]
    Fetch(String),
    /// Anything else; the text is the browser's.
    #[error("{0}")]
    Other(String),
}

impl From<JsValue> for BrowserError {
    fn from(value: JsValue) -> Self {
        let text = value
            .dyn_ref::<js_sys::Error>()
            .map(|error| String::from(error.message()))
            .or_else(|| value.as_string())
            .unwrap_or_else(|| format!("{value:?}"));
        Self::Other(text)
    }
}

//! Saving a text, bytes or something else as a file.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::BrowserError;

/// Offers `text` to the person as a file to save.
pub fn save_file(name: &str, mime: &str, text: &str) -> Result<(), BrowserError> {
    save(name, mime, &JsValue::from_str(text))
}

/// Offers `bytes` to the person as a file to save.
pub fn save_bytes(name: &str, mime: &str, bytes: &[u8]) -> Result<(), BrowserError> {
    save(name, mime, &Uint8Array::from(bytes))
}

fn save(name: &str, mime: &str, content: &JsValue) -> Result<(), BrowserError> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    save_blob(name, &Blob::new_with_str_sequence_and_options(&Array::of1(content), &options)?)
}

/// Offers `blob` to the person as a file to save.
pub fn save_blob(name: &str, blob: &Blob) -> Result<(), BrowserError> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| BrowserError::Other("no document".into()))?;
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement =
        document.create_element("a")?.dyn_into().map_err(|_| BrowserError::Other("no anchor".into()))?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The download has its own reference by the time the next task runs.
    super::dom::later(30_000, move || {
        let _ = Url::revoke_object_url(&address);
    });
    Ok(())
}

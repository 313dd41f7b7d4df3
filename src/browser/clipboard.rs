//! Copying a text for pasting it elsewhere.

use wasm_bindgen_futures::JsFuture;

use super::BrowserError;

/// Puts `text` into the clipboard.
///
/// # Errors
/// The browser's own: it does not allow it, or the page came by plain HTTP.
pub async fn copy(text: &str) -> Result<(), BrowserError> {
    let window = web_sys::window().ok_or_else(|| BrowserError::Other("no window".into()))?;
    if !window.is_secure_context() {
        return Err(BrowserError::Other("no secure context".into()));
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await?;
    Ok(())
}

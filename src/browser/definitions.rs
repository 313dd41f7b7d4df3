//! Fetching the installation's definition files.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Request, RequestCache, RequestInit, Response};

use super::BrowserError;

/// Folder of the definition files, relative to the page.
const FOLDER: &str = "surveys/";

/// Fetches a file of the definitions' folder.
///
/// # Errors
/// [`BrowserError::Fetch`] with the server's or the browser's words.
pub async fn fetch(file: &str) -> Result<String, BrowserError> {
    let failed = |reason: String| BrowserError::Fetch(reason);
    let options = RequestInit::new();
    // An institution changes these files in place: ask the server each time whether they are new.
    options.set_cache(RequestCache::NoCache);
    let request = Request::new_with_str_and_init(&format!("{FOLDER}{file}"), &options)
        .map_err(|error| failed(BrowserError::from(error).to_string()))?;
    let window = web_sys::window().ok_or_else(|| failed("no window".into()))?;
    let response: Response = JsFuture::from(window.fetch_with_request(&request))
        .await
        .map_err(|error| failed(BrowserError::from(error).to_string()))?
        .unchecked_into();
    if !response.ok() {
        return Err(failed(format!("HTTP {}", response.status())));
    }
    let text = response.text().map_err(|error| failed(BrowserError::from(error).to_string()))?;
    let text = JsFuture::from(text).await.map_err(|error| failed(BrowserError::from(error).to_string()))?;
    Ok(text.as_string().unwrap_or_default())
}

//! Fetching the installation's definition files.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Request, RequestCache, RequestInit, Response};

use super::BrowserError;

/// Folder of the definition files, relative to the page.
const FOLDER: &str = "surveys/";

/// A file on its way: several can be, side by side.
pub struct Fetch(Result<Promise, BrowserError>);

impl Fetch {
    /// Asks for a file of the definitions' folder.
    pub fn start(file: &str) -> Self {
        Self(begun(file).map_or_else(|| ask(file), Ok))
    }

    /// The file's text.
    ///
    /// # Errors
    /// [`BrowserError::Fetch`] with the server's or the browser's words.
    pub async fn text(self) -> Result<String, BrowserError> {
        let response: Response = JsFuture::from(self.0?).await.map_err(failed)?.unchecked_into();
        if !response.ok() {
            return Err(BrowserError::Fetch(format!("HTTP {}", response.status())));
        }
        let text = JsFuture::from(response.text().map_err(failed)?).await.map_err(failed)?;
        Ok(text.as_string().unwrap_or_default())
    }
}

/// What the start-up script has asked for before this was there (`src/web/early/definitions.js`); once, so that
/// who tries again asks again.
fn begun(file: &str) -> Option<Promise> {
    let begun = Reflect::get(&js_sys::global(), &"aptaujaDefinitions".into()).ok()?;
    let promise = Reflect::get(&begun, &file.into()).ok()?.dyn_into().ok()?;
    Reflect::delete_property(begun.unchecked_ref::<Object>(), &file.into()).ok()?;
    Some(promise)
}

fn ask(file: &str) -> Result<Promise, BrowserError> {
    let options = RequestInit::new();
    // An institution changes these files in place: ask the server each time whether they are new.
    options.set_cache(RequestCache::NoCache);
    let request = Request::new_with_str_and_init(&format!("{FOLDER}{file}"), &options).map_err(failed)?;
    let window = web_sys::window().ok_or_else(|| BrowserError::Fetch("no window".into()))?;
    Ok(window.fetch_with_request(&request))
}

fn failed(error: JsValue) -> BrowserError {
    BrowserError::Fetch(BrowserError::from(error).to_string())
}

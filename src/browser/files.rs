//! Files a person chooses or drops, and files made of texts.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

use super::BrowserError;

/// The files chosen in the input an event is about; the input is emptied, so that the same file can
/// be chosen again.
pub fn chosen(event: &Event) -> Vec<File> {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = list(input.files());
    input.set_value("");
    files
}

/// The files dropped.
pub fn dropped(event: &DragEvent) -> Vec<File> {
    list(event.data_transfer().and_then(|data| data.files()))
}

/// A text as a file of this name.
///
/// # Errors
/// The browser's own.
pub fn from_text(name: &str, text: &str) -> Result<File, BrowserError> {
    let parts = Array::of1(&JsValue::from_str(text));
    Ok(File::new_with_str_sequence(&parts, name)?)
}

/// The bytes of a file.
///
/// # Errors
/// The browser's own: the file was moved or changed.
pub async fn bytes(file: &File) -> Result<Vec<u8>, BrowserError> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The first bytes of a file.
///
/// # Errors
/// The browser's own: the file was moved or changed.
#[cfg(feature = "auditor")]
pub async fn first_bytes(file: &File, length: f64) -> Result<Vec<u8>, BrowserError> {
    let start = file.slice_with_f64_and_f64(0.0, length)?;
    let buffer = JsFuture::from(start.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The text of a file; what is not UTF-8 is replaced, and so differs.
///
/// # Errors
/// The browser's own: the file was moved or changed.
pub async fn text(file: &File) -> Result<String, BrowserError> {
    Ok(JsFuture::from(file.text()).await?.as_string().unwrap_or_default())
}

/// The first bytes of each file as text; empty where the browser cannot read it. All are read at once.
pub async fn starts(files: &[File], length: f64) -> Vec<String> {
    let start =
        |file: &File| file.slice_with_f64_and_f64(0.0, length).map(|blob| JsFuture::from(blob.text()));
    let begun: Vec<_> = files.iter().map(start).collect();
    let mut texts = Vec::with_capacity(begun.len());
    for text in begun {
        let text = match text {
            Ok(text) => text.await.ok(),
            Err(_) => None,
        };
        texts.push(text.and_then(|text| text.as_string()).unwrap_or_default());
    }
    texts
}

fn list(files: Option<FileList>) -> Vec<File> {
    let files = files.into_iter().flat_map(|files| (0..files.length()).filter_map(move |at| files.get(at)));
    files.collect()
}

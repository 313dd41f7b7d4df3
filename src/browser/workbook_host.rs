//! The end of the worker that writes workbooks: one order, one file.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

use super::BrowserError;
use super::export_message::{BookOrder, Told};
use super::worker_link::{read, text_of, write};
use crate::domain::exchange::tables::xlsx;
use crate::domain::survey::Instant;

/// Waits for orders.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let on_message: Closure<dyn FnMut(MessageEvent)> = Closure::new(move |event: MessageEvent| {
        let (told, blob) = match make(&text_of(&event.data())) {
            Ok((rows, blob)) => (Told::Done { rows }, blob.into()),
            Err(error) => (Told::Failed { reason: error.to_string() }, JsValue::UNDEFINED),
        };
        if let Ok(text) = write(&told) {
            let _ = answering.post_message(&Array::of2(&text.into(), &blob));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

fn make(text: &str) -> Result<(u64, Blob), BrowserError> {
    let other = |reason: String| BrowserError::Other(reason);
    let order: BookOrder = read(text)?;
    let made_at = Instant::parse(&order.made_at).unwrap_or(Instant(0));
    let written = xlsx(&order.book, made_at).map_err(|error| other(error.to_string()))?;
    let parts = Array::of1(&Uint8Array::from(written.bytes.as_slice()));
    Ok((written.rows, Blob::new_with_u8_array_sequence(&parts)?))
}

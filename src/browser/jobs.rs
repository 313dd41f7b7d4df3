//! Workers that write one file for the page and end.

use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, ErrorEvent, File, MessageEvent, Worker, WorkerOptions};

use super::export_message::Told;
use super::{BrowserError, dom};

/// A running worker; ended when dropped, which also gives its memory back.
pub struct Job {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Job {
    /// Starts the worker of this name; `hear` gets everything it says, and the finished file with the last.
    ///
    /// # Errors
    /// That the page does not name its worker, or the browser's own.
    pub fn start(
        name: &str,
        hear: impl Fn(Told, Option<Blob>) + Clone + 'static,
    ) -> Result<Self, BrowserError> {
        let address = dom::meta("aptauja:worker")
            .ok_or_else(|| BrowserError::Other("the page names no worker".into()))?;
        let options = WorkerOptions::new();
        options.set_name(name);
        let worker = Worker::new_with_options(&address, &options)?;
        let hear_message = hear.clone();
        let on_message: Closure<dyn FnMut(MessageEvent)> = Closure::new(move |event: MessageEvent| {
            let parts: Array = event.data().unchecked_into();
            let text = parts.get(0).as_string().unwrap_or_default();
            let told = serde_json::from_str(&text).unwrap_or_else(|error| failed(&error));
            hear_message(told, parts.get(1).dyn_into().ok());
        });
        let on_error: Closure<dyn FnMut(ErrorEvent)> =
            Closure::new(move |event: ErrorEvent| hear(failed(&event.message()), None));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Tells it something, with files beside it.
    ///
    /// # Errors
    /// The browser's own.
    pub fn tell(&self, order: &impl Serialize, files: &[File]) -> Result<(), BrowserError> {
        let text = serde_json::to_string(order).map_err(|error| BrowserError::Other(error.to_string()))?;
        let files: Array = files.iter().collect();
        Ok(self.worker.post_message(&Array::of2(&JsValue::from_str(&text), &files))?)
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn failed(reason: &impl ToString) -> Told {
    Told::Failed { reason: reason.to_string() }
}

//! The page's end of the worker.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, File, MessageEvent, Worker};

use super::message::{Reply, Request};
use super::{BrowserError, dom};

/// A running worker; ended when dropped, which also gives its memory back.
pub struct WorkerLink {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl WorkerLink {
    /// Starts the worker; `on_reply` gets everything it says.
    ///
    /// # Errors
    /// That the page does not name its worker, or the browser's own.
    pub fn start(on_reply: impl Fn(Reply) + Clone + 'static) -> Result<Self, BrowserError> {
        let address = dom::meta("aptauja:worker")
            .ok_or_else(|| BrowserError::Other("the page names no worker".into()))?;
        let worker = Worker::new(&address)?;
        let reply = on_reply.clone();
        let on_message: Closure<dyn FnMut(MessageEvent)> = Closure::new(move |event: MessageEvent| {
            let text = event.data().as_string().unwrap_or_default();
            reply(serde_json::from_str(&text).unwrap_or_else(|error| failed(&error)));
        });
        let on_error: Closure<dyn FnMut(ErrorEvent)> =
            Closure::new(move |event: ErrorEvent| on_reply(failed(&event.message())));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Sends a request, with the files it is about.
    ///
    /// # Errors
    /// The browser's own.
    pub fn send(&self, request: &Request, files: &[File]) -> Result<(), BrowserError> {
        let text = serde_json::to_string(request).map_err(|error| BrowserError::Other(error.to_string()))?;
        let list: Array = files.iter().collect();
        Ok(self.worker.post_message(&Array::of2(&JsValue::from_str(&text), &list))?)
    }
}

impl Drop for WorkerLink {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn failed(reason: &impl ToString) -> Reply {
    Reply::Failed { reason: reason.to_string() }
}

//! A worker that the lead has started.

use js_sys::{Array, Uint8Array};
use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, ErrorEvent, File, MessageEvent, Worker, WorkerOptions};

use super::order::Answer;
use super::{part, read, text_of};
use crate::browser::BrowserError;

/// A colleague; ended when dropped, which also gives its memory back.
pub(super) struct Colleague {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Colleague {
    /// Starts a worker of this name; `hear` gets everything it says, and the bytes beside it, if any.
    ///
    /// # Errors
    /// The browser's own: not every browser lets workers start workers.
    pub fn start(
        name: &str,
        hear: impl Fn(Answer, Option<Uint8Array>) + Clone + 'static,
    ) -> Result<Self, BrowserError> {
        let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        let options = WorkerOptions::new();
        options.set_name(name);
        let worker = Worker::new_with_options(&scope.location().href(), &options)?;
        let hear_message = hear.clone();
        let on_message: Closure<dyn FnMut(MessageEvent)> = Closure::new(move |event: MessageEvent| {
            let data = event.data();
            let bytes = part(&data, 1).dyn_into().ok();
            hear_message(read(&text_of(&data)).unwrap_or_else(|error| failed(&error)), bytes);
        });
        let on_error: Closure<dyn FnMut(ErrorEvent)> =
            Closure::new(move |event: ErrorEvent| hear(failed(&event.message()), None));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Sends a text, with files beside it.
    pub fn send(&self, text: &str, files: &[File]) {
        let files: Array = files.iter().collect();
        let _ = self.worker.post_message(&Array::of2(&JsValue::from_str(text), &files));
    }

    /// Tells it something, with files beside it.
    pub fn tell(&self, order: &impl Serialize, files: &[File]) {
        if let Ok(text) = serde_json::to_string(order) {
            self.send(&text, files);
        }
    }

    /// Tells it something, and hands over the bytes beside it.
    pub fn hand_over(&self, order: &impl Serialize, bytes: &Uint8Array) {
        let Ok(text) = serde_json::to_string(order) else { return };
        let message = Array::of2(&JsValue::from_str(&text), bytes);
        let _ = self.worker.post_message_with_transfer(&message, &Array::of1(&bytes.buffer()));
    }
}

impl Drop for Colleague {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// Says something to whoever started this worker; the bytes are handed over, not copied.
pub(super) fn answer(scope: &DedicatedWorkerGlobalScope, answer: &Answer, bytes: Option<&[u8]>) {
    let Ok(text) = serde_json::to_string(answer) else { return };
    let text = JsValue::from_str(&text);
    let _ = match bytes {
        None => scope.post_message(&Array::of1(&text)),
        Some(bytes) => {
            let bytes = Uint8Array::from(bytes);
            scope.post_message_with_transfer(&Array::of2(&text, &bytes), &Array::of1(&bytes.buffer()))
        }
    };
}

fn failed(reason: &impl ToString) -> Answer {
    Answer::Failed { reason: reason.to_string() }
}

//! The end of a worker that is held by whoever started it: the page, or another worker. Both sides say JSON
//! texts, with files, bytes or a blob beside them.

use std::marker::PhantomData;

use js_sys::{Array, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, File, MessageEvent, Worker, WorkerOptions};

use super::{BrowserError, dom};

/// What a kind of worker says.
pub trait Word: DeserializeOwned + 'static {
    /// The word for a worker that broke, or cannot be understood.
    fn failed(reason: String) -> Self;
}

/// A running worker that says `Said`; ended when dropped, which also gives its memory back.
pub struct WorkerLink<Said> {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
    said: PhantomData<Said>,
}

impl<Said: Word> WorkerLink<Said> {
    /// Starts the page's worker in the part of this name; `hear` gets everything it says, and what comes
    /// beside it.
    ///
    /// # Errors
    /// That the page does not name its worker, or the browser's own.
    pub fn start(name: &str, hear: impl Fn(Said, JsValue) + Clone + 'static) -> Result<Self, BrowserError> {
        let address = dom::meta("aptauja:worker")
            .ok_or_else(|| BrowserError::Other("the page names no worker".into()))?;
        Self::start_at(&address, name, hear)
    }

    /// Starts the worker of a script.
    ///
    /// # Errors
    /// The browser's own: not every browser lets workers start workers.
    pub fn start_at(
        address: &str,
        name: &str,
        hear: impl Fn(Said, JsValue) + Clone + 'static,
    ) -> Result<Self, BrowserError> {
        let options = WorkerOptions::new();
        options.set_name(name);
        let worker = Worker::new_with_options(address, &options)?;
        let hear_message = hear.clone();
        let on_message: Closure<dyn FnMut(MessageEvent)> = Closure::new(move |event: MessageEvent| {
            let data = event.data();
            let said = read(&text_of(&data)).unwrap_or_else(|error| Said::failed(error.to_string()));
            hear_message(said, part(&data, 1));
        });
        let on_error: Closure<dyn FnMut(ErrorEvent)> =
            Closure::new(move |event: ErrorEvent| hear(Said::failed(event.message()), JsValue::UNDEFINED));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, _on_message: on_message, _on_error: on_error, said: PhantomData })
    }

    /// Tells it something, with files beside it.
    ///
    /// # Errors
    /// The browser's own.
    pub fn tell(&self, order: &impl Serialize, files: &[File]) -> Result<(), BrowserError> {
        self.pass(&write(order)?, files)
    }

    /// Passes a text on as it is, with files beside it.
    ///
    /// # Errors
    /// The browser's own.
    pub fn pass(&self, text: &str, files: &[File]) -> Result<(), BrowserError> {
        let files: Array = files.iter().collect();
        Ok(self.worker.post_message(&Array::of2(&text.into(), &files))?)
    }

    /// Tells it something, and hands over the bytes beside it: here they are gone.
    ///
    /// # Errors
    /// The browser's own.
    pub fn hand_over(&self, order: &impl Serialize, bytes: &Uint8Array) -> Result<(), BrowserError> {
        let message = Array::of2(&write(order)?.into(), bytes);
        Ok(self.worker.post_message_with_transfer(&message, &Array::of1(&bytes.buffer()))?)
    }
}

impl<Said> Drop for WorkerLink<Said> {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// A part of a message: the text, and what travels beside it.
pub(super) fn part(data: &JsValue, at: u32) -> JsValue {
    data.dyn_ref::<Array>().map_or(JsValue::UNDEFINED, |parts| parts.get(at))
}

/// The text of a message.
pub(super) fn text_of(data: &JsValue) -> String {
    part(data, 0).as_string().unwrap_or_default()
}

/// What a text says.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, BrowserError> {
    serde_json::from_str(text).map_err(|error| BrowserError::Other(error.to_string()))
}

/// A text that says this.
pub(super) fn write(said: &impl Serialize) -> Result<String, BrowserError> {
    serde_json::to_string(said).map_err(|error| BrowserError::Other(error.to_string()))
}

//! A worker that another worker has started: of the same file, in another part.

use js_sys::{Array, Uint8Array};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File};

use super::order::Answer;
use crate::browser::BrowserError;
use crate::browser::worker_link::{Word, WorkerLink, write};

impl Word for Answer {
    fn failed(reason: String) -> Self {
        Self::Failed { reason }
    }
}

/// A colleague; ended when dropped. What cannot be told is lost: it could only be something that no worker
/// takes, and none of it is.
pub(super) struct Colleague(WorkerLink<Answer>);

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
        let hear = move |answer, beside: JsValue| hear(answer, beside.dyn_into().ok());
        WorkerLink::start_at(&scope.location().href(), name, hear).map(Self)
    }

    /// Passes a text on, with files beside it.
    pub fn send(&self, text: &str, files: &[File]) {
        let _ = self.0.pass(text, files);
    }

    /// Tells it something, with files beside it.
    pub fn tell(&self, order: &impl Serialize, files: &[File]) {
        let _ = self.0.tell(order, files);
    }

    /// Tells it something, and hands over the bytes beside it.
    pub fn hand_over(&self, order: &impl Serialize, bytes: &Uint8Array) {
        let _ = self.0.hand_over(order, bytes);
    }
}

/// Says something to whoever started this worker; the bytes are handed over, not copied.
pub(super) fn answer(scope: &DedicatedWorkerGlobalScope, answer: &Answer, bytes: Option<&[u8]>) {
    let Ok(text) = write(answer) else { return };
    let _ = match bytes {
        None => scope.post_message(&Array::of1(&text.into())),
        Some(bytes) => {
            let bytes = Uint8Array::from(bytes);
            let message = Array::of2(&text.into(), &bytes);
            scope.post_message_with_transfer(&message, &Array::of1(&bytes.buffer()))
        }
    };
}

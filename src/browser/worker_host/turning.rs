//! Long work done in turns, so that the worker hears in between what else is asked of it.

use js_sys::{Date, Promise};
use wasm_bindgen_futures::JsFuture;
use web_sys::DedicatedWorkerGlobalScope;

/// How long others wait for their turn, milliseconds.
const TURN: f64 = 15.0;

/// Takes steps for a turn; whether there are more to take.
pub(super) fn work(mut step: impl FnMut() -> bool) -> bool {
    let began = Date::now();
    while step() {
        // The clock may be set meanwhile.
        if (Date::now() - began).abs() >= TURN {
            return true;
        }
    }
    false
}

/// Lets everything else have its turn that is waiting for one.
pub(super) async fn others(scope: &DedicatedWorkerGlobalScope) {
    let turn = Promise::new(&mut |resolve, _| {
        let _ = scope.set_timeout_with_callback(&resolve);
    });
    let _ = JsFuture::from(turn).await;
}

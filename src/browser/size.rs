//! How wide an element is, as it changes.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Watches an element's width until dropped.
pub struct WidthWatch {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut(Array)>,
}

impl WidthWatch {
    /// Calls `tell` with the element's width, CSS pixels, now and whenever it changes.
    pub fn new(element: &Element, tell: impl Fn(u32) + 'static) -> Option<Self> {
        let watched = element.clone();
        let callback: Closure<dyn FnMut(Array)> = Closure::new(move |_| {
            tell(u32::try_from(watched.client_width()).unwrap_or_default());
        });
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _callback: callback })
    }
}

impl Drop for WidthWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

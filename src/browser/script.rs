//! Scripts that are loaded when something of theirs is first needed.

use js_sys::{Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlScriptElement};

use super::dom;

/// A script of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Script {
    /// The global it makes.
    pub global: &'static str,
    /// Name of the `<meta>` that holds its address.
    pub meta: &'static str,
}

impl Script {
    /// Whether it has run.
    pub fn is_loaded(self) -> bool {
        Reflect::has(&js_sys::global(), &self.global.into()).unwrap_or(false)
    }

    /// Calls `ready` once it is known whether the script is there, loading it at the first call.
    pub fn when_loaded(self, ready: impl FnOnce(bool) + 'static) {
        if self.is_loaded() {
            ready(true);
        } else if let Some(script) = self.element() {
            listen(&script, ready);
        } else {
            ready(false);
        }
    }

    /// Its element; `None` where the page names no address.
    fn element(self) -> Option<HtmlScriptElement> {
        let document = web_sys::window()?.document()?;
        let name = self.global;
        if let Some(script) = document.query_selector(&format!("script[data-makes=\"{name}\"]")).ok()? {
            return script.dyn_into().ok();
        }
        let script: HtmlScriptElement = document.create_element("script").ok()?.dyn_into().ok()?;
        script.set_attribute("data-makes", name).ok()?;
        script.set_src(&dom::meta(self.meta)?);
        document.head()?.append_child(&script).ok()?;
        Some(script)
    }
}

fn listen(script: &HtmlScriptElement, ready: impl FnOnce(bool) + 'static) {
    let mut ready = Some(ready);
    let callback: Closure<dyn FnMut(Event)> = Closure::new(move |event: Event| {
        if event.type_() == "error" {
            // The next call tries again.
            if let Some(script) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                script.remove();
            }
        }
        if let Some(ready) = ready.take() {
            ready(event.type_() == "load");
        }
    });
    let callback: JsValue = callback.into_js_value();
    let callback = callback.unchecked_ref::<Function>();
    let _ = script.add_event_listener_with_callback("load", callback);
    let _ = script.add_event_listener_with_callback("error", callback);
}

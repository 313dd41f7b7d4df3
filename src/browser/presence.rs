//! Signs that somebody is using the page, and how long ago the last of them was.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::{dom, timing};

/// What counts as a sign.
const SIGNS: [&str; 7] = ["pointerdown", "pointermove", "keydown", "touchstart", "wheel", "scroll", "input"];
/// Attribute of what can be reached and pressed without being a sign.
const NOT_A_SIGN: &str = "[data-no-sign]";

/// The last sign of somebody, by two clocks: one stands still while a tablet sleeps, the other may be set.
#[derive(Clone)]
pub struct Presence(Rc<Cell<(f64, f64)>>);

impl Presence {
    /// Watches for signs; `counts` says whether one does.
    pub fn watch(counts: impl Fn(Sign) -> bool + Clone + 'static) -> Self {
        let presence = Self(Rc::new(Cell::new(clocks())));
        for name in SIGNS {
            let (presence, counts) = (presence.clone(), counts.clone());
            dom::on_window(name, move |event| {
                if counts(Sign::of(&event)) {
                    presence.note();
                }
            });
        }
        presence
    }

    /// Notes that somebody is there.
    pub fn note(&self) {
        self.0.set(clocks());
    }

    /// Milliseconds since the last sign.
    pub fn elapsed(&self) -> f64 {
        let ((uptime, time), (uptime_then, time_then)) = (clocks(), self.0.get());
        (uptime - uptime_then).max(time - time_then)
    }
}

/// What kind of sign it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A key or a press: somebody meant it.
    Deliberate,
    /// A press or key on its way to something that is no sign.
    Passing,
    /// The pointer or the page moved.
    Slight,
}

impl Sign {
    fn of(event: &Event) -> Self {
        let is_apart = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .is_some_and(|element| element.closest(NOT_A_SIGN).ok().flatten().is_some());
        let key = dom::member(event, "key");
        match event.type_().as_str() {
            "pointermove" | "wheel" | "scroll" => Self::Slight,
            _ if is_apart || matches!(key.as_deref(), Some("Tab" | "Shift")) => Self::Passing,
            _ => Self::Deliberate,
        }
    }
}

fn clocks() -> (f64, f64) {
    (timing::now(), js_sys::Date::now())
}

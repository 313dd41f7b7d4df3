//! Showing an element on the whole screen.

use web_sys::{Document, Element};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Whether the browser can.
pub fn is_possible() -> bool {
    document().is_some_and(|document| document.fullscreen_enabled())
}

/// Whether something is shown so.
pub fn is_on() -> bool {
    document().is_some_and(|document| document.fullscreen_element().is_some())
}

/// Shows an element so; the browser allows it only when somebody asks by a key or a press.
pub fn enter(element: &Element) {
    let _ = element.request_fullscreen();
}

/// Ends it.
pub fn leave() {
    if let Some(document) = document() {
        document.exit_fullscreen();
    }
}

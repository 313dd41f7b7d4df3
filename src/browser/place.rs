//! Where what has focus stands in the window.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

/// Scrolls so that what has focus stands where it stood, once the change that is about to come has come.
pub fn hold() {
    let Some(window) = web_sys::window() else { return };
    let element = window.document().and_then(|document| document.active_element());
    let element = element.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let Some(element) = element.filter(|element| element.tag_name() != "BODY") else { return };
    let before = top(&element);
    let scroll = {
        let window = window.clone();
        move || window.scroll_by_with_x_and_y(0.0, f64::from(top(&element) - before))
    };
    // Before the next picture of the page, so that nothing is seen to move.
    let _ = window.request_animation_frame(Closure::once_into_js(scroll).unchecked_ref());
}

/// Distance from the document's top, CSS pixels.
fn top(element: &HtmlElement) -> i32 {
    let parent = element.offset_parent().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    element.offset_top() + parent.map_or(0, |parent| top(&parent))
}

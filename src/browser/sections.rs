//! Where in a long page the reader is, and going to a place in it.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

/// How far down the window a section's heading may stand for the reader to have come to it.
const REACH: f64 = 0.35;
/// Less than this many pixels from its end, a page is at its end.
const NEARLY: f64 = 4.0;

/// Which of the elements with these ids, given from top to bottom, the reader has come to: the last one in the
/// upper third of the window or above it, at the end of the page the very last; or the one there that has focus.
pub fn reached(ids: &[String]) -> Option<usize> {
    let window = web_sys::window()?;
    let (top, height) = (window.scroll_y().ok()?, inner_height(&window)?);
    let document = window.document()?;
    let end = f64::from(document.document_element()?.scroll_height());
    let is_end = top + height > end - NEARLY;
    let line = if is_end { end } else { top + height * REACH };
    let last = ids.iter().rposition(|id| place(&document, id).is_some_and(|place| place <= line))?;
    // Those above it may be short.
    let focused = document.active_element().map(|element| element.id());
    let is_chosen = |id: &String| {
        focused.as_ref() == Some(id)
            && place(&document, id).is_some_and(|place| place >= top - NEARLY && place <= line)
    };
    Some(ids.iter().position(is_chosen).unwrap_or(last))
}

/// Goes to the element with this id, which takes focus; the address stays.
pub fn go_to(id: &str) {
    let element = web_sys::window().and_then(|it| it.document()).and_then(|it| it.get_element_by_id(id));
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    if !element.has_attribute("tabindex") {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
    // At once: pictures that are drawn on the way would move what a slow scrolling aims at.
    element.scroll_into_view();
}

/// Scrolls a list, and nothing around it, no farther than needed to show the item that is marked as current.
pub fn show_current(list: &str) {
    let find = || {
        let list = web_sys::window()?.document()?.query_selector(list).ok()??;
        let item: HtmlElement = list.query_selector("[aria-current]").ok()??.dyn_into().ok()?;
        Some((list, item))
    };
    let Some((list, item)) = find() else { return };
    let (top, bottom) = (item.offset_top(), item.offset_top() + item.offset_height());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}

fn inner_height(window: &Window) -> Option<f64> {
    window.inner_height().ok()?.as_f64()
}

/// How far from the top of the page an element begins.
fn place(document: &Document, id: &str) -> Option<f64> {
    let mut element = document.get_element_by_id(id)?.dyn_into::<HtmlElement>().ok()?;
    let mut place = f64::from(element.offset_top());
    while let Some(parent) = element.offset_parent().and_then(|it: Element| it.dyn_into::<HtmlElement>().ok())
    {
        place += f64::from(parent.offset_top());
        element = parent;
    }
    Some(place)
}

//! What the tests share: clean storage, waiting, elements that go again; below it surveys and tabs.

pub mod colleague;
pub mod definitions;
pub mod survey;
pub mod tab;

use aptauja::browser::dom;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Storage, Window};

pub fn window() -> Window {
    web_sys::window().unwrap()
}

pub fn document() -> Document {
    window().document().unwrap()
}

/// The browser's storage, past our own way to it.
pub fn local() -> Storage {
    window().local_storage().unwrap().unwrap()
}

/// Empties storage now and again when dropped.
pub struct CleanStorage;

impl CleanStorage {
    pub fn new() -> Self {
        local().clear().unwrap();
        Self
    }
}

impl Drop for CleanStorage {
    fn drop(&mut self) {
        let _ = local().clear();
    }
}

/// Fills storage to the last characters.
pub fn fill_storage() {
    let storage = local();
    let mut length = 1 << 22;
    for number in 0.. {
        if storage.set_item(&format!("filler-{number}"), &"x".repeat(length)).is_err() {
            length /= 2;
        }
        if length == 0 {
            break;
        }
    }
}

/// Lets the browser go on for some milliseconds; with 0, until what is queued has run.
pub async fn pause(millis: i32) {
    let done = Promise::new(&mut |resolve, _| {
        dom::later(millis, move || drop(resolve.call0(&JsValue::UNDEFINED)));
    });
    JsFuture::from(done).await.unwrap();
}

/// Waits until something holds, some seconds at most.
pub async fn eventually(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..1000 {
        if holds() {
            return;
        }
        pause(5).await;
    }
    panic!("this never came true: {what}");
}

/// An element in the page; gone when dropped.
pub struct Placed(pub Element);

impl Placed {
    pub fn new(tag: &str) -> Self {
        let element = document().create_element(tag).unwrap();
        document().body().unwrap().append_child(&element).unwrap();
        Self(element)
    }

    /// `<meta name=… content=…>`
    pub fn meta(name: &str, content: &str) -> Self {
        let placed = Self::new("meta");
        placed.0.set_attribute("name", name).unwrap();
        placed.0.set_attribute("content", content).unwrap();
        placed
    }
}

impl Drop for Placed {
    fn drop(&mut self) {
        self.0.remove();
    }
}

//! Widths as they change, and measures that outsiders read.

use std::cell::RefCell;
use std::rc::Rc;

use aptauja::browser::size::WidthWatch;
use aptauja::browser::timing;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::support::{Placed, eventually, pause, window};

#[wasm_bindgen_test]
async fn a_width_is_told_at_once_and_when_it_changes_until_nobody_watches() {
    let placed = Placed::new("div");
    let element: HtmlElement = placed.0.clone().unchecked_into();
    let set_width = |width: &str| element.style().set_property("width", width).unwrap();
    let told = Rc::new(RefCell::new(Vec::new()));
    let into = told.clone();
    set_width("320px");
    let watch = WidthWatch::new(&element, move |width| into.borrow_mut().push(width)).unwrap();
    eventually("the first width is told", || told.borrow().last() == Some(&320)).await;
    set_width("480px");
    eventually("the changed width is told", || told.borrow().last() == Some(&480)).await;
    drop(watch);
    set_width("640px");
    pause(50).await;
    assert_eq!(*told.borrow(), [320, 480]);
}

#[wasm_bindgen_test]
async fn a_measure_is_a_performance_entry_of_its_duration() {
    let start = timing::now();
    pause(20).await;
    timing::measure("aptauja:test", start);
    let end = timing::now();
    let performance = window().performance().unwrap();
    let entries = performance.get_entries_by_name_with_entry_type("aptauja:test", "measure");
    assert_eq!(entries.length(), 1);
    let member = |name: &str| Reflect::get(&entries.get(0), &name.into()).unwrap().as_f64().unwrap();
    assert!((member("startTime") - start).abs() < 0.01);
    assert!((19.0..=end - start + 0.01).contains(&member("duration")), "{}", member("duration"));
    performance.clear_measures_with_measure_name("aptauja:test");
}

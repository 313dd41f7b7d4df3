//! The bundle of charts: whether it is there, and what it is asked to do.

use std::cell::Cell;
use std::rc::Rc;

use aptauja::browser::echarts::{Drawing, when_loaded};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::{Placed, document, eventually, window};

const BUNDLE: &str = "aptaujaCharts";

/// A bundle that notes what it is asked to do; gone when dropped.
struct Bundle;

impl Bundle {
    const SOURCE: &str = "
        const calls = [];
        return { calls, init: () => ({
            resize: () => calls.push('resize'),
            setOption: (option, settings) => {
                if (option.wrong) throw new Error('no such series');
                calls.push(JSON.stringify([option, settings]));
            },
            dispose: () => calls.push('dispose'),
        }) };";

    fn place() -> Self {
        let bundle = Function::new_no_args(Self::SOURCE).call0(&JsValue::UNDEFINED).unwrap();
        Reflect::set(&window(), &BUNDLE.into(), &bundle).unwrap();
        Self
    }

    fn calls() -> Vec<String> {
        let bundle = Reflect::get(&window(), &BUNDLE.into()).unwrap();
        let calls: Array = Reflect::get(&bundle, &"calls".into()).unwrap().unchecked_into();
        calls.iter().filter_map(|call| call.as_string()).collect()
    }
}

impl Drop for Bundle {
    fn drop(&mut self) {
        let _ = Reflect::delete_property(&window(), &BUNDLE.into());
    }
}

/// What is said of the bundle.
async fn loaded() -> bool {
    let said = Rc::new(Cell::new(None));
    let into = said.clone();
    when_loaded(move |is_there| into.set(Some(is_there)));
    eventually("it is said whether the bundle is there", || said.get().is_some()).await;
    said.get().unwrap()
}

fn scripts() -> u32 {
    document().query_selector_all("script[data-charts]").unwrap().length()
}

#[wasm_bindgen_test]
async fn a_missing_bundle_is_told_and_asked_for_again() {
    let _meta = Placed::meta("aptauja:charts", "missing-charts.js");
    for _ in 0..2 {
        assert!(!loaded().await);
        assert_eq!(scripts(), 0);
    }
}

#[wasm_bindgen_test]
async fn a_page_that_names_no_bundle_has_none() {
    assert!(!loaded().await);
    assert_eq!(scripts(), 0);
}

#[wasm_bindgen_test]
async fn two_charts_load_the_bundle_once() {
    let _meta = Placed::meta("aptauja:charts", "data:text/javascript,globalThis.aptaujaCharts%3D%7B%7D");
    let said = Rc::new(Cell::new(0));
    for _ in 0..2 {
        let into = said.clone();
        when_loaded(move |is_there| into.set(into.get() + u32::from(is_there)));
    }
    assert_eq!(scripts(), 1);
    eventually("both hear that it is there", || said.get() == 2).await;
    assert!(loaded().await);
    drop(Bundle);
    document().query_selector("script[data-charts]").unwrap().unwrap().remove();
}

#[wasm_bindgen_test]
fn a_drawing_replaces_its_picture_and_is_disposed_of() {
    let _bundle = Bundle::place();
    let placed = Placed::new("div");
    let drawing = Drawing::new(&placed.0, "{\"a\":1}").unwrap();
    drawing.draw("{\"b\":2}").unwrap();
    assert!(drawing.draw("not JSON").is_err());
    drop(drawing);
    let expected =
        ["resize", "[{\"a\":1},{\"notMerge\":true}]", "resize", "[{\"b\":2},{\"notMerge\":true}]", "dispose"];
    assert_eq!(Bundle::calls(), expected);
}

#[wasm_bindgen_test]
fn what_the_bundle_cannot_draw_is_an_error_and_not_the_end() {
    let placed = Placed::new("div");
    assert!(Drawing::new(&placed.0, "{}").is_err(), "without the bundle");
    let _bundle = Bundle::place();
    let error = Drawing::new(&placed.0, "{\"wrong\":true}").err().unwrap();
    assert_eq!(error.to_string(), "no such series");
    assert_eq!(Bundle::calls(), ["resize", "dispose"]);
}

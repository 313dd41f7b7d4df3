//! The bundle of ECharts: loaded when the first chart is shown, called through a small surface.

use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use super::BrowserError;
use super::script::Script;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = aptaujaCharts, js_name = init, catch)]
    fn init(element: &Element) -> Result<Instance, JsValue>;

    type Instance;

    #[wasm_bindgen(method, js_name = setOption, catch)]
    fn set_option(this: &Instance, option: &JsValue, settings: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn dispose(this: &Instance) -> Result<(), JsValue>;
}

/// A chart in an element; disposed of when dropped.
pub struct Drawing(Instance);

impl Drawing {
    /// Draws a chart into an element.
    ///
    /// # Errors
    /// ECharts' own, or that the bundle has not been loaded.
    pub fn new(element: &Element, option: &str) -> Result<Self, BrowserError> {
        let drawing = Self(init(element)?);
        drawing.draw(option)?;
        Ok(drawing)
    }

    /// Replaces the picture by another.
    ///
    /// # Errors
    /// ECharts' own, or that the option is not JSON.
    pub fn draw(&self, option: &str) -> Result<(), BrowserError> {
        let option = JSON::parse(option)?;
        let settings = Object::new();
        Reflect::set(&settings, &"notMerge".into(), &JsValue::TRUE)?;
        self.0.resize()?;
        Ok(self.0.set_option(&option, &settings)?)
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        let _ = self.0.dispose();
    }
}

/// Where it comes from.
pub const SCRIPT: Script = Script { global: "aptaujaCharts", meta: "aptauja:charts" };

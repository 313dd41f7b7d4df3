//! The bundle of ECharts: loaded when the first chart is shown, called through a small surface.

use js_sys::{Function, JSON, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlScriptElement};

use super::{BrowserError, dom};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = aptaujaCharts, js_name = init, catch)]
    fn init(element: &Element) -> Result<Instance, JsValue>;

    #[wasm_bindgen(js_namespace = aptaujaCharts, js_name = init, catch)]
    fn init_apart(nowhere: &JsValue, options: &JsValue) -> Result<Instance, JsValue>;

    type Instance;

    #[wasm_bindgen(method, js_name = renderToSVGString, catch)]
    fn render_to_svg_string(this: &Instance) -> Result<String, JsValue>;

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

/// A chart as the text of an SVG of this size, which the page does not show.
///
/// # Errors
/// `ECharts`' own, or that the bundle has not been loaded.
pub fn svg(option: &str, width: u32, height: u32) -> Result<String, BrowserError> {
    let options = Object::new();
    Reflect::set(&options, &"ssr".into(), &JsValue::TRUE)?;
    Reflect::set(&options, &"width".into(), &width.into())?;
    Reflect::set(&options, &"height".into(), &height.into())?;
    let drawing = Drawing(init_apart(&JsValue::NULL, &options)?);
    drawing.0.set_option(&JSON::parse(option)?, &JsValue::UNDEFINED)?;
    Ok(drawing.0.render_to_svg_string()?)
}

/// Calls `ready` once it is known whether the bundle is there, loading it at the first call.
pub fn when_loaded(ready: impl FnOnce(bool) + 'static) {
    let is_loaded = Reflect::has(&js_sys::global(), &"aptaujaCharts".into()).unwrap_or(false);
    if is_loaded {
        ready(true);
    } else if let Some(script) = script() {
        listen(&script, ready);
    } else {
        ready(false);
    }
}

/// The bundle's script; `None` where the page names no bundle.
fn script() -> Option<HtmlScriptElement> {
    let document = web_sys::window()?.document()?;
    if let Some(script) = document.query_selector("script[data-charts]").ok()? {
        return script.dyn_into().ok();
    }
    let script: HtmlScriptElement = document.create_element("script").ok()?.dyn_into().ok()?;
    script.set_attribute("data-charts", "").ok()?;
    script.set_src(&dom::meta("aptauja:charts")?);
    document.head()?.append_child(&script).ok()?;
    Some(script)
}

fn listen(script: &HtmlScriptElement, ready: impl FnOnce(bool) + 'static) {
    let mut ready = Some(ready);
    let callback: Closure<dyn FnMut(Event)> = Closure::new(move |event: Event| {
        if event.type_() == "error" {
            // The next chart tries again.
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

//! Drawing a QR code as a PNG.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

use super::BrowserError;
use crate::domain::invitation::Symbol;

/// Pixels along a side at least: 10 cm at 300 dots an inch.
pub const PIXELS: usize = 1_200;

/// The code as a PNG whose modules are whole pixels, so that none is blurred.
///
/// # Errors
/// The browser's own.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
pub async fn png(symbol: &Symbol) -> Result<Blob, BrowserError> {
    let other = |reason: &str| BrowserError::Other(reason.to_owned());
    let document =
        web_sys::window().and_then(|window| window.document()).ok_or_else(|| other("no document"))?;
    let canvas: HtmlCanvasElement =
        document.create_element("canvas")?.dyn_into().map_err(|_| other("no canvas"))?;
    let module = PIXELS.div_ceil(symbol.side());
    let pixels = module * symbol.side();
    canvas.set_width(pixels as u32);
    canvas.set_height(pixels as u32);
    let context: CanvasRenderingContext2d = canvas
        .get_context("2d")?
        .and_then(|context| context.dyn_into().ok())
        .ok_or_else(|| other("no drawing"))?;
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, pixels as f64, pixels as f64);
    context.set_fill_style_str("#000");
    for (x, y, length) in symbol.runs() {
        let [x, y, width] = [x, y, length].map(|count| (count * module) as f64);
        context.fill_rect(x, y, width, module as f64);
    }
    let made = js_sys::Promise::new(&mut |resolve, reject| {
        let settle = Closure::once_into_js(move |blob: JsValue| {
            let _ = if blob.is_null() { reject } else { resolve }.call1(&JsValue::UNDEFINED, &blob);
        });
        let _ = canvas.to_blob(settle.unchecked_ref());
    });
    JsFuture::from(made).await?.dyn_into().map_err(|_| other("no picture"))
}

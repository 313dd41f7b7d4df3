//! Pictures as PNG: QR codes, and whatever is an SVG.

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
    let canvas = canvas()?;
    let module = PIXELS.div_ceil(symbol.side());
    let pixels = module * symbol.side();
    canvas.set_width(pixels as u32);
    canvas.set_height(pixels as u32);
    let context = context(&canvas)?;
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, pixels as f64, pixels as f64);
    context.set_fill_style_str("#000");
    for (x, y, length) in symbol.runs() {
        let [x, y, width] = [x, y, length].map(|count| (count * module) as f64);
        context.fill_rect(x, y, width, module as f64);
    }
    blob_of(&canvas).await
}

/// An SVG of this size in CSS pixels as a PNG of so many times as many.
///
/// # Errors
/// The browser's own.
#[cfg(feature = "auditor")]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub async fn png_of_svg(svg: &str, width: f64, height: f64, scale: f64) -> Result<Blob, BrowserError> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let parts = js_sys::Array::of1(&JsValue::from_str(svg));
    let address = web_sys::Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(
        &parts, &options,
    )?)?;
    let image = web_sys::HtmlImageElement::new()?;
    image.set_src(&address);
    let decoded = JsFuture::from(image.decode()).await;
    let drawn = decoded.map_err(BrowserError::from).and_then(|_| {
        let canvas = canvas()?;
        canvas.set_width((width * scale) as u32);
        canvas.set_height((height * scale) as u32);
        let context = context(&canvas)?;
        context.draw_image_with_html_image_element_and_dw_and_dh(
            &image,
            0.0,
            0.0,
            width * scale,
            height * scale,
        )?;
        Ok(canvas)
    });
    let _ = web_sys::Url::revoke_object_url(&address);
    blob_of(&drawn?).await
}

/// Measures texts in this font: the text, its size in pixels, and whether it is bold.
///
/// # Errors
/// The browser's own.
#[cfg(feature = "auditor")]
pub fn measuring(font: String) -> Result<impl Fn(&str, f64, bool) -> f64, BrowserError> {
    let context = context(&canvas()?)?;
    Ok(move |text: &str, size: f64, is_bold: bool| {
        let weight = if is_bold { "600" } else { "400" };
        context.set_font(&format!("{weight} {size}px {font}"));
        context.measure_text(text).map_or(0.0, |measured| measured.width())
    })
}

fn canvas() -> Result<HtmlCanvasElement, BrowserError> {
    let document =
        web_sys::window().and_then(|window| window.document()).ok_or_else(|| other("no document"))?;
    document.create_element("canvas")?.dyn_into().map_err(|_| other("no canvas"))
}

fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, BrowserError> {
    let context = canvas.get_context("2d")?.and_then(|context| context.dyn_into().ok());
    context.ok_or_else(|| other("no drawing"))
}

async fn blob_of(canvas: &HtmlCanvasElement) -> Result<Blob, BrowserError> {
    let made = js_sys::Promise::new(&mut |resolve, reject| {
        let settle = Closure::once_into_js(move |blob: JsValue| {
            let _ = if blob.is_null() { reject } else { resolve }.call1(&JsValue::UNDEFINED, &blob);
        });
        let _ = canvas.to_blob(settle.unchecked_ref());
    });
    JsFuture::from(made).await?.dyn_into().map_err(|_| other("no picture"))
}

fn other(reason: &str) -> BrowserError {
    BrowserError::Other(reason.to_owned())
}

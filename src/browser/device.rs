//! What the device can do, and how well its browser keeps things.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

/// Processor cores that work can be shared out to; 1 where the browser does not say.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn cores() -> usize {
    web_sys::window().map_or(1.0, |window| window.navigator().hardware_concurrency()).max(1.0) as usize
}

/// How the browser keeps this site's data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Keeping {
    /// Whether it has promised not to clear them by itself.
    pub is_persistent: bool,
    /// Room left, bytes; none where the browser does not say.
    pub room: Option<f64>,
}

/// Asks the browser how it keeps this site's data; none where it cannot be asked.
pub async fn keeping() -> Option<Keeping> {
    let storage = manager()?;
    let is_persistent = JsFuture::from(storage.persisted().ok()?).await.ok()?.is_truthy();
    let estimate = JsFuture::from(storage.estimate().ok()?).await.ok().map(JsCast::unchecked_into);
    let room = estimate.and_then(|it: StorageEstimate| Some((it.get_quota()? - it.get_usage()?).max(0.0)));
    Some(Keeping { is_persistent, room })
}

/// Asks the browser never to clear this site's data by itself; it may ask the person, or decline.
pub async fn keep_always() {
    if let Some(asked) = manager().and_then(|storage| storage.persist().ok()) {
        let _ = JsFuture::from(asked).await;
    }
}

/// None where the browser has none: served without HTTPS, or old.
fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let found = js_sys::Reflect::get(&navigator, &"storage".into()).ok()?;
    found.dyn_into().ok()
}

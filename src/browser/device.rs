//! What the device can do.

/// Processor cores that work can be shared out to; 1 where the browser does not say.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn cores() -> usize {
    web_sys::window().map_or(1.0, |window| window.navigator().hardware_concurrency()).max(1.0) as usize
}

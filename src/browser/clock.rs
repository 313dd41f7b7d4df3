//! The time and new ids.

use crate::domain::survey::{Day, Instant, uuid_text};

/// The moment it is now, by the device's clock.
#[allow(clippy::cast_possible_truncation)]
pub fn now() -> Instant {
    Instant(js_sys::Date::now() as i64)
}

/// The UTC day it is now, by the device's clock.
pub fn today() -> Day {
    now().day()
}

/// Minutes that the device's zone is behind UTC at a moment; negative east of it.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
pub fn offset_minutes(at: Instant) -> i64 {
    js_sys::Date::new(&(at.0 as f64).into()).get_timezone_offset() as i64
}

/// A random UUID, version 4.
///
/// `crypto.randomUUID` exists only on secure origins and `getRandomValues` everywhere, so the id is
/// put together from the latter.
pub fn new_id() -> String {
    let mut bytes = random_bytes();
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    uuid_text(u128::from_be_bytes(bytes))
}

/// Bytes that nobody can guess.
pub fn random_bytes() -> [u8; 16] {
    let mut bytes = [0_u8; 16];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    bytes
}
